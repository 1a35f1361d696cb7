"""Putting jobs back: in one of several orders, each at its cheapest place, now and then overlooking one
(blinks).
"""

from __future__ import annotations

from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.groups import insert_group
from anxin.engines.dispatch.jit import FAR, compiled, draw, step
from anxin.engines.dispatch.placing import BLINK, cheapest_place
from anxin.engines.dispatch.routes import insert_stop
from anxin.engines.dispatch.search import Search


@compiled
def recreate(a: Arrays, s: Search, order: int, all_that_fits: bool) -> None:
    """Empty the pool: insert what fits and is worth it (or all that fits), leave the rest unserved."""
    sort_pool(s, order)
    for k in range(s.totals[3]):
        job = s.pool[k]
        if s.trial.where[job] >= 0:
            continue
        if a.mate[job] >= 0:
            insert_group(a, s, job)
        else:
            insert_cheapest(a, s, job, FAR if all_that_fits else a.penalty[job], BLINK)
    empty_pool(s)


@compiled
def empty_pool(s: Search) -> None:
    """Forget the jobs that were to be put back."""
    for k in range(s.totals[3]):
        s.mark[s.pool[k]] = 0
    s.totals[3] = 0


@compiled
def sort_pool(s: Search, order: int) -> None:
    """Shuffle, then stable insertion sort by the chosen key (order 0: stay shuffled)."""
    size = s.totals[3]
    for k in range(size - 1, 0, -1):
        other = draw(s.rng, k + 1)
        s.pool[k], s.pool[other] = s.pool[other], s.pool[k]
    if order == 0:
        return
    for k in range(1, size):
        job, p = s.pool[k], k
        while p > 0 and s.order[order, s.pool[p - 1]] > s.order[order, job]:
            s.pool[p] = s.pool[p - 1]
            p -= 1
        s.pool[p] = job


@compiled
def insert_cheapest(a: Arrays, s: Search, u: int, limit: int, blink: int) -> None:
    """Insert u where it costs least, if that is less than `limit`; shifts overlooked with `blink` / 2**32."""
    s.totals[2] += 1
    best, chosen = limit, -1
    for k in range(s.fits_at[u], s.fits_at[u + 1]):
        r = s.fits[k]
        if s.trial.size[r] == 0:
            if s.seen[a.kind[r]] == s.totals[2]:
                continue
            s.seen[a.kind[r]] = s.totals[2]
        cost = cheapest_place(a, s, u, k, best)
        if cost < best and step(s.rng) >= blink:
            best, chosen = cost, k
    if chosen >= 0:
        insert_stop(a, s.trial, s.fits[chosen], s.known[chosen, 2], u)
        s.touched[s.fits[chosen]] = 1
