"""What it costs to put one job into one place of the trial."""

from __future__ import annotations

from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.costing import route_cost
from anxin.engines.dispatch.jit import FAR, inlined
from anxin.engines.dispatch.routes import Routes, fits_between, legs_delta, room_for, time_for
from anxin.engines.dispatch.search import Search

BLINK = 42949672  # 1 % of 2**32


@inlined
def insertion_cost(a: Arrays, s: Search, routes: Routes, r: int, p: int, u: int, limit: int) -> int:
    """Extra cost of u before stop p of shift r; FAR if it does not fit or surely is not below `limit`."""
    if not time_for(a, routes, r, p, u):
        return FAR
    extra = legs_delta(a, routes, r, p, u)
    delta = a.weight[0] * extra + a.assign[u, r]
    if delta + a.weight[1] * (extra + a.service[u, r]) - routes.spare[r] >= limit:  # what the route costs at least
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


@inlined
def cheapest_place(a: Arrays, s: Search, u: int, pair: int, limit: int) -> int:
    """Least cost of u in the pair's shift, `limit` or more if no place is cheaper; the place is in `s.known`.

    It is asked again only when the shift has changed, or when only a bound below `limit` is known.
    """
    r = s.fits[pair]
    if s.known[pair, 0] == s.trial.stamp[r] and (s.known[pair, 2] >= 0 or s.known[pair, 1] >= limit):
        return int(s.known[pair, 1])
    best, place = FAR, -1
    if a.service[u, r] <= s.trial.widest[r] and room_for(a, s.trial, r, u):
        best = limit
        for p in range(s.trial.size[r] + 1):
            delta = insertion_cost(a, s, s.trial, r, p, u, best)
            if delta < best:
                best, place = delta, p
    s.known[pair, 0], s.known[pair, 1], s.known[pair, 2] = s.trial.stamp[r], best, place
    return int(best)
