"""From the search's order of jobs to a timetable: when to leave, start, lunch and come back."""

from __future__ import annotations

from anxin.engines.dispatch.arrays import Arrays, Compiled
from anxin.engines.dispatch.compiling import free_since
from anxin.engines.dispatch.costing import leg, serve, supplied_cost
from anxin.engines.dispatch.jit import FAR, Ints
from anxin.engines.dispatch.model import Route, Visit
from anxin.engines.dispatch.timing import after_lunch, ceil_window, drive, drive_back

State = tuple[int, int, int, int, int]


def timetable(compiled: Compiled, r: int, stops: Ints, lo: Ints, hi: Ints) -> Route:
    """The route of shift r over `stops` (row numbers) as visits with times, the visits already begun in
    front.
    """
    a, (engineer, shift) = compiled.arrays, compiled.shifts[r]
    begun = next((b for b in compiled.problem.begun if (b.engineer, b.shift) == (engineer.id, shift)), None)
    restock = supplied_cost(a, r, stops, len(stops), lo, hi)[2] if a.need.shape[1] else -1
    lunch_leg, last = _lunch_leg(a, r, stops, restock, lo, hi)
    depart = int(a.opens[r]) if begun else _departure(a, r, stops, lunch_leg, restock, last, lo, hi)
    times, finish, lunch_at = _walk(a, r, stops, lunch_leg, restock, depart, lo, hi)
    if begun is not None and begun.visits and not len(stops):  # on the way home since then, not from now on
        _, home, lunch = _walk(a, r, stops, lunch_leg, restock, free_since(engineer.shifts[shift], begun), lo, hi)
        now = compiled.problem.now
        if lunch is None or now is None or lunch >= now:
            finish, lunch_at = home, lunch
    visits = tuple(Visit(compiled.jobs[j].id, *t) for j, t in zip(stops, times, strict=True))
    passed = None if restock < 0 else restock
    if begun is None:
        return Route(engineer.id, visits, depart, finish, lunch_at, passed, shift)
    passed = begun.restock if passed is None else len(begun.visits) + passed
    lunch_at = begun.lunch_at if lunch_at is None else lunch_at
    return Route(engineer.id, begun.visits + visits, begun.depart, finish, lunch_at, passed, shift)


def _legs(a: Arrays, r: int, stops: Ints, restock: int) -> list[tuple[int, int]]:
    """(seconds, job or -1) of each leg: to the stops, the depot where passed, and the end place."""
    goals = [int(j) for j in stops]
    if restock >= 0:
        goals.insert(restock, -1)
    legs, here = [], int(a.start[r])
    for job in goals:
        there = int(a.depot[r]) if job < 0 else job
        legs.append((int(a.travel[a.mode[r], here, there]), job))
        here = there
    return [*legs, (int(a.travel[a.mode[r], here, a.end[r]]), -1)]


def _lunch_leg(a: Arrays, r: int, stops: Ints, restock: int, lo: Ints, hi: Ints) -> tuple[int, State]:
    """(leg on which lunch is taken or -1, final state), by the same steps and ties as `costing.walk`."""
    slack = 0 if a.begun[r] or len(a.pace) else FAR
    s0: State = (int(a.opens0[r]), 0, 0, slack, 0)
    s1: State = (int(a.opens1[r]), 0, 0, slack, 0)
    lunch_leg = -1
    for k, (seconds, job) in enumerate(_legs(a, r, stops, restock)):
        after = leg(a, r, s0, s1, seconds)
        if after != (drive(a.pace, s1[0], seconds), *s1[1:]):
            lunch_leg = k
        s0, s1 = (int(drive(a.pace, s0[0], seconds)), *s0[1:]), after
        if job >= 0:
            s0, s1 = serve(a, r, job, s0, lo, hi), serve(a, r, job, s1, lo, hi)
    return lunch_leg, s1


def _departure(a: Arrays, r: int, stops: Ints, lunch_leg: int, restock: int, last: State, lo: Ints, hi: Ints) -> int:
    """Latest departure that moves no end where hours cost; else the one that reaches the first stop in
    time.
    """
    opens = int(a.opens[r])
    if a.weight[1]:
        return opens + min(last[2], last[3])
    seconds, job = _legs(a, r, stops, restock)[0]
    if job < 0 or (len(a.pace) and lunch_leg == 0):
        return opens
    early, late, length = (int(v) for v in a.lunch[r])
    if lunch_leg != 0:
        begin = ceil_window(a.window_at, lo, hi, job, drive(a.pace, opens, seconds))
        return int(drive_back(a.pace, begin, seconds))
    arrive = after_lunch(a.pace, opens, seconds, early, late, length)
    return min(late, int(ceil_window(a.window_at, lo, hi, job, arrive)) - seconds - length)


def _walk(
    a: Arrays, r: int, stops: Ints, lunch_leg: int, restock: int, depart: int, lo: Ints, hi: Ints
) -> tuple[list[tuple[int, int, int]], int, int | None]:
    """((arrive, start, end) of each stop, finish, lunch start) when leaving at `depart`."""
    early, late, length = (int(v) for v in a.lunch[r])
    free, lunch_at, times = depart, None, []
    for k, (seconds, job) in enumerate(_legs(a, r, stops, restock)):
        arrive = int(drive(a.pace, free, seconds))
        if k == lunch_leg:
            arrive = int(after_lunch(a.pace, free, seconds, early, late, length))
            lunch_at = min(late, arrive - length)
        free = arrive
        if job >= 0:
            start = int(ceil_window(a.window_at, lo, hi, job, arrive))
            free = start + int(a.service[job, r])
            times.append((arrive, start, free))
    return times, free, lunch_at
