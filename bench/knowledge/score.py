"""Figures over predictions: ranking, coverage at a precision, AUC, calibration, and standard errors."""

from __future__ import annotations

import math
from collections.abc import Sequence

Judged = Sequence[tuple[float, bool]]
"""(p, the first answer was right) per query."""


def coverage_at(precision: float, judged: Judged, least: int = 20) -> float:
    """Largest share answered, highest p first, at least `least`, with this precision."""
    ordered = sorted(judged, key=lambda pair: -pair[0])
    best, right = 0, 0
    for n, (_, ok) in enumerate(ordered, start=1):
        right += ok
        if n >= least and right / n >= precision:
            best = n
    return best / len(ordered)


def auc(judged: Judged) -> float:
    """Probability that a right one has the higher p, ties half (Mann-Whitney)."""
    ordered = sorted(p for p, _ in judged)
    first: dict[float, int] = {}
    count: dict[float, int] = {}
    for i, p in enumerate(ordered):
        first.setdefault(p, i)
        count[p] = count.get(p, 0) + 1
    rank = sum(first[p] + (count[p] + 1) / 2 for p, ok in judged if ok)
    right = sum(ok for _, ok in judged)
    wrong = len(judged) - right
    return (rank - right * (right + 1) / 2) / (right * wrong) if right and wrong else float("nan")


def auc_error(value: float, right: int, wrong: int) -> float:
    """Standard error of an AUC (Hanley, McNeil 1982)."""
    q1, q2 = value / (2 - value), 2 * value**2 / (1 + value)
    spread = value * (1 - value) + (right - 1) * (q1 - value**2) + (wrong - 1) * (q2 - value**2)
    return math.sqrt(spread / (right * wrong))


def ece(judged: Judged, bins: int = 10) -> float:
    """Expected calibration error over equally wide bins."""
    held: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for p, ok in judged:
        held[min(int(p * bins), bins - 1)].append((p, ok))
    gaps = (abs(sum(p for p, _ in b) - sum(ok for _, ok in b)) for b in held)
    return sum(gaps) / len(judged)


def share_error(share: float, n: int) -> float:
    """Standard error of a share of n."""
    return math.sqrt(share * (1 - share) / n)
