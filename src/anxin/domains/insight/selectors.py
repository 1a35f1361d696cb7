"""Reading the measures: figures, trends, the tree of places, and the cases behind a figure."""

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, QuerySet, Sum

from anxin.domains.fieldwork import public as fieldwork
from anxin.domains.people import public as people
from anxin.domains.tickets import public as tickets
from anxin.kernel import authz, clock, policies
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound

from .measures import FLOWS, MEASURES, Targets
from .models import Outcome, Rollup


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure over a period, beside the same over the period `before`; `change` = value - before.

    `value` is None without cases; `enough` is false under the minimum sample; `trend` has one value per day.
    """

    code: str
    value: float | None
    target: float | None
    n: int
    enough: bool
    good: bool | None
    before: float | None
    change: float | None
    trend: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A place with its figures by code."""

    org_id: UUID
    parent_id: UUID | None
    kind: str
    name: str
    partner: bool
    figures: dict[str, Figure]
    #: Open tickets by age: under a day, to three, to seven, older.
    ages: tuple[int, ...]


#: Where an age class ends, in days; what is older is the last class.
AGES = (1, 3, 7)


@dataclass(frozen=True, slots=True)
class ClockKept:
    """How a named clock was kept: `value` in percent of `n`."""

    clock: str
    n: int
    value: float
    enough: bool


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both counted."""

    start: date
    end: date

    @property
    def days(self) -> list[date]:
        return [self.start + timedelta(days=n) for n in range((self.end - self.start).days + 1)]

    @property
    def before(self) -> "Period":
        """The same number of days just before."""
        length = self.end - self.start + timedelta(days=1)
        return Period(self.start - length, self.end - length)


def rollups_visible_to(actor: Actor, verb: str = "report.see") -> QuerySet[Rollup]:
    return authz.scoped(Rollup.objects.all(), actor, verb, org="org_id")


def outcomes_visible_to(actor: Actor, verb: str = "report.see") -> QuerySet[Outcome]:
    return authz.scoped(Outcome.objects.all(), actor, verb, org="org_id")


def report(actor: Actor, period: Period, org_id: UUID | None = None, order_type: str = "") -> list[Node]:
    """The chosen place (else the top of what the actor may see) and its children, each with all figures.

    `order_type`: of tickets of this type alone, else of all. Raises NotFound for a place outside the actor's reach.
    """
    places = people.places_for(actor, "report.see")
    top = _top(places, org_id)
    shown = [top, *[place for place in places if place.parent_id == top.id]]
    sums = _sums(rollups_visible_to(actor), period, order_type)
    work = _open_work(actor, order_type)
    return [_node(place, period, sums, work) for place in shown]


def company(period: Period, order_type: str = "") -> dict[str, Figure]:
    """The whole company's figures, to hold one's own against; sums only, no rows."""
    found = _sums(Rollup.objects.all(), period, order_type)
    places = {org for _, org, _ in found}
    return {code: _figure(code, period, places, found) for code in MEASURES}


def clocks(actor: Actor, period: Period, org_id: UUID, order_type: str = "") -> list[ClockKept]:
    """Each named clock of a place and all below it, worst kept first."""
    rows = cases(actor, "clocks_kept", period, org_id, missed=False, order_type=order_type)
    least = policies.current(Targets).minimum_sample
    found = rows.order_by().values_list("detail").annotate(n=Count("pk"), kept=Sum("value"))
    made = [ClockKept(name, n, round(100 * kept / n, 1), n >= least) for name, n, kept in found]
    return sorted(made, key=lambda one: (one.value, one.clock))


Work = list[tuple[UUID, datetime]]


def _open_work(actor: Actor, order_type: str) -> Work:
    """Open tickets at the place that has the work: the outlet of the open order, else the ticket's own."""
    outlets = fieldwork.outlets_at_work()
    rows = tickets.open_work(actor, order_type=order_type)
    return [(outlets.get(ticket_id, org_id), opened_at) for ticket_id, org_id, opened_at in rows]


def _top(places: list[people.OrgCard], org_id: UUID | None) -> people.OrgCard:
    known = {place.id for place in places}
    tops = [place for place in places if place.parent_id not in known]
    chosen = [place for place in places if place.id == org_id] if org_id else tops
    if not chosen:
        raise NotFound
    return chosen[0]


Sums = dict[tuple[str, UUID, date], tuple[int, int]]


def _sums(rows: QuerySet[Rollup], period: Period, order_type: str) -> Sums:
    """Of the period and the one before, and what has been counted since: a past backlog is reckoned back from now."""
    rows = rows.filter(day__gte=period.before.start)
    rows = rows.filter(order_type=order_type) if order_type else rows
    grouped = rows.order_by().values_list("measure", "org_id", "day").annotate(n=Sum("n"), total=Sum("total"))
    return {(measure, org, day): (n, total) for measure, org, day, n, total in grouped}


def _node(place: people.OrgCard, period: Period, sums: Sums, work: Work) -> Node:
    below = people.org_subtree(place.id)
    figures = {code: _figure(code, period, below, sums) for code in MEASURES}
    ages = _ages([opened_at for org, opened_at in work if org in below])
    figures["backlog"] = _backlog(sum(ages), period, below, sums)
    return Node(place.id, place.parent_id, place.kind, place.name, place.partner, figures, ages)


def _ages(opened: list[datetime]) -> tuple[int, ...]:
    now = clock.now()
    classes = [bisect_left(AGES, (now - at) / timedelta(days=1)) for at in opened]
    return tuple(classes.count(place) for place in range(len(AGES) + 1))


def _figure(code: str, period: Period, orgs: Collection[UUID], sums: Sums) -> Figure:
    measure, targets = MEASURES[code], policies.current(Targets)
    by_day = [_add(sums, code, orgs, day) for day in period.days]
    n, total = sum(x for x, _ in by_day), sum(y for _, y in by_day)
    before = [_add(sums, code, orgs, day) for day in period.before.days]
    value = _value(measure.kind, n, total)
    old = _value(measure.kind, sum(x for x, _ in before), sum(y for _, y in before))
    target: float | None = getattr(targets, code, None)
    enough = measure.kind == "count" or n >= targets.minimum_sample
    return Figure(
        code=code,
        value=value,
        target=target,
        n=n,
        enough=enough,
        good=None if value is None or target is None or not enough else value >= target,
        before=old,
        change=None if value is None or old is None else round(value - old, 1),
        trend=tuple(_value(measure.kind, x, y) for x, y in by_day),
    )


def _add(sums: Sums, code: str, orgs: Collection[UUID], day: date) -> tuple[int, int]:
    found = [sums[key] for org in orgs if (key := (code, org, day)) in sums]
    return sum(n for n, _ in found), sum(total for _, total in found)


def _value(kind: str, n: int, total: int) -> float | None:
    if kind == "count":
        return float(n)
    return round(100 * total / n, 1) if n else None


def _backlog(now: int, period: Period, orgs: Collection[UUID], sums: Sums) -> Figure:
    """Open tickets at the end of each day: those of now, less what came in since and what went out put back."""
    came = {day: _of_day(sums, orgs, day) for _, _, day in sums}

    def at_end_of(end: date) -> float:
        return float(now - sum(change for day, change in came.items() if day > end))

    limit, trend = policies.current(Targets).backlog, tuple(at_end_of(day) for day in period.days)
    value, before = trend[-1], at_end_of(period.before.end)
    good = value <= limit
    return Figure("backlog", value, float(limit), int(value), True, good, before, value - before, trend)


def _of_day(sums: Sums, orgs: Collection[UUID], day: date) -> int:
    """By how many the open work of the places grew on a day."""
    came, gone = (_add(sums, code, orgs, day)[0] for code in FLOWS)
    return came - gone


def cases(
    actor: Actor,
    measure: str,
    period: Period,
    org_id: UUID,
    *,
    missed: bool,
    detail: str = "",
    order_type: str = "",
) -> QuerySet[Outcome]:
    """The outcomes behind a figure: those that missed, or all; `detail` one clock's. NotFound for no such measure."""
    if measure not in MEASURES:
        raise NotFound
    rows = outcomes_visible_to(actor).filter(
        measure=measure, org_id__in=people.org_subtree(org_id), day__gte=period.start, day__lte=period.end
    )
    rows = rows.filter(detail=detail) if detail else rows
    rows = rows.filter(order_type=order_type) if order_type else rows
    return rows.filter(value=0) if missed else rows
