"""Writes of customers: one function, one use-case, one transaction, its events."""

from .consents import give_consent, withdraw_consent
from .erasing import erase, erase_again, give_copy
from .merging import merge, offer_undo, undo_merge
from .noting import NewContact, add_contact, change_customer, note_contact, note_household, take_in, verify_phone
from .otp import ask_otp, verify_otp
from .tiers import promise_tier, record_spend, review_tier

__all__ = [
    "NewContact",
    "add_contact",
    "ask_otp",
    "change_customer",
    "erase",
    "erase_again",
    "give_consent",
    "give_copy",
    "merge",
    "note_contact",
    "note_household",
    "offer_undo",
    "promise_tier",
    "record_spend",
    "review_tier",
    "take_in",
    "undo_merge",
    "verify_otp",
    "verify_phone",
    "withdraw_consent",
]
