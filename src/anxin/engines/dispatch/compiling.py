"""From a problem to its arrays: places numbered, rules evaluated once for all jobs that ask the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anxin.engines.dispatch.arrays import Arrays, Compiled
from anxin.engines.dispatch.crew import Crew
from anxin.engines.dispatch.jit import COMPILES, FAR, Ints
from anxin.engines.dispatch.linking import linked
from anxin.engines.dispatch.model import Engineer, Job, Lock, Problem, Route, Shift
from anxin.engines.dispatch.rules import moving_cost, told
from anxin.engines.dispatch.travel import Place

NEIGHBOURS = 120
LONGEST_DRIVE = 1 << 30  # what 32 bits hold with room to add
LOCKED = 10**9  # a job that a person has given to somebody is left out only if it cannot be done
Columns = dict[str, NDArray[Any]]
Seconds = np.int32 if COMPILES else np.int64  # interpreted, 32 bits could not be added to FAR
Shifts = Sequence[tuple[Engineer, int]]


def compile_problem(problem: Problem) -> Compiled:
    """Map a problem to arrays; jobs already begun are left out, their engineers start where they end."""
    problem = _as_begun(problem)
    started = {v.job for route in problem.begun for v in route.visits}
    jobs = tuple(job for job in problem.jobs if job.id not in started)
    shifts = tuple((e, k) for e in problem.engineers for k in range(len(e.shifts)))
    places = _Places([job.place for job in jobs])
    columns = _columns(problem, shifts, places)
    rows = _rows(problem, jobs, shifts)
    travel = places.travel(problem, shifts)
    back = np.ascontiguousarray(travel.transpose(0, 2, 1))
    if np.array_equal(travel, back):
        back = travel  # one table stays in the processor's cache where two would not
    near = _near(travel[0, : len(jobs), : len(jobs)])
    rich = _is_rich(problem, jobs) or bool(rows["window_cost"].any())
    arrays = Arrays(
        travel=travel, back=back, near=near, weight=_weights(problem), pace=pace_of(problem), rich=rich,
        **columns, **rows,
    )  # fmt: skip
    return Compiled(problem, arrays, jobs, shifts)


def _as_begun(problem: Problem) -> Problem:
    """Who began one of two linked jobs does the other too, or must not, as the link says."""
    began = {v.job: route.engineer for route in problem.begun for v in route.visits}
    locks, banned = list(problem.locks), {}
    for link in problem.links:
        for one, other in ((link.first, link.second), (link.second, link.first)):
            if one in began and other not in began and link.same:
                locks.append(Lock(other, began[one]))
            elif one in began and other not in began:
                banned[other] = frozenset({began[one]})
    jobs = (replace(j, banned=j.banned | banned[j.id]) if j.id in banned else j for j in problem.jobs)
    return replace(problem, locks=tuple(locks), jobs=tuple(jobs)) if locks or banned else problem


def _is_rich(problem: Problem, jobs: Sequence[Job]) -> bool:
    w = problem.weights
    late = any(job.due is not None for job in jobs) and (w.lateness or w.breach or w.worst_lateness)
    extra = any(shift.overtime for e in problem.engineers for shift in e.shifts)
    return bool(late or w.duration or extra or any(job.parts or job.tools for job in jobs))


def _weights(problem: Problem) -> Ints:
    w = problem.weights
    return np.array([w.travel, w.duration, w.overtime, w.lateness, w.breach, w.worst_lateness], dtype=np.int64)


def pace_of(problem: Problem) -> Ints:
    """The pace of the day repeated over all shifts, as `timing` reads it."""
    if problem.pace is None:
        return np.zeros(0, dtype=np.int64)
    day, shifts = problem.pace.day, [shift for e in problem.engineers for shift in e.shifts]
    first = min((s.opens for s in shifts), default=0) // day - 1
    last = max((s.closes + s.overtime for s in shifts), default=0) // day + 1
    flat = [v for d in range(first, last + 1) for at, pace in problem.pace.pieces for v in (d * day + at, pace)]
    return np.array([-FAR, *flat[1:]], dtype=np.int64)


class _Places:
    """Numbers places: jobs first, each its own row; homes and depots shared where equal."""

    def __init__(self, jobs: list[Place]) -> None:
        self.all = list(jobs)
        self.seen: dict[Place, int] = {}

    def number(self, place: Place) -> int:
        if place not in self.seen:
            self.seen[place] = len(self.all)
            self.all.append(place)
        return self.seen[place]

    def travel(self, problem: Problem, shifts: Shifts) -> Ints:
        modes = _modes(shifts)
        cube: Ints = np.empty((len(modes), len(self.all), len(self.all)), dtype=Seconds)
        for k, mode in enumerate(modes):
            seconds = problem.travel.seconds(self.all, self.all, mode)
            if seconds.min(initial=0) < 0 or seconds.max(initial=0) > LONGEST_DRIVE:
                raise ValueError(f"travel times by {mode} are not within 0 to {LONGEST_DRIVE}")
            cube[k] = seconds
        return cube


def _modes(shifts: Shifts) -> list[str]:
    return sorted({engineer.mode for engineer, _ in shifts}) or ["car"]


def _near(travel: Ints) -> Ints:
    """For each job the nearest jobs, itself first, ties by number."""
    size = min(len(travel), NEIGHBOURS)
    both = travel.astype(np.int64) + travel.T
    np.fill_diagonal(both, -1)
    return np.argsort(both, axis=1, kind="stable")[:, :size].astype(np.int64)


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), dtype=np.int64)


def _columns(problem: Problem, shifts: Shifts, places: _Places) -> Columns:
    begun = {(route.engineer, route.shift): route for route in problem.begun}
    jobs = {job.id: job for job in problem.jobs}
    state = [start_state(problem, jobs, e, e.shifts[k], begun.get((e.id, k))) for e, k in shifts]
    modes, number = _modes(shifts), {e.id: k for k, e in enumerate(problem.engineers)}
    names = sorted({a for job in problem.jobs for a in (*job.parts, *job.tools)})
    tools = {tool for job in problem.jobs for tool in job.tools}
    lunches = [_lunch(e.shifts[k]) for e, k in shifts]
    width = max((len(e.capacity) for e in problem.engineers), default=0)
    return {
        "person": _ints(number[e.id] for e, _ in shifts),
        "mode": _ints(modes.index(e.mode) for e, _ in shifts),
        "start": _ints(places.number(s[0]) for s in state),
        "opens": _ints(s[1] for s in state),
        "opens0": _ints(FAR if s[2] else s[1] for s in state),
        "opens1": _ints(s[1] if s[2] else FAR for s in state),
        "begun": _ints((e.id, k) in begun for e, k in shifts),
        "end": _ints(places.number(e.end or e.start) for e, _ in shifts),
        "closes": _ints(e.shifts[k].closes for e, k in shifts),
        "latest": _ints(e.shifts[k].closes + e.shifts[k].overtime for e, k in shifts),
        "lunch": np.array(lunches, dtype=np.int64).reshape(len(shifts), 3),
        "kind": _kinds(shifts, begun),
        "capacity": np.array(
            [_left(problem, e, begun.get((e.id, k)), width) for e, k in shifts], dtype=np.int64
        ).reshape(len(shifts), width),
        "hold": np.array(
            [[_held(problem, e, begun.get((e.id, k)), a) for a in names] for e, k in shifts], dtype=np.int64
        ).reshape(len(shifts), len(names)),
        "consumed": _ints(a not in tools for a in names),
        "depot": _ints(-1 if e.depot is None else places.number(e.depot) for e, _ in shifts),
    }


def start_state(
    problem: Problem, jobs: Mapping[str, Job], engineer: Engineer, shift: Shift, begun: Route | None
) -> tuple[Place, int, bool]:
    """(place, free from, lunch over) of a shift as it stands at `problem.now`."""
    free = free_since(shift, begun) if problem.now is None else max(free_since(shift, begun), problem.now)
    if begun is None:
        return engineer.start, free, shift.lunch is None
    place = jobs[begun.visits[-1].job].place if begun.visits else engineer.start
    return place, free, shift.lunch is None or begun.lunch_at is not None


def free_since(shift: Shift, begun: Route | None) -> int:
    """When the shift opened, or what has begun of it ends."""
    free = shift.opens
    if begun is not None and begun.lunch_at is not None and shift.lunch is not None:
        free = max(free, begun.lunch_at + shift.lunch.duration)
    if begun is not None and begun.visits:
        free = max(free, begun.visits[-1].end)
    return free


def _lunch(shift: Shift) -> tuple[int, int, int]:
    return (shift.lunch.earliest, shift.lunch.latest, shift.lunch.duration) if shift.lunch else (0, -1, 0)


def _kinds(shifts: Shifts, begun: dict[tuple[str, int], Route]) -> Ints:
    """Same number = same in everything but the id, so that one empty route stands for all of them."""
    seen: dict[object, int] = {}
    kinds = []
    for engineer, k in shifts:
        bare = (
            engineer.start,
            engineer.end,
            engineer.shifts[k],
            tuple(sorted(engineer.skills.items())),
            tuple(sorted(engineer.certificates.items())),
            engineer.mode,
            tuple(sorted(engineer.holds.items())),
            engineer.tools,
            engineer.depot,
            engineer.capacity,
            engineer.visit_cost,
            engineer.week_seconds,
            engineer.unpleasant,
            (engineer.id, k) if (engineer.id, k) in begun else None,
        )
        kinds.append(seen.setdefault(bare, len(seen)))
    return _ints(kinds)


def _left(problem: Problem, engineer: Engineer, begun: Route | None, width: int) -> list[int]:
    """Capacity not yet used by the visits begun."""
    done = {v.job for v in begun.visits} if begun else set()
    used = [job.demand for job in problem.jobs if job.id in done]
    full = (*engineer.capacity, *[FAR] * (width - len(engineer.capacity)))
    return [full[q] - sum(d[q] for d in used if len(d) > q) for q in range(width)]


def _held(problem: Problem, engineer: Engineer, begun: Route | None, name: str) -> int:
    """Tools count 1; parts what is left; after a visit to the depot everything."""
    if name in engineer.tools:
        return 1
    if begun is not None and begun.restock is not None:
        return FAR
    done = {v.job for v in begun.visits} if begun else set()
    used = sum(job.parts.get(name, 0) for job in problem.jobs if job.id in done)
    return engineer.holds.get(name, 0) - used


def _rows(problem: Problem, jobs: Sequence[Job], shifts: Shifts) -> Columns:
    index = {job.id: j for j, job in enumerate(jobs)}
    starts = {v.job: v.start for route in problem.begun for v in route.visits}
    chained = {job for chain in problem.chains for job in chain.jobs}
    locked = chained | {lock.job for lock in problem.locks}
    width = max((len(e.capacity) for e in problem.engineers), default=0)
    names = sorted({a for job in problem.jobs for a in (*job.parts, *job.tools)})
    windows = [windows_of(problem, job, starts) for job in jobs]
    flat = [w for ws in windows for w in ws]
    crew, shape = Crew(shifts), (len(jobs), len(shifts))
    startable = np.array([len(ws) > 0 for ws in windows], dtype=np.uint8).reshape(len(jobs), 1)
    return {
        "fit": np.array([crew.fit(problem, job) for job in jobs], dtype=np.uint8).reshape(shape) * startable,
        "service": np.array([crew.service(job) for job in jobs], dtype=np.int64).reshape(shape),
        "assign": np.array([crew.people(problem, job) for job in jobs], dtype=np.int64).reshape(shape),
        "window_at": np.cumsum([0, *map(len, windows)], dtype=np.int64),
        "window_lo": _ints(w[0] for w in flat),
        "window_hi": _ints(w[1] for w in flat),
        "window_cost": _ints(c for job, ws in zip(jobs, windows, strict=True) for c in _turning(problem, job, ws)),
        "due": _ints(FAR if job.due is None else job.due for job in jobs),
        "penalty": _ints(LOCKED if job.id in locked else problem.weights.penalty(job) for job in jobs),
        "demand": np.array([[*job.demand, *[0] * (width - len(job.demand))] for job in jobs], dtype=np.int64).reshape(
            len(jobs), width
        ),
        "need": np.array(
            [[job.parts.get(a, 0) + (a in job.tools) for a in names] for job in jobs], dtype=np.int64
        ).reshape(len(jobs), len(names)),
        "fixed": _ints(job.id in chained for job in jobs),
        **linked(problem.links, index),
    }


def windows_of(problem: Problem, job: Job, starts: dict[str, int]) -> list[tuple[int, int]]:
    """Windows for the start, in order, cut by locks and by a linked job that has begun."""
    windows = sorted(job.windows) or [(-FAR, FAR)]
    low, high = -FAR, FAR
    for lock in problem.locks:
        if lock.job == job.id and lock.start is not None:
            low = high = lock.start
    for link in problem.links:
        if link.second == job.id and link.first in starts:
            low, high = starts[link.first] + link.least, starts[link.first] + link.most
        elif link.first == job.id and link.second in starts:
            low, high = starts[link.second] - link.most, starts[link.second] - link.least
    return [(max(a, low), min(b, high)) for a, b in windows if max(a, low) <= min(b, high)]


def _turning(problem: Problem, job: Job, windows: list[tuple[int, int]]) -> list[int]:
    """For each window what it costs to start in it."""
    was = told(problem, job)
    if was is None:
        return [0] * len(windows)
    return [0 if was[0] <= lo and hi <= was[1] else moving_cost(problem, job.id) for lo, hi in windows]
