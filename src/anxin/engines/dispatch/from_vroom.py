"""A first plan by VROOM, where `pyvroom` is present: another start for the search, and a peer for the bench."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

from anxin.engines.dispatch.accounting import account
from anxin.engines.dispatch.arrays import Arrays, Compiled
from anxin.engines.dispatch.compiling import compile_problem
from anxin.engines.dispatch.model import Problem, Route, Visit
from anxin.engines.dispatch.result import Plan, Unserved

PRIORITY = {1: 100, 2: 30, 3: 10, 4: 3}  # VROOM serves higher priorities first; equal ones by number and cost


def plan_by_vroom(problem: Problem, level: int = 0) -> Plan | None:
    """VROOM's routes as a `start` for `plan`: orders of jobs, without times. None without pyvroom.

    VROOM knows no links, chains, supplies or soft promises: linked and chained jobs are left to the search, and of the
    rest what the rules forbid is skipped when the start is taken over.
    """
    if find_spec("vroom") is None:
        return None
    compiled = compile_problem(problem)
    routes = []
    for r, stops in vroom_routes(compiled, level):
        engineer, shift = compiled.shifts[r]
        visits = tuple(Visit(compiled.jobs[j].id, 0, 0, 0) for j in stops)
        routes.append(Route(engineer.id, visits, 0, 0, shift=shift))
    served = {v.job for route in routes for v in route.visits}
    left = [job.id for job in compiled.jobs if job.id not in served]
    return Plan(tuple(routes), tuple(Unserved(job) for job in left), account(problem, routes, left))


def vroom_routes(compiled: Compiled, level: int) -> list[tuple[int, list[int]]]:
    """(shift, jobs in order) by VROOM at an exploration level (0-5), one thread."""
    library, a = import_module("vroom"), compiled.arrays
    given = library.Input()
    for k in range(len(a.travel)):
        given.set_durations_matrix(str(k), a.travel[k].astype(np.uint32))
    for r in range(len(a.mode)):
        given.add_vehicle(_vehicle(library, a, r))
    for j, job in enumerate(compiled.jobs):
        if a.mate[j] < 0 and not a.fixed[j]:
            given.add_job(_job(library, a, j, PRIORITY.get(job.priority, 0)))
    rows = given.solve(exploration_level=level, nb_threads=1).routes
    routes: dict[int, list[int]] = {}
    for kind, vehicle, job in zip(rows["type"], rows["vehicle_id"], rows["id"], strict=True):
        if kind == "job":
            routes.setdefault(int(vehicle), []).append(int(job))
    return list(routes.items())


def _vehicle(library: Any, a: Arrays, r: int) -> Any:
    """Who may do a job is a skill of its own, numbered as the job."""
    early, late, length = (int(v) for v in a.lunch[r])
    lunch = [library.Break(r, time_windows=[library.TimeWindow(early, late)], service=length)] if length else []
    return library.Vehicle(
        r,
        start=int(a.start[r]),
        end=int(a.end[r]),
        profile=str(int(a.mode[r])),
        capacity=[int(q) for q in a.capacity[r]],
        breaks=lunch,
        skills={int(j) + 1 for j in np.nonzero(a.fit[:, r])[0]},
        time_window=library.TimeWindow(int(a.opens[r]), int(a.latest[r])),
    )


def _job(library: Any, a: Arrays, j: int, priority: int) -> Any:
    spans = range(a.window_at[j], a.window_at[j + 1])
    return library.Job(
        j,
        location=j,
        default_service=int(a.service[j].max()),
        skills={j + 1},
        delivery=library.Amount([int(q) for q in a.demand[j]]),
        priority=priority,
        time_windows=[library.TimeWindow(max(0, int(a.window_lo[k])), int(a.window_hi[k])) for k in spans],
    )
