"""Linked jobs: which follow which, and whether links make sense together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.jit import Ints
from anxin.engines.dispatch.model import Link


def linked(links: Iterable[Link], index: Mapping[str, int]) -> dict[str, Ints]:
    """`mate`, `prior`, `same` and `gap` of `Arrays` for the links between the jobs of `index` (job → row)."""
    n = len(index)
    mate, prior, same = np.full(n, -1, np.int64), np.full(n, -1, np.int64), np.zeros(n, np.int64)
    gap = np.zeros((n, 2), np.int64)
    sides = _sides(links, index)
    ends = (job for job in sides if len(sides[job]) == 1)
    for first in ends:
        if mate[first] >= 0:  # the other end of what has been walked
            continue
        job, last = first, -1
        while job >= 0:
            onward = next((side for side in sides[job] if side[0] != last), None)
            last = job
            if onward is None:
                mate[job], job = first, -1
            else:
                mate[job] = job = onward[0]
                prior[job], gap[job], same[job] = last, onward[1:3], onward[3]
    return {"mate": mate, "prior": prior, "same": same, "gap": gap}


def _sides(links: Iterable[Link], index: Mapping[str, int]) -> dict[int, list[tuple[int, int, int, bool]]]:
    """For each linked row its neighbours: (row, bounds of start(neighbour) - start(row), same engineer)."""
    sides: dict[int, list[tuple[int, int, int, bool]]] = {}
    for link in links:
        if link.first in index and link.second in index:
            a, b = index[link.first], index[link.second]
            sides.setdefault(a, []).append((b, link.least, link.most, link.same))
            sides.setdefault(b, []).append((a, -link.most, -link.least, link.same))
    return sides


def firsts(links: Iterable[Link]) -> dict[str, str]:
    """Each linked job → one of the jobs linked to it, directly or by others; the same for all of them."""
    head: dict[str, str] = {}
    for link in links:
        one, other = head.setdefault(link.first, link.first), head.setdefault(link.second, link.second)
        head.update({job: one for job, at in head.items() if at == other})
    return head


def largest_group(a: Arrays) -> int:
    """How many jobs are linked to each other at most."""
    largest = 0
    for job in np.nonzero((a.mate >= 0) & (a.prior < 0))[0]:
        size, at = 1, int(a.mate[job])
        while at != job:
            size, at = size + 1, int(a.mate[at])
        largest = max(largest, size)
    return largest
