"""Rows → the facts the rules judge → candidates with names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from anxin.domains.fieldwork import rules, selectors
from anxin.domains.fieldwork.models import WorkOrder
from anxin.domains.fieldwork.policies import Dispatch
from anxin.domains.fieldwork.rules import Able, Excluded, Job, Period, Person
from anxin.domains.people import public as people
from anxin.kernel import clock, policies


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


@dataclass(frozen=True, slots=True)
class Candidates:
    """Engineers able, best first, and excluded ones, with their cards."""

    able: list[Able]
    excluded: list[Excluded]
    cards: dict[UUID, people.EngineerCard]

    def find(self, engineer_id: UUID) -> Able | Excluded | None:
        everyone: list[Able | Excluded] = [*self.able, *self.excluded]
        return next((c for c in everyone if c.id == engineer_id), None)


def candidates(order: WorkOrder, window: Period | None = None, *, only: UUID | None = None) -> Candidates:
    """Who of the order's outlet may do it in `window` (or on its day, if none is asked for); `only`: one engineer."""
    assert order.outlet is not None, "an order without an outlet has no candidates"
    when = window or _agreed(order)
    day = (when[0] if when else clock.now()).astimezone(ZoneInfo(order.outlet.timezone)).date()
    facts = facts_on(order, day, only=only)
    able, excluded = rules.judge(facts.job(when), facts.persons, facts.visits_a_day)
    return Candidates(able, excluded, facts.cards)


def _agreed(order: WorkOrder) -> Period | None:
    return (order.window_start, order.window_end) if order.window_start and order.window_end else None


def facts_on(order: WorkOrder, day: date, *, only: UUID | None = None) -> Facts:
    """Read an outlet's day: six queries, however many engineers it has."""
    assert order.outlet is not None, "an order without an outlet has no candidates"
    data = people.candidates_data([order.outlet.pk], day, only=only)
    start = datetime.combine(day, time(), ZoneInfo(order.outlet.timezone))
    taken = _taken(order, [d.engineer.id for d in data], start, start + timedelta(days=1))
    return Facts(
        order=order,
        policy=policies.current(Dispatch, scope={"category": order.category, "order_type": order.order_type}),
        day=day,
        persons=[_person(d, order.category, day, *taken[d.engineer.id]) for d in data],
        cards={d.engineer.id: d.engineer for d in data},
    )


def _taken(
    order: WorkOrder, engineers: list[UUID], start: datetime, end: datetime
) -> dict[UUID, tuple[list[Period], int]]:
    busy: dict[UUID, list[Period]] = defaultdict(list)
    for engineer_id, begins, ends in selectors.busy(engineers, start, end, without=order.pk):
        busy[engineer_id].append((begins, ends))
    counts = selectors.visits_on(engineers, start, end)
    return {engineer: (busy[engineer], counts[engineer]) for engineer in engineers}


def needed_certificates(policy: Dispatch, category: str, order_type: str) -> frozenset[str]:
    """Kinds of certificate the law asks for this work."""
    return frozenset(
        rule.certificate
        for rule in policy.certificates
        if rule.category in {"", category} and (not rule.order_types or order_type in rule.order_types)
    )


def _person(data: people.CandidateData, category: str, day: date, busy: list[Period], visits: int) -> Person:
    card, shift = data.engineer, data.shift
    return Person(
        id=card.id,
        level=card.level(category),
        certificates=_valid_until(card, day),
        shift=(shift.starts_at, shift.ends_at) if shift else None,
        away=tuple((a.starts_at, a.ends_at) for a in data.absences),
        busy=tuple(busy),
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
