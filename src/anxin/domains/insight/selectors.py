"""Reading the measures: figures, trends, the tree of places, and the cases behind a figure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet, Sum

from anxin.domains.people import public as people
from anxin.domains.tickets import public as tickets
from anxin.kernel import authz, policies
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound

from .measures import MEASURES, Targets
from .models import Outcome, Rollup


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure over a period. `value` is None without cases; `enough` is false under the minimum sample."""

    code: str
    value: float | None
    target: float | None
    n: int
    enough: bool
    good: bool | None
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


def report(actor: Actor, period: Period, org_id: UUID | None = None) -> list[Node]:
    """The chosen place (else the top of what the actor may see) and its children, each with all figures.

    Raises NotFound for a place outside the actor's reach.
    """
    places = people.places_for(actor, "report.see")
    top = _top(places, org_id)
    shown = [top, *[place for place in places if place.parent_id == top.id]]
    sums = _sums(actor, period)
    earlier = _sums(actor, period.before)
    open_by_org = tickets.open_counts(actor)
    return [_node(place, period, sums, earlier, open_by_org) for place in shown]


def _top(places: list[people.OrgCard], org_id: UUID | None) -> people.OrgCard:
    known = {place.id for place in places}
    tops = [place for place in places if place.parent_id not in known]
    chosen = [place for place in places if place.id == org_id] if org_id else tops
    if not chosen:
        raise NotFound
    return chosen[0]


Sums = dict[tuple[str, UUID, date], tuple[int, int]]


def _sums(actor: Actor, period: Period) -> Sums:
    rows = rollups_visible_to(actor).filter(day__gte=period.start, day__lte=period.end)
    grouped = rows.order_by().values_list("measure", "org_id", "day").annotate(n=Sum("n"), total=Sum("total"))
    return {(measure, org, day): (n, total) for measure, org, day, n, total in grouped}


def _node(place: people.OrgCard, period: Period, sums: Sums, earlier: Sums, open_by_org: dict[UUID, int]) -> Node:
    below = people.org_subtree(place.id)
    figures = {code: _figure(code, period, below, sums, earlier) for code in MEASURES}
    figures["backlog"] = _backlog(sum(count for org, count in open_by_org.items() if org in below))
    return Node(place.id, place.parent_id, place.kind, place.name, place.partner, figures)


def _figure(code: str, period: Period, orgs: Collection[UUID], sums: Sums, earlier: Sums) -> Figure:
    measure, targets = MEASURES[code], policies.current(Targets)
    by_day = [_add(sums, code, orgs, day) for day in period.days]
    n, total = sum(x for x, _ in by_day), sum(y for _, y in by_day)
    before = [_add(earlier, code, orgs, day) for day in period.before.days]
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


def _backlog(count: int) -> Figure:
    limit = policies.current(Targets).backlog
    return Figure("backlog", float(count), float(limit), count, True, count <= limit, None, ())


def cases(actor: Actor, measure: str, period: Period, org_id: UUID, *, missed: bool) -> QuerySet[Outcome]:
    """The outcomes behind a figure: those that missed, or all. Raises NotFound for an unknown measure."""
    if measure not in MEASURES:
        raise NotFound
    rows = outcomes_visible_to(actor).filter(
        measure=measure, org_id__in=people.org_subtree(org_id), day__gte=period.start, day__lte=period.end
    )
    return rows.filter(value=0) if missed else rows
