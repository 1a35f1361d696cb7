"""Traffic by time of day: the clock's two directions are inverse, and plans under it are lawful and, small, optimal."""

from dataclasses import replace

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given

from anxin.engines.dispatch import (
    Budget,
    Engineer,
    Job,
    Pace,
    Place,
    Planar,
    Problem,
    Shift,
    check,
    freeze,
    insert,
    lay_board,
    plan,
    take,
)
from anxin.engines.dispatch.jit import FAR
from anxin.engines.dispatch.test_inserter import exhaustive
from anxin.engines.dispatch.test_planner import cheapest
from anxin.engines.dispatch.testing import HOUR, town, urgent_call
from anxin.engines.dispatch.timing import after_lunch, before_lunch, drive, drive_back

RUSH = Pace(((0, 100), (7 * HOUR, 60), (9 * HOUR, 95), (11 * HOUR, 70), (13 * HOUR, 90), (17 * HOUR, 45)))
FLAT = np.array([-FAR, 100, 300, 37, 420, 80, 600, 13, 660, 100], dtype=np.int64)


def rushed(seed: int, engineers: int, jobs: int, side_km: float = 30.0) -> Problem:
    return replace(town(seed, engineers, jobs, side_km), pace=RUSH)


@given(st.integers(0, 900), st.integers(0, 400))
def test_the_latest_departure_is_the_inverse_of_the_earliest_arrival(time: int, seconds: int) -> None:
    assert drive_back(FLAT, drive(FLAT, time, seconds), seconds) >= time
    assert drive(FLAT, drive_back(FLAT, time, seconds), seconds) <= time
    assert drive(FLAT, drive_back(FLAT, time, seconds) + 1, seconds) > time


@given(st.integers(0, 900), st.integers(0, 400), st.integers(0, 500), st.integers(0, 300), st.integers(0, 90))
def test_with_lunch_too(by: int, seconds: int, earliest: int, width: int, duration: int) -> None:
    lunch = (earliest, earliest + width, duration)
    leave = before_lunch(FLAT, by, seconds, *lunch)
    if leave > -FAR:
        assert after_lunch(FLAT, leave, seconds, *lunch) <= by
    assert after_lunch(FLAT, max(leave, -FAR // 2) + 1, seconds, *lunch) > by


def test_a_drive_through_the_rush_hour_takes_longer() -> None:
    """20 km at 32 km/h and a detour of 1.3: 48:45 at full speed; at 60 % until 9:00 and 95 % after it 1:13:26."""
    crew = (Engineer("E", Place(0, 0), (Shift(8 * HOUR, 18 * HOUR),)),)
    problem = Problem(crew, (Job("J", Place(20, 0), HOUR, penalty=10**6),), Planar(), pace=RUSH)
    found = plan(problem, budget=Budget(10))
    (visit,) = found.routes[0].visits
    assert (visit.start, visit.end) == (8 * HOUR + 4406, 9 * HOUR + 4406)
    assert check(problem, found).faults == ()
    sooner = replace(
        found.routes[0], visits=(replace(visit, arrive=visit.arrive - 1, start=visit.start - 1, end=visit.end - 1),)
    )
    assert {f.code for f in check(problem, replace(found, routes=(sooner,))).faults} == {"no_time_to_drive"}


@pytest.mark.parametrize("seed", range(3))
def test_small_days_in_traffic_equal_brute_force(seed: int) -> None:
    problem = rushed(seed, engineers=2, jobs=5, side_km=40)
    found = plan(problem, seed=seed, budget=Budget(iterations=500))
    assert check(problem, found).faults == ()
    assert found.cost.total == cheapest(problem)


def test_insertion_in_traffic_finds_the_best_there_is() -> None:
    problem = rushed(22, engineers=6, jobs=30)
    board = lay_board(problem, plan(problem, seed=1, budget=Budget(iterations=400)))
    for seed in range(12):
        job = urgent_call(seed, (9 + seed % 7) * HOUR)
        options = insert(board, job).options
        least = exhaustive(board, job, ejecting=False)
        least = exhaustive(board, job, ejecting=True) if least is None else least
        assert (options[0].cost if options else None) == least
        if options:
            after = take(board, job, options[0])
            assert check(after.problem, after.plan).faults == ()


def test_a_running_day_in_traffic_is_frozen_and_planned_on() -> None:
    problem = rushed(23, engineers=6, jobs=30)
    current = plan(problem, budget=Budget(iterations=300))
    frozen = freeze(problem, current, 11 * HOUR)
    assert check(frozen, plan(frozen, budget=Budget(iterations=100))).faults == ()


@pytest.mark.parametrize("pieces", [(), ((1, 50),), ((0, 50), (0, 60)), ((0, 120),), ((0, 0),)])
def test_a_pace_that_makes_no_sense_is_refused(pieces: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ValueError, match="pace"):
        Pace(pieces)
