"""The cost of a timetable, part by part, from the visits (the optimiser's own account; the checker has
another).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from anxin.engines.dispatch.model import Engineer, Job, Problem, Route
from anxin.engines.dispatch.result import Cost
from anxin.engines.dispatch.rules import has_margin, moving_cost, told, window_of
from anxin.engines.dispatch.travel import Place


def account(problem: Problem, routes: Iterable[Route], unserved: Iterable[str]) -> Cost:
    """Weighted cost of the routes and of the jobs left out."""
    jobs = {job.id: job for job in problem.jobs}
    engineers = {e.id: e for e in problem.engineers}
    travel = duration = overtime = late = worst = people = 0
    w = problem.weights
    for route in routes:
        engineer = engineers[route.engineer]
        travel += travel_seconds(problem, engineer, route, jobs)
        duration += route.finish - route.depart
        overtime += max(0, route.finish - engineer.shifts[route.shift].closes)
        for visit in route.visits:
            job = jobs[visit.job]
            people += people_cost(problem, job, engineer) + turning_cost(problem, job, visit.start)
            delay = 0 if job.due is None else max(0, visit.start - job.due)
            late += w.lateness * delay + (w.breach if delay else 0)
            worst = max(worst, delay)
    return Cost(
        unserved=sum(w.penalty(jobs[job]) for job in unserved),
        lateness=late + w.worst_lateness * worst,
        travel=w.travel * travel,
        duration=w.duration * duration,
        overtime=w.overtime * overtime,
        people=people,
    )


def travel_seconds(problem: Problem, engineer: Engineer, route: Route, jobs: Mapping[str, Job]) -> int:
    """Driving of a route, the pass by the depot included."""
    places: list[Place] = [jobs[v.job].place for v in route.visits]
    if route.restock is not None and engineer.depot is not None:
        places.insert(route.restock, engineer.depot)
    path = [engineer.start, *places, engineer.end or engineer.start]
    return sum(int(problem.travel.seconds([a], [b], engineer.mode)[0, 0]) for a, b in pairwise(path))


def people_cost(problem: Problem, job: Job, engineer: Engineer) -> int:
    """What it costs that this engineer does this job: fee, margin, rough place, wish, fairness, stability."""
    w = problem.weights
    cost = engineer.visit_cost + w.fairness * (engineer.week_seconds // 3600)
    cost += w.inaccurate * (job.place.accuracy // 100)
    if job.unpleasant:
        cost += w.unpleasant * engineer.unpleasant
    if job.preferred not in (None, engineer.id):
        cost += w.not_preferred
    if problem.before.get(job.id, (engineer.id, 0))[0] != engineer.id:
        cost += moving_cost(problem, job.id)
    if w.no_margin and not has_margin(job, engineer):
        cost += w.no_margin
    return cost


def turning_cost(problem: Problem, job: Job, start: int) -> int:
    """What it costs that the job starts in another of its windows than the customer was told."""
    was = told(problem, job)
    return 0 if was is None or window_of(job, start) == was else moving_cost(problem, job.id)
