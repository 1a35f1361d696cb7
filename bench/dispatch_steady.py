"""The same day told otherwise (order of people and jobs, time of day, places to the metre) must cost the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from statistics import median

from anxin.engines.dispatch import Budget, Engineer, Job, Place, Problem, plan
from dispatch_urgent import cpu_budget


def steady(problem: Problem, cpu: float, seeds: int) -> dict[str, object]:
    """Median J in hours of each telling, and how far from the first, in percent."""
    row: dict[str, object] = {}
    plan(problem, budget=Budget(iterations=2))
    for name, told in TELLINGS.items():
        value = median(_hours(told(problem), cpu, seed) for seed in range(1, seeds + 1))
        base = float(str(row.setdefault("J", round(value, 2))))
        if told is not _as_given:
            row[name] = f"{100 * (value / base - 1):+.1f} %"
    return row


def _hours(problem: Problem, cpu: float, seed: int) -> float:
    return plan(problem, seed=seed, budget=cpu_budget(cpu)).cost.total / 3600


def _as_given(problem: Problem) -> Problem:
    return problem


def _other_engineers(problem: Problem) -> Problem:
    return replace(problem, engineers=tuple(Random(1).sample(problem.engineers, len(problem.engineers))))


def _other_jobs(problem: Problem) -> Problem:
    return replace(problem, jobs=tuple(Random(2).sample(problem.jobs, len(problem.jobs))))


def _shifted(problem: Problem, by: int = 86_400 + 5437) -> Problem:
    """Everything a day, an hour and a half and 37 s later."""

    def later(engineer: Engineer) -> Engineer:
        shifts = tuple(
            replace(s, opens=s.opens + by, closes=s.closes + by, lunch=None if s.lunch is None else
                    replace(s.lunch, earliest=s.lunch.earliest + by, latest=s.lunch.latest + by))
            for s in engineer.shifts
        )  # fmt: skip
        return replace(engineer, shifts=shifts)

    jobs = tuple(replace(job, windows=tuple((lo + by, hi + by) for lo, hi in job.windows)) for job in problem.jobs)
    return replace(problem, engineers=tuple(map(later, problem.engineers)), jobs=jobs)


def _to_the_metre(problem: Problem) -> Problem:
    def near(place: Place) -> Place:
        return replace(place, x=round(place.x, 3), y=round(place.y, 3))

    def at(job: Job) -> Job:
        return replace(job, place=near(job.place))

    engineers = tuple(replace(e, start=near(e.start)) for e in problem.engineers)
    return replace(problem, engineers=engineers, jobs=tuple(map(at, problem.jobs)))


TELLINGS: dict[str, Callable[[Problem], Problem]] = {
    "as given": _as_given,
    "engineers permuted": _other_engineers,
    "jobs permuted": _other_jobs,
    "times shifted": _shifted,
    "places to 1 m": _to_the_metre,
}
