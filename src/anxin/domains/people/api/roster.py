"""The days of engineers: shifts of a crew, absences of one."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Annotated
from uuid import UUID
from zoneinfo import ZoneInfo

from ninja import Query, Schema, Status
from pydantic import Field

from anxin.kernel.errors import Invalid
from anxin.kernel.http import Page, Request, Router, paginate

from .. import crew, services
from .engineers import told
from .shapes import EngineerDetail, RosterRow, VisitOut, roster_rows, visits

router = Router(tags=["people"])
_MAX_DAYS = 31

Weekday = Annotated[int, Field(ge=0, le=6)]


class RosterQuery(Schema):
    """`days` days from `first`, of one `engineer` or of those of a place."""

    first: date
    days: int = 14
    engineer: UUID | None = None
    org: UUID | None = None
    q: str = ""
    cursor: str | None = None
    limit: int = 25


class DaysIn(Schema):
    """The weekdays (0 Monday … 6 Sunday) between two days, both counted. `check` only tells what would be."""

    engineer_ids: list[UUID]
    first: date
    last: date
    weekdays: list[Weekday]
    check: bool = False


class ShiftsIn(DaysIn):
    """Hours by the clock on the outlet's wall."""

    start: time
    end: time
    lunch_start: time | None = None
    lunch_end: time | None = None


class PlannedOut(Schema):
    """Shifts written or taken away, those that stood on the days before, and the open visits that no shift holds
    then: they stand as they were."""

    shifts: int
    replaced: int
    engineers: int
    outside: list[VisitOut]
    undo: str | None


class AbsenceIn(Schema):
    """Whole days at the outlet's place, unless a time is given for the first or the last of them."""

    kind: str
    first: date
    last: date
    from_time: time | None = None
    to_time: time | None = None
    note: str = ""


class AbsenceDone(Schema):
    """`visits`: the open visits that fall into it; they stand as they were and need another engineer or time."""

    engineer: EngineerDetail
    visits: list[VisitOut]
    undo: str


@router.get("/people/roster", verb="engineer.see", response=Page[RosterRow])
def read_roster(request: Request, query: Query[RosterQuery]) -> Page[RosterRow]:
    """Who works when: shift, absence and open visits of each day."""
    if not 1 <= query.days <= _MAX_DAYS or not 2000 <= query.first.year < 9000:
        raise Invalid("people.too_many_days", days=_MAX_DAYS)
    rows = crew.matching(crew.engineers(request.actor, "engineer.see"), q=query.q, org=query.org)
    if query.engineer:
        rows = rows.filter(pk=query.engineer)
    return paginate(
        request,
        rows.select_related("outlet", "user"),
        what="engineers",
        shape=lambda page: roster_rows(page, query.first, query.days),
        orders={"employee_no": "employee_no"},
        sort="employee_no",
        cursor=query.cursor,
        limit=query.limit,
    )


@router.post("/people/shifts", verb="engineer.roster", creates=True, response=PlannedOut)
def plan(request: Request, wanted: ShiftsIn) -> PlannedOut:
    """The same hours for one or many engineers, in place of what stood on those days."""
    if (wanted.lunch_start is None) != (wanted.lunch_end is None):
        raise Invalid("people.bad_shift")
    lunch = (wanted.lunch_start, wanted.lunch_end) if wanted.lunch_start and wanted.lunch_end else None
    return _plan(request, wanted, services.Hours(wanted.start, wanted.end, lunch))


@router.post("/people/shifts/take", verb="engineer.roster", creates=True, response=PlannedOut)
def take(request: Request, wanted: DaysIn) -> PlannedOut:
    """No shifts on those days any more."""
    return _plan(request, wanted, None)


@router.post(
    "/people/engineers/{uuid:engineer_id}/absences", verb="engineer.roster", creates=True, response={201: AbsenceDone}
)
def book_absence(request: Request, engineer_id: UUID, wanted: AbsenceIn) -> Status[AbsenceDone]:
    row = crew.engineer_for(request.actor, "engineer.roster", engineer_id)
    start, end = _period(wanted, ZoneInfo(row.outlet.timezone))
    done = services.book_undoable(
        actor=request.actor, engineer_id=engineer_id, kind=wanted.kind, starts_at=start, ends_at=end, note=wanted.note
    )
    return Status(201, AbsenceDone(engineer=told(request, engineer_id), visits=visits(done.visits), undo=done.undo))


@router.delete(
    "/people/engineers/{uuid:engineer_id}/absences/{uuid:absence_id}", verb="engineer.roster", response=EngineerDetail
)
def cancel_absence(request: Request, engineer_id: UUID, absence_id: UUID) -> EngineerDetail:
    services.cancel_absence(actor=request.actor, engineer_id=engineer_id, absence_id=absence_id)
    return told(request, engineer_id)


def _plan(request: Request, wanted: DaysIn, hours: services.Hours | None) -> PlannedOut:
    done = services.plan_crew(
        actor=request.actor,
        engineer_ids=wanted.engineer_ids,
        first=wanted.first,
        last=wanted.last,
        weekdays=wanted.weekdays,
        hours=hours,
        check=wanted.check,
    )
    return PlannedOut(
        shifts=done.shifts,
        replaced=done.replaced,
        engineers=len(set(wanted.engineer_ids)),
        outside=visits(done.outside),
        undo=done.undo,
    )


def _period(wanted: AbsenceIn, zone: ZoneInfo) -> tuple[datetime, datetime]:
    if not 2000 <= wanted.first.year <= wanted.last.year < 9000:
        raise Invalid("people.bad_absence", kind=wanted.kind)
    start = datetime.combine(wanted.first, wanted.from_time or time(), zone)
    last = wanted.last if wanted.to_time else wanted.last + timedelta(days=1)
    return start, datetime.combine(last, wanted.to_time or time(), zone)
