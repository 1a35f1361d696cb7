"""What other domains may ask of the installed base."""

from __future__ import annotations

from .cards import DecisionCard, ScannedUnit, ScanResult, UnitCard
from .rules import Coverage
from .selectors import (
    confirm_unit,
    coverage,
    coverage_told,
    covered_of,
    covers_part,
    decisions_of,
    parts_at_cost,
    resolve_qr,
    unit_card,
    units_of,
    visible_to,
)
from .services import (
    NewUnit,
    add_unit,
    add_units,
    approve_coverage,
    decide_coverage,
    lengthen_warranty,
    move_unit,
    note_history,
    retire_unit,
)

__all__ = [
    "Coverage",
    "DecisionCard",
    "NewUnit",
    "ScanResult",
    "ScannedUnit",
    "UnitCard",
    "add_unit",
    "add_units",
    "approve_coverage",
    "confirm_unit",
    "coverage",
    "coverage_told",
    "covered_of",
    "covers_part",
    "decide_coverage",
    "decisions_of",
    "lengthen_warranty",
    "move_unit",
    "note_history",
    "parts_at_cost",
    "resolve_qr",
    "retire_unit",
    "unit_card",
    "units_of",
    "visible_to",
]
