"""Reads of engineers for those who set the house up: the list, one engineer whole, the days of a crew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from anxin.kernel import authz, clock, policies
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound

from . import rules, work
from .models import Absence, Certificate, Engineer, EngineerSkill, Shift
from .selectors import around, local_date, zone_of
from .tree import subtree


def engineers(actor: Actor, verb: str) -> QuerySet[Engineer]:
    """The only door to engineers: those of the actor's places, an engineer himself, or all."""
    return authz.scoped(Engineer.objects.all(), actor, verb, org="outlet_id", own="user_id")


def engineer_for(actor: Actor, verb: str, engineer_id: UUID) -> Engineer:
    """One engineer with name and outlet. Raises NotFound for one the verb does not reach."""
    row = engineers(actor, verb).select_related("user", "outlet").filter(pk=engineer_id).first()
    if row is None:
        raise NotFound
    return row


def matching(
    rows: QuerySet[Engineer], *, q: str = "", org: UUID | None = None, papers: str = "", left: bool = False
) -> QuerySet[Engineer]:
    """Narrowed by name or number, by a place and all below it, by a certificate in the state `papers`."""
    rows = rows.filter(active=not left)
    if q:
        rows = rows.filter(Q(user__name__icontains=q) | Q(employee_no__icontains=q))
    if org:
        rows = rows.filter(outlet_id__in=subtree(org))
    return rows.filter(pk__in=_with_papers(papers)) if papers else rows


def _with_papers(state: str) -> QuerySet[Certificate, Any]:
    """Engineers whose latest certificate of some kind is `expired`, ends `soon`, or either (`any`)."""
    today = clock.now().date()
    limit = today + timedelta(days=policies.current(rules.Crew).certificate_days)
    each = Certificate.objects.filter(ended_at=None).order_by().values("engineer_id", "kind")
    latest = each.annotate(until=Max("valid_to")).values_list("engineer_id", flat=True)
    if state == "expired":
        return latest.filter(until__lt=today)
    if state == "soon":
        return latest.filter(until__gte=today, until__lte=limit)
    return latest.filter(until__lte=limit)


def today_at(org_id: UUID) -> date:
    """The calendar day at a place."""
    return local_date(org_id, clock.now())


@dataclass(frozen=True, slots=True)
class Paper:
    """A certificate with the state it is in today."""

    id: UUID
    kind: str
    number: str
    valid_from: date
    valid_to: date
    checked_at: datetime | None
    state: str
    ended: bool


@dataclass(frozen=True, slots=True)
class Member:
    """What there is to tell of an engineer. `papers`: all of them, as `papers_of`; `visits`: the open ones."""

    row: Engineer
    skills: Mapping[str, int]
    papers: tuple[Paper, ...]
    shift: Shift | None
    away: bool
    visits: tuple[work.OpenVisit, ...]
    visits_today: int


def members(page: Sequence[Engineer]) -> list[Member]:
    """The rows of a page with skills, certificates, today and load: five queries for any number of them."""
    ids = [row.pk for row in page]
    if not ids:
        return []
    now, today = clock.now(), {row.pk: today_at(row.outlet_id) for row in page}
    skills = skills_of(ids)
    papers = papers_of(ids)
    shifts = {(s.engineer_id, s.date): s for s in Shift.objects.filter(engineer__in=ids, date__in=set(today.values()))}
    away = set(
        Absence.objects.filter(engineer__in=ids, starts_at__lte=now, ends_at__gt=now).values_list(
            "engineer_id", flat=True
        )
    )
    visits = _visits_of(ids)
    return [
        Member(
            row=row,
            skills=skills[row.pk],
            papers=tuple(papers[row.pk]),
            shift=shifts.get((row.pk, today[row.pk])),
            away=row.pk in away,
            visits=tuple(visits[row.pk]),
            visits_today=_on(visits[row.pk], row, today[row.pk]),
        )
        for row in page
    ]


def _visits_of(ids: Collection[UUID]) -> dict[UUID, list[work.OpenVisit]]:
    found: dict[UUID, list[work.OpenVisit]] = defaultdict(list)
    for visit in work.open_visits(ids):
        found[visit.engineer_id].append(visit)
    return found


def _on(visits: Iterable[work.OpenVisit], row: Engineer, day: date) -> int:
    start, end = span(row.outlet_id, day, day)
    return sum(visit.touches(start, end) for visit in visits)


def span(outlet_id: UUID, first: date, last: date) -> tuple[datetime, datetime]:
    """From the first midnight of `first` to the end of `last` at the outlet's place."""
    zone = zone_of(outlet_id)
    return datetime.combine(first, time(), zone), datetime.combine(last + timedelta(days=1), time(), zone)


def skills_of(ids: Collection[UUID]) -> dict[UUID, dict[str, int]]:
    found: dict[UUID, dict[str, int]] = defaultdict(dict)
    for skill in EngineerSkill.objects.filter(engineer__in=ids).order_by("category"):
        found[skill.engineer_id][skill.category] = skill.level
    return found


def papers_of(ids: Collection[UUID]) -> dict[UUID, list[Paper]]:
    """Every certificate, by kind and then the latest first."""
    warn, found = policies.current(rules.Crew).certificate_days, defaultdict[UUID, list[Paper]](list)
    rows = Certificate.objects.filter(engineer__in=ids).order_by("kind", "-valid_to", "-valid_from")
    for row in rows.select_related("engineer"):
        state = rules.certificate_state(row.valid_from, row.valid_to, today_at(row.engineer.outlet_id), warn)
        found[row.engineer_id].append(
            Paper(
                row.pk,
                row.kind,
                row.number,
                row.valid_from,
                row.valid_to,
                row.checked_at,
                state,
                row.ended_at is not None,
            )
        )
    return found


def latest(papers: Iterable[Paper]) -> list[Paper]:
    """Of each kind the one that holds longest; those ended on purpose are left out once they no longer hold."""
    best: dict[str, Paper] = {}
    for paper in papers:
        if not (paper.ended and paper.state == "expired"):
            best.setdefault(paper.kind, paper)
    return list(best.values())


@dataclass(frozen=True, slots=True)
class CrewDay:
    """One day of one engineer at the outlet's place. `hours` None = no shift; `lunch` None = none."""

    day: date
    hours: tuple[time, time] | None
    lunch: tuple[time, time] | None
    away: bool
    visits: int


def days_of(page: Sequence[Engineer], first: date, days: int) -> dict[UUID, list[CrewDay]]:
    """The days from `first` of each engineer: shift, absence, open visits; three queries for any number of them."""
    ids = [row.pk for row in page]
    if not ids:
        return {}
    last = first + timedelta(days=days - 1)
    shifts = {(s.engineer_id, s.date): s for s in Shift.objects.filter(engineer__in=ids, date__range=(first, last))}
    begins, ends = around(first, last)
    absences: dict[UUID, list[Absence]] = defaultdict(list)
    for absence in Absence.objects.filter(engineer__in=ids, starts_at__lt=ends, ends_at__gt=begins):
        absences[absence.engineer_id].append(absence)
    visits = _visits_of(ids)
    wanted = [first + timedelta(days=n) for n in range(days)]
    return {
        row.pk: [_day(row, day, shifts.get((row.pk, day)), absences[row.pk], visits[row.pk]) for day in wanted]
        for row in page
    }


def _day(
    row: Engineer, day: date, shift: Shift | None, absences: Iterable[Absence], visits: Iterable[work.OpenVisit]
) -> CrewDay:
    start, end = span(row.outlet_id, day, day)
    hours, lunch = wall(shift, row.outlet_id) if shift else (None, None)
    away = any(a.starts_at < end and start < a.ends_at for a in absences)
    return CrewDay(day, hours, lunch, away, sum(visit.touches(start, end) for visit in visits))


def wall(shift: Shift, outlet_id: UUID) -> tuple[tuple[time, time], tuple[time, time] | None]:
    """A shift's hours and lunch as the clock on the outlet's wall shows them."""
    zone = zone_of(outlet_id)
    hours = shift.starts_at.astimezone(zone).time(), shift.ends_at.astimezone(zone).time()
    if shift.lunch_starts_at is None or shift.lunch_ends_at is None:
        return hours, None
    return hours, (shift.lunch_starts_at.astimezone(zone).time(), shift.lunch_ends_at.astimezone(zone).time())
