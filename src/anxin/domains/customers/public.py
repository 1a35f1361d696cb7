"""What other domains may ask of customers."""

from __future__ import annotations

from anxin.engines.address import ParsedAddress

from .cards import CustomerCard, HouseholdCard, Noted, PopUp, Reach, Standing
from .panorama import provide
from .rules import has_priority, prior_tiers
from .selectors import (
    aliases_of,
    card,
    cards,
    household_card,
    household_place,
    households_visible_to,
    identify_by_phone,
    identity_of,
    parse_address,
    popup,
    reach_of,
    records_of,
    standing,
    visible_to,
)
from .services import (
    add_contact,
    erase_again,
    give_consent,
    merge,
    note_contact,
    note_household,
    record_spend,
    undo_merge,
    verify_phone,
)

__all__ = [
    "CustomerCard",
    "HouseholdCard",
    "Noted",
    "ParsedAddress",
    "PopUp",
    "Reach",
    "Standing",
    "add_contact",
    "aliases_of",
    "card",
    "cards",
    "erase_again",
    "give_consent",
    "has_priority",
    "household_card",
    "household_place",
    "households_visible_to",
    "identify_by_phone",
    "identity_of",
    "merge",
    "note_contact",
    "note_household",
    "parse_address",
    "popup",
    "prior_tiers",
    "provide",
    "reach_of",
    "record_spend",
    "records_of",
    "standing",
    "undo_merge",
    "verify_phone",
    "visible_to",
]
