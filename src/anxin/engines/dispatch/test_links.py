"""Work of several people or several days: planned as one, kept as one when the day goes wrong."""

from dataclasses import replace

import pytest

from anxin.engines.dispatch import (
    Absent,
    Budget,
    Ended,
    Engineer,
    Job,
    Link,
    Place,
    Plan,
    Planar,
    Problem,
    Shift,
    check,
    over_days,
    plan,
    plan_horizon,
    repair,
)
from anxin.engines.dispatch.testing import HOUR

DAY = 86_400
SHORT = Budget(iterations=300)
DAYTIME = ((8 * HOUR, 17 * HOUR),)


def crew(people: int, days: int) -> tuple[Engineer, ...]:
    shifts = tuple(Shift(d * DAY + 8 * HOUR, d * DAY + 17 * HOUR) for d in range(days))
    return tuple(Engineer(f"E{k}", Place(k, 0), shifts) for k in range(people))


def small_jobs(count: int) -> tuple[Job, ...]:
    return tuple(Job(f"J{k}", Place(k % 3, 2), 2 * HOUR, penalty=10**6) for k in range(count))


def where(found: Plan) -> dict[str, tuple[str, int, int]]:
    """Job → (engineer, shift, start)."""
    return {v.job: (r.engineer, r.shift, v.start) for r in found.routes for v in r.visits}


def test_work_over_three_days_stays_with_its_engineer() -> None:
    parts, links = over_days(Job("roof", Place(1, 1), 8 * HOUR, DAYTIME, penalty=10**7), 8 * HOUR, 3 * HOUR)
    problem = Problem(crew(3, 4), (*parts, *small_jobs(14)), Planar(), links=links)
    found = plan(problem, budget=SHORT)
    assert check(problem, found).faults == ()
    assert found.unserved == ()
    at = where(found)
    assert len({at[part.id][0] for part in parts}) == 1
    assert at["roof"][1] < at["roof+"][1] < at["roof++"][1]


def test_two_people_work_together_on_two_days() -> None:
    mine, first = over_days(Job("lift", Place(1, 1), 6 * HOUR, DAYTIME, penalty=10**7), 4 * HOUR)
    helper = tuple(replace(job, id=f"{job.id} helper") for job in mine)
    second = Link(helper[0].id, helper[1].id, first[0].least, first[0].most, same=True)
    problem = Problem(
        crew(4, 3), (*mine, *helper, *small_jobs(10)), Planar(), links=(*first, Link("lift", "lift helper"), second)
    )
    found = plan(problem, budget=SHORT)
    assert check(problem, found).faults == ()
    assert found.unserved == ()
    at = where(found)
    assert at["lift"][2] == at["lift helper"][2]
    assert (at["lift"][0], at["lift helper"][0]) == (at["lift+"][0], at["lift+ helper"][0])
    assert at["lift"][0] != at["lift helper"][0]


def test_three_people_come_together_or_not_at_all() -> None:
    jobs = tuple(Job(f"P{k}", Place(1, 1), HOUR, penalty=10**7) for k in range(3))
    links = (Link("P0", "P1"), Link("P1", "P2"))
    enough = Problem(crew(3, 1), jobs, Planar(), links=links)
    found = plan(enough, budget=SHORT)
    assert check(enough, found).faults == ()
    assert {(job, start) for job, (_, _, start) in where(found).items()} == {(f"P{k}", 29_007) for k in range(3)}
    few = replace(enough, engineers=crew(2, 1))
    assert {u.job for u in plan(few, budget=SHORT).unserved} == {"P0", "P1", "P2"}


def three_pairs() -> tuple[Problem, Plan]:
    """Twelve engineers along a road; in three pairs of far apart jobs the second follows the first within two hours."""
    people = tuple(replace(e, start=Place(9 * k, 0)) for k, e in enumerate(crew(12, 1)))
    firsts = tuple(Job(f"A{k}", Place(18 * k, 1), HOUR, DAYTIME, penalty=10**7) for k in range(3))
    seconds = tuple(Job(f"B{k}", Place(99 - 18 * k, 1), HOUR, DAYTIME, penalty=10**7) for k in range(3))
    links = tuple(Link(f"A{k}", f"B{k}", 0, 2 * HOUR) for k in range(3))
    problem = Problem(people, (*firsts, *seconds, *small_jobs(9)), Planar(), links=links)
    return problem, plan(problem, budget=SHORT)


def test_a_plan_given_is_taken_over_with_its_pairs() -> None:
    problem, current = three_pairs()
    again = plan(problem, budget=Budget(iterations=0), start=current)
    assert {job: at for job, at in where(again).items() if job[0] in "AB"} == {
        job: at for job, at in where(current).items() if job[0] in "AB"
    }


@pytest.mark.parametrize("who", ["A0", "B1"])
def test_who_is_ill_is_replaced_in_a_pair(who: str) -> None:
    problem, current = three_pairs()
    ill = where(current)[who][0]
    done = repair(problem, current, now=7 * HOUR, events=[Absent(frozenset({ill}))], budget=SHORT)
    assert check(done.problem, done.plan).faults == ()
    assert done.plan.unserved == ()
    assert where(done.plan)[who][0] != ill


def test_two_people_called_while_the_day_runs_come_together() -> None:
    problem, current = three_pairs()
    pair = tuple(Job(f"U{k}", Place(20, 1), HOUR, ((9 * HOUR, 12 * HOUR),), priority=1) for k in range(2))
    called = replace(problem, jobs=(*problem.jobs, *pair), links=(*problem.links, Link("U0", "U1")))
    done = repair(called, current, now=9 * HOUR, budget=SHORT)
    assert check(done.problem, done.plan).faults == ()
    assert done.plan.unserved == ()
    at = where(done.plan)
    assert at["U0"][2] == at["U1"][2]
    assert at["U0"][0] != at["U1"][0]


def test_an_overrun_moves_the_second_of_a_pair_too() -> None:
    problem, current = three_pairs()
    visit = next(v for r in current.routes for v in r.visits if v.job == "A1")
    done = repair(problem, current, now=visit.start, events=[Ended("A1", visit.end + HOUR)], budget=SHORT)
    assert check(done.problem, done.plan).faults == ()


def test_what_was_begun_by_one_is_told_when_he_cannot_go_on() -> None:
    parts, links = over_days(Job("roof", Place(1, 1), 8 * HOUR, DAYTIME, penalty=10**7), 3 * HOUR)
    problem = Problem(crew(2, 2), parts, Planar(), links=links)
    current = plan(problem, budget=SHORT)
    who = current.assigned()["roof"]
    done = repair(problem, current, now=12 * HOUR, events=[Absent(frozenset({who}))], budget=SHORT)
    assert check(done.problem, done.plan).faults == ()
    assert [u.job for u in done.plan.unserved] == ["roof+"]


def test_the_second_of_two_people_is_another_even_when_the_first_has_begun() -> None:
    jobs = (Job("A", Place(0, 1), HOUR, DAYTIME, penalty=10**7), Job("B", Place(0, 1), HOUR, DAYTIME, penalty=10**7))
    problem = Problem(crew(2, 1), jobs, Planar(), links=(Link("A", "B", HOUR, 8 * HOUR),))
    current = plan(problem, budget=SHORT)
    done = repair(problem, current, now=9 * HOUR, budget=SHORT)
    assert check(done.problem, done.plan).faults == ()
    assert done.plan.unserved == ()


def test_a_horizon_keeps_work_over_three_days_together() -> None:
    parts, links = over_days(Job("roof", Place(1, 1), 8 * HOUR, DAYTIME, penalty=10**7), 8 * HOUR, 3 * HOUR)
    problem = Problem(crew(3, 4), (*parts, *small_jobs(14)), Planar(), links=links)
    found = plan_horizon(problem, today=DAY, budget=SHORT)
    assert check(problem, found).faults == ()
    assert found.unserved == ()


@pytest.mark.parametrize(
    "pairs", [[("A", "B"), ("B", "C"), ("B", "D")], [("A", "B"), ("B", "C"), ("C", "A")], [("A", "A")]]
)
def test_links_that_cannot_be_planned_are_refused(pairs: list[tuple[str, str]]) -> None:
    jobs = tuple(Job(name, Place(0, 0), HOUR) for name in "ABCD")
    with pytest.raises(ValueError, match="links"):
        Problem(crew(4, 1), jobs, Planar(), links=tuple(Link(*pair) for pair in pairs))
