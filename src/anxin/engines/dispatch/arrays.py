"""A problem as numpy arrays: what the compiled search reads. One row per job, one column per shift of an
engineer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from anxin.engines.dispatch.jit import Ints
from anxin.engines.dispatch.model import Engineer, Job, Problem


class Arrays(NamedTuple):
    """n jobs, m shifts, p places (job j stands at place j), w windows, q capacities, k kinds of tool and
    part.
    """

    travel: Ints  # (modes, p, p) seconds
    back: Ints  # (modes, p, p) its transpose: seconds to a job from everywhere, side by side
    mode: Ints  # (m,)
    start: Ints  # (m,) place
    end: Ints  # (m,) place
    opens: Ints  # (m,) free from; FAR in `opens0` or `opens1` closes that lunch state
    opens0: Ints
    opens1: Ints
    closes: Ints  # (m,) regular end
    latest: Ints  # (m,) end with overtime
    lunch: Ints  # (m, 3) earliest, latest, duration
    kind: Ints  # (m,) equal = interchangeable while empty
    begun: Ints  # (m,) 1 = the route has already left
    service: Ints  # (n, m)
    fit: NDArray[np.uint8]  # (n, m)
    assign: Ints  # (n, m) cost of this engineer doing this job
    window_at: Ints  # (n + 1,)
    window_lo: Ints  # (w,)
    window_hi: Ints  # (w,)
    window_cost: Ints  # (w,) of starting in it, where the customer was told another
    due: Ints  # (n,)
    penalty: Ints  # (n,)
    demand: Ints  # (n, q)
    capacity: Ints  # (m, q)
    need: Ints  # (n, k)
    hold: Ints  # (m, k)
    consumed: Ints  # (k,) 1 = parts, 0 = tools
    depot: Ints  # (m,) place or -1
    person: Ints  # (m,) equal = shifts of one engineer
    fixed: Ints  # (n,) 1 = in a chain: never taken out of its route
    mate: Ints  # (n,) next of the jobs linked to each other, from the last to the first again; -1 = not linked
    prior: Ints  # (n,) the linked job before it; -1 = the first of them, or not linked
    same: Ints  # (n,) 1 = done by the engineer of `prior`, 0 = by another
    gap: Ints  # (n, 2) bounds of start(job) - start(prior)
    near: Ints  # (n, near) jobs by travel
    weight: Ints  # travel, duration, overtime, lateness, breach, worst lateness
    pace: Ints  # (2k,) from when, percent of full speed; from when, …; empty = full speed always
    rich: bool  # some cost depends on times, not on legs alone


@dataclass(frozen=True, slots=True)
class Compiled:
    """The arrays with the names of their rows (jobs) and columns (engineer, shift number)."""

    problem: Problem
    arrays: Arrays
    jobs: tuple[Job, ...]
    shifts: tuple[tuple[Engineer, int], ...]
