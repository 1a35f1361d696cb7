"""Putting jobs back: in one of several orders, each at its cheapest place, now and then overlooking one
(blinks).
"""

from __future__ import annotations

from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.costing import route_cost
from anxin.engines.dispatch.jit import FAR, compiled, draw, inlined, step
from anxin.engines.dispatch.pairs import insert_pair
from anxin.engines.dispatch.routes import Routes, fits_between, insert_stop, legs_delta, room_for
from anxin.engines.dispatch.search import Search

BLINK = 42949672  # 1 % of 2**32


@compiled
def recreate(a: Arrays, s: Search, order: int, all_that_fits: bool) -> None:
    """Empty the pool: insert what fits and is worth it (or all that fits), leave the rest unserved."""
    sort_pool(s, order)
    for k in range(s.totals[3]):
        job = s.pool[k]
        if s.trial.where[job] >= 0:
            continue
        if a.mate[job] >= 0:
            insert_pair(a, s, job)
        else:
            insert_cheapest(a, s, job, FAR if all_that_fits else a.penalty[job], BLINK)
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
    """Insert u where it costs least, if that is less than `limit`; places overlooked with `blink` / 2**32."""
    s.totals[2] += 1
    best, best_r, best_p = limit, -1, 0
    for k in range(s.fits_at[u], s.fits_at[u + 1]):
        r = s.fits[k]
        if s.trial.size[r] == 0:
            if s.seen[a.kind[r]] == s.totals[2]:
                continue
            s.seen[a.kind[r]] = s.totals[2]
        if not room_for(a, s.trial, r, u):
            continue
        for p in range(s.trial.size[r] + 1):
            if step(s.rng) < blink:
                continue
            delta = insertion_cost(a, s, s.trial, r, p, u, best)
            if delta < best:
                best, best_r, best_p = delta, r, p
    if best_r >= 0:
        insert_stop(a, s.trial, best_r, best_p, u)
        s.touched[best_r] = 1


@inlined
def insertion_cost(a: Arrays, s: Search, routes: Routes, r: int, p: int, u: int, limit: int) -> int:
    """Extra cost of u before stop p of shift r; FAR if it does not fit or surely is not below `limit`."""
    delta = legs_delta(a, routes, r, p, u) + a.assign[u, r]
    if delta >= limit and a.weight[1] == 0:  # waiting saved can only pay where duration costs
        return FAR
    if not fits_between(a, routes, r, p, u):
        return FAR
    if not a.rich:
        return int(delta)
    count = routes.size[r]
    for k in range(p):
        s.scratch[k] = routes.stops[r, k]
    s.scratch[p] = u
    for k in range(p, count):
        s.scratch[k + 1] = routes.stops[r, k]
    cost, _ = route_cost(a, r, s.scratch, count + 1, routes.lo, routes.hi)
    return cost - routes.cost[r] if cost < FAR else FAR
