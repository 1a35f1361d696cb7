"""What other domains and screens see of runs and clocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from anxin.domains.processes.rules import StageState


@dataclass(frozen=True, slots=True)
class RunCard:
    """A run. `done` are its satisfied checks with their times; `missing` the required ones still open."""

    id: UUID
    case_id: UUID
    order_id: UUID | None
    order_type: str
    state: str
    facts: dict[str, str]
    done: dict[str, datetime]
    missing: tuple[str, ...]
    leads_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClockCard:
    """A clock as read at a moment; durations in seconds of the promise's own calendar.

    `told_due_at` is the original promise, `due_at` with believed pauses, `agreed_due_at` what the customer
    re-agreed, `target_at` what counts now; `paused_reason` a code of `enum.pause_reason`.
    """

    id: UUID
    case_id: UUID
    order_id: UUID | None
    name: str
    round: int
    state: str
    source: str
    started_at: datetime | None
    stopped_at: datetime | None
    told_due_at: datetime | None
    due_at: datetime | None
    agreed_due_at: datetime | None
    target_at: datetime | None
    used_s: int
    allowed_s: int
    late_s: int
    paused_reason: str


@dataclass(frozen=True, slots=True)
class StageCard:
    """A customer-visible stage; `late` = a clock that was to lead through it is or was late."""

    code: str
    at: datetime | None
    state: StageState
    late: bool


@dataclass(frozen=True, slots=True)
class StepCard:
    """A required check of the case or of one of its open orders (`order_id`)."""

    check: str
    stage: str
    order_id: UUID | None
    done: bool


@dataclass(frozen=True, slots=True)
class PromiseCard:
    """Something a customer was told. `by` is the person's name, "" for a standing promise of the house."""

    id: UUID
    order_id: UUID | None
    clock: str
    source: str
    key: str
    by: str
    words: str
    due_at: datetime
    told_at: datetime
    kept: bool | None


@dataclass(frozen=True, slots=True)
class CaseStanding:
    """Where a case stands, for one row of a list."""

    case_id: UUID
    stage: str
    stage_index: int
    stage_since: datetime | None
    clock: ClockCard | None
