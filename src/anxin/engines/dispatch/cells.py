"""Large days in cells: regions of engineers planned apart, then cut anew so that every border is planned across.

The first cut gives each cell whole neighbourhoods; the second cuts elsewhere, so that a job on a border of the
first lies inside a cell of the second and is offered to the engineers of both sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

import numpy as np

from anxin.engines.dispatch.accounting import account
from anxin.engines.dispatch.crew import Crew
from anxin.engines.dispatch.linking import firsts
from anxin.engines.dispatch.model import Engineer, Job, Lock, Problem
from anxin.engines.dispatch.result import Plan

LARGEST = 150  # engineers in a cell; the smallest two fifths of that
BLOCK = 500  # jobs whose nearest engineer is looked up at a time
Task = tuple[Problem, int, Plan | None]
Where = Mapping[str, tuple[str, int | None]]


class Mapper(Protocol):
    """`map`, or that of a process pool."""

    def __call__(self, solve: Callable[[Task], Plan], tasks: list[Task], /) -> Iterable[Plan]: ...


def plan_cells(
    problem: Problem, solve: Callable[[Task], Plan], *, mapper: Mapper = map, seed: int = 0, rounds: int = 2
) -> Plan:
    """A plan of any size: `solve((part, seed, start))` is called for each cell of each round through `mapper`.

    Later rounds start from the plan of the one before. Cells are disjoint, so the parts of a round run in parallel.
    """
    current: Plan | None = None
    near = nearest(problem)
    for turn in range(rounds):
        where = _where(current, near)
        tasks = [(part(problem, where, cell), seed + turn, _of(current, cell)) for cell in cut(problem.engineers, turn)]
        found = list(mapper(solve, tasks))
        current = _merged(problem, found)
    if current is None:
        raise ValueError("at least one round")
    return current


def cut(engineers: Iterable[Engineer], turn: int) -> list[set[str]]:
    """Cells of at most LARGEST engineers by where they start; odd turns cut first at two fifths instead of half."""
    pending, cells = [(list(engineers), turn % 2, 2 / 5 if turn % 2 else 1 / 2)], []
    while pending:
        group, axis, share = pending.pop()
        if len(group) <= LARGEST:
            cells.append({e.id for e in group})
            continue
        group.sort(key=lambda e: (e.start.y, e.start.x, e.id) if axis else (e.start.x, e.start.y, e.id))
        at = round(len(group) * share)
        pending += [(group[:at], 1 - axis, 1 / 2), (group[at:], 1 - axis, 1 / 2)]
    return cells


def nearest(problem: Problem) -> dict[str, str]:
    """Job → who has it in the plan in force, else the nearest engineer by start place whom no rule excludes on every
    shift (any engineer, if all are excluded); linked jobs go to one.
    """
    shifts = [(e, k) for e in problem.engineers for k in range(len(e.shifts))]
    crew, known = Crew(shifts), {e.id for e in problem.engineers}
    starts, found = [e.start for e, _ in shifts], {}
    for block in _blocks(problem.jobs):
        away = problem.travel.seconds([job.place for job in block], starts, shifts[0][0].mode)
        for job, row in zip(block, away, strict=True):
            fit = crew.fit(problem, job).astype(bool)
            k = int(np.argmin(np.where(fit, row, row.max() + 1)))
            found[job.id] = shifts[k][0].id
    found.update({job: who for job, (who, _) in problem.before.items() if job in found and who in known})
    found.update({job: found[first] for job, first in firsts(problem.links).items()})
    return found


def _blocks(jobs: tuple[Job, ...]) -> Iterator[tuple[Job, ...]]:
    for first in range(0, len(jobs), BLOCK):
        yield jobs[first : first + BLOCK]


def _where(current: Plan | None, near: Mapping[str, str]) -> dict[str, tuple[str, int | None]]:
    """Job → (engineer it belongs to now, start); the nearest one for the unplanned."""
    where: dict[str, tuple[str, int | None]] = {job: (engineer, None) for job, engineer in near.items()}
    for route in current.routes if current else ():
        where.update({v.job: (route.engineer, v.start) for v in route.visits})
    return where


def _of(current: Plan | None, cell: set[str]) -> Plan | None:
    if current is None:
        return None
    return replace(current, routes=tuple(r for r in current.routes if r.engineer in cell))


def part(problem: Problem, where: Where, circle: set[str]) -> Problem:
    """The part of the problem that the engineers of `circle` may change: their jobs by `where`.

    A job linked to one outside keeps its engineer and start.
    """
    jobs = {job.id for job in problem.jobs if where[job.id][0] in circle}
    links = tuple(link for link in problem.links if {link.first, link.second} <= jobs)
    cut = (link for link in problem.links if not {link.first, link.second} <= jobs)
    cut_off = {job for link in cut for job in (link.first, link.second)} & jobs
    held = tuple(Lock(job, *where[job]) for job in sorted(cut_off))
    return replace(
        problem,
        engineers=tuple(e for e in problem.engineers if e.id in circle),
        jobs=tuple(job for job in problem.jobs if job.id in jobs),
        begun=tuple(route for route in problem.begun if route.engineer in circle),
        locks=(*(lock for lock in problem.locks if lock.job in jobs), *held),
        chains=tuple(chain for chain in problem.chains if chain.engineer in circle and jobs.issuperset(chain.jobs)),
        links=links,
    )


def _merged(problem: Problem, found: list[Plan]) -> Plan:
    routes = tuple(route for one in found for route in one.routes)
    unserved = tuple(u for one in found for u in one.unserved)
    cost = account(problem, routes, [u.job for u in unserved])
    return Plan(routes, unserved, cost, sum(one.iterations for one in found))
