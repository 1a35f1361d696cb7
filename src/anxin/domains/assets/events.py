"""What happens to installed units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from anxin.kernel import events


@dataclass(frozen=True)
class UnitAdded(events.Event):
    unit_id: UUID
    serial: str
    product_id: UUID
    household_id: UUID | None
    room: Annotated[str, events.Personal]


@dataclass(frozen=True)
class UnitChanged(events.Event):
    unit_id: UUID
    fields: list[str]


@dataclass(frozen=True)
class UnitMoved(events.Event):
    unit_id: UUID
    household_id: UUID


@dataclass(frozen=True)
class UnitRetired(events.Event):
    unit_id: UUID


@dataclass(frozen=True)
class CoverageDecided(events.Event):
    """`covered`: in, out, contract or goodwill; `reason` is a code. A changed final judgement waits for approval."""

    enums: ClassVar = {"stage": "coverage_stage", "reason": "coverage_because"}

    unit_id: UUID
    decision_id: UUID
    stage: str
    covered: str
    reason: str
    needs_approval: bool


@dataclass(frozen=True)
class CoverageApproved(events.Event):
    unit_id: UUID
    decision_id: UUID


@dataclass(frozen=True)
class CodeReplaced(events.Event):
    """The unit has a new code; the old one no longer opens anything."""

    unit_id: UUID
