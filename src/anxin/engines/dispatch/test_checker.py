"""The checker catches what it should: a good plan is changed in one way at a time."""

from dataclasses import replace

import pytest

from anxin.engines.dispatch import Budget, Chain, Link, Plan, Problem, Route, check, plan
from anxin.engines.dispatch.testing import town


@pytest.fixture(scope="module")
def day() -> Problem:
    return town(3, engineers=4, jobs=20)


@pytest.fixture(scope="module")
def good(day: Problem) -> Plan:
    return plan(day, seed=1, budget=Budget(iterations=400))


def codes(problem: Problem, changed: Plan) -> set[str]:
    return {fault.code for fault in check(problem, changed).faults}


def with_route(original: Plan, route: Route) -> Plan:
    rest = tuple(r for r in original.routes if r.engineer != route.engineer)
    return replace(original, routes=(*rest, route))


def test_a_good_plan_passes_at_its_own_cost(day: Problem, good: Plan) -> None:
    verdict = check(day, good)
    assert verdict.faults == ()
    assert verdict.cost == good.cost.total


def test_two_visits_swapped(day: Problem, good: Plan) -> None:
    route = max(good.routes, key=lambda r: len(r.visits))
    a, b, *rest = route.visits
    swapped = (replace(a, job=b.job), replace(b, job=a.job), *rest)
    assert codes(day, with_route(good, replace(route, visits=swapped))) & {"no_time_to_drive", "outside_window"}


def test_a_visit_begun_after_its_window(day: Problem, good: Plan) -> None:
    route = good.routes[0]
    last = route.visits[-1]
    late = replace(last, start=last.start + 86_400, end=last.end + 86_400)
    moved = replace(route, visits=(*route.visits[:-1], late))
    assert {"outside_window", "no_time_to_drive"} <= codes(day, with_route(good, moved))


def test_a_call_that_is_not_urgent_enough_for_who_is_on_call(day: Problem, good: Plan) -> None:
    crew = tuple(replace(e, shifts=tuple(replace(s, on_call=1) for s in e.shifts)) for e in day.engineers)
    assert "not_urgent_enough" in codes(replace(day, engineers=crew), good)


def test_a_level_below_the_asked_one(day: Problem, good: Plan) -> None:
    job = good.routes[0].visits[0].job
    jobs = tuple(replace(j, skills=dict.fromkeys(j.skills, 9)) if j.id == job else j for j in day.jobs)
    assert "level_too_low" in codes(replace(day, jobs=jobs), good)


def test_a_certificate_that_ends_before_the_shift(day: Problem, good: Plan) -> None:
    route = good.routes[0]
    ask = route.visits[0].job
    jobs = tuple(replace(j, certificates=frozenset({"high"})) if j.id == ask else j for j in day.jobs)
    for expires, faults in ((10**9, set()), (day.engineers[0].shifts[0].opens, {"certificate_invalid"})):
        crew = tuple(replace(e, certificates={"high": expires}) for e in day.engineers)
        assert codes(replace(day, jobs=jobs, engineers=crew), good) == faults


def test_no_lunch(day: Problem, good: Plan) -> None:
    route = good.routes[0]
    assert codes(day, with_route(good, replace(route, lunch_at=None))) == {"no_lunch"}


def test_lunch_during_work(day: Problem, good: Plan) -> None:
    route = good.routes[0]
    at = route.visits[0].start
    assert "lunch_during_work" in codes(day, with_route(good, replace(route, lunch_at=at)))


def test_a_job_done_twice(day: Problem, good: Plan) -> None:
    first, second = good.routes[:2]
    doubled = replace(second, visits=(*second.visits, first.visits[0]))
    assert "job_twice" in codes(day, with_route(good, doubled))


def test_an_engineer_in_two_routes(day: Problem, good: Plan) -> None:
    first, second = good.routes[:2]
    both = replace(good, routes=(first, replace(second, engineer=first.engineer), *good.routes[2:]))
    assert "double_booked" in codes(day, both)


def test_a_forgotten_job(day: Problem, good: Plan) -> None:
    route = good.routes[0]
    assert "job_forgotten" in codes(day, with_route(good, replace(route, visits=route.visits[:-1])))


def test_an_order_that_is_not_kept(day: Problem, good: Plan) -> None:
    route = max(good.routes, key=lambda r: len(r.visits))
    jobs = tuple(v.job for v in route.visits[:2])
    for order, faults in ((jobs, set()), (jobs[::-1], {"order_broken"})):
        assert codes(replace(day, chains=(Chain(route.engineer, order),)), good) == faults


def test_two_parts_with_the_wrong_number_of_people(day: Problem, good: Plan) -> None:
    first, second = good.routes[:2]
    one, other = first.visits[0], second.visits[0]
    gap = other.start - one.start
    for same, faults in ((False, set()), (True, {"link_two_engineers"})):
        link = Link(one.job, other.job, gap, gap, same)
        assert codes(replace(day, links=(link,)), good) == faults


def test_a_cost_that_is_not_true(day: Problem, good: Plan) -> None:
    assert codes(day, replace(good, cost=replace(good.cost, travel=good.cost.travel - 1))) == {"cost_differs"}
