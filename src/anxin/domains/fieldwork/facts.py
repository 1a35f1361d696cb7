"""Rows → the facts of an outlet's day, which rules and engine judge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from anxin.domains.fieldwork import selectors
from anxin.domains.fieldwork.models import WorkOrder
from anxin.domains.fieldwork.policies import Dispatch
from anxin.domains.fieldwork.rules import Job, Period, Person, Stop, overlap
from anxin.domains.people import public as people
from anxin.kernel import policies
from anxin.kernel.statements import follow


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of an outlet's engineers on one day, for one order."""

    order: WorkOrder
    policy: Dispatch
    day: date
    persons: list[Person]
    cards: dict[UUID, people.EngineerCard]

    @property
    def visits_a_day(self) -> int:
        return self.policy.visits_a_day

    def job(self, window: Period | None) -> Job:
        order, policy = self.order, self.policy
        return Job(
            category=order.category,
            level=policy.high_end_level if order.high_end else policy.level,
            high_end=order.high_end,
            certificates=needed_certificates(policy, order.category, order.order_type),
            minutes=order.minutes,
            day=self.day,
            window=window,
            lng=order.household.lng if order.household else None,
            lat=order.household.lat if order.household else None,
        )


def facts_on(order: WorkOrder, days: Sequence[date], *, only: UUID | None = None) -> list[Facts]:
    """Read an outlet's days, in order: eight queries, however many days and engineers."""
    assert order.outlet is not None, "an order without an outlet has no candidates"
    follow(order, "household")
    zone, outlet = ZoneInfo(order.outlet.timezone), order.outlet.pk
    data = people.candidates_over([outlet], days, only=only)
    spans = {day: _midnights(day, zone) for day in days}
    taken = _Taken(order, {d.engineer.id for rows in data.values() for d in rows}, [*spans.values()])
    policy = policies.current(Dispatch, scope={"category": order.category, "order_type": order.order_type})
    return [
        Facts(
            order=order,
            policy=policy,
            day=day,
            persons=[_person(d, order.category, day, *taken.on(d.engineer.id, spans[day])) for d in rows],
            cards={d.engineer.id: d.engineer for d in rows},
        )
        for day, rows in data.items()
    ]


def _midnights(day: date, zone: ZoneInfo) -> Period:
    """A day of the outlet's place; two of them around a change to summer time are 23 or 25 hours apart."""
    return datetime.combine(day, time(), zone), datetime.combine(day + timedelta(days=1), time(), zone)


class _Taken:
    """What takes the time of engineers over some days, read once."""

    def __init__(self, order: WorkOrder, engineers: set[UUID], spans: Sequence[Period]) -> None:
        start, end = min(span[0] for span in spans), max(span[1] for span in spans)
        self.stops, self.visits = defaultdict[UUID, list[Stop]](list), defaultdict[UUID, list[datetime]](list)
        for engineer_id, stop in selectors.busy(list(engineers), start, end, without=order.pk):
            self.stops[engineer_id].append(stop)
        for engineer_id, begins in selectors.visits_in(list(engineers), start, end):
            self.visits[engineer_id].append(begins)

    def on(self, engineer: UUID, span: Period) -> tuple[list[Stop], int]:
        """Stops that touch a day, in order, and how many visits begin on it."""
        stops = [stop for stop in self.stops[engineer] if overlap(stop.window, span)]
        count = sum(span[0] <= begins < span[1] for begins in self.visits[engineer])
        return sorted(stops, key=lambda stop: stop.window), count


def needed_certificates(policy: Dispatch, category: str, order_type: str) -> frozenset[str]:
    """Kinds of certificate the law asks for this work."""
    return frozenset(
        rule.certificate
        for rule in policy.certificates
        if rule.category in {"", category} and (not rule.order_types or order_type in rule.order_types)
    )


def _person(data: people.CandidateData, category: str, day: date, stops: list[Stop], visits: int) -> Person:
    card, shift = data.engineer, data.shift
    return Person(
        id=card.id,
        level=card.level(category),
        certificates=_valid_until(card, day),
        shift=(shift.starts_at, shift.ends_at) if shift else None,
        away=tuple((a.starts_at, a.ends_at) for a in data.absences),
        stops=tuple(stops),
        visits=visits,
        travel_mode=card.travel_mode,
        lng=card.home_lng,
        lat=card.home_lat,
    )


def _valid_until(card: people.EngineerCard, day: date) -> dict[str, date]:
    """Kind → last day of the certificate that lasts longest, of those begun by `day`."""
    found: dict[str, date] = {}
    for certificate in card.certificates:
        if certificate.valid_from <= day:
            found[certificate.kind] = max(found.get(certificate.kind, date.min), certificate.valid_to)
    return found
