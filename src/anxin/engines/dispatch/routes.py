"""Routes as arrays, with what makes an insertion O(1) to test: earliest times forward, latest times
backward.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.costing import busy_cost, route_cost
from anxin.engines.dispatch.jit import FAR, Ints, compiled, inlined
from anxin.engines.dispatch.timing import (
    after_lunch,
    before_lunch,
    ceil_window,
    drive,
    drive_back,
    floor_window,
)


class Routes(NamedTuple):
    """Row r is shift r; position p of `free*` is the state after p stops, of `last*` the arrival at stop
    p.
    """

    stops: Ints  # (m, longest) jobs in order
    size: Ints  # (m,) stops
    leg: Ints  # (m, longest) seconds into stop p, and into the end place
    free0: Ints  # (m, longest) earliest end of the first p stops, lunch not taken
    free1: Ints  # lunch taken
    last0: Ints  # (m, longest) latest arrival at stop p, lunch not taken before
    last1: Ints
    widest: Ints  # (m,) the longest service that any place between the stops leaves time for, were it on the way
    cost: Ints  # (m,)
    spare: Ints  # (m,) of that what is not `busy_cost`: waiting, lunch, lateness, overtime, the depot
    worst: Ints  # (m,) greatest lateness
    load: Ints  # (m, q)
    where: Ints  # (n,) shift or -1
    stamp: Ints  # (m,) another number whenever the shift changes, the old one when it changes back
    clock: Ints  # (1,) the last such number
    lo: Ints  # (w,) windows, narrowed to one second for linked jobs while they are placed
    hi: Ints


def _zeros(*shape: int) -> Ints:
    return np.zeros(shape, dtype=np.int64)


def no_routes(a: Arrays) -> Routes:
    """The state with nothing planned yet."""
    n, m = a.fit.shape
    longest = longest_route(a) + 2
    routes = Routes(
        stops=_zeros(m, longest),
        size=_zeros(m),
        leg=_zeros(m, longest),
        free0=_zeros(m, longest),
        free1=_zeros(m, longest),
        last0=_zeros(m, longest),
        last1=_zeros(m, longest),
        widest=_zeros(m),
        cost=_zeros(m),
        spare=_zeros(m),
        worst=_zeros(m),
        load=_zeros(m, a.capacity.shape[1]),
        where=_zeros(n) - 1,
        stamp=_zeros(m),
        clock=_zeros(1),
        lo=a.window_lo.copy(),
        hi=a.window_hi.copy(),
    )
    for r in range(m):
        refresh(a, routes, r)
    return routes


def longest_route(a: Arrays) -> int:
    """A bound on the stops of any route: as many of its shortest services as the shift is long.

    Short rows keep the routes in the processor's cache, which is worth more than any cleverness.
    """
    longest = 0
    for r in range(a.fit.shape[1]):
        total = np.cumsum(np.sort(a.service[a.fit[:, r] > 0, r]))
        longest = max(longest, int(np.searchsorted(total, a.latest[r] - a.opens[r], side="right")))
    return longest


@inlined
def place_at(a: Arrays, s: Routes, r: int, p: int) -> int:
    """Place of stop p of shift r; the end place after the last stop, the start place before the first."""
    if p < 0:
        return int(a.start[r])
    if p >= s.size[r]:
        return int(a.end[r])
    return int(s.stops[r, p])


@compiled
def refresh(a: Arrays, s: Routes, r: int) -> None:
    """Recompute everything kept about shift r from its stops."""
    s.clock[0] += 1
    s.stamp[r] = s.clock[0]
    forward(a, s, r)
    backward(a, s, r)
    s.widest[r] = -1
    for p in range(s.size[r] + 1):
        s.widest[r] = max(s.widest[r], s.last1[r, p] - min(s.free0[r, p], s.free1[r, p]))  # last0 is never later
    for q in range(a.capacity.shape[1]):
        s.load[r, q] = 0
        for p in range(s.size[r]):
            s.load[r, q] += a.demand[s.stops[r, p], q]
    cost, worst = route_cost(a, r, s.stops[r], s.size[r], s.lo, s.hi)
    s.cost[r], s.worst[r], s.spare[r] = cost, worst, 0
    if a.weight[1] > 0 and s.size[r] > 0:
        s.spare[r] = max(0, cost - busy_cost(a, r, s.stops[r], s.size[r]))


@compiled
def forward(a: Arrays, s: Routes, r: int) -> None:
    """Earliest end of each stop in both lunch states."""
    early, late, length = a.lunch[r, 0], a.lunch[r, 1], a.lunch[r, 2]
    s.free0[r, 0], s.free1[r, 0] = a.opens0[r], a.opens1[r]
    here = a.start[r]
    for p in range(s.size[r]):
        job = s.stops[r, p]
        leg = a.travel[a.mode[r], here, job]
        s.leg[r, p] = leg
        a0 = drive(a.pace, s.free0[r, p], leg)
        a1 = min(drive(a.pace, s.free1[r, p], leg), after_lunch(a.pace, s.free0[r, p], leg, early, late, length))
        s.free0[r, p + 1] = ceil_window(a.window_at, s.lo, s.hi, job, a0) + a.service[job, r]
        s.free1[r, p + 1] = ceil_window(a.window_at, s.lo, s.hi, job, a1) + a.service[job, r]
        here = job
    s.leg[r, s.size[r]] = a.travel[a.mode[r], here, a.end[r]]


@compiled
def backward(a: Arrays, s: Routes, r: int) -> None:
    """Latest arrival at each stop from which the rest of the shift is still possible."""
    early, late, length = a.lunch[r, 0], a.lunch[r, 1], a.lunch[r, 2]
    n = s.size[r]
    s.last0[r, n], s.last1[r, n] = -FAR, a.latest[r]
    for p in range(n - 1, -1, -1):
        job = s.stops[r, p]
        leg = s.leg[r, p + 1]
        d1 = drive_back(a.pace, s.last1[r, p + 1], leg)
        d0 = before_lunch(a.pace, s.last1[r, p + 1], leg, early, late, length)
        d0 = max(d0, drive_back(a.pace, s.last0[r, p + 1], leg))
        s.last0[r, p] = floor_window(a.window_at, s.lo, s.hi, job, d0 - a.service[job, r])
        s.last1[r, p] = floor_window(a.window_at, s.lo, s.hi, job, d1 - a.service[job, r])


@inlined
def fits_between(a: Arrays, s: Routes, r: int, p: int, u: int) -> bool:
    """Whether job u can stand before stop p of shift r: hard times only, exact, O(1)."""
    early, late, length = a.lunch[r, 0], a.lunch[r, 1], a.lunch[r, 2]
    here = a.start[r] if p == 0 else s.stops[r, p - 1]
    leg = a.back[a.mode[r], u, here]
    a0 = drive(a.pace, s.free0[r, p], leg)
    a1 = min(drive(a.pace, s.free1[r, p], leg), after_lunch(a.pace, s.free0[r, p], leg, early, late, length))
    b0 = ceil_window(a.window_at, s.lo, s.hi, u, a0) + a.service[u, r]
    b1 = ceil_window(a.window_at, s.lo, s.hi, u, a1) + a.service[u, r]
    leg = a.travel[a.mode[r], u, place_at(a, s, r, p)]
    if drive(a.pace, b1, leg) <= s.last1[r, p] or drive(a.pace, b0, leg) <= s.last0[r, p]:
        return True
    return bool(after_lunch(a.pace, b0, leg, early, late, length) <= s.last1[r, p])


@inlined
def time_for(a: Arrays, s: Routes, r: int, p: int, u: int) -> bool:
    """Whether job u could stand before stop p of shift r if it lay on the way: a first look, no travel read."""
    begin = max(min(s.free0[r, p], s.free1[r, p]), s.lo[a.window_at[u]])
    return bool(begin + a.service[u, r] <= s.last1[r, p])  # last0 is never later


@inlined
def room_for(a: Arrays, s: Routes, r: int, u: int) -> bool:
    """Whether capacity is left for job u on shift r."""
    for q in range(a.capacity.shape[1]):  # noqa: SIM110
        if s.load[r, q] + a.demand[u, q] > a.capacity[r, q]:
            return False
    return True


@inlined
def legs_delta(a: Arrays, s: Routes, r: int, p: int, u: int) -> int:
    """Extra travel of job u before stop p of shift r, in seconds."""
    here = a.start[r] if p == 0 else s.stops[r, p - 1]
    there = place_at(a, s, r, p)
    mode = a.mode[r]
    extra = a.back[mode, u, here] + a.travel[mode, u, there]
    if s.size[r] > 0 or a.begun[r]:
        extra -= s.leg[r, p]
    return int(extra)


@compiled
def insert_stop(a: Arrays, s: Routes, r: int, p: int, u: int) -> None:
    """Put job u before stop p of shift r."""
    for k in range(s.size[r], p, -1):
        s.stops[r, k] = s.stops[r, k - 1]
    s.stops[r, p] = u
    s.size[r] += 1
    s.where[u] = r
    refresh(a, s, r)


@compiled
def remove_stops(a: Arrays, s: Routes, r: int) -> None:
    """Close the gaps of shift r over jobs whose `where` no longer names it."""
    kept = 0
    for p in range(s.size[r]):
        if s.where[s.stops[r, p]] == r:
            s.stops[r, kept] = s.stops[r, p]
            kept += 1
    s.size[r] = kept
    refresh(a, s, r)


@compiled
def copy_route(a: Arrays, source: Routes, target: Routes, r: int) -> None:
    """Make shift r of `target` equal to that of `source` (but for `where`)."""
    n = source.size[r]
    target.size[r], target.cost[r], target.worst[r] = n, source.cost[r], source.worst[r]
    target.spare[r], target.stamp[r], target.widest[r] = source.spare[r], source.stamp[r], source.widest[r]
    for p in range(n):
        job = source.stops[r, p]
        target.stops[r, p] = job
        if a.mate[job] >= 0:
            for k in range(a.window_at[job], a.window_at[job + 1]):
                target.lo[k], target.hi[k] = source.lo[k], source.hi[k]
    for p in range(n + 1):
        target.leg[r, p] = source.leg[r, p]
        target.free0[r, p], target.free1[r, p] = source.free0[r, p], source.free1[r, p]
        target.last0[r, p], target.last1[r, p] = source.last0[r, p], source.last1[r, p]
    for q in range(a.capacity.shape[1]):
        target.load[r, q] = source.load[r, q]
