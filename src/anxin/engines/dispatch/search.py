"""What the search carries from step to step, and the bookkeeping between a trial and the plan it came
from.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.jit import FAR, Ints, compiled, generator, inlined
from anxin.engines.dispatch.linking import largest_group
from anxin.engines.dispatch.routes import Routes, copy_route, longest_route, no_routes, refresh, remove_stops

RUINS, ORDERS = 4, 8
CHOICES = 16  # places looked at for each of linked jobs, and ways to place some of them


class Search(NamedTuple):
    """`trial` is changed freely; `kept` is the plan accepted last; `best` (m, longest) the best: count,
    then stops.
    """

    trial: Routes
    kept: Routes
    best: Ints
    best_lo: Ints  # the windows of best, where linked jobs are pinned
    best_hi: Ints
    rng: Ints
    order: Ints  # (ORDERS, n) keys by which jobs are put back, smallest first
    fits: Ints  # shifts that may serve job j: fits[fits_at[j] : fits_at[j + 1]]
    fits_at: Ints
    known: Ints  # (as fits, 3) of each pair of job and shift: the shift's stamp, the cost, and the place
    touched: Ints  # (m,) 1 = trial differs from kept
    pool: Ints  # jobs to put back, pool[: totals[3]]
    mark: Ints  # (n,) 1 = in the pool
    seen: Ints  # (m + 1,) stamps: empty kinds already tried
    scratch: Ints  # (n + 2,) a route being costed
    group: Ints  # (g,) jobs linked to each other, while they are placed
    places: Ints  # (g, CHOICES + 1, 5) where each could stand: cost, shift, position, earliest and latest start
    beam: Ints  # (2, CHOICES + 1, 1 + 2 g) ways to place the first of them: cost, then (place, start) of each
    way: Ints  # (1 + 2 g,) one such way
    score: Ints  # (2, max(RUINS, ORDERS)) success of each ruin and order, for the adaptive choice
    totals: Ints  # kept cost, best cost, stamp, pool size, steps, 1 = routes may change hands


def new_search(a: Arrays, seed: int) -> Search:
    """Empty plan, everything unserved."""
    n, m = a.fit.shape
    free = a.fit * (1 - a.fixed[:, None])  # chained jobs are loaded, never inserted
    fits_at = np.zeros(n + 1, dtype=np.int64)
    fits_at[1:] = np.cumsum(free.sum(axis=1, dtype=np.int64))
    total, largest = int(a.penalty.sum()), largest_group(a)
    return Search(
        trial=no_routes(a),
        kept=no_routes(a),
        best=np.zeros((m, longest_route(a) + 2), dtype=np.int64),
        best_lo=a.window_lo.copy(),
        best_hi=a.window_hi.copy(),
        rng=generator(seed),
        order=_orders(a),
        fits=np.nonzero(free)[1].astype(np.int64),
        known=np.zeros((int(fits_at[-1]), 3), dtype=np.int64),
        fits_at=fits_at,
        touched=np.zeros(m, dtype=np.int64),
        pool=np.zeros(n, dtype=np.int64),
        mark=np.zeros(n, dtype=np.int64),
        seen=np.zeros(m + 1, dtype=np.int64),
        scratch=np.zeros(n + 2, dtype=np.int64),
        group=np.zeros(largest, dtype=np.int64),
        places=np.zeros((largest, CHOICES + 1, 5), dtype=np.int64),
        beam=np.zeros((2, CHOICES + 1, 1 + 2 * largest), dtype=np.int64),
        way=np.zeros(1 + 2 * largest, dtype=np.int64),
        score=np.full((2, max(RUINS, ORDERS)), 10, dtype=np.int64),
        totals=np.array([total, total, 0, 0, 0, _share_a_door(a)], dtype=np.int64),
    )


def _orders(a: Arrays) -> Ints:
    """Keys for putting back: 0-1 random (drawn each time), then dear, scarce, far, near, narrow, early,
    late.
    """
    n = len(a.due)
    homes = np.unique(a.start)
    home = a.travel[0][np.ix_(homes, np.arange(n))].min(axis=0).astype(np.int64) if len(homes) else np.zeros(n)
    width, first, last = np.zeros((3, n), dtype=np.int64)
    for j in range(n):
        span = slice(a.window_at[j], a.window_at[j + 1])
        width[j] = (a.window_hi[span] - a.window_lo[span]).sum()
        first[j], last[j] = (
            a.window_lo[span].min(initial=FAR),
            min(a.due[j], a.window_hi[span].max(initial=-FAR)),
        )
    fits = a.fit.sum(axis=1)
    keys = [np.zeros(n), -a.penalty, fits, -home, home, width, first, -last]
    return np.array(keys, dtype=np.int64)


@compiled
def take_out(a: Arrays, s: Search, job: int) -> None:
    """Move a planned job and those linked to it to the pool, unless a chain fixes it; `close_gaps` closes the route."""
    if a.fixed[job]:
        return
    s.touched[s.trial.where[job]] = 1
    s.trial.where[job] = -1
    put_in_pool(s, job)
    mate = a.mate[job]
    if mate >= 0 and s.trial.where[mate] >= 0:
        take_out(a, s, mate)


@inlined
def put_in_pool(s: Search, job: int) -> None:
    """Remember an unplanned job to be put back."""
    if s.mark[job] == 0:
        s.mark[job] = 1
        s.pool[s.totals[3]] = job
        s.totals[3] += 1


@compiled
def close_gaps(a: Arrays, s: Search) -> None:
    """After a ruin: every touched route without its removed jobs."""
    for r in range(len(s.touched)):
        if s.touched[r]:
            remove_stops(a, s.trial, r)


@compiled
def settle(a: Arrays, s: Search, accept: bool) -> None:
    """Make kept and trial equal again: both the trial (accepted) or both the kept plan."""
    source, target = (s.trial, s.kept) if accept else (s.kept, s.trial)
    for r in range(len(s.touched)):
        if s.touched[r]:
            for p in range(target.size[r]):
                target.where[target.stops[r, p]] = -1
    for r in range(len(s.touched)):
        if s.touched[r]:
            copy_route(a, source, target, r)
    for r in range(len(s.touched)):
        if s.touched[r]:
            for p in range(target.size[r]):
                target.where[target.stops[r, p]] = r
            s.touched[r] = 0


@compiled
def total_cost(a: Arrays, routes: Routes) -> int:
    """Cost of a whole plan: routes, the jobs left out, and the worst lateness of all."""
    total, worst = 0, 0
    for r in range(len(routes.size)):
        total += routes.cost[r]
        worst = max(worst, routes.worst[r])
    for j in range(len(routes.where)):
        if routes.where[j] < 0:
            total += a.penalty[j]
    return int(total + a.weight[5] * worst)


@compiled
def remember_best(s: Search) -> None:
    """Copy the kept plan to best."""
    for r in range(len(s.kept.size)):
        s.best[r, 0] = s.kept.size[r]
        for p in range(s.kept.size[r]):
            s.best[r, p + 1] = s.kept.stops[r, p]
    for k in range(len(s.best_lo)):
        s.best_lo[k], s.best_hi[k] = s.kept.lo[k], s.kept.hi[k]


@compiled
def recall_best(a: Arrays, s: Search) -> None:
    """Make the best plan the kept one and the trial."""
    for j in range(len(s.trial.where)):
        s.trial.where[j] = s.kept.where[j] = -1
    for k in range(len(s.best_lo)):
        s.trial.lo[k], s.trial.hi[k] = s.best_lo[k], s.best_hi[k]
    for r in range(len(s.touched)):
        s.trial.size[r], s.touched[r] = s.best[r, 0], 1
        for p in range(s.best[r, 0]):
            s.trial.stops[r, p] = s.best[r, p + 1]
            s.trial.where[s.best[r, p + 1]] = r
        refresh(a, s.trial, r)
    settle(a, s, True)
    s.totals[0] = total_cost(a, s.kept)


def _share_a_door(a: Arrays) -> bool:
    """Whether any two shifts of unequal kind start and end at the same places."""
    doors: dict[tuple[int, int], set[int]] = {}
    for start, end, kind in zip(a.start, a.end, a.kind, strict=True):
        doors.setdefault((int(start), int(end)), set()).add(int(kind))
    return any(len(kinds) > 1 for kinds in doors.values())
