"""The house's facts as the dispatch engine's board, and what the engine found as candidates and times.

The hard rules of the house say who may go; the engine says who can be there in time, and what it adds to his day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from anxin.domains.fieldwork import rules
from anxin.domains.fieldwork.facts import Facts
from anxin.domains.fieldwork.rules import BRAND, Able, Excluded, Period, Person
from anxin.engines import dispatch
from anxin.engines.dispatch import Board, Cost, Engineer, Job, Place, Plan, Problem, Route, Row, Shift, Unserved, Visit
from anxin.engines.dispatch import Weights as Costs
from anxin.kernel import clock
from anxin.kernel.i18n import Reason

KNOWN = 0
"""`Place.key` of a place with coordinates."""
UNKNOWN_MINUTES = 30
"""To or from a place nobody knows: an hour there and back."""
LATE_HOME = 2 * 3600
"""Seconds after the shift in which an engineer may still be under way, at a cost."""
ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Time:
    """A window and who can come then, best first; `best`: one of the few to tell the customer first."""

    window: Period
    engineers: tuple[UUID, ...]
    best: bool


class Roads:
    """Seconds on the road as `rules.travel_minutes` estimates them."""

    def seconds(self, origins: Sequence[Place], goals: Sequence[Place], mode: str) -> NDArray[np.int64]:
        rows = [[_leg(a, b, mode) for b in goals] for a in origins]
        return np.array(rows, dtype=np.int64).reshape(len(origins), len(goals))


ROADS = Roads()


def judge(facts: Facts, window: Period | None) -> tuple[list[Able], list[Excluded]]:
    """Those able, best first, and those excluded, each with its rule."""
    excluded = _excluded(facts, window)
    board = _board(facts, [p for p in facts.persons if p.id not in excluded], window)
    told = dispatch.explain(board, ASKED, top=len(facts.persons))
    persons = {person.id: person for person in facts.persons}
    able = [_able(facts, persons[_person_of(row.engineer)], window, row) for row in told.feasible]
    late = [Excluded(_person_of(row.engineer), "route", BRAND, Reason("order.no_time")) for row in told.others]
    return able, [*excluded.values(), *late]


def takers(facts: Facts, window: Period) -> list[UUID]:
    """Who can come in `window`, cheapest first."""
    excluded = _excluded(facts, window)
    board = _board(facts, [p for p in facts.persons if p.id not in excluded], window)
    found = dispatch.insert(board, _job(facts, window), limit=len(facts.persons))
    return [_person_of(option.engineer) for option in found.options]


def times(asked: Sequence[tuple[Facts, Sequence[Period]]]) -> list[Time]:
    """Of the windows asked for on each day, those in which somebody can come; three of them are the best to tell."""
    if not asked:
        return []
    now = int(clock.now().timestamp())
    lanes = [_lane(p, n, now) for n, (facts, _) in enumerate(asked) for p in facts.persons if p.shift]
    board = _laid(asked[0][0], lanes, now)
    barred = {
        _span(window): frozenset(_name(engineer, n) for engineer in _excluded(facts, window))
        for n, (facts, windows) in enumerate(asked)
        for window in windows
    }
    spans = {_span(window): window for _, windows in asked for window in windows}
    job = _job(asked[0][0], None)
    found = dispatch.openings(board, job, list(spans), barred)
    best = {one.window for one in dispatch.choose(board, job, found)}
    return [Time(spans[o.window], tuple(map(_person_of, o.engineers)), o.window in best) for o in found]


def _excluded(facts: Facts, window: Period | None) -> dict[UUID, Excluded]:
    job = facts.job(window)
    judged = (rules.exclusion(job, person, facts.visits_a_day) for person in facts.persons)
    return {found.id: found for found in judged if found}


def _board(facts: Facts, persons: Iterable[Person], window: Period | None) -> Board:
    """One day with the asked job unserved. Without a window the hour does not matter: the day in general is meant."""
    now = int(clock.now().timestamp()) if window else None
    return _laid(facts, [_lane(person, 0, now) for person in persons], now, _job(facts, window))


@dataclass(frozen=True, slots=True)
class _Lane:
    """One person's day as the engine takes it."""

    engineer: Engineer
    jobs: tuple[Job, ...]
    route: Route
    begun: int


def _laid(facts: Facts, lanes: Sequence[_Lane], now: int | None, *asked: Job) -> Board:
    begun = [(lane.route, lane.begun) for lane in lanes if lane.begun]
    problem = Problem(
        engineers=tuple(lane.engineer for lane in lanes),
        jobs=(*(job for lane in lanes for job in lane.jobs), *asked),
        travel=ROADS,
        weights=Costs(overtime=1, fairness=3600 // facts.visits_a_day),
        begun=tuple(Route(r.engineer, r.visits[:count], r.depart, r.finish) for r, count in begun),
        now=now,
    )
    routes = tuple(lane.route for lane in lanes if lane.jobs)
    return dispatch.lay_board(problem, Plan(routes, tuple(Unserved(job.id) for job in asked), Cost()))


def _lane(person: Person, n: int, now: int | None) -> _Lane:
    """The day as it is booked: each visit as early as it can be.

    Windows and shift are never narrower than that: what was promised too tightly by our estimate stays as tight.
    """
    assert person.shift is not None, "who has no shift is excluded before"
    name, (opens, closes) = _name(person.id, n), _span(person.shift)
    here = home = _place(person.lng, person.lat)
    free, jobs, visits, begun = max(opens, now or opens), [], [], 0
    for k, stop in enumerate(person.stops):
        place, (first, last) = _place(stop.lng, stop.lat), _span(stop.window)
        gone = now is not None and first <= now
        arrive = first if gone else free + _leg(here, place, person.travel_mode)
        start = max(arrive, first)
        jobs.append(Job(f"{name}/{k}", place, 60 * stop.minutes, ((first, max(last, start)),)))
        visits.append(Visit(jobs[-1].id, arrive, start, start + 60 * stop.minutes))
        here, free, begun = place, max(free, visits[-1].end), begun + gone
    finish = free + _leg(here, home, person.travel_mode)
    shift = Shift(opens, closes, overtime=max(LATE_HOME, finish - closes))
    # an hour for each visit of the day: `fairness` makes a full day cost an hour
    engineer = Engineer(name, home, (shift,), mode=person.travel_mode, week_seconds=3600 * person.visits)
    return _Lane(engineer, tuple(jobs), Route(name, tuple(visits), opens, finish), begun)


def _job(facts: Facts, window: Period | None) -> Job:
    asked = facts.job(window)
    return Job(ASKED, _place(asked.lng, asked.lat), 60 * asked.minutes, (_span(window),) if window else ())


def _able(facts: Facts, person: Person, window: Period | None, row: Row) -> Able:
    seconds = {said.code: int(dict(said.params)["seconds"]) for said in row.reasons}
    travel = None if _nowhere(facts, person) else round(seconds["extra_travel"] / 60)
    overtime = round(seconds.get("extra_overtime", 0) / 60)
    reasons = [
        Reason("order.qualified", {"level": f"enum.level.{person.level}"}),
        Reason("order.load", {"visits": person.visits, "limit": facts.visits_a_day}),
        Reason("order.travel_unknown") if travel is None else Reason("order.extra_travel", {"minutes": travel}),
    ]
    if overtime:
        reasons.append(Reason("order.extra_overtime", {"minutes": overtime}))
    return Able(person.id, round(row.cost / 60, 1), travel, person.visits, window, tuple(reasons))


def _nowhere(facts: Facts, person: Person) -> bool:
    job = facts.job(None)
    return job.lng is None or job.lat is None or person.lng is None or person.lat is None


def _place(lng: float | None, lat: float | None) -> Place:
    return Place(0.0, 0.0) if lng is None or lat is None else Place(lng, lat, key=KNOWN)


def _leg(a: Place, b: Place, mode: str) -> int:
    if a.key != KNOWN or b.key != KNOWN:
        return 60 * UNKNOWN_MINUTES
    minutes = rules.travel_minutes((a.x, a.y), (b.x, b.y), mode)
    assert minutes is not None, "both places are known"
    return 60 * minutes


def _span(period: Period) -> tuple[int, int]:
    return int(period[0].timestamp()), int(period[1].timestamp())


def _name(person: UUID, n: int) -> str:
    """The engine knows a person's day as one engineer, since load and shift are of the day."""
    return f"{person}@{n}"


def _person_of(name: str) -> UUID:
    return UUID(name.partition("@")[0])
