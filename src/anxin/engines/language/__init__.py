"""Reads customer messages: spelling, tokens, slots, intents, mood, danger. Plain Python, no I/O, no clock.

See docs/algorithms/language.md.
"""

from .analyse import alarm, analyse
from .folding import fold
from .model import (
    UPSET_AT,
    Alarm,
    Analysis,
    Calendar,
    Danger,
    DangerKind,
    Evidence,
    Intent,
    IntentName,
    Interval,
    Normalised,
    Sentiment,
    Slot,
    SlotName,
    Span,
)
from .normal import normalise
from .regions import Region, regions
from .secrets import mask
from .tokenise import tokens

__all__ = [
    "UPSET_AT",
    "Alarm",
    "Analysis",
    "Calendar",
    "Danger",
    "DangerKind",
    "Evidence",
    "Intent",
    "IntentName",
    "Interval",
    "Normalised",
    "Region",
    "Sentiment",
    "Slot",
    "SlotName",
    "Span",
    "alarm",
    "analyse",
    "fold",
    "mask",
    "normalise",
    "regions",
    "tokens",
]
