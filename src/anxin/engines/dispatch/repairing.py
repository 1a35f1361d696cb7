"""`freeze` and `repair`: a plan that meets the day. Only the routes touched and their neighbours may change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from anxin.engines.dispatch.accounting import account
from anxin.engines.dispatch.cells import part
from anxin.engines.dispatch.compiling import pace_of
from anxin.engines.dispatch.linking import firsts
from anxin.engines.dispatch.model import Chain, Engineer, Job, Problem, Route, Shift
from anxin.engines.dispatch.planner import Budget, plan
from anxin.engines.dispatch.result import Plan
from anxin.engines.dispatch.timing import drive_back
from anxin.engines.dispatch.travel import Place

DAY = 86_400
NEIGHBOURS = 8  # routes that may help each touched one


@dataclass(frozen=True, slots=True)
class Ended:
    """A visit begun ends at `end`: later than planned (overrun) or sooner (nobody there)."""

    job: str
    end: int


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The customer cancels: the job goes; a visit already begun ends now."""

    job: str


@dataclass(frozen=True, slots=True)
class Declined:
    """The engineer cannot take this job."""

    job: str
    engineer: str


@dataclass(frozen=True, slots=True)
class Absent:
    """Ill, or the outlet closes: these engineers do nothing they have not begun."""

    engineers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Storm:
    """No work starts before `until` within `minutes` of travel of `centre`."""

    centre: Place
    minutes: int
    until: int


Event = Ended | Cancelled | Declined | Absent | Storm


@dataclass(frozen=True, slots=True)
class Change:
    """A job whose engineer or start is another (None = unserved before or after)."""

    job: str
    before: tuple[str, int] | None
    after: tuple[str, int] | None


@dataclass(frozen=True, slots=True)
class Repair:
    """The problem as the events left it, the new plan, and every visit that changed."""

    problem: Problem
    plan: Plan
    changes: tuple[Change, ...]


def freeze(problem: Problem, current: Plan, now: int) -> Problem:
    """`problem` at `now`: visits to which the engineer has left are begun, and the plan is what stability compares.

    He leaves when he must to arrive at the start, or at once if lunch lies between.
    """
    jobs = {job.id: job for job in problem.jobs}
    engineers = {e.id: e for e in problem.engineers}
    begun = []
    for route in current.routes:
        engineer = engineers[route.engineer]
        gone = _gone(problem, jobs, engineer, route, now)
        until = max(now, route.visits[gone - 1].start) if gone else now
        lunch = route.lunch_at if route.lunch_at is not None and route.lunch_at <= until else None
        if gone or lunch is not None:
            restock = route.restock if route.restock is not None and route.restock < gone else None
            depart = route.depart if gone else engineer.shifts[route.shift].opens
            begun.append(replace(route, visits=route.visits[:gone], lunch_at=lunch, restock=restock, depart=depart))
    before = {v.job: (route.engineer, v.start) for route in current.routes for v in route.visits}
    return replace(problem, now=now, begun=tuple(begun), before=before)


def _gone(problem: Problem, jobs: dict[str, Job], engineer: Engineer, route: Route, now: int) -> int:
    """Number of visits towards which the engineer has left by `now`."""
    here, free, pace = engineer.start, route.depart, pace_of(problem)
    for k, visit in enumerate(route.visits):
        drive = int(problem.travel.seconds([here], [jobs[visit.job].place], engineer.mode)[0, 0])
        between = route.lunch_at is not None and free <= route.lunch_at < visit.start
        if now < (free if between or route.restock == k else drive_back(pace, visit.start, drive)):
            return k
        here, free = jobs[visit.job].place, visit.end
    return len(route.visits)


def repair(
    problem: Problem, current: Plan, *, now: int, events: Sequence[Event] = (), touched: Iterable[str] = (),
    seed: int = 0, budget: Budget | None = None,
) -> Repair:  # fmt: skip
    """Meet `events` at `now`: what has begun stays, only the engineers touched and their neighbours are re-planned.

    Moving a visit costs what `problem.weights.moved` and `moved_soon` say. `touched` names further engineers.
    """
    frozen = freeze(problem, current, now)
    hit = set(touched)
    for event in events:
        hit |= _touched(frozen, current, event)
        frozen = _apply(frozen, event)
    hit |= _partners(frozen, hit)
    circle = _circle(frozen, hit) if hit else {e.id for e in frozen.engineers}
    where: dict[str, tuple[str, int | None]] = {job.id: (min(circle), None) for job in frozen.jobs}
    where.update(frozen.before)
    inner = part(frozen, where, circle)
    found = plan(inner, seed=seed, budget=budget or Budget(iterations=2000), start=current)
    routes = (*(r for r in current.routes if r.engineer not in circle), *found.routes)
    merged = Plan(routes, found.unserved, account(frozen, routes, [u.job for u in found.unserved]), found.iterations)
    return Repair(frozen, merged, changes(current, merged))


def _touched(problem: Problem, current: Plan, event: Event) -> set[str]:
    """Engineers whose routes the event breaks."""
    where = current.assigned()
    if isinstance(event, Absent):
        return set(event.engineers)
    if isinstance(event, Storm):
        return {where[job.id] for job in problem.jobs if job.id in where and _inside(problem, event, job)}
    return {where[event.job]} if event.job in where else set()


def _inside(problem: Problem, storm: Storm, job: Job) -> bool:
    mode = problem.engineers[0].mode
    return int(problem.travel.seconds([storm.centre], [job.place], mode)[0, 0]) <= storm.minutes * 60


def _apply(problem: Problem, event: Event) -> Problem:
    """The problem as the event leaves it."""
    gone = {v.job for route in problem.begun for v in route.visits}
    if isinstance(event, Cancelled) and event.job in gone:
        event = Ended(event.job, problem.now or 0)
    if isinstance(event, Ended):
        return _ended(problem, event)
    if isinstance(event, Cancelled):
        return _without(problem, event.job)
    return replace(problem, jobs=tuple(j if j.id in gone else _hit(problem, j, event) for j in problem.jobs))


def _without(problem: Problem, job: str) -> Problem:
    """The problem without this job, its locks and its link."""
    return replace(
        problem,
        jobs=tuple(j for j in problem.jobs if j.id != job),
        locks=tuple(lock for lock in problem.locks if lock.job != job),
        chains=tuple(_shorter(chain, job) for chain in problem.chains),
        links=tuple(link for link in problem.links if job not in (link.first, link.second)),
    )


def _shorter(chain: Chain, job: str) -> Chain:
    return replace(chain, jobs=tuple(j for j in chain.jobs if j != job))


def _hit(problem: Problem, job: Job, event: Absent | Declined | Storm) -> Job:
    """A job not begun, after the event."""
    if isinstance(event, Absent):
        return replace(job, banned=job.banned | event.engineers)
    if isinstance(event, Declined):
        return replace(job, banned=job.banned | {event.engineer}) if job.id == event.job else job
    if not _inside(problem, event, job):
        return job
    windows = sorted(job.windows) or [(event.until, event.until + DAY)]
    late = tuple((max(lo, event.until), hi) for lo, hi in windows if hi >= event.until)
    return replace(job, windows=late or ((event.until, event.until),))


def _ended(problem: Problem, event: Ended) -> Problem:
    """The begun visit with its true end; a lunch that the work pushed out of its time may be taken after it."""
    routes = tuple(_ended_route(route, event) for route in problem.begun)
    late = {(r.engineer, r.shift) for r in routes if r.lunch_at is None and any(v.job == event.job for v in r.visits)}
    engineers = tuple(
        replace(e, shifts=tuple(_later_lunch(s, event.end) if (e.id, k) in late else s for k, s in enumerate(e.shifts)))
        for e in problem.engineers
    )
    return replace(problem, begun=routes, engineers=engineers)


def _ended_route(route: Route, event: Ended) -> Route:
    """While a visit runs over, the engineer has not left for what follows, nor had the lunch after it."""
    k = next((k for k, v in enumerate(route.visits) if v.job == event.job), None)
    if k is None:
        return route
    was = route.visits[k]
    now = replace(was, end=max(event.end, was.start))
    if now.end <= was.end:
        return replace(route, visits=(*route.visits[:k], now, *route.visits[k + 1 :]))
    lunch = None if route.lunch_at is None or route.lunch_at >= was.end else route.lunch_at
    return replace(route, visits=(*route.visits[:k], now), lunch_at=lunch)


def _later_lunch(shift: Shift, end: int) -> Shift:
    if shift.lunch is None or end <= shift.lunch.latest:
        return shift
    return replace(shift, lunch=replace(shift.lunch, latest=end))


def _partners(problem: Problem, hit: set[str]) -> set[str]:
    """Who does a job linked to one of the engineers hit: a visit of two cannot be changed with one alone."""
    head = firsts(problem.links)
    mine = {head[job] for job, (engineer, _) in problem.before.items() if engineer in hit and job in head}
    return {engineer for job, (engineer, _) in problem.before.items() if head.get(job) in mine}


def _circle(problem: Problem, hit: set[str]) -> set[str]:
    """The engineers hit and the nearest of the others to each."""
    engineers = [e for e in problem.engineers if e.shifts]
    starts, circle = [e.start for e in engineers], set(hit)
    for engineer in engineers:
        if engineer.id in hit:
            away = problem.travel.seconds([engineer.start], starts, engineer.mode)[0]
            circle |= {engineers[int(k)].id for k in np.argsort(away, kind="stable")[: NEIGHBOURS + 1]}
    return circle


def changes(old: Plan, new: Plan) -> tuple[Change, ...]:
    """Every job whose engineer or start differs between two plans, by job."""
    was, now = ({v.job: (r.engineer, v.start) for r in p.routes for v in r.visits} for p in (old, new))
    jobs = sorted(set(was) | set(now))
    return tuple(Change(job, was.get(job), now.get(job)) for job in jobs if was.get(job) != now.get(job))
