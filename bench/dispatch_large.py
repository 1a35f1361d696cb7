"""Large days: 600 engineers × 4,000 jobs in cells on two cores, and urgent calls against 33,000 running visits."""

from __future__ import annotations

import resource
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from anxin.engines.dispatch import Budget, Plan, Problem, check, insert, lay_board, plan, plan_cells
from anxin.engines.dispatch.cells import Task
from anxin.engines.dispatch.testing import HOUR, town, urgent_call


def solve(task: Task, iterations: int) -> Plan:
    """One cell, in a worker."""
    problem, seed, start = task
    return plan(problem, seed=seed, start=start, budget=Budget(iterations=iterations))


def in_cells(problem: Problem, iterations: int, workers: int) -> Plan:
    """Plan in cells on `workers` processes."""
    with ProcessPoolExecutor(workers) as pool:
        return plan_cells(problem, partial(solve, iterations=iterations), mapper=pool.map)


def six_hundred(iterations: int = 30_000) -> dict[str, object]:
    """600 engineers × 4,000 jobs on two processes: seconds, memory, what it costs."""
    problem = town(600, engineers=600, jobs=4000, side_km=95)
    began, cpu = time.perf_counter(), time.process_time()
    found = in_cells(problem, iterations, 2)
    seconds = time.perf_counter() - began
    parent, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    verdict = check(problem, found)
    return {
        "engineers": 600, "jobs": 4000, "seconds": round(seconds, 1),
        "cpu": round(time.process_time() - cpu + children.ru_utime, 1),
        "largest_process_MB": max(parent.ru_maxrss, children.ru_maxrss) // 1024,
        "sum_MB": (parent.ru_maxrss + 2 * children.ru_maxrss) // 1024,
        "J": round(found.cost.total / 3600, 1), "unserved": len(found.unserved), "faults": len(verdict.faults),
    }  # fmt: skip


def urgent_in_large(calls: int = 60) -> dict[str, object]:
    """Calls at 11:00 into 5,000 engineers with 33,000 visits: milliseconds for each, reasons included."""
    problem = town(5000, engineers=5000, jobs=33_000, side_km=270)
    running = in_cells(problem, 400, 2)
    board = lay_board(problem, running)
    insert(board, urgent_call(0, 11 * HOUR, 270))
    times, placed = [], 0
    for k in range(1, calls + 1):
        job = urgent_call(k, 11 * HOUR, 270)
        began = time.process_time()
        found = insert(board, job)
        times.append((time.process_time() - began) * 1000)
        placed += bool(found.options)
    times.sort()
    return {
        "engineers": 5000, "visits": sum(len(r.visits) for r in running.routes), "calls": calls, "placed": placed,
        "p50_ms": round(times[calls // 2], 1), "p95_ms": round(times[int(0.95 * calls)], 1),
    }  # fmt: skip
