"""Taking a part of the plan apart: strings of neighbouring routes (SISR), a cluster in space and time, a
route.
"""

from __future__ import annotations

from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.jit import Ints, compiled, draw, uniform
from anxin.engines.dispatch.search import Search, close_gaps, put_in_pool, take_out

MEAN, LONGEST = 10, 10  # jobs removed on average, longest string (Christiaens & Vanden Berghe 2020)
SPARE = 24  # unserved jobs tried again in one step


@compiled
def ruin(a: Arrays, s: Search, kind: int) -> None:
    """Remove jobs around one random job by the chosen kind; offer unserved jobs near it again."""
    n = len(s.trial.where)
    seed = draw(s.rng, n)
    if kind == 0:
        strings(a, s, seed, False)
    elif kind == 1:
        strings(a, s, seed, True)
    elif kind == 2:
        cluster(a, s, seed)
    else:
        whole_route(a, s, seed)
    close_gaps(a, s)
    offer_unserved(a, s, seed)


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
