"""Insertion finds what exhaustive search finds, changes one route, and offers can be held."""

from dataclasses import replace

import pytest

from anxin.engines.dispatch import (
    Board,
    Budget,
    Job,
    Link,
    check,
    drop,
    explain,
    hold,
    insert,
    lay_board,
    offer,
    plan,
    release,
    take,
)
from anxin.engines.dispatch.inserter import time_lane
from anxin.engines.dispatch.testing import HOUR, town, urgent_call


@pytest.fixture(scope="module")
def board() -> Board:
    problem = town(21, engineers=8, jobs=45)
    return lay_board(problem, plan(problem, seed=1, budget=Budget(iterations=1500)))


def exhaustive(board: Board, job: Job, ejecting: bool) -> int | None:
    """Least added cost over every engineer, position and (if `ejecting`) less urgent job taken out."""
    costs = []
    for code, lane in zip(board.crew.codes(job), board.lanes, strict=True):
        was = time_lane(board.problem, lane, lane.jobs)
        gone = [j for j in lane.jobs if j.priority > job.priority] if ejecting else [None]
        for out in gone if not code else ():
            rest = [j for j in lane.jobs if j is not out]
            fine = board.problem.weights.penalty(out) if out else 0
            for p in range(len(rest) + 1):
                now = time_lane(board.problem, lane, [*rest[:p], job, *rest[p:]])
                if now is not None and was is not None:
                    costs.append(now.cost - was.cost + fine)
    return min(costs, default=None)


@pytest.mark.parametrize("seed", range(25))
def test_the_best_option_is_the_best_there_is(board: Board, seed: int) -> None:
    job = urgent_call(seed, (9 + seed % 7) * HOUR)
    found = insert(board, job)
    least = exhaustive(board, job, ejecting=False)
    least = exhaustive(board, job, ejecting=True) if least is None else least
    assert (found.options[0].cost if found.options else None) == least
    assert [o.cost for o in found.options] == sorted(o.cost for o in found.options)


@pytest.mark.parametrize("seed", range(25))
def test_taking_an_option_keeps_the_plan_lawful_and_adds_its_cost(board: Board, seed: int) -> None:
    job = urgent_call(seed, (9 + seed % 7) * HOUR)
    options = insert(board, job).options
    if not options:
        assert sum(int(dict(r.params)["engineers"]) for r in insert(board, job).excluded) == len(board.lanes)
        return
    after = take(board, job, options[0])
    assert check(after.problem, after.plan).faults == ()
    if options[0].ejected is None:
        assert after.plan.cost.total == board.plan.cost.total + options[0].cost
        others = {r.engineer: r for r in after.plan.routes if r.engineer != options[0].engineer}
        assert others == {r.engineer: r for r in board.plan.routes if r.engineer != options[0].engineer}


def test_dropping_a_visit_gives_back_what_inserting_it_costs(board: Board) -> None:
    job = board.lanes[0].jobs[0]
    without = drop(board, job.id, "explained")
    assert check(without.problem, without.plan).faults == ()
    again = take(without, job, insert(without, job).options[0])
    assert check(again.problem, again.plan).faults == ()
    assert again.plan.cost.total <= board.plan.cost.total


def test_every_visit_dropped_finds_its_way_back(board: Board) -> None:
    """The first stop of the first lane too: what it comes from is no ejected visit."""
    for lane in board.lanes:
        for job in lane.jobs:
            without = drop(board, job.id, "explained")
            found = {option.engineer: option.cost for option in insert(without, job, limit=20).options}
            assert lane.engineer.id in found, (lane.engineer.id, job.id)
            assert min(found.values()) == exhaustive(without, job, ejecting=False)


def test_a_call_nobody_may_take_says_why(board: Board) -> None:
    job = replace(urgent_call(1, 9 * HOUR), skills={"S9": 1})
    found = insert(board, job)
    assert found.options == ()
    assert [(r.code, dict(r.params)) for r in found.excluded] == [("skill_missing", {"engineers": 8})]


def test_every_planned_job_is_with_the_cheapest_feasible_engineer(board: Board) -> None:
    for lane in board.lanes:
        for job in lane.jobs:
            told = explain(board, job.id)
            assert told.chosen == lane.engineer.id
            assert told.least, (job.id, told.feasible[:2])
            assert len(told.feasible) + len(told.others) == len(board.lanes)


def test_offers_are_spread_over_days_and_can_be_held() -> None:
    base = town(5, engineers=3, jobs=6)
    days = [tuple(replace(s, opens=s.opens + d * 86_400, closes=s.closes + d * 86_400, lunch=None)
                  for d in range(3) for s in e.shifts) for e in base.engineers]  # fmt: skip
    crew = tuple(replace(e, shifts=d) for e, d in zip(base.engineers, days, strict=True))
    problem = replace(base, engineers=crew)
    board = lay_board(problem, plan(problem, budget=Budget(iterations=200)))
    slots = [(d * 86_400 + h * HOUR, d * 86_400 + (h + 2) * HOUR) for d in range(3) for h in (9, 11, 14)]
    job = replace(base.jobs[0], id="new", windows=())
    offers = offer(board, job, slots)
    assert [o.window[0] // 86_400 for o in offers] == [0, 1, 2]
    held, kept = hold(board, job, offers)
    assert [o.window for o in kept] == [o.window for o in offers]
    assert check(held.problem, held.plan).faults == ()
    assert all(o.window[0] <= o.option.start <= o.window[1] for o in kept)
    freed = release(held, "new")
    assert check(freed.problem, freed.plan).faults == ()
    assert freed.plan.assigned() == board.plan.assigned()
    assert freed.plan.cost == board.plan.cost


def test_a_linked_job_is_refused_and_nothing_changes(board: Board) -> None:
    first, second = (job.id for job in board.problem.jobs[:2])
    linked = replace(board, problem=replace(board.problem, links=(Link(first, second),)))
    with pytest.raises(ValueError, match="is linked"):
        insert(linked, board.problem.jobs[0])
