"""`plan`: the best routes found within a budget, from nothing or from a plan already there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from anxin.engines.dispatch.accounting import account
from anxin.engines.dispatch.anneal import anneal, construct, load_route, polish, start_anew, unload_broken
from anxin.engines.dispatch.arrays import Compiled
from anxin.engines.dispatch.compiling import compile_problem
from anxin.engines.dispatch.crew import Crew
from anxin.engines.dispatch.jit import FAR, Ints
from anxin.engines.dispatch.model import Job, Problem, Route
from anxin.engines.dispatch.regret import new_losses
from anxin.engines.dispatch.result import Plan, Reason, Unserved, reason
from anxin.engines.dispatch.schedule import timetable
from anxin.engines.dispatch.search import Search, new_search

HOT, WARM, COLD = 1.0, 0.1, 0.015  # temperatures as shares of the mean leg's cost; WARM from a given plan
CHUNK = 200
STARTS, HOTTER = 4, 4.0  # searches one after the other where the budget allows it, and how much hotter each begins
PATIENCE = 4000  # steps for each job from which the budget is better spent on several searches than on a longer one


@dataclass(frozen=True, slots=True)
class Budget:
    """How long to search: `iterations`, or until `progress()` reaches 1.

    The engine has no clock: a caller who budgets CPU time passes a function that returns the share used.
    With iterations alone the same seed gives the same plan.
    """

    iterations: int = 20_000
    progress: Callable[[], float] | None = None


def plan(problem: Problem, *, seed: int = 0, budget: Budget | None = None, start: Plan | None = None) -> Plan:
    """Plan every job of `problem` that is worth it and possible; the rest is unserved with reasons.

    `start` is a plan to improve: what of it is still possible is taken over first.
    """
    compiled = compile_problem(problem)
    search = new_search(compiled.arrays, seed)
    take_over(compiled, search, start)
    construct(compiled.arrays, search, new_losses(search))
    improve(compiled, search, budget or Budget(), HOT if start is None else WARM)
    if compiled.jobs:
        polish(compiled.arrays, search)
    return extract(compiled, search)


def improve(compiled: Compiled, search: Search, budget: Budget, hottest: float = HOT) -> None:
    """Anneal in chunks until the budget is used; the temperature follows the share used.

    A plan is caught in one arrangement in the end that no step leaves, however slowly it cools: a long search from
    nothing is therefore made of several, each from another first plan, and the best is kept.
    """
    if not len(compiled.jobs) or not compiled.shifts:
        return
    leg = mean_leg(compiled, search)
    used, done, chunk = 0.0, 0, CHUNK if budget.progress is None else 20
    starts, turn, undecided = 1, 0, hottest == HOT
    while used < 1.0 and (budget.progress is not None or budget.iterations > 0):
        hot, cold = hottest * leg * (1 if starts == 1 else HOTTER), COLD * leg
        temperature = hot * (cold / hot) ** (used * starts - turn)
        anneal(compiled.arrays, search, chunk, temperature)
        done += chunk
        before, used = used, _share(budget, done)
        if budget.progress is not None:
            chunk = max(10, min(2 * chunk, int(chunk * 0.01 / max(used - before, 1e-4))))
        if undecided and used >= 0.01:
            starts, undecided = STARTS if done / used >= PATIENCE * len(compiled.jobs) else 1, False
        if turn < int(used * starts) < starts:
            turn += 1
            start_anew(compiled.arrays, search)


def _share(budget: Budget, done: int) -> float:
    return budget.progress() if budget.progress is not None else done / budget.iterations


def mean_leg(compiled: Compiled, search: Search) -> float:
    """What the road and hours of an average leg of the first plan cost: the scale of every temperature.

    Service and lateness do not count: no order of visits changes the one, and the other soon goes.
    """
    size, weight = search.kept.size, compiled.arrays.weight
    legs = int(size.sum() + (size > 0).sum())
    road = sum(int(search.kept.leg[r, : size[r] + 1].sum()) for r in np.nonzero(size)[0])
    return max(1.0, max(1, int(weight[0] + weight[1])) * road / max(1, legs))


def take_over(compiled: Compiled, search: Search, start: Plan | None) -> None:
    """Load the routes of `start` and the chains: jobs that no longer exist or fit are skipped, the order is kept,
    and so are the starts of linked jobs.

    Where a chain wants another order than `start` has, it comes first and the rest of that route is inserted anew.
    """
    rows = {job.id: j for j, job in enumerate(compiled.jobs)}
    wanted = {(r.engineer, r.shift): [v.job for v in r.visits] for r in (start.routes if start else ())}
    starts = {v.job: v.start for route in (start.routes if start else ()) for v in route.visits}
    for chain in compiled.problem.chains:
        at = (chain.engineer, chain.shift)
        if [job for job in wanted.get(at, []) if job in chain.jobs] != list(chain.jobs):
            wanted[at] = list(chain.jobs)
    for r, (engineer, shift) in enumerate(compiled.shifts):
        stops = [rows[job] for job in wanted.get((engineer.id, shift), []) if job in rows]
        if stops:
            times = [starts.get(compiled.jobs[j].id, FAR) for j in stops]
            load_route(compiled.arrays, search, r, np.array(stops, dtype=np.int64), np.array(times, dtype=np.int64))
    unload_broken(compiled.arrays, search)


def extract(compiled: Compiled, search: Search) -> Plan:
    """The best plan found, with times, reasons and cost."""
    problem = compiled.problem
    planned: set[int] = set()
    routes: list[Route] = []
    begun = {(b.engineer, b.shift) for b in problem.begun}
    for r, (engineer, shift) in enumerate(compiled.shifts):
        stops: Ints = search.best[r, 1 : 1 + search.best[r, 0]]
        planned.update(int(j) for j in stops)
        if len(stops) or (engineer.id, shift) in begun:
            routes.append(timetable(compiled, r, stops, search.best_lo, search.best_hi))
    left = [job for j, job in enumerate(compiled.jobs) if j not in planned]
    crew = Crew(compiled.shifts)
    unserved = tuple(Unserved(job.id, why_unserved(problem, crew, job)) for job in left)
    cost = account(problem, routes, [job.id for job in left])
    return Plan(tuple(routes), unserved, cost, int(search.totals[4]))


def why_unserved(problem: Problem, crew: Crew, job: Job) -> tuple[Reason, ...]:
    """How many engineers each rule excludes; those whom none excludes have no room at a fair cost."""
    counts = crew.excluded(problem, job)
    counts["no_room"] = len(crew.shifts) - counts.total()
    return tuple(reason(code, engineers=count) for code, count in counts.most_common() if count)
