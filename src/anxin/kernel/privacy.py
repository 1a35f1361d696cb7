"""Every text or JSON column says whether it can hold something about a person (tests/arch fails on silence)."""

from enum import StrEnum


class Privacy(StrEnum):
    PLAIN = "plain"  # codes, numbers, ids, texts by the house
    PERSONAL = "personal"  # may name or describe a person: erased on request
    CONFIDENTIAL = "confidential"  # hashes and keys: never shown, never logged
