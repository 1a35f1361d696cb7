"""What the engine answers with: routes, the jobs left out and why, and the cost broken down."""

from __future__ import annotations

from dataclasses import dataclass, fields

from anxin.engines.dispatch.model import Route, Visit

__all__ = ["Cost", "Plan", "Reason", "Route", "Unserved", "Visit"]


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule code with what made it fire; `words.say` turns it into Chinese or English."""

    code: str
    params: tuple[tuple[str, str | int], ...] = ()


def reason(code: str, **params: str | int) -> Reason:
    """Shorthand that keeps the parameters in the order given."""
    return Reason(code, tuple(params.items()))


@dataclass(frozen=True, slots=True)
class Unserved:
    """A job no engineer does, with the number of engineers each rule excludes."""

    job: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Cost:
    """Weighted parts of the objective; they add up to `total`."""

    unserved: int = 0
    lateness: int = 0
    travel: int = 0
    duration: int = 0
    overtime: int = 0
    people: int = 0

    @property
    def total(self) -> int:
        return sum(int(getattr(self, part.name)) for part in fields(self))


@dataclass(frozen=True, slots=True)
class Plan:
    """Routes with at least one visit, the unserved jobs and the cost; `iterations` of search behind it."""

    routes: tuple[Route, ...]
    unserved: tuple[Unserved, ...]
    cost: Cost
    iterations: int = 0

    def assigned(self) -> dict[str, str]:
        """Job → engineer."""
        return {visit.job: route.engineer for route in self.routes for visit in route.visits}
