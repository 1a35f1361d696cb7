"""Urgent calls replayed one by one into a running day: placed or not, how fast, and what the day looks like after."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from anxin.engines.dispatch import (
    Board,
    Budget,
    Job,
    Plan,
    Problem,
    check,
    freeze,
    insert,
    lay_board,
    plan,
    repair,
    take,
)
from anxin.engines.dispatch.inserter import time_lane
from dispatch_formats import day


def cpu_budget(seconds: float) -> Budget:
    """A budget that ends when this process has used so many CPU seconds from now."""
    if not 0 < seconds < float("inf"):
        raise ValueError(f"a budget of {seconds} CPU seconds")
    began = time.process_time()
    return Budget(progress=lambda: (time.process_time() - began) / seconds)


@dataclass(slots=True)
class Replay:
    """What came of the calls."""

    milliseconds: list[float]
    placed: int = 0
    ejected: int = 0
    missed: int = 0  # a way exists that insert did not find


def exhaustive(board: Board, job: Job) -> bool:
    """Whether any order-keeping way exists: each engineer, each position, each one less urgent job taken out."""
    return any(
        time_lane(board.problem, lane, [*rest[:p], job, *rest[p:]]) is not None
        for r, lane in enumerate(board.lanes)
        if not board.crew.codes(job)[r]
        for rest in _ways(lane.jobs, job)
        for p in range(len(rest) + 1)
    )


def _ways(jobs: Sequence[Job], job: Job) -> Iterator[Sequence[Job]]:
    yield jobs
    for k, other in enumerate(jobs):
        if other.priority > job.priority:
            yield [*jobs[:k], *jobs[k + 1 :]]


def replay(path: Path, cpu: float, between: float, seed: int = 1) -> dict[str, object]:
    """Plan the day in `cpu` seconds, then each call: insert at once, improve for `between` CPU seconds."""
    problem = day.read(path).problem
    calls = day.urgent(path)
    if not calls:
        raise ValueError(f"{path}: a day without urgent calls")
    warm(problem)
    current = first = plan(problem, seed=seed, budget=cpu_budget(cpu))
    told = Replay([])
    for now, job in calls:
        problem, current = answer(problem, current, now, job, between, told)
    free = replace(problem, weights=replace(problem.weights, moved=0, moved_soon=0))
    end = check(replace(free, before={}, now=None, begun=()), current)
    lawful = [f for f in end.faults if f.code != "cost_differs"]
    same_day = fresh(free, calls[-1][0], current, cpu, seed)
    foreseen = plan(free, seed=seed, budget=cpu_budget(cpu))
    was, now_ = first.assigned(), current.assigned()
    changed, gave_way = sum(was[j] != now_.get(j, was[j]) for j in was), sum(j not in now_ for j in was)
    times = sorted(told.milliseconds)
    return {
        "day": path.stem, "seed": seed, "placed": told.placed, "missed": told.missed, "ejecting": told.ejected,
        "p50_ms": round(times[len(times) // 2], 1), "p95_ms": round(times[int(0.95 * len(times))], 1),
        "J_after": round(end.cost / 3600, 1), "unserved": len(current.unserved), "faults": len(lawful),
        "J_fresh_at_last_call": round(same_day / 3600, 1), "over_it_%": round(100 * (end.cost / same_day - 1), 1),
        "J_foreseen": round(foreseen.cost.total / 3600, 1),
        "changed_engineer_%": round(100 * changed / len(was), 1), "gave_way_%": round(100 * gave_way / len(was), 1),
    }  # fmt: skip


def warm(problem: Problem) -> None:
    """Compile before anything is timed."""
    board = lay_board(problem, plan(problem, budget=Budget(iterations=2)))
    for windows in ((), ((0, 1),)):
        insert(board, replace(problem.jobs[0], id="warm", windows=windows))


def answer(problem: Problem, current: Plan, now: int, job: Job, between: float, told: Replay) -> tuple[Problem, Plan]:
    """One call at `now`."""
    board = lay_board(freeze(problem, current, now), current)
    began = time.process_time()
    found = insert(board, job)
    told.milliseconds.append((time.process_time() - began) * 1000)
    if found.options:
        told.placed += 1
        told.ejected += found.options[0].ejected is not None
        board = take(board, job, found.options[0])
        verdict = check(board.problem, board.plan)
        if not verdict.ok:
            raise SystemExit(f"{job.id}: the checker refuses the insertion: {verdict.faults[:3]}")
        problem, current = replace(problem, jobs=board.problem.jobs), board.plan
    elif exhaustive(board, job):
        told.missed += 1
    if between:
        mended = repair(problem, current, now=now, budget=cpu_budget(between))
        verdict = check(mended.problem, mended.plan)
        if not verdict.ok:
            raise SystemExit(f"{job.id}: the checker refuses the repair: {verdict.faults[:3]}")
        current = mended.plan
    return problem, current


def fresh(problem: Problem, now: int, current: Plan, cpu: float, seed: int) -> int:
    """J of planning all that has not begun at `now` anew, with nothing held back by stability."""
    return plan(freeze(problem, current, now), seed=seed, budget=cpu_budget(cpu)).cost.total
