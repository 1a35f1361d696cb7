"""Plans are lawful, repeatable and, where that can be counted out, optimal."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest

from anxin.engines.dispatch import (
    Budget,
    Chain,
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
    over_days,
    plan,
    plan_by_vroom,
    plan_horizon,
    planner,
    with_helper,
)
from anxin.engines.dispatch.anneal import start_anew
from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.compiling import compile_problem
from anxin.engines.dispatch.costing import route_cost
from anxin.engines.dispatch.jit import FAR
from anxin.engines.dispatch.search import Search
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


def one_house(seed: int, engineers: int, jobs: int) -> Problem:
    """Everybody starts from the same door, with unequal skills: whole routes may change hands."""
    base = town(seed, engineers, jobs, side_km=40)
    return replace(base, engineers=tuple(replace(e, start=Place(20, 20)) for e in base.engineers))


@pytest.mark.parametrize("seed", range(4))
def test_small_days_from_one_house_equal_brute_force(seed: int) -> None:
    problem = one_house(seed, engineers=3, jobs=5)
    found = plan(problem, seed=seed, budget=Budget(iterations=500))
    assert check(problem, found).faults == ()
    assert found.cost.total == cheapest(problem)


def on_two_days(engineer: Engineer) -> Engineer:
    (shift,) = engineer.shifts
    return replace(engineer, shifts=(shift, Shift(shift.opens + 86_400, shift.closes + 86_400)))


@pytest.mark.parametrize(("same", "gap"), [(False, (0, HOUR)), (True, (43_200, 172_800))])
def test_routes_that_change_hands_keep_links_and_locks(same: bool, gap: tuple[int, int]) -> None:
    base = one_house(4, engineers=6, jobs=24)
    crew = tuple(map(on_two_days, base.engineers))
    easy = tuple(replace(job, skills={}, windows=(), penalty=10**7) for job in base.jobs[:6])
    links = tuple(Link(easy[k].id, easy[k + 1].id, *gap, same=same) for k in (0, 2))
    lock = Lock(easy[4].id, crew[2].id)
    problem = replace(base, engineers=crew, jobs=(*easy, *base.jobs[6:]), links=links, locks=(lock,))
    found = plan(problem, seed=1, budget=Budget(iterations=1500))
    assert check(problem, found).faults == ()
    assert {u.job for u in found.unserved}.isdisjoint(job.id for job in easy)


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


def test_a_helper_comes_at_the_same_time_and_leaves_sooner() -> None:
    base = pair_problem(0, 0)
    heavy = replace(base.jobs[0], skills={})
    both, link = with_helper(heavy, Job("J0 helper", heavy.place, HOUR // 2, penalty=10**7))
    problem = replace(base, jobs=(*both, *base.jobs[1:]), links=(link,))
    found = plan(problem, budget=SHORT)
    assert check(problem, found).faults == ()
    visits = {v.job: (r.engineer, v) for r in found.routes for v in r.visits}
    (first, long), (second, short) = visits["J0"], visits["J0 helper"]
    assert first != second
    assert (long.start, long.end - short.end) == (short.start, HOUR // 2)


def test_work_over_two_days_stays_with_its_engineer() -> None:
    days = tuple(Shift(d * 86_400 + 8 * HOUR, d * 86_400 + 17 * HOUR) for d in range(2))
    crew = tuple(Engineer(f"E{k}", Place(k, 0), days) for k in range(3))
    window = ((8 * HOUR, 17 * HOUR),)
    both, links = over_days(Job("roof", Place(1, 1), 8 * HOUR, window, penalty=10**7), 3 * HOUR)
    jobs = (*both, *(Job(f"J{k}", Place(k % 3, 2), 2 * HOUR, penalty=10**6) for k in range(9)))
    problem = Problem(crew, jobs, Planar(), links=links)
    found = plan(problem, budget=SHORT)
    assert check(problem, found).faults == ()
    assert found.unserved == ()
    where = {v.job: (r.engineer, r.shift) for r in found.routes for v in r.visits}
    assert where["roof"][0] == where["roof+"][0]
    assert (where["roof"][1], where["roof+"][1]) == (0, 1)


def test_a_chain_keeps_engineer_and_order_and_others_may_come_between() -> None:
    base = town(14, engineers=4, jobs=16)
    base = replace(base, jobs=tuple(replace(j, windows=()) for j in base.jobs))
    free = plan(base, budget=SHORT)
    route = max(free.routes, key=lambda r: len(r.visits))
    wanted = tuple(v.job for v in reversed(route.visits[:3]))  # the other way round than the search likes it
    problem = replace(base, chains=(Chain(route.engineer, wanted),))
    for start in (None, free):
        found = plan(problem, budget=SHORT, start=start)
        assert check(problem, found).faults == ()
        mine = next(r for r in found.routes if r.engineer == route.engineer)
        assert [v.job for v in mine.visits if v.job in wanted] == list(wanted)
        assert found.cost.total >= free.cost.total


def test_a_job_stands_in_one_chain_or_link_only() -> None:
    base = pair_problem(0, 0)
    with pytest.raises(ValueError, match="one chain, or in links"):
        replace(base, chains=(Chain("E0", ("J0",)),))


def test_a_rough_place_costs_whoever_goes() -> None:
    base = town(15, engineers=2, jobs=4)
    rough = replace(base.jobs[0], place=replace(base.jobs[0].place, accuracy=350))
    problem = replace(base, jobs=(rough, *base.jobs[1:]), weights=replace(base.weights, inaccurate=60))
    found = plan(problem, budget=SHORT)
    assert check(problem, found).faults == ()
    assert found.cost.people == 180


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


def test_today_is_exact_and_the_next_days_are_those_of_the_coarse_plan() -> None:
    base = town(16, engineers=3, jobs=24)
    day = 86_400
    crew = tuple(
        replace(e, shifts=tuple(replace(s, opens=s.opens + d * day, closes=s.closes + d * day, lunch=None)
                                for d in range(3) for s in e.shifts)) for e in base.engineers
    )  # fmt: skip
    jobs = tuple(replace(j, windows=()) for j in base.jobs)
    problem = replace(base, engineers=crew, jobs=jobs)
    whole, rolled = plan(problem, budget=Budget(90)), plan_horizon(problem, today=day, budget=Budget(300))
    assert check(problem, rolled).faults == ()
    assert {r for r in rolled.routes if r.shift} == {r for r in whole.routes if r.shift}
    assert rolled.cost.total <= whole.cost.total
    assert rolled == plan_horizon(problem, today=day, budget=Budget(300))


def test_without_pyvroom_the_search_starts_by_insertion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("anxin.engines.dispatch.from_vroom.find_spec", lambda name: None)
    problem = town(17, engineers=2, jobs=6)
    assert plan_by_vroom(problem) is None
    assert plan(problem, budget=SHORT, start=plan_by_vroom(problem)) == plan(problem, budget=SHORT)


def test_ids_that_repeat_are_refused() -> None:
    problem = town(1, engineers=1, jobs=1)
    with pytest.raises(ValueError, match="job ids are not unique"):
        replace(problem, jobs=problem.jobs * 2)


def test_a_long_search_is_several_and_keeps_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []

    def again(a: Arrays, s: Search) -> None:
        begun.append(int(s.totals[1]))
        start_anew(a, s)

    monkeypatch.setattr(planner, "start_anew", again)
    problem = town(2, engineers=2, jobs=5, side_km=40)
    found = plan(problem, budget=Budget(iterations=planner.PATIENCE * 5))
    assert len(begun) == planner.STARTS - 1
    assert check(problem, found).faults == ()
    assert found.cost.total == cheapest(problem) <= min(begun)
    begun.clear()
    plan(problem, budget=Budget(iterations=planner.PATIENCE * 4))
    assert begun == []
