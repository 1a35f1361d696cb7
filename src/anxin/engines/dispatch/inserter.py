"""`insert`: the best ways to add a job to a plan in force, with reasons, in milliseconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from anxin.engines.dispatch.board import Board, Lane
from anxin.engines.dispatch.compiling import compile_problem
from anxin.engines.dispatch.costing import route_cost
from anxin.engines.dispatch.jit import FAR, Ints
from anxin.engines.dispatch.model import Job, Problem, Route
from anxin.engines.dispatch.result import Reason, reason
from anxin.engines.dispatch.scanning import Ways, call_of, scan_ways
from anxin.engines.dispatch.schedule import timetable

TIMED = 3  # more ways are timed exactly than are shown, so that lateness behind them can change the order


@dataclass(frozen=True, slots=True)
class Option:
    """One way: who, when, what it adds (cost; seconds of travel, lateness, overtime), and the route as it would be.

    `ejected` loses its place.
    """

    engineer: str
    shift: int
    start: int
    cost: int
    travel: int
    late: int
    overtime: int
    route: Route
    ejected: str | None = None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What is said about this way: what it adds, and who gives way."""
        said = [reason("extra_travel", seconds=self.travel)]
        if self.late:
            said.append(reason("extra_lateness", seconds=self.late))
        if self.overtime:
            said.append(reason("extra_overtime", seconds=self.overtime))
        if self.ejected is not None:
            said.append(reason("ejects", job=self.ejected))
        return tuple(said)


@dataclass(frozen=True, slots=True)
class Insertion:
    """Options, cheapest first, and how many engineers each rule excludes."""

    job: Job
    options: tuple[Option, ...]
    excluded: tuple[Reason, ...]


def insert(board: Board, job: Job, *, limit: int = 5) -> Insertion:
    """The `limit` cheapest ways to do `job`; only if there is none, those that eject one less urgent job.

    Every engineer and every position is tried, so no option means that none exists without moving more than one
    job. ValueError for a linked job: work of two people is planned by `plan`, or by `repair` while the day runs.
    """
    if any(job.id in (link.first, link.second) for link in board.problem.links):
        raise ValueError(f"{job.id} is linked: plan or repair, do not insert it")
    call, people = call_of(board, job), board.crew.people(board.problem, job)
    counts = board.crew.excluded(board.problem, job)
    options: list[Option] = []
    for eject in (False, True):
        options = options_of(board, job, scan_ways(board.arrays, call, eject=eject), people, limit)
        if options:
            break
    counts["no_room"] = int((call.fit > 0).sum()) - len({o.engineer for o in options}) if not options else 0
    excluded = tuple(reason(code, engineers=n) for code, n in counts.most_common() if n)
    return Insertion(job, tuple(options), excluded)


def options_of(board: Board, job: Job, ways: Ways, people: Ints, limit: int, spare: int = TIMED) -> list[Option]:
    """The cheapest ways (and some to spare), timed exactly and ranked by what they add to the cost of the plan."""
    rough = np.where(ways.cost < FAR, ways.cost + people, FAR)
    options: list[Option] = []
    for r in np.argsort(rough, kind="stable"):
        if rough[r] >= FAR or len(options) == limit + spare:
            break
        option = _option(board, job, int(r), int(ways.position[r]), int(ways.ejected[r]))
        if option is not None:
            options.append(option)
    return sorted(options, key=lambda o: o.cost)[:limit]


def _option(board: Board, job: Job, r: int, position: int, ejected: int) -> Option | None:
    """The way timed exactly, None if a rule that legs do not show (parts used up, capacity) forbids it."""
    lane = board.lanes[r]
    gone = None if ejected < 0 else lane.jobs[ejected - int(board.arrays.at[r])]
    rest = [j for j in lane.jobs if j is not gone]
    was = time_lane(board.problem, lane, lane.jobs)
    now = time_lane(board.problem, lane, [*rest[:position], job, *rest[position:]])
    if now is None or was is None or now.route is None:
        return None
    fine = 0 if gone is None else board.problem.weights.penalty(gone)
    return Option(
        engineer=lane.engineer.id,
        shift=lane.shift,
        start=next(v.start for v in now.route.visits if v.job == job.id),
        cost=now.cost - was.cost + fine,
        travel=now.travel - was.travel,
        late=now.late - was.late,
        overtime=now.overtime - was.overtime,
        route=now.route,
        ejected=None if gone is None else gone.id,
    )


@dataclass(frozen=True, slots=True)
class Timed:
    """A lane with given jobs: cost, and seconds of travel, lateness and overtime; no route = stays at home."""

    cost: int
    travel: int
    late: int
    overtime: int
    route: Route | None


def time_lane(problem: Problem, lane: Lane, jobs: Sequence[Job]) -> Timed | None:
    """Timetable and cost of one lane doing `jobs` in this order; None if impossible."""
    alone = compile_problem(lane_problem(problem, lane, jobs))
    a = alone.arrays._replace(rich=True)  # walk it: a plain problem is costed without looking at the clock
    stops = np.arange(len(jobs), dtype=np.int64)
    if not jobs and lane.begun is None:
        return Timed(0, 0, 0, 0, None)
    cost, _ = route_cost(a, 0, stops, len(jobs), a.window_lo, a.window_hi)
    if cost >= FAR:
        return None
    path = [int(a.start[0]), *range(len(jobs)), int(a.end[0])]
    travel = sum(int(a.travel[0, x, y]) for x, y in pairwise(path))
    route = replace(timetable(alone, 0, stops, a.window_lo, a.window_hi), shift=lane.shift)
    due = {job.id: job.due for job in jobs if job.due is not None}
    late = sum(max(0, v.start - due[v.job]) for v in route.visits if v.job in due)
    return Timed(int(cost), travel, late, max(0, route.finish - int(a.closes[0])), route)


def lane_problem(problem: Problem, lane: Lane, jobs: Sequence[Job]) -> Problem:
    """The problem of this one shift and these jobs."""
    gone = {v.job for v in lane.begun.visits} if lane.begun else set()
    past = tuple(job for job in problem.jobs if job.id in gone) if gone else ()
    shift = lane.engineer.shifts[lane.shift]
    begun = () if lane.begun is None else (replace(lane.begun, shift=0),)
    engineer = replace(lane.engineer, shifts=(shift,))
    return replace(problem, engineers=(engineer,), jobs=(*jobs, *past), locks=(), chains=(), links=(), begun=begun)
