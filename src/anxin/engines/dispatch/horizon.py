"""`plan_horizon`: several days at once, today exact, the next days only as good as needed to know what can wait."""

from __future__ import annotations

from dataclasses import replace

from anxin.engines.dispatch.accounting import account
from anxin.engines.dispatch.model import Engineer, Lock, Problem, Route
from anxin.engines.dispatch.planner import Budget, plan
from anxin.engines.dispatch.result import Plan

COARSE = 0.3  # share of the budget for the whole horizon; the rest is today's


def plan_horizon(problem: Problem, *, today: int, seed: int = 0, budget: Budget | None = None) -> Plan:
    """A plan of all shifts; those that open before `today` (the second at which today ends) are searched longest.

    First every day is planned coarsely, which says what is done when. Then today alone: with the jobs it was given
    and those that found no place. ValueError where an engineer's shifts are not in order of time.
    """
    whole, rest = _shares(budget or Budget())
    coarse = plan(problem, seed=seed, budget=whole)
    inner = _today(problem, coarse, today)
    exact = plan(inner, seed=seed, budget=rest, start=coarse)
    routes = (*exact.routes, *_later(problem, coarse, today))
    cost = account(problem, routes, [u.job for u in exact.unserved])
    return Plan(routes, exact.unserved, cost, coarse.iterations + exact.iterations)


def _shares(budget: Budget) -> tuple[Budget, Budget]:
    used, first = budget.progress, int(COARSE * budget.iterations)
    if used is None:
        return Budget(first), Budget(budget.iterations - first)
    return (
        replace(budget, progress=lambda: used() / COARSE),
        replace(budget, progress=lambda: (used() - COARSE) / (1 - COARSE)),
    )


def _todays(engineer: Engineer, today: int) -> int:
    """How many of the shifts, from the first, are today's."""
    opens = [shift.opens for shift in engineer.shifts]
    if opens != sorted(opens):
        raise ValueError(f"shifts of {engineer.id} are not in order of time")
    return sum(at < today for at in opens)


def _later(problem: Problem, coarse: Plan, today: int) -> list[Route]:
    count = {e.id: _todays(e, today) for e in problem.engineers}
    return [route for route in coarse.routes if route.shift >= count[route.engineer]]


def _today(problem: Problem, coarse: Plan, today: int) -> Problem:
    """The problem of today's shifts; a job linked to one of a later day keeps its engineer and start."""
    settled = {v.job for route in _later(problem, coarse, today) for v in route.visits}
    links = [link for link in problem.links if settled.isdisjoint({link.first, link.second})]
    cut = {job for link in problem.links if link not in links for job in (link.first, link.second)} - settled
    held = [Lock(v.job, r.engineer, v.start) for r in coarse.routes for v in r.visits if v.job in cut]
    engineers = [replace(e, shifts=e.shifts[: _todays(e, today)]) for e in problem.engineers]
    count = {e.id: len(e.shifts) for e in engineers}
    return replace(
        problem,
        engineers=tuple(engineers),
        jobs=tuple(job for job in problem.jobs if job.id not in settled),
        locks=(*(lock for lock in problem.locks if lock.job not in settled | cut), *held),
        chains=tuple(chain for chain in problem.chains if chain.shift < count[chain.engineer]),
        links=tuple(links),
        begun=tuple(route for route in problem.begun if route.shift < count[route.engineer]),
    )
