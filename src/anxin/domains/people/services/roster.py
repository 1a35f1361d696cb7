"""When engineers work: shifts, and absences from them. Visits are never moved from here; those touched are told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F

from anxin.kernel import undo
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Invalid, NotFound

from .. import crew, rules, selectors, work
from ..events import AbsenceBooked, AbsenceCancelled, ShiftsPlanned, ShiftsTaken
from ..models import Absence, Engineer, Shift
from .engineers import locked, record, touch, undo_offer

LUNCH = (time(12), time(13))
MAX_ENGINEERS, MAX_NOTE, MAX_ABSENCE = 100, 200, timedelta(days=366)

Lunch = tuple[time, time] | None


@dataclass(frozen=True, slots=True)
class Hours:
    """Working hours by the clock on the outlet's wall. Raises Invalid unless lunch lies inside them."""

    start: time
    end: time
    lunch: Lunch = LUNCH

    def __post_init__(self) -> None:
        inside = self.lunch is None or self.start <= self.lunch[0] < self.lunch[1] <= self.end
        aware = any(one.tzinfo for one in (self.start, self.end, *(self.lunch or ())))
        if aware or self.end <= self.start or not inside:
            raise Invalid("people.bad_shift")


@dataclass(frozen=True, slots=True)
class Planned:
    """`shifts`: days written or taken away, over all engineers; `replaced`: shifts that stood on those days;
    `outside`: open visits no shift holds any more."""

    shifts: int
    replaced: int
    outside: list[work.OpenVisit]
    undo: str | None = None


def days_ahead(engineers: Collection[Engineer], first: date, last: date, weekdays: Iterable[int]) -> list[date]:
    """The days to plan. Raises Invalid for days past, more than `MAX_DAYS_PLANNED` of them, or none at all."""
    if first < min(crew.today_at(row.outlet_id) for row in engineers):
        raise Invalid("people.days_past")
    if not 0 <= (last - first).days < rules.MAX_DAYS_PLANNED or first.year > 9000:
        raise Invalid("people.too_many_days", days=rules.MAX_DAYS_PLANNED)
    if not (wanted := rules.days_between(first, last, weekdays)):
        raise Invalid("people.no_days")
    return wanted


@atomic
def plan_crew(
    *,
    actor: Actor,
    engineer_ids: Collection[UUID],
    first: date,
    last: date,
    weekdays: Collection[int],
    hours: Hours | None,
    check: bool = False,
) -> Planned:
    """Plan the same hours for engineers on the weekdays (0 Monday) of a range, replacing what stood there; no `hours`
    takes the shifts away. `check` writes nothing and tells what would be. A person's plan can be undone.

    Raises NotFound unless the actor reaches every engineer, Invalid as `days_ahead`.
    """
    wanted = set(engineer_ids)
    if not 0 < len(wanted) <= MAX_ENGINEERS:
        raise Invalid("people.too_many_engineers", limit=MAX_ENGINEERS)
    rows = _crew(actor, wanted)
    days = days_ahead(rows, first, last, weekdays)
    outside = _outside(rows, days, hours)
    before = list(Shift.objects.filter(engineer__in=rows, date__in=days).order_by("date"))
    if check:
        return Planned(len(days) * len(rows) if hours else len(before), len(before), outside)
    count = _write(actor, rows, days, hours)
    if actor.id is None:
        return Planned(count, len(before), outside)
    kept: dict[str, list[list[int | None]]] = {str(row.pk): [] for row in rows}
    for shift in before:
        kept[str(shift.engineer_id)].append(_kept(shift))
    args = {"days": [day.isoformat() for day in days], "before": kept}
    versions = {f"engineer:{row.pk}": row.version + 1 for row in rows}
    return Planned(count, len(before), outside, undo.offer(actor, "engineer.shifts", args, versions))


def _crew(actor: Actor, wanted: Collection[UUID]) -> list[Engineer]:
    """The engineers, held until the transaction ends. Raises NotFound unless the actor reaches every one."""
    rows = list(crew.engineers(actor, "engineer.roster").select_for_update().filter(pk__in=wanted, active=True))
    if len(rows) != len(wanted):
        raise NotFound
    return rows


@atomic
def plan_shifts(
    *, actor: Actor, engineer_id: UUID, days: Iterable[date], start: time, end: time, lunch: Lunch = LUNCH
) -> int:
    """Plan the same hours (of the outlet's place) on any days, past ones too; returns how many."""
    wanted = sorted(set(days))
    return _write(actor, [locked(actor, "engineer.roster", engineer_id)], wanted, Hours(start, end, lunch))


def _write(actor: Actor, rows: Collection[Engineer], days: list[date], hours: Hours | None) -> int:
    """A few statements for any number of engineers and days; returns how many shifts were written or taken."""
    if not days:
        return 0
    gone, _ = Shift.objects.filter(engineer__in=rows, date__in=days).delete()
    if hours is not None:
        Shift.objects.bulk_create([_shift(row, day, hours) for row in rows for day in days])
    Engineer.objects.filter(pk__in=[row.pk for row in rows]).update(version=F("version") + 1)
    event = ShiftsTaken if hours is None else ShiftsPlanned
    for row in rows:
        record(actor, row.pk, event(row.pk, days[0], days[-1], len(days)))
    return gone if hours is None else len(days) * len(rows)


def _shift(row: Engineer, day: date, hours: Hours) -> Shift:
    zone = selectors.zone_of(row.outlet_id)
    at = [datetime.combine(day, one, zone) for one in (hours.start, hours.end, *(hours.lunch or ()))]
    lunch = dict(zip(("lunch_starts_at", "lunch_ends_at"), at[2:], strict=False))
    return Shift(engineer=row, date=day, starts_at=at[0], ends_at=at[1], **lunch)


def _outside(rows: Collection[Engineer], days: Collection[date], hours: Hours | None) -> list[work.OpenVisit]:
    """Open visits on those days that the hours do not hold."""
    zones = {row.pk: selectors.zone_of(row.outlet_id) for row in rows}
    found = []
    for visit in work.open_visits(list(zones)):
        if visit.starts_at is None or visit.ends_at is None:
            continue
        start, end = (at.astimezone(zones[visit.engineer_id]) for at in (visit.starts_at, visit.ends_at))
        held = hours is not None and hours.start <= start.time() and end.time() <= hours.end
        if start.date() in days and not held:
            found.append(visit)
    return found


#: The moments of a shift.
_MOMENTS = ("starts_at", "ends_at", "lunch_starts_at", "lunch_ends_at")


def _kept(shift: Shift) -> list[int | None]:
    """A shift in few letters, as a hundred engineers may have thousands: its day's number, its moments in seconds."""
    moments = (getattr(shift, name) for name in _MOMENTS)
    return [shift.date.toordinal(), *(at and int(at.timestamp()) for at in moments)]


def _restored(engineer_id: UUID, day: int, *moments: int | None) -> Shift:
    at = [None if one is None else datetime.fromtimestamp(one, UTC) for one in moments]
    return Shift(engineer_id=engineer_id, date=date.fromordinal(day), **dict(zip(_MOMENTS, at, strict=True)))


@undo.inverse("engineer.shifts")
def _shifts_back(actor: Actor, args: Mapping[str, Any]) -> None:
    kept = {UUID(engineer_id): shifts for engineer_id, shifts in args["before"].items()}
    _write(actor, _crew(actor, kept), [date.fromisoformat(day) for day in args["days"]], None)
    back = {engineer_id: [_restored(engineer_id, *shift) for shift in shifts] for engineer_id, shifts in kept.items()}
    Shift.objects.bulk_create([shift for shifts in back.values() for shift in shifts])
    for engineer_id, shifts in back.items():
        if shifts:
            record(actor, engineer_id, ShiftsPlanned(engineer_id, shifts[0].date, shifts[-1].date, len(shifts)))


@dataclass(frozen=True, slots=True)
class Away:
    """`visits`: the open visits that fall into the absence; they stand as they were."""

    absence: Absence
    visits: list[work.OpenVisit]
    undo: str


@atomic
def book_absence(
    *, actor: Actor, engineer_id: UUID, kind: str, starts_at: datetime, ends_at: datetime, note: str = ""
) -> Absence:
    """Take an engineer off for a while. Raises NotFound, or Invalid for a bad kind or period."""
    period_bad = ends_at <= starts_at or ends_at - starts_at > MAX_ABSENCE
    if kind not in Absence.Kind.values or period_bad or len(note) > MAX_NOTE:
        raise Invalid("people.bad_absence", kind=kind)
    engineer = locked(actor, "engineer.roster", engineer_id)
    absence = Absence.objects.create(engineer=engineer, kind=kind, starts_at=starts_at, ends_at=ends_at, note=note)
    touch(engineer)
    record(actor, engineer_id, AbsenceBooked(engineer_id, absence.id))
    return absence


@atomic
def cancel_absence(*, actor: Actor, engineer_id: UUID, absence_id: UUID) -> Absence:
    """Take an absence back; returns what it was. Raises NotFound."""
    engineer = locked(actor, "engineer.roster", engineer_id)
    absence = Absence.objects.filter(engineer=engineer, pk=absence_id).first()
    if absence is None:
        raise NotFound
    Absence.objects.filter(pk=absence_id).delete()
    touch(engineer)
    record(actor, engineer_id, AbsenceCancelled(engineer_id, absence_id))
    return absence


@atomic
def book_undoable(*, actor: Actor, engineer_id: UUID, **wanted: Any) -> Away:
    """`book_absence`, with the visits that fall into it and the token that takes it back."""
    absence = book_absence(actor=actor, engineer_id=engineer_id, **wanted)
    token = undo_offer(actor, "engineer.absence", engineer_id, absence=str(absence.pk))
    return Away(absence, visits_in(engineer_id, absence.starts_at, absence.ends_at), token)


@undo.inverse("engineer.absence")
def _absence_gone(actor: Actor, args: Mapping[str, Any]) -> None:
    cancel_absence(actor=actor, engineer_id=UUID(args["engineer"]), absence_id=UUID(args["absence"]))


def visits_in(engineer_id: UUID, start: datetime, end: datetime) -> list[work.OpenVisit]:
    return [visit for visit in work.open_visits([engineer_id]) if visit.touches(start, end)]
