"""Jobs that two engineers do together or in sequence: inserted as a pair, their starts pinned while
planned.
"""

from __future__ import annotations

from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.jit import FAR, Ints, compiled, draw
from anxin.engines.dispatch.routes import Routes, fits_between, insert_stop, legs_delta, place_at, room_for
from anxin.engines.dispatch.search import CHOICES, Search
from anxin.engines.dispatch.timing import (
    after_lunch,
    before_lunch,
    ceil_window,
    drive,
    drive_back,
    floor_window,
)


@compiled
def insert_pair(a: Arrays, s: Search, u: int) -> None:
    """Insert u and its mate into two routes of two people (or one, where linked so) at starts that keep their
    gap, if cheaper than leaving both out.
    """
    v = a.mate[u]
    unpin(a, s.trial, u)
    unpin(a, s.trial, v)
    first, second = s.pair[0], s.pair[1]
    candidates(a, s, u, first)
    candidates(a, s, v, second)
    best, best_i, best_k, start_u, start_v = a.penalty[u] + a.penalty[v], -1, -1, 0, 0
    for i in range(CHOICES):
        if first[i, 0] >= best:
            break
        for k in range(CHOICES):
            cost = first[i, 0] + second[k, 0]
            if cost >= best:
                break
            one, other = first[i, 1], second[k, 1]
            if one == other or (a.person[one] == a.person[other]) != (a.same[u] > 0):
                continue
            begin = max(first[i, 3], second[k, 3] - a.gap[u, 1])
            begin = ceil_window(a.window_at, s.trial.lo, s.trial.hi, u, begin)
            then = ceil_window(a.window_at, s.trial.lo, s.trial.hi, v, max(second[k, 3], begin + a.gap[u, 0]))
            if begin > first[i, 4] or then > second[k, 4] or then - begin > a.gap[u, 1]:
                continue
            cost += lateness_cost(a, u, begin) + lateness_cost(a, v, then)
            if cost < best:
                best, best_i, best_k, start_u, start_v = cost, i, k, begin, then
    if best_i >= 0:
        pin(a, s.trial, u, start_u)
        pin(a, s.trial, v, start_v)
        insert_stop(a, s.trial, first[best_i, 1], first[best_i, 2], u)
        insert_stop(a, s.trial, second[best_k, 1], second[best_k, 2], v)
        s.touched[first[best_i, 1]] = s.touched[second[best_k, 1]] = 1


@compiled
def lateness_cost(a: Arrays, job: int, start: int) -> int:
    """Cost of starting after the promise."""
    late = start - a.due[job]
    return a.weight[3] * late + a.weight[4] if late > 0 else 0


@compiled
def candidates(a: Arrays, s: Search, u: int, rows: Ints) -> None:
    """Fill (CHOICES + 1, 5): cost, shift, position, earliest and latest start; cheapest first, then FAR."""
    for k in range(CHOICES + 1):
        rows[k, 0] = FAR
    for k in range(s.fits_at[u], s.fits_at[u + 1]):
        r = s.fits[k]
        if not room_for(a, s.trial, r, u):
            continue
        for p in range(s.trial.size[r] + 1):
            cost = legs_delta(a, s.trial, r, p, u) + a.assign[u, r]
            if cost >= rows[CHOICES - 1, 0] or draw(s.rng, 100) == 0 or not fits_between(a, s.trial, r, p, u):
                continue
            low, high = start_range(a, s.trial, r, p, u)
            at = CHOICES
            while at > 0 and rows[at - 1, 0] > cost:
                for column in range(5):
                    rows[at, column] = rows[at - 1, column]
                at -= 1
            rows[at, 0], rows[at, 1], rows[at, 2], rows[at, 3], rows[at, 4] = cost, r, p, low, high


@compiled
def start_range(a: Arrays, s: Routes, r: int, p: int, u: int) -> tuple[int, int]:
    """Earliest start of u before stop p, and the latest from which that earliest lunch state still gets
    home.
    """
    early, late, length = a.lunch[r, 0], a.lunch[r, 1], a.lunch[r, 2]
    here, there = (a.start[r] if p == 0 else s.stops[r, p - 1]), place_at(a, s, r, p)
    leg, onward = a.travel[a.mode[r], here, u], a.travel[a.mode[r], u, there]
    t0 = ceil_window(a.window_at, s.lo, s.hi, u, drive(a.pace, s.free0[r, p], leg))
    t1 = min(drive(a.pace, s.free1[r, p], leg), after_lunch(a.pace, s.free0[r, p], leg, early, late, length))
    t1 = ceil_window(a.window_at, s.lo, s.hi, u, t1)
    d1 = drive_back(a.pace, s.last1[r, p], onward) - a.service[u, r]
    d0 = before_lunch(a.pace, s.last1[r, p], onward, early, late, length)
    d0 = max(d0, drive_back(a.pace, s.last0[r, p], onward)) - a.service[u, r]
    d1 = floor_window(a.window_at, s.lo, s.hi, u, d1)
    d0 = floor_window(a.window_at, s.lo, s.hi, u, d0)
    if t0 <= d0:
        return t0, d0
    return t1, d1


@compiled
def pin(a: Arrays, s: Routes, job: int, start: int) -> None:
    """Narrow every window of the job to one start."""
    for k in range(a.window_at[job], a.window_at[job + 1]):
        s.lo[k] = s.hi[k] = start


@compiled
def unpin(a: Arrays, s: Routes, job: int) -> None:
    """Give the job its own windows again."""
    for k in range(a.window_at[job], a.window_at[job + 1]):
        s.lo[k], s.hi[k] = a.window_lo[k], a.window_hi[k]
