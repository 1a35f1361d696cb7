"""What another version of a policy would do to the clocks that run now: tried, never written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from anxin.domains.processes import models, reading
from anxin.domains.processes.documents import Calendars, ClockPolicy, Promises
from anxin.domains.processes.rulebook import Rulebook
from anxin.kernel import clock as time
from anxin.kernel import policies

#: How many running clocks are tried, the earliest due first.
TRIED = 20_000


@dataclass(frozen=True, slots=True)
class Shift:
    """A running clock that would be due at another time. None = no promise."""

    case_id: UUID
    clock: str
    before: datetime | None
    after: datetime | None

    @property
    def by(self) -> timedelta:
        """How far it moves; a promise that comes or goes moves furthest."""
        return abs(self.after - self.before) if self.after and self.before else timedelta.max

    @property
    def sooner(self) -> bool:
        return self.before is None or (self.after is not None and self.after < self.before)


@dataclass(frozen=True, slots=True)
class Effect:
    """`tried` running clocks; those that would move, furthest first."""

    tried: int
    shifts: tuple[Shift, ...]


def effect_of(document: policies.Policy) -> Effect | None:
    """What the document would move if it were in force now. None for a kind that no clock is read by."""
    book = _book(document)
    if book is None:
        return None
    now = time.now()
    rows = models.Clock.objects.filter(run__state=models.Run.State.OPEN, stopped_at=None)
    open_clocks = rows.exclude(state=models.Clock.State.CANCELLED).order_by("target_at", "pk")
    clocks = list(open_clocks.select_related("run").prefetch_related("run__pauses", "run__agreements")[:TRIED])
    shifts = [shift for clock in clocks if (shift := _shift(clock, book, now))]
    return Effect(len(clocks), tuple(sorted(shifts, key=lambda shift: shift.by, reverse=True)))


def _book(document: policies.Policy) -> Rulebook | None:
    """The rules of the day with this one document in the place of its kind's."""
    if not isinstance(document, ClockPolicy | Promises | Calendars):
        return None
    now = {kind: policies.current(kind) for kind in (ClockPolicy, Promises, Calendars)}
    tried = {**now, type(document): document}
    return Rulebook(tried[ClockPolicy], tried[Promises], tried[Calendars])  # type: ignore[arg-type]


def _shift(clock: models.Clock, book: Rulebook, now: datetime) -> Shift | None:
    state = reading.read(clock, reading.inputs_of(clock.run), now, book)
    after = reading.moment(state.target)
    return Shift(clock.run.case_id, clock.name, clock.target_at, after) if after != clock.target_at else None
