"""The best open libraries on the same instances: each given the problem in its own terms, its plan costed in ours.

A peer is asked only for what it can model: PyVRP knows no skills and no breaks, none knows depots for tools or
the synchronised visits of HHCRSP. Values are in the engine's units; None where the peer cannot or did not solve.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from anxin.engines.dispatch import Problem
from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.compiling import compile_problem
from anxin.engines.dispatch.from_vroom import vroom_routes

Routes = list[tuple[int, list[int]]]  # (shift, jobs in order)


def value(a: Arrays, routes: Routes) -> int | None:
    """Travel and penalties of the routes; None if a job that must be served is not."""
    served = {job for _, jobs in routes for job in jobs}
    cost = sum(int(a.penalty[j]) for j in range(len(a.due)) if j not in served)
    for r, jobs in routes:
        path = [int(a.start[r]), *jobs, int(a.end[r])]
        if jobs:
            cost += sum(int(a.travel[a.mode[r], x, y]) for x, y in pairwise(path))
    return cost if cost < 10**9 else None


def vroom(problem: Problem, cpu: float, level: int) -> tuple[int | None, float]:
    """VROOM at an exploration level, one thread; (value, CPU seconds)."""
    compiled = compile_problem(problem)
    began = time.process_time()
    routes = vroom_routes(compiled, level)
    return value(compiled.arrays, routes), time.process_time() - began


def pyvrp(problem: Problem, cpu: float, seed: int = 1) -> tuple[int | None, float]:
    """PyVRP for `cpu` seconds on problems without skills or breaks."""
    from pyvrp import Model

    a = compile_problem(problem).arrays
    if not a.fit.all() or a.lunch[:, 2].any() or len(np.unique(a.kind)) > 1:
        return None, 0.0
    model = Model()
    places = [model.add_location(0, 0) for _ in range(a.travel.shape[1])]
    home = int(a.start[0])
    depot = model.add_depot(places[home], int(a.opens[0]), int(a.latest[0]))
    model.add_vehicle_type(len(a.mode), [int(q) for q in a.capacity[0]], depot, depot,
                           tw_early=int(a.opens[0]), tw_late=int(a.latest[0]))  # fmt: skip
    for j in range(len(a.due)):
        must = int(a.penalty[j]) >= 10**9
        k = int(a.window_at[j])
        model.add_client(places[j], [int(q) for q in a.demand[j]], service_duration=int(a.service[j, 0]),
                         tw_early=int(a.window_lo[k]), tw_late=int(a.window_hi[k]),
                         prize=0 if must else int(a.penalty[j]), required=must, name=str(j))  # fmt: skip
    for x, start in enumerate(places):
        for y, goal in enumerate(places):
            if x != y:
                model.add_edge(start, goal, int(a.travel[0, x, y]), int(a.travel[0, x, y]))
    began = time.process_time()

    def used_up(_best: float) -> bool:
        return time.process_time() - began >= cpu

    result = model.solve(used_up, seed=seed, display=False, collect_stats=False)
    cost = int(result.cost()) if result.is_feasible() else None
    return cost, time.process_time() - began


def ortools(problem: Problem, cpu: float) -> tuple[int | None, float]:
    """OR-Tools' routing with guided local search for `cpu` seconds; skills by allowed vehicles, no breaks."""
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2

    a = compile_problem(problem).arrays
    if a.lunch[:, 2].any():
        return None, 0.0
    m = len(a.mode)
    index = pywrapcp.RoutingIndexManager(a.travel.shape[1], m, [int(s) for s in a.start], [int(e) for e in a.end])
    model = pywrapcp.RoutingModel(index)
    travel = a.travel[0].tolist()
    service = [int(a.service[j].max()) if j < len(a.due) else 0 for j in range(len(travel))]
    leg = model.RegisterTransitCallback(lambda i, k: travel[index.IndexToNode(i)][index.IndexToNode(k)])
    clock = model.RegisterTransitCallback(
        lambda i, k: travel[index.IndexToNode(i)][index.IndexToNode(k)] + service[index.IndexToNode(i)]
    )
    model.SetArcCostEvaluatorOfAllVehicles(leg)
    horizon = int(a.latest.max())
    model.AddDimension(clock, horizon, horizon, False, "time")
    times = model.GetDimensionOrDie("time")
    for q in range(a.capacity.shape[1]):
        demand = [*a.demand[:, q].tolist(), *[0] * (len(travel) - len(a.due))]
        load = model.RegisterUnaryTransitCallback(lambda i, demand=demand: demand[index.IndexToNode(i)])
        model.AddDimensionWithVehicleCapacity(load, 0, a.capacity[:, q].tolist(), True, f"load{q}")
    for j in range(len(a.due)):
        node, k = index.NodeToIndex(j), int(a.window_at[j])
        times.CumulVar(node).SetRange(int(a.window_lo[k]), int(a.window_hi[k]))
        if not a.fit[j].all():
            model.VehicleVar(node).SetValues([-1, *np.nonzero(a.fit[j])[0].tolist()])
        model.AddDisjunction([node], int(a.penalty[j]))
    search = pywrapcp.DefaultRoutingSearchParameters()
    search.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    search.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    search.time_limit.FromMilliseconds(int(cpu * 4000))  # its limit is by the wall: only where a core is shared by more
    began = time.process_time()

    def stop_in_time() -> None:
        if time.process_time() - began >= cpu:
            model.solver().FinishCurrentSearch()

    model.AddAtSolutionCallback(stop_in_time)
    found = model.SolveWithParameters(search)
    used = time.process_time() - began
    if found is None:
        return None, used
    routes: Routes = []
    for r in range(m):
        at, jobs = found.Value(model.NextVar(model.Start(r))), []
        while not model.IsEnd(at):
            jobs.append(index.IndexToNode(at))
            at = found.Value(model.NextVar(at))
        routes.append((r, jobs))
    return value(a, routes), used


Peer = Callable[[Problem, float], tuple[int | None, float]]
PEERS: dict[str, Sequence[tuple[str, Peer]]] = {
    "VRPTW": (("PyVRP", pyvrp), ("VROOM 5", lambda p, cpu: vroom(p, cpu, 5)), ("OR-Tools", ortools)),
    "PCVRPTW": (("PyVRP", pyvrp),),
    "STRSP": (("VROOM 5", lambda p, cpu: vroom(p, cpu, 5)), ("OR-Tools", ortools)),
    "dispatch_day": (("VROOM 0", lambda p, cpu: vroom(p, cpu, 0)), ("VROOM 1", lambda p, cpu: vroom(p, cpu, 1))),
}
