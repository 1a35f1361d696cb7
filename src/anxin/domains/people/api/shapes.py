"""What is told of engineers."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from ninja import Schema

from anxin.kernel import authz, clock
from anxin.kernel.actor import Actor

from .. import crew, work
from ..models import Absence, Engineer

#: How far back absences are told.
_ABSENCES_BACK = timedelta(days=30)
_ACTS = ("manage", "certify", "roster")


class SkillOut(Schema):
    category: str
    level: int


class CertificateOut(Schema):
    """`state`: ok, soon, expired or later; `ok` says whether it holds today."""

    kind: str
    valid_to: date
    state: str
    ok: bool


class DayOut(Schema):
    """Today at the outlet's place: the shift, whether the engineer is away now, visits of the day."""

    starts_at: datetime | None
    ends_at: datetime | None
    away: bool
    visits: int


class EngineerOut(Schema):
    id: UUID
    version: int
    name: str
    employee_no: str
    active: bool
    outlet_id: UUID
    outlet: str
    partner: bool
    travel_mode: str
    skills: list[SkillOut]
    certificates: list[CertificateOut]
    today: DayOut
    open_visits: int


class PaperOut(Schema):
    """A certificate whole. `number` is empty for who may not certify."""

    id: UUID
    kind: str
    number: str
    valid_from: date
    valid_to: date
    state: str
    ended: bool


class HomeOut(Schema):
    """`accuracy` in metres; none = the exact point."""

    lng: float
    lat: float
    area: str
    accuracy: int | None


class AbsenceOut(Schema):
    """`kind` and `note` are empty for who does not plan the engineer's days: why is his own business."""

    id: UUID
    kind: str
    starts_at: datetime
    ends_at: datetime
    note: str


class VisitOut(Schema):
    engineer_id: UUID
    order_id: UUID
    number: str
    starts_at: datetime | None
    ends_at: datetime | None


class MayOut(Schema):
    """What the reader may do to this engineer."""

    manage: bool
    certify: bool
    roster: bool


class EngineerDetail(EngineerOut):
    """One engineer whole. `home` only for himself and who manages him."""

    username: str
    phone: str
    timezone: str
    home: HomeOut | None
    papers: list[PaperOut]
    absences: list[AbsenceOut]
    visits: list[VisitOut]
    may: MayOut


class CrewDayOut(Schema):
    """A day at the outlet's place, hours by the clock on its wall; `start` none = no shift."""

    day: date
    start: time | None
    end: time | None
    lunch_start: time | None
    lunch_end: time | None
    away: bool
    visits: int


class RosterRow(Schema):
    id: UUID
    name: str
    employee_no: str
    outlet: str
    days: list[CrewDayOut]


def line(member: crew.Member) -> EngineerOut:
    return EngineerOut(**_line(member))


def _line(member: crew.Member) -> dict[str, Any]:
    row = member.row
    return {
        "id": row.pk,
        "version": row.version,
        "name": row.user.name,
        "employee_no": row.employee_no,
        "active": row.active,
        "outlet_id": row.outlet_id,
        "outlet": row.outlet.name,
        "partner": row.outlet.partner,
        "travel_mode": row.travel_mode,
        "skills": [SkillOut(category=code, level=level) for code, level in member.skills.items()],
        "certificates": [
            CertificateOut(kind=p.kind, valid_to=p.valid_to, state=p.state, ok=p.state in ("ok", "soon"))
            for p in crew.latest(member.papers)
        ],
        "today": DayOut(
            starts_at=member.shift.starts_at if member.shift else None,
            ends_at=member.shift.ends_at if member.shift else None,
            away=member.away,
            visits=member.visits_today,
        ),
        "open_visits": len(member.visits),
    }


def whole(row: Engineer, actor: Actor) -> EngineerDetail:
    """An engineer as the actor may know him; `row` brings user and outlet."""
    (member,) = crew.members([row])
    reach = {name: authz.reaches_place(actor, f"engineer.{name}", row.outlet_id) for name in _ACTS}
    knows = {name: reached or row.pk == actor.id for name, reached in reach.items()}
    return EngineerDetail(
        **_line(member),
        username=row.user.username,
        phone=row.user.phone if knows["manage"] else authz.mask_phone(row.user.phone),
        timezone=row.outlet.timezone,
        home=_home(row) if knows["manage"] else None,
        papers=[
            PaperOut(
                id=p.id, kind=p.kind, number=p.number if knows["certify"] else "", valid_from=p.valid_from,
                valid_to=p.valid_to, state=p.state, ended=p.ended,
            )
            for p in member.papers
        ],
        absences=[_absence(absence, told=knows["roster"]) for absence in _absences(row)],
        visits=visits(member.visits),
        may=MayOut(**{name: reached and row.active for name, reached in reach.items()}),
    )  # fmt: skip


def visits(found: Collection[work.OpenVisit]) -> list[VisitOut]:
    return [
        VisitOut(
            engineer_id=v.engineer_id, order_id=v.order_id, number=v.number, starts_at=v.starts_at, ends_at=v.ends_at
        )
        for v in found
    ]


def roster_rows(page: Collection[Engineer], first: date, days: int) -> list[RosterRow]:
    told = crew.days_of(list(page), first, days)
    return [
        RosterRow(
            id=row.pk, name=row.user.name, employee_no=row.employee_no, outlet=row.outlet.name,
            days=[_day(one) for one in told[row.pk]],
        )
        for row in page
    ]  # fmt: skip


def _day(one: crew.CrewDay) -> CrewDayOut:
    start, end = one.hours or (None, None)
    lunch = one.lunch or (None, None)
    return CrewDayOut(
        day=one.day, start=start, end=end, lunch_start=lunch[0], lunch_end=lunch[1], away=one.away, visits=one.visits
    )


def _home(row: Engineer) -> HomeOut | None:
    if row.home_lng is None or row.home_lat is None:
        return None
    return HomeOut(lng=row.home_lng, lat=row.home_lat, area=row.home_area, accuracy=row.home_accuracy)


def _absences(row: Engineer) -> list[Absence]:
    since = clock.now() - _ABSENCES_BACK
    return list(Absence.objects.filter(engineer=row, ends_at__gt=since).order_by("starts_at"))


def _absence(absence: Absence, *, told: bool) -> AbsenceOut:
    return AbsenceOut(
        id=absence.pk,
        kind=absence.kind if told else "",
        starts_at=absence.starts_at,
        ends_at=absence.ends_at,
        note=absence.note if told else "",
    )
