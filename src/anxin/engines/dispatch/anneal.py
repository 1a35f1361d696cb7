"""The loop: ruin, recreate, accept by simulated annealing; ruins and orders that succeed are drawn more
often.
"""

from __future__ import annotations

from math import log

from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.groups import pin
from anxin.engines.dispatch.jit import Ints, compiled, uniform
from anxin.engines.dispatch.recreate import empty_pool, insert_cheapest, recreate
from anxin.engines.dispatch.regret import Losses, insert_by_regret
from anxin.engines.dispatch.routes import fits_between, insert_stop, room_for
from anxin.engines.dispatch.ruin import choose, ruin
from anxin.engines.dispatch.search import (
    ORDERS,
    RUINS,
    Search,
    close_gaps,
    put_in_pool,
    recall_best,
    remember_best,
    settle,
    take_out,
    total_cost,
)
from anxin.engines.dispatch.timing import ceil_window

DECAY = 512  # steps after which success scores are drawn back towards the start
FLOOR = 10


@compiled
def construct(a: Arrays, s: Search, losses: Losses) -> None:
    """First plan: everything still unserved that fits, worth it yet or not; linked jobs first."""
    for job in range(len(s.trial.where)):
        if s.trial.where[job] < 0 and a.mate[job] >= 0:
            put_in_pool(s, job)
    recreate(a, s, 2, True)
    for job in range(len(s.trial.where)):
        if s.trial.where[job] < 0 and a.mate[job] < 0:
            put_in_pool(s, job)
    insert_by_regret(a, s, losses)
    empty_pool(s)
    settle(a, s, True)
    s.totals[0] = total_cost(a, s.kept)
    s.totals[1] = s.totals[0]
    remember_best(s)


@compiled
def start_anew(a: Arrays, s: Search) -> None:
    """Another first plan, in random order; the best found so far is remembered."""
    for job in range(len(s.trial.where)):
        if s.trial.where[job] >= 0:
            take_out(a, s, job)
        else:
            put_in_pool(s, job)
    close_gaps(a, s)
    recreate(a, s, 0, True)
    settle(a, s, True)
    s.totals[0] = total_cost(a, s.kept)


@compiled
def load_route(a: Arrays, s: Search, r: int, stops: Ints, starts: Ints) -> None:
    """Append `stops` to shift r in order, skipping what may not or cannot follow; linked jobs keep their `starts`."""
    for k in range(len(stops)):
        job = stops[k]
        if a.fit[job, r] == 0 or s.trial.where[job] >= 0 or not room_for(a, s.trial, r, job):
            continue
        if a.mate[job] >= 0:
            if ceil_window(a.window_at, a.window_lo, a.window_hi, job, starts[k]) != starts[k]:
                continue
            pin(a, s.trial, job, starts[k])
        if fits_between(a, s.trial, r, s.trial.size[r], job):
            insert_stop(a, s.trial, r, s.trial.size[r], job)
            s.touched[r] = 1


@compiled
def unload_broken(a: Arrays, s: Search) -> None:
    """Take linked jobs out again that were loaded without each other, or not as their link says."""
    for job in range(len(s.trial.where)):
        prior = a.prior[job]
        if prior < 0 or (s.trial.where[job] < 0 and s.trial.where[prior] < 0):
            continue
        if s.trial.where[job] >= 0 and s.trial.where[prior] >= 0:
            gap = s.trial.lo[a.window_at[job]] - s.trial.lo[a.window_at[prior]]
            same = a.person[s.trial.where[job]] == a.person[s.trial.where[prior]]
            if a.gap[job, 0] <= gap <= a.gap[job, 1] and same == (a.same[job] > 0):
                continue
        for one in (job, prior):
            if s.trial.where[one] >= 0:
                take_out(a, s, one)
    close_gaps(a, s)


@compiled
def anneal(a: Arrays, s: Search, steps: int, temperature: float) -> None:
    """`steps` of search at one temperature (cost units)."""
    for _ in range(steps):
        kind, order = choose(s.rng, s.score[0], RUINS), choose(s.rng, s.score[1], ORDERS)
        ruin(a, s, kind)
        recreate(a, s, order, False)
        cost = changed_cost(a, s)
        accept = cost < s.totals[0] - temperature * log(uniform(s.rng))
        better = cost < s.totals[0]
        settle(a, s, accept)
        if accept:
            s.totals[0] = cost
        if cost < s.totals[1]:
            s.totals[1] = cost
            remember_best(s)
        reward(s, kind, order, better)


@compiled
def changed_cost(a: Arrays, s: Search) -> int:
    """Cost of the trial, from the kept cost and the routes touched."""
    if a.weight[5] != 0:
        return total_cost(a, s.trial)
    cost = s.totals[0]
    for r in range(len(s.touched)):
        if s.touched[r]:
            cost += s.trial.cost[r] - s.kept.cost[r]
            for p in range(s.kept.size[r]):
                cost += a.penalty[s.kept.stops[r, p]]
            for p in range(s.trial.size[r]):
                cost -= a.penalty[s.trial.stops[r, p]]
    return int(cost)


@compiled
def reward(s: Search, kind: int, order: int, better: bool) -> None:
    """Count a success; every DECAY steps halve what is above the floor."""
    s.totals[4] += 1
    if better:
        s.score[0, kind] += 1
        s.score[1, order] += 1
    if s.totals[4] % DECAY == 0:
        for row in range(2):
            for k in range(s.score.shape[1]):
                s.score[row, k] = FLOOR + (s.score[row, k] - FLOOR) // 2


@compiled
def polish(a: Arrays, s: Search) -> None:
    """Move single jobs to cheaper places until none is cheaper: then every choice can be explained by its cost."""
    recall_best(a, s)
    improved = True
    while improved:
        improved = False
        for job in range(len(s.trial.where)):
            if a.mate[job] >= 0 or a.fixed[job]:
                continue
            if s.trial.where[job] >= 0:
                take_out(a, s, job)
                close_gaps(a, s)
            insert_cheapest(a, s, job, a.penalty[job], 0)
            s.mark[job], s.totals[3] = 0, 0
            cost = changed_cost(a, s)
            settle(a, s, cost < s.totals[0])
            if cost < s.totals[0]:
                s.totals[0], improved = cost, True
    s.totals[1] = s.totals[0]
    remember_best(s)
