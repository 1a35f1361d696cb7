"""A plan in force, laid out so that a new job is tried against all of it in milliseconds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from anxin.engines.dispatch.accounting import account
from anxin.engines.dispatch.compiling import pace_of, start_state
from anxin.engines.dispatch.crew import Crew
from anxin.engines.dispatch.jit import FAR, Ints
from anxin.engines.dispatch.lanes import Lanes
from anxin.engines.dispatch.model import Engineer, Job, Problem, Route
from anxin.engines.dispatch.result import Plan
from anxin.engines.dispatch.rules import service_seconds
from anxin.engines.dispatch.travel import Place, Spots

HELD = 0  # priority of a stop that may not be ejected


@dataclass(frozen=True, slots=True)
class Lane:
    """One shift: its visits begun, where and since when it is free, and the jobs still to come in order."""

    engineer: Engineer
    shift: int
    begun: Route | None
    start: Place
    opens: int
    lunched: bool
    jobs: tuple[Job, ...]

    @property
    def end(self) -> Place:
        return self.engineer.end or self.engineer.start


@dataclass(frozen=True, slots=True)
class Board:
    """Problem and plan at one moment. Changing a route makes a new board that shares all the others."""

    problem: Problem
    plan: Plan
    lanes: tuple[Lane, ...]
    arrays: Lanes
    crew: Crew
    stops: Spots  # of every visit to come, in the order of `arrays`
    starts: Spots  # of every lane
    ends: Spots


def lay_board(problem: Problem, plan: Plan) -> Board:
    """The board of `plan`; visits already begun (`problem.begun`) are where each lane starts from.

    The plan's cost is taken anew, since moving a visit may cost by now.
    """
    jobs = _held_jobs(problem, plan)
    routes = {(route.engineer, route.shift): route for route in plan.routes}
    begun = {(route.engineer, route.shift): route for route in problem.begun}
    shifts = [(e, k) for e in problem.engineers for k in range(len(e.shifts))]
    lanes = tuple(_lane(problem, jobs, e, k, begun.get((e.id, k)), routes.get((e.id, k))) for e, k in shifts)
    cost = account(problem, plan.routes, [u.job for u in plan.unserved])
    crew = Crew(shifts)
    for job in problem.jobs:  # so that the next call asks what has been asked before
        crew.codes(job)
    return Board(
        problem,
        replace(plan, cost=cost),
        lanes,
        flatten(problem, lanes),
        crew,
        stops=Spots([job.place for lane in lanes for job in lane.jobs]),
        starts=Spots([lane.start for lane in lanes]),
        ends=Spots([lane.end for lane in lanes]),
    )


def _held_jobs(problem: Problem, plan: Plan) -> dict[str, Job]:
    """Jobs by id; those locked to a start or linked to another keep the start they have in the plan."""
    jobs = {job.id: job for job in problem.jobs}
    starts = {v.job: v.start for route in plan.routes for v in route.visits}
    fixed = {lock.job for lock in problem.locks if lock.start is not None}
    fixed |= {job for link in problem.links for job in (link.first, link.second)}
    for name in fixed & set(starts):
        jobs[name] = replace(jobs[name], windows=((starts[name], starts[name]),))
    return jobs


def _lane(
    problem: Problem, jobs: Mapping[str, Job], engineer: Engineer, shift: int, begun: Route | None, route: Route | None
) -> Lane:
    start, opens, lunched = start_state(problem, jobs, engineer, engineer.shifts[shift], begun)
    gone = len(begun.visits) if begun else 0
    todo = tuple(jobs[v.job] for v in route.visits[gone:]) if route else ()
    return Lane(engineer, shift, begun, start, opens, lunched, todo)


def flatten(problem: Problem, lanes: Sequence[Lane]) -> Lanes:
    """The lanes end to end, as `scan` reads them."""
    held = {lock.job for lock in problem.locks} | {j for k in problem.links for j in (k.first, k.second)}
    held |= {job for chain in problem.chains for job in chain.jobs}
    stops = [(lane, job) for lane in lanes for job in lane.jobs]
    windows = [sorted(job.windows) or [(-FAR, FAR)] for _, job in stops]
    tables = [_matrix(problem, lane) for lane in lanes]
    shifts = [lane.engineer.shifts[lane.shift] for lane in lanes]
    lunches = [(s.lunch.earliest, s.lunch.latest, s.lunch.duration) if s.lunch else (0, -1, 0) for s in shifts]
    return Lanes(
        at=_sums(len(lane.jobs) for lane in lanes),
        leg=np.concatenate([np.diagonal(t, 1) for t in tables] or [_ints([])]),
        skip=np.concatenate([np.diagonal(t, 2) for t in tables] or [_ints([])]),
        service=_ints(service_seconds(job, lane.engineer) for lane, job in stops),
        window_at=_sums(map(len, windows)),
        lo=_ints(w[0] for ws in windows for w in ws),
        hi=_ints(w[1] for ws in windows for w in ws),
        priority=_ints(HELD if job.id in held else job.priority for _, job in stops),
        penalty=_ints(problem.weights.penalty(job) for _, job in stops),
        opens0=_ints(FAR if lane.lunched else lane.opens for lane in lanes),
        opens1=_ints(lane.opens if lane.lunched else FAR for lane in lanes),
        latest=_ints(s.closes + s.overtime for s in shifts),
        lunch_from=_ints(lunch[0] for lunch in lunches),
        lunch_until=_ints(lunch[1] for lunch in lunches),
        lunch_takes=_ints(lunch[2] for lunch in lunches),
        pace=pace_of(problem),
    )


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)


def _sums(sizes: Iterable[int]) -> Ints:
    return np.cumsum([0, *sizes], dtype=np.int64)


def _matrix(problem: Problem, lane: Lane) -> Ints:
    places = [lane.start, *(job.place for job in lane.jobs), lane.end]
    return problem.travel.seconds(places, places, lane.engineer.mode)


def splice(all_lanes: Lanes, r: int, one: Lanes) -> Lanes:
    """`all_lanes` with lane r exchanged for the only lane of `one`."""
    at, windows = all_lanes.at, all_lanes.window_at
    a, b = int(at[r]), int(at[r + 1])
    grown, shown = len(one.service) - (b - a), len(one.lo) - int(windows[b] - windows[a])

    def around(whole: Ints, part: Ints, first: int, last: int) -> Ints:
        return np.concatenate([whole[:first], part, whole[last:]])

    return Lanes(
        at=np.concatenate([at[: r + 1], at[r + 1 :] + grown]),
        leg=around(all_lanes.leg, one.leg, a + r, b + r + 1),
        skip=around(all_lanes.skip, one.skip, a, b),
        service=around(all_lanes.service, one.service, a, b),
        window_at=np.concatenate([windows[:a], one.window_at[:-1] + windows[a], windows[b:] + shown]),
        lo=around(all_lanes.lo, one.lo, int(windows[a]), int(windows[b])),
        hi=around(all_lanes.hi, one.hi, int(windows[a]), int(windows[b])),
        priority=around(all_lanes.priority, one.priority, a, b),
        penalty=around(all_lanes.penalty, one.penalty, a, b),
        opens0=all_lanes.opens0,
        opens1=all_lanes.opens1,
        latest=all_lanes.latest,
        lunch_from=all_lanes.lunch_from,
        lunch_until=all_lanes.lunch_until,
        lunch_takes=all_lanes.lunch_takes,
        pace=all_lanes.pace,
    )
