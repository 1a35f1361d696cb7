"""Tables of customers. Reached from other domains only through `customers.public` and foreign keys."""

from .contacts import Consent, Contact, ContactPoint, Household, OtpChallenge
from .customer import Customer, Erasure, Spend, Tier, TierNotice

__all__ = [
    "Consent",
    "Contact",
    "ContactPoint",
    "Customer",
    "Erasure",
    "Household",
    "OtpChallenge",
    "Spend",
    "Tier",
    "TierNotice",
]
