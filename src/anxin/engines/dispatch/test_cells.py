"""Large days in cells: lawful, none too large, and a job on a border of the first cut is offered to both sides."""

from dataclasses import replace
from functools import partial

import pytest

from anxin.engines.dispatch import Budget, Chain, Plan, Problem, Shift, cells, check, plan, plan_cells
from anxin.engines.dispatch.testing import town


def solve(task: cells.Task, iterations: int = 250) -> Plan:
    problem, seed, start = task
    return plan(problem, seed=seed, start=start, budget=Budget(iterations=iterations))


@pytest.mark.parametrize("count", [151, 200, 333, 600])
@pytest.mark.parametrize("turn", [0, 1])
def test_cells_have_60_to_150_engineers(count: int, turn: int) -> None:
    engineers = town(1, engineers=count, jobs=1, side_km=90).engineers
    parts = cells.cut(engineers, turn)
    assert all(60 <= len(part) <= cells.LARGEST for part in parts)
    assert sorted(name for part in parts for name in part) == sorted(e.id for e in engineers)


@pytest.fixture
def small_cells(monkeypatch: pytest.MonkeyPatch) -> Problem:
    """Twenty engineers in cells of at most eight."""
    monkeypatch.setattr(cells, "LARGEST", 8)
    return town(5, engineers=20, jobs=110, side_km=40)


def test_a_job_on_a_border_is_offered_to_both_sides(small_cells: Problem) -> None:
    problem = small_cells
    once, twice = (plan_cells(problem, solve, rounds=rounds) for rounds in (1, 2))
    assert check(problem, once).faults == ()
    assert check(problem, twice).faults == ()
    assert twice.cost.total < once.cost.total
    cell = {name: k for k, part in enumerate(cells.cut(problem.engineers, 0)) for name in part}
    was, now = once.assigned(), twice.assigned()
    assert any(cell[was[job]] != cell[now[job]] for job in set(was) & set(now))


def test_what_is_fixed_to_a_later_shift_goes_to_the_cell_of_its_engineer(small_cells: Problem) -> None:
    base = small_cells
    days = (0, 86_400)
    crew = tuple(
        replace(e, shifts=tuple(Shift(s.opens + d, s.closes + d) for d in days for s in e.shifts))
        for e in base.engineers
    )
    jobs = tuple(replace(job, windows=(), skills={}) for job in base.jobs[:30])
    chain = Chain(crew[-1].id, (jobs[0].id, jobs[1].id), shift=1)
    problem = replace(base, engineers=crew, jobs=jobs, chains=(chain,))
    found = plan_cells(problem, partial(solve, iterations=60))
    assert check(problem, found).faults == ()
    assert [r.shift for r in found.routes for v in r.visits if v.job in chain.jobs] == [1, 1]
