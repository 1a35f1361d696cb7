"""Priors from solved cases."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .model import Graph


@dataclass(frozen=True, slots=True)
class Solved:
    """One closed case whose cause an engineer named."""

    cause: str


def learn(graph: Graph, cases: Iterable[Solved], strength: float = 100.0) -> Graph:
    """A graph whose priors are the Dirichlet posterior mean of the cases, still per 1,000.

    `strength`: how many solved cases the written priors are worth. An unknown cause raises KeyError."""
    counts = Counter(case.cause for case in cases)
    if strange := set(counts) - set(graph.causes):
        raise KeyError(f"unknown causes {sorted(strange)}")
    written = sum(cause.prior for cause in graph.causes.values())
    total = strength + counts.total()
    causes = {
        name: replace(cause, prior=1000 * (strength * cause.prior / written + counts[name]) / total)
        for name, cause in graph.causes.items()
    }
    return replace(graph, causes=causes)
