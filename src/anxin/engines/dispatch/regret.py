"""The first plan: always the job next that would lose most by waiting.

What a job loses is the difference between its cheapest shift and its second (or staying unserved): jobs that soon have
one way left go in while it is there (regret insertion, Potvin and Rousseau 1993).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.jit import FAR, Ints, compiled
from anxin.engines.dispatch.placing import cheapest_place
from anxin.engines.dispatch.routes import insert_stop
from anxin.engines.dispatch.search import Search


class Losses(NamedTuple):
    """What is known of each job while a first plan is made, beside `Search.known` of its pairs."""

    first: Ints  # (n,) its cheapest pair, -1 = none
    loss: Ints  # (n,) what it loses without that


def new_losses(s: Search) -> Losses:
    jobs = len(s.trial.where)
    return Losses(first=np.full(jobs, -1, dtype=np.int64), loss=np.full(jobs, -FAR, dtype=np.int64))


@compiled
def insert_by_regret(a: Arrays, s: Search, at: Losses) -> None:
    """Insert every job of the pool that fits and has no link, worth it yet or not; they stay in the pool.

    A job inserted changes one shift, so only that is asked again: O(jobs² × stops of a shift).
    """
    for k in range(s.totals[3]):
        job = s.pool[k]
        if a.mate[job] < 0:
            for pair in range(s.fits_at[job], s.fits_at[job + 1]):
                cheapest_place(a, s, job, pair, FAR)
            _weigh(a, s, job, at)
    while True:
        job = _dearest(s, at)
        if job < 0:
            return
        pair = at.first[job]
        r = s.fits[pair]
        insert_stop(a, s.trial, r, s.known[pair, 2], job)
        s.touched[r] = 1
        for k in range(s.totals[3]):
            other = s.pool[k]
            if a.mate[other] < 0 and s.trial.where[other] < 0 and at.first[other] >= 0:
                pair = _pair(s, other, r)
                if pair >= 0 and s.known[pair, 1] < FAR:  # what does not fit now will not fit later
                    before = s.known[pair, 1]
                    if cheapest_place(a, s, other, pair, FAR) != before:
                        _weigh(a, s, other, at)


@compiled
def _weigh(a: Arrays, s: Search, job: int, at: Losses) -> None:
    """The job's cheapest pair (-1 = none) and what it loses without it."""
    best, second, cheapest = FAR, FAR, -1
    for pair in range(s.fits_at[job], s.fits_at[job + 1]):
        if s.known[pair, 1] < best:
            best, second, cheapest = s.known[pair, 1], best, pair
        elif s.known[pair, 1] < second:
            second = s.known[pair, 1]
    at.first[job] = cheapest
    at.loss[job] = min(second, a.penalty[job]) - best


@compiled
def _dearest(s: Search, at: Losses) -> int:
    """The unplanned job of the pool with the largest loss; -1 when none fits any more."""
    found, most = -1, -FAR
    for k in range(s.totals[3]):
        job = s.pool[k]
        if s.trial.where[job] < 0 and at.first[job] >= 0 and at.loss[job] > most:
            found, most = job, at.loss[job]
    return found


@compiled
def _pair(s: Search, job: int, r: int) -> int:
    """Where shift r stands among those that may serve the job; -1 = it may not."""
    low, high = s.fits_at[job], s.fits_at[job + 1]
    while low < high:
        middle = (low + high) // 2
        if s.fits[middle] < r:
            low = middle + 1
        else:
            high = middle
    return low if low < s.fits_at[job + 1] and s.fits[low] == r else -1
