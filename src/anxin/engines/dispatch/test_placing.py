"""What the search remembers of a place is what asking again would say."""

from dataclasses import replace

from anxin.engines.dispatch import Budget, Problem
from anxin.engines.dispatch.anneal import construct
from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.compiling import compile_problem
from anxin.engines.dispatch.jit import FAR
from anxin.engines.dispatch.placing import insertion_cost
from anxin.engines.dispatch.planner import improve
from anxin.engines.dispatch.regret import new_losses
from anxin.engines.dispatch.routes import fits_between, time_for
from anxin.engines.dispatch.search import Search, new_search
from anxin.engines.dispatch.testing import HOUR, town


def searched(problem: Problem) -> tuple[Arrays, Search]:
    """The arrays and the state of a search broken off after 300 steps."""
    compiled = compile_problem(problem)
    search = new_search(compiled.arrays, 1)
    construct(compiled.arrays, search, new_losses(search))
    improve(compiled, search, Budget(iterations=300))
    return compiled.arrays, search


def hurried() -> Problem:
    """The same day with promises and hours that cost, so that a place is priced by walking the route."""
    day = town(5, 8, 60)
    jobs = tuple(replace(job, due=job.windows[0][0] + HOUR) for job in day.jobs)
    return replace(day, jobs=jobs, weights=replace(day.weights, duration=1, lateness=2, breach=600))


def test_a_cost_remembered_is_the_least_over_all_places_now() -> None:
    for problem in (town(5, 8, 60), hurried()):
        a, s = searched(problem)
        told = 0
        for job in range(len(s.kept.where)):
            for pair in range(s.fits_at[job], s.fits_at[job + 1]):
                r = s.fits[pair]
                stamp, cost, place = (int(v) for v in s.known[pair])
                if stamp != s.kept.stamp[r]:
                    continue
                told += 1
                costs = [insertion_cost(a, s, s.kept, r, p, job, FAR) for p in range(s.kept.size[r] + 1)]
                if place < 0:
                    assert min(costs) >= cost
                else:
                    assert (min(costs), costs[place]) == (cost, cost)
        assert told > 30


def test_the_first_look_never_refuses_a_place_that_fits() -> None:
    a, s = searched(town(5, 8, 60))
    fit = looked = 0
    for job in range(len(s.kept.where)):
        for r in s.fits[s.fits_at[job] : s.fits_at[job + 1]]:
            for p in range(s.kept.size[r] + 1):
                looked += 1
                if fits_between(a, s.kept, r, p, job):
                    fit += 1
                    assert time_for(a, s.kept, r, p, job)
                    assert a.service[job, r] <= s.kept.widest[r]
    assert 0 < fit < looked
