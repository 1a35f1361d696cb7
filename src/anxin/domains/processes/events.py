"""What happens on the way through a process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from anxin.kernel.events import Event


@dataclass(frozen=True)
class RunStarted(Event):
    run_id: UUID
    order_id: UUID | None
    order_type: str


@dataclass(frozen=True)
class CheckSatisfied(Event):
    run_id: UUID
    order_id: UUID | None
    check: str
    evidence: list[dict[str, str]]


@dataclass(frozen=True)
class BranchTakenBack(Event):
    """Leaving the straight way was undone within its minute; `checks` hold again."""

    run_id: UUID
    order_id: UUID | None
    branch: str
    checks: list[str]


@dataclass(frozen=True)
class CheckTakenBack(Event):
    """What satisfied the check was undone within its minute: to the clocks it never happened."""

    run_id: UUID
    order_id: UUID | None
    check: str


@dataclass(frozen=True)
class CaseSolved(Event):
    """The problem itself is over: by the last work order, or without one."""

    run_id: UUID


@dataclass(frozen=True)
class BranchTaken(Event):
    run_id: UUID
    order_id: UUID | None
    branch: str
    undone: list[str]


@dataclass(frozen=True)
class ClockPaused(Event):
    enums: ClassVar = {"reason": "pause_reason"}

    run_id: UUID
    order_id: UUID | None
    pause_id: UUID
    reason: str
    evidence: list[dict[str, str]]
    believed: bool


@dataclass(frozen=True)
class ClockResumed(Event):
    run_id: UUID
    order_id: UUID | None
    pause_id: UUID


@dataclass(frozen=True)
class PauseRejected(Event):
    run_id: UUID
    order_id: UUID | None
    pause_id: UUID


@dataclass(frozen=True)
class PromiseGiven(Event):
    """A customer was told a time."""

    enums: ClassVar = {"source": "promise_source"}

    promise_id: UUID
    order_id: UUID | None
    clock: str
    source: str
    due_at: datetime


@dataclass(frozen=True)
class TimeReagreed(Event):
    run_id: UUID
    order_id: UUID | None
    clock: str
    due_at: datetime


@dataclass(frozen=True)
class FactsChanged(Event):
    """What promises match has changed (tier, urgency …); clocks were replayed."""

    run_id: UUID
    order_id: UUID | None
    facts: dict[str, str]


@dataclass(frozen=True)
class ClockEscalated(Event):
    """A rung of the ladder was reached; `tell` is the role that must hear."""

    enums: ClassVar = {"tell": "role"}

    clock_id: UUID
    order_id: UUID | None
    clock: str
    step: str
    tell: str
    due_at: datetime


@dataclass(frozen=True)
class RunEnded(Event):
    run_id: UUID
    order_id: UUID | None
    state: str
