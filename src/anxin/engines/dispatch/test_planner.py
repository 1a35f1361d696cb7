"""Plans are lawful, repeatable and, where that can be counted out, optimal."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest

from anxin.engines.dispatch import (
    Budget,
    Engineer,
    Job,
    Link,
    Lock,
    Lunch,
    Place,
    Planar,
    Problem,
    Shift,
    Weights,
    check,
    plan,
)
from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.compiling import compile_problem
from anxin.engines.dispatch.costing import route_cost
from anxin.engines.dispatch.jit import FAR
from anxin.engines.dispatch.testing import HOUR, town

SHORT = Budget(iterations=300)


def cheapest(problem: Problem) -> int:
    """Least cost over every set partition and order: each engineer any ordered subset, the rest unserved."""
    compiled = compile_problem(problem)
    a, n, m = compiled.arrays, len(compiled.jobs), len(compiled.shifts)
    best = np.full((m, 1 << n), FAR, dtype=np.int64)
    for r in range(m):
        for subset in range(1 << n):
            jobs = [j for j in range(n) if subset >> j & 1]
            if all(a.fit[j, r] for j in jobs):
                best[r, subset] = min(order_cost(compiled.arrays, r, order) for order in permutations(jobs))
    total = {0: 0}
    for r in range(m):
        step: dict[int, int] = {}
        for used, cost in total.items():
            for subset in range(1 << n):
                if not used & subset and best[r, subset] < FAR:
                    key = used | subset
                    step[key] = min(step.get(key, FAR), cost + int(best[r, subset]))
        total = step
    return min(c + sum(int(a.penalty[j]) for j in range(n) if not used >> j & 1) for used, c in total.items())


def order_cost(a: Arrays, r: int, order: tuple[int, ...]) -> int:
    """Cost of one order, FAR if it breaks a window, lunch or the shift (walked as a rich problem)."""
    stops = np.array([*order, 0], dtype=np.int64)
    cost, _ = route_cost(a._replace(rich=True), r, stops, len(order), a.window_lo, a.window_hi)
    return int(cost)


@pytest.mark.parametrize("seed", range(6))
def test_small_days_equal_brute_force(seed: int) -> None:
    problem = town(seed, engineers=2, jobs=5, side_km=40)
    found = plan(problem, seed=seed, budget=Budget(iterations=500))
    assert check(problem, found).faults == ()
    assert found.cost.total == cheapest(problem)


@pytest.mark.parametrize("seed", range(3))
def test_small_days_with_lateness_and_hours_equal_brute_force(seed: int) -> None:
    base = town(seed + 50, engineers=2, jobs=5, side_km=40)
    jobs = tuple(replace(j, windows=(), due=j.windows[0][0] + HOUR) for j in base.jobs)
    problem = replace(base, jobs=jobs, weights=Weights(duration=1, lateness=2))
    found = plan(problem, seed=seed, budget=Budget(iterations=800))
    assert check(problem, found).faults == ()
    assert found.cost.total == cheapest(problem)


def test_the_same_seed_gives_the_same_plan() -> None:
    problem = town(9, engineers=6, jobs=40)
    assert plan(problem, seed=4, budget=SHORT) == plan(problem, seed=4, budget=SHORT)


def test_every_unserved_job_says_why() -> None:
    base = town(11, engineers=3, jobs=8)
    impossible = replace(base.jobs[0], skills={"S9": 1})
    problem = replace(base, jobs=(impossible, *base.jobs[1:]))
    found = plan(problem, budget=SHORT)
    reasons = {u.job: u.reasons for u in found.unserved}[impossible.id]
    assert [(r.code, dict(r.params)) for r in reasons] == [("skill_missing", {"engineers": 3})]


def test_locks_hold_the_engineer_and_the_start() -> None:
    base = town(12, engineers=4, jobs=12)
    job = base.jobs[3]
    able = [e for e in base.engineers if all(e.skills.get(s, 0) >= v for s, v in job.skills.items())]
    at = job.windows[0][0] + HOUR
    problem = replace(base, locks=(Lock(job.id, able[-1].id, at),))
    found = plan(problem, budget=SHORT)
    assert check(problem, found).faults == ()
    visit = next(v for r in found.routes if r.engineer == able[-1].id for v in r.visits if v.job == job.id)
    assert visit.start == at


def pair_problem(least: int, most: int) -> Problem:
    shift = Shift(8 * HOUR, 17 * HOUR, Lunch(12 * HOUR, 13 * HOUR, 1800))
    crew = tuple(Engineer(f"E{k}", Place(k, 0), (shift,)) for k in range(3))
    jobs = tuple(Job(f"J{k}", Place(k, k), HOUR, penalty=10**7) for k in range(6))
    return Problem(crew, jobs, Planar(), links=(Link("J0", "J1", least, most),))


@pytest.mark.parametrize(("least", "most"), [(0, 0), (HOUR, 2 * HOUR), (-HOUR, -HOUR)])
def test_two_person_jobs_start_as_linked(least: int, most: int) -> None:
    problem = pair_problem(least, most)
    found = plan(problem, budget=SHORT)
    assert found.unserved == ()
    assert check(problem, found).faults == ()
    starts = {v.job: v.start for r in found.routes for v in r.visits}
    assert least <= starts["J1"] - starts["J0"] <= most


def test_a_tool_at_the_depot_is_fetched_first() -> None:
    shift = Shift(0, 10 * HOUR)
    crew = (Engineer("E0", Place(0, 0), (shift,), depot=Place(0, 4)),)
    jobs = (Job("J0", Place(4, 0), 600, tools=frozenset({"crane"})), Job("J1", Place(2, 0), 600, parts={"p": 2}))
    problem = Problem(crew, jobs, Planar(), Weights(travel=0, duration=1))
    found = plan(problem, budget=SHORT)
    assert check(problem, found).faults == ()
    assert found.unserved == ()
    assert found.routes[0].restock == 0


def test_several_windows_and_days() -> None:
    days = tuple(Shift(d * 86_400 + 8 * HOUR, d * 86_400 + 12 * HOUR) for d in range(2))
    crew = (Engineer("E0", Place(0, 0), days),)
    both = tuple((d * 86_400 + 8 * HOUR, d * 86_400 + 11 * HOUR) for d in range(2))
    jobs = tuple(Job(f"J{k}", Place(1, k), 90 * 60, both, penalty=10**7) for k in range(4))
    problem = Problem(crew, jobs, Planar())
    found = plan(problem, budget=SHORT)
    assert check(problem, found).faults == ()
    assert found.unserved == ()
    assert sorted(len(r.visits) for r in found.routes) == [2, 2]


def test_ids_that_repeat_are_refused() -> None:
    problem = town(1, engineers=1, jobs=1)
    with pytest.raises(ValueError, match="job ids are not unique"):
        replace(problem, jobs=problem.jobs * 2)
