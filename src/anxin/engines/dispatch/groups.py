"""Jobs linked to each other (done together, in sequence, over days): inserted as one, starts pinned while planned."""

from __future__ import annotations

from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.jit import FAR, Ints, compiled, step
from anxin.engines.dispatch.placing import BLINK, insertion_cost
from anxin.engines.dispatch.routes import Routes, insert_stop, place_at, room_for
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
def insert_group(a: Arrays, s: Search, u: int) -> None:
    """Insert u and all jobs linked to it, each on a shift of its own, at starts that keep their gaps, if cheaper than
    leaving all out.

    Job by job the cheapest ways to place those so far are kept (a beam): of two jobs every pair of places is seen.
    """
    head = u
    while a.prior[head] >= 0:
        head = a.prior[head]
    size, job, limit = 0, head, 0
    while size == 0 or job != head:
        unpin(a, s.trial, job)
        candidates(a, s, job, s.places[size])
        s.group[size] = job
        limit += a.penalty[job]
        job = a.mate[job]
        size += 1
    for b in range(CHOICES):
        s.beam[0, b, 0] = FAR if b else 0
    for k in range(size):
        extend(a, s, k, 1 if k == size - 1 else CHOICES, limit)
    found = s.beam[size % 2, 0]
    if found[0] >= limit:
        return
    for k in range(size):
        place = s.places[k, found[1 + 2 * k]]
        pin(a, s.trial, s.group[k], found[2 + 2 * k])
        insert_stop(a, s.trial, place[1], place[2], s.group[k])
        s.touched[place[1]] = 1


@compiled
def extend(a: Arrays, s: Search, k: int, width: int, limit: int) -> None:
    """From the ways to place the first k jobs of the group, the `width` cheapest to place one more."""
    old, new, trial = s.beam[k % 2], s.beam[1 - k % 2], s.way
    for b in range(width):
        new[b, 0] = limit
    for b in range(CHOICES):
        if old[b, 0] >= limit:
            break
        for c in range(CHOICES):
            if old[b, 0] + s.places[k, c, 0] >= new[width - 1, 0]:
                break
            if clashes(a, s, old[b], k, c):
                continue
            copy_way(old[b], trial, k)
            trial[1 + 2 * k], trial[2 + 2 * k] = c, s.places[k, c, 3]
            if not agree(a, s, trial, k + 1):
                continue
            trial[0] = 0
            for i in range(k + 1):
                place, start = s.places[i, trial[1 + 2 * i]], trial[2 + 2 * i]
                trial[0] += place[0] + lateness_cost(a, s.group[i], start) - lateness_cost(a, s.group[i], place[3])
            at = width
            while at > 0 and new[at - 1, 0] > trial[0]:
                copy_way(new[at - 1], new[at], k + 1)
                at -= 1
            copy_way(trial, new[at], k + 1)


@compiled
def copy_way(source: Ints, target: Ints, size: int) -> None:
    """A way to place the first `size` jobs of the group."""
    for k in range(1 + 2 * size):
        target[k] = source[k]


@compiled
def clashes(a: Arrays, s: Search, way: Ints, k: int, c: int) -> bool:
    """Whether place c of the k-th job lies on a shift already used, or is not done by whom its link asks for."""
    r = s.places[k, c, 1]
    for i in range(k):
        if s.places[i, way[1 + 2 * i], 1] == r:
            return True
    if k == 0:
        return False
    before = s.places[k - 1, way[2 * k - 1], 1]
    return bool((a.person[before] == a.person[r]) != (a.same[s.group[k]] > 0))


@compiled
def agree(a: Arrays, s: Search, way: Ints, size: int) -> bool:
    """Move the starts of the first `size` jobs later until all gaps are kept; False if one would be too late."""
    moved = True
    while moved:
        moved = False
        for i in range(size):
            wanted = way[2 + 2 * i]
            if i > 0:
                wanted = max(wanted, way[2 * i] + a.gap[s.group[i], 0])
            if i + 1 < size:
                wanted = max(wanted, way[4 + 2 * i] - a.gap[s.group[i + 1], 1])
            wanted = ceil_window(a.window_at, s.trial.lo, s.trial.hi, s.group[i], wanted)
            if wanted > s.places[i, way[1 + 2 * i], 4]:
                return False
            if wanted > way[2 + 2 * i]:
                way[2 + 2 * i], moved = wanted, True
    return True


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
            if step(s.rng) < BLINK:
                continue
            cost = insertion_cost(a, s, s.trial, r, p, u, rows[CHOICES - 1, 0])
            if cost >= rows[CHOICES - 1, 0]:
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
