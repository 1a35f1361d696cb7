"""Taking a part of the plan apart: strings of neighbouring routes (SISR), a cluster in space and time, a
route.
"""

from __future__ import annotations

from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.jit import Ints, compiled, draw, uniform
from anxin.engines.dispatch.routes import refresh
from anxin.engines.dispatch.search import Search, close_gaps, put_in_pool, take_out
from anxin.engines.dispatch.timing import after_lunch, drive

MEAN, LONGEST = 10, 10  # jobs removed on average, longest string (Christiaens & Vanden Berghe 2020)
SPARE = 24  # unserved jobs tried again in one step
EXCHANGE, TAKERS = 6, 8  # one step in so many tries an exchange of routes; engineers asked for it


@compiled
def ruin(a: Arrays, s: Search, kind: int) -> None:
    """Remove jobs around one random job by the chosen kind; offer unserved jobs near it again.

    Where whole routes may change hands, every sixth step tries that first, and half of the time leaves it at that.
    """
    seed = draw(s.rng, len(s.trial.where))
    changed = s.totals[5] > 0 and draw(s.rng, EXCHANGE) == 0 and change_hands(a, s, seed)
    if not changed or uniform(s.rng) < 0.5:
        take_apart(a, s, kind, seed)
    close_gaps(a, s)
    offer_unserved(a, s, seed)


@compiled
def take_apart(a: Arrays, s: Search, kind: int, seed: int) -> None:
    """Remove jobs around the seed by the chosen kind."""
    if kind == 0:
        strings(a, s, seed, False)
    elif kind == 1:
        strings(a, s, seed, True)
    elif kind == 2:
        cluster(a, s, seed)
    else:
        whole_route(a, s, seed)


@compiled
def strings(a: Arrays, s: Search, seed: int, split: bool) -> None:
    """Remove a string from each of several routes near the seed; `split` keeps some jobs inside the
    string.
    """
    used, mean = 0, 0
    for r in range(len(s.trial.size)):
        used += s.trial.size[r] > 0
        mean += s.trial.size[r]
    longest = max(1.0, min(float(LONGEST), mean / max(1, used)))
    most = 4.0 * MEAN / (1.0 + longest) - 1.0
    wanted = int(uniform(s.rng) * most + 1.0)
    for k in range(a.near.shape[1]):
        if wanted <= 0:
            return
        job = a.near[seed, k]
        r = s.trial.where[job]
        if r < 0 or s.touched[r]:
            continue
        length = int(uniform(s.rng) * min(longest, float(s.trial.size[r])) + 1.0)
        cut_string(a, s, r, job, min(length, s.trial.size[r]), split)
        wanted -= 1


@compiled
def cut_string(a: Arrays, s: Search, r: int, job: int, length: int, split: bool) -> None:
    """Remove `length` consecutive stops of shift r that include `job`, sparing a random inner part if
    `split`.
    """
    count, at = s.trial.size[r], 0
    while s.trial.stops[r, at] != job:
        at += 1
    spare = 0
    if split and length > 1:
        while length + spare < count and uniform(s.rng) > 0.01:
            spare += 1
            if uniform(s.rng) < 0.5:
                break
    span = length + spare
    low, high = max(0, at - span + 1), min(at, count - span)
    first = low + draw(s.rng, high - low + 1)
    skip = first + draw(s.rng, length + 1)
    for p in range(first, first + span):
        if spare == 0 or p < skip or p >= skip + spare:
            victim = s.trial.stops[r, p]
            if s.trial.where[victim] >= 0:
                take_out(a, s, victim)


@compiled
def cluster(a: Arrays, s: Search, seed: int) -> None:
    """Remove the nearest jobs with random gaps (Shaw): mixes more routes than strings do."""
    wanted = 2 + draw(s.rng, 2 * MEAN - 2)
    for k in range(a.near.shape[1]):
        if wanted <= 0:
            return
        job = a.near[seed, k]
        if s.trial.where[job] >= 0 and uniform(s.rng) < 0.7:
            take_out(a, s, job)
            wanted -= 1


@compiled
def whole_route(a: Arrays, s: Search, seed: int) -> None:
    """Remove a whole route (up to three strings' worth) and a string of a neighbour."""
    taken = 0
    for k in range(a.near.shape[1]):
        r = s.trial.where[a.near[seed, k]]
        if r < 0 or s.touched[r]:
            continue
        length = min(s.trial.size[r], 3 * LONGEST if taken == 0 else LONGEST // 2)
        cut_string(a, s, r, a.near[seed, k], length, False)
        taken += 1
        if taken == 2:
            return


@compiled
def change_hands(a: Arrays, s: Search, seed: int) -> bool:
    """Exchange the seed's whole route with that of another kind of engineer from the same place (or give it to him).

    It costs no travel, but who of unequal skills has which route decides what else fits; job by job none would move.
    False if nobody of the few asked can.
    """
    r = s.trial.where[seed]
    if r < 0:
        return False
    for _ in range(TAKERS):
        t = draw(s.rng, len(s.touched))
        if a.kind[t] == a.kind[r] or a.start[t] != a.start[r] or a.end[t] != a.end[r]:
            continue
        if may_take(a, s, r, t) and may_take(a, s, t, r):
            exchange(a, s, r, t)
            if in_time(a, s, r) and in_time(a, s, t):
                return True
            exchange(a, s, r, t)
    return False


@compiled
def may_take(a: Arrays, s: Search, r: int, t: int) -> bool:
    """Whether everything on shift r may be done on shift t, with the linked jobs where they are (or exchanged)."""
    for q in range(a.capacity.shape[1]):
        if s.trial.load[r, q] > a.capacity[t, q]:
            return False
    for p in range(s.trial.size[r]):
        job = s.trial.stops[r, p]
        if a.fit[job, t] == 0:
            return False
        if a.mate[job] < 0:
            continue
        if a.prior[job] >= 0 and not in_company(a, s, r, t, a.prior[job], a.same[job]):
            return False
        after = a.mate[job]
        if a.prior[after] == job and not in_company(a, s, r, t, after, a.same[after]):
            return False
    return True


@compiled
def in_company(a: Arrays, s: Search, r: int, t: int, mate: int, same: int) -> bool:
    """Whether a job taken from shift r to t keeps who does it and `mate`, one engineer (`same`) or two."""
    at = s.trial.where[mate]
    return bool(at < 0 or (a.person[r if at == t else at] == a.person[t]) == (same > 0))


@compiled
def exchange(a: Arrays, s: Search, r: int, t: int) -> None:
    """Shifts r and t change routes."""
    longer = max(s.trial.size[r], s.trial.size[t])
    for p in range(longer):
        s.trial.stops[r, p], s.trial.stops[t, p] = s.trial.stops[t, p], s.trial.stops[r, p]
    s.trial.size[r], s.trial.size[t] = s.trial.size[t], s.trial.size[r]
    for shift in (r, t):
        for p in range(s.trial.size[shift]):
            s.trial.where[s.trial.stops[shift, p]] = shift
        s.touched[shift] = 1
        refresh(a, s.trial, shift)


@compiled
def in_time(a: Arrays, s: Search, r: int) -> bool:
    """Whether shift r can be done in its hard times."""
    if s.trial.size[r] == 0:
        return True
    lunch, leg = a.lunch[r], s.trial.leg[r, 0]
    by0, by1 = s.trial.last0[r, 0], s.trial.last1[r, 0]
    if drive(a.pace, a.opens1[r], leg) <= by1 or drive(a.pace, a.opens0[r], leg) <= by0:
        return True
    return bool(after_lunch(a.pace, a.opens0[r], leg, lunch[0], lunch[1], lunch[2]) <= by1)


@compiled
def offer_unserved(a: Arrays, s: Search, seed: int) -> None:
    """Put unserved jobs into the pool too: the nearest ones, then any."""
    room = SPARE
    for k in range(a.near.shape[1]):
        job = a.near[seed, k]
        if room > SPARE // 2 and s.trial.where[job] < 0 and s.mark[job] == 0:
            put_in_pool(s, job)
            room -= 1
    n = len(s.trial.where)
    first = draw(s.rng, n)
    for k in range(n):
        job = (first + k) % n
        if s.trial.where[job] < 0 and s.mark[job] == 0:
            if room <= 0:
                return
            put_in_pool(s, job)
            room -= 1


@compiled
def choose(rng: Ints, scores: Ints, size: int) -> int:
    """Roulette over the first `size` scores."""
    total = 0
    for k in range(size):
        total += scores[k]
    ball = draw(rng, total)
    for k in range(size):
        ball -= scores[k]
        if ball < 0:
            return k
    return size - 1
