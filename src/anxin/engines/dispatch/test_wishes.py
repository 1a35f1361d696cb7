"""What is preferred but may be bought: the engineer wished for, the window told, who matters more."""

from dataclasses import replace

import pytest

from anxin.engines.dispatch import (
    Absent,
    Budget,
    Engineer,
    Job,
    Lock,
    Place,
    Planar,
    Problem,
    Shift,
    Weights,
    check,
    insert,
    lay_board,
    plan,
    repair,
)
from anxin.engines.dispatch.testing import HOUR, town

SHORT = Budget(iterations=300)
MORNING, AFTERNOON = (8 * HOUR, 10 * HOUR), (13 * HOUR, 15 * HOUR)
DAY = Shift(8 * HOUR, 17 * HOUR)
NEAR, FAR_OFF = Engineer("near", Place(1, 0), (DAY,)), Engineer("far", Place(5, 0), (DAY,))
JOB = Job("J", Place(0, 0), HOUR, (MORNING, AFTERNOON))


@pytest.mark.parametrize(
    ("job", "who"),
    [
        (JOB, "near"),
        (replace(JOB, preferred="far"), "near"),  # a kilometre and a half an hour would not be worth it
        (replace(JOB, banned=frozenset({"near"})), "far"),
    ],
)
def test_who_goes(job: Job, who: str) -> None:
    problem = Problem((NEAR, FAR_OFF), (job,), Planar(), Weights(not_preferred=600))
    found = plan(problem, budget=SHORT)
    assert check(problem, found).faults == ()
    assert found.assigned() == {"J": who}


def test_a_wish_is_weighed() -> None:
    """Eight kilometres more there and back are 1,170 s of driving: a wish worth 1,200 s is granted."""
    problem = Problem((NEAR, FAR_OFF), (replace(JOB, preferred="far"),), Planar(), Weights(not_preferred=1200))
    assert plan(problem, budget=SHORT).assigned() == {"J": "far"}


def test_a_return_visit_is_made_by_the_same_engineer() -> None:
    problem = Problem((NEAR, FAR_OFF), (JOB,), Planar(), locks=(Lock("J", "far"),))
    assert plan(problem, budget=SHORT).assigned() == {"J": "far"}


def test_the_higher_tier_is_served_where_only_one_can_be() -> None:
    jobs = tuple(Job(f"J{k}", Place(0, 1), HOUR, ((9 * HOUR, 9 * HOUR),), tier=k) for k in range(3))
    problem = Problem((NEAR,), jobs, Planar())
    found = plan(problem, budget=SHORT)
    assert found.assigned() == {"J2": "near"}
    assert found.cost.unserved == 15_000 * (100 + 110) // 100


def afternoon_told(weights: Weights) -> Problem:
    """The job was told for the afternoon; in the morning it would lie on the way."""
    other = Job("other", Place(-4, 0), HOUR, (MORNING,))
    return Problem((NEAR,), (JOB, other), Planar(), weights, before={"J": ("near", 14 * HOUR)}, now=7 * HOUR)


def test_another_window_than_told_costs_as_much_as_another_engineer() -> None:
    problem = afternoon_told(Weights(moved=0, moved_soon=0))
    free = plan(problem, budget=SHORT)
    assert next(v.start for r in free.routes for v in r.visits if v.job == "J") <= MORNING[1]
    dear = replace(problem, weights=Weights(moved=900, moved_soon=0))
    turned = plan(dear, budget=SHORT)
    assert check(dear, turned).faults == ()
    assert turned.cost.total == free.cost.total + 900


def test_a_window_told_on_another_day_is_kept_where_it_costs_less_than_moving() -> None:
    days = tuple(Shift(d * 86_400 + 8 * HOUR, d * 86_400 + 17 * HOUR) for d in range(2))
    both = tuple((d * 86_400 + 8 * HOUR, d * 86_400 + 16 * HOUR) for d in range(2))
    jobs = (Job("J", Place(3, 0), HOUR, both), Job("K", Place(3, 0), HOUR, both[:1]))
    problem = Problem(
        (replace(NEAR, shifts=days),), jobs, Planar(), before={"J": ("near", both[1][0] + HOUR)}, now=7 * HOUR
    )
    kept = plan(problem, budget=SHORT)
    assert check(problem, kept).faults == ()
    assert {r.shift for r in kept.routes for v in r.visits if v.job == "J"} == {1}
    light = replace(problem, weights=Weights(moved=100, moved_soon=0))
    assert {r.shift for r in plan(light, budget=SHORT).routes} == {0}


def test_a_closed_outlet_hands_its_visits_to_others() -> None:
    problem = town(33, engineers=10, jobs=30)
    current = plan(problem, seed=1, budget=Budget(iterations=800))
    outlet = frozenset(e.id for e in problem.engineers[:3])
    done = repair(problem, current, now=6 * HOUR, events=[Absent(outlet)], budget=SHORT)
    assert check(done.problem, done.plan).faults == ()
    assert not outlet & set(done.plan.assigned().values())
    handed = {job for job, who in current.assigned().items() if who in outlet}
    assert len(handed & set(done.plan.assigned())) > len(handed) // 2


def test_who_is_on_call_at_night_is_called_for_what_is_urgent_only() -> None:
    night = Engineer("night", Place(1, 0), (replace(DAY, opens=18 * HOUR, closes=30 * HOUR, on_call=2),))
    evening = ((19 * HOUR, 22 * HOUR),)
    calls = tuple(Job(f"P{k}", Place(2, 0), HOUR // 2, evening, priority=k) for k in (1, 2, 3))
    problem = Problem((NEAR, night), calls, Planar())
    found = plan(problem, budget=SHORT)
    assert check(problem, found).faults == ()
    assert found.assigned() == {"P1": "night", "P2": "night"}
    (left,) = found.unserved
    assert [(r.code, dict(r.params)) for r in left.reasons] == [
        ("on_call", {"engineers": 1}),
        ("no_room", {"engineers": 1}),
    ]
    board = lay_board(problem, found)
    late = replace(calls[0], id="late")
    assert [option.engineer for option in insert(board, late).options] == ["night"]
    assert insert(board, replace(late, priority=4)).options == ()
