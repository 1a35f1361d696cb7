"""Carrying a choice out: the plan with an option taken, a visit removed, or windows held for a customer."""

from __future__ import annotations

from dataclasses import fields, replace

from anxin.engines.dispatch.accounting import account
from anxin.engines.dispatch.board import Board, Lane, flatten, splice
from anxin.engines.dispatch.inserter import Option, insert, time_lane
from anxin.engines.dispatch.model import Job, Route
from anxin.engines.dispatch.result import Cost, Plan, Unserved, reason


def take(board: Board, job: Job, option: Option) -> Board:
    """The board after `option`: an ejected job moves to its cheapest other place, or is left unserved."""
    lane = _lane_of(board, option.engineer, option.shift)
    known = {j.id: j for j in (*lane.jobs, job)}
    gone = len(lane.begun.visits) if lane.begun else 0
    jobs = tuple(known[v.job] for v in option.route.visits[gone:])
    problem = board.problem
    if all(j.id != job.id for j in problem.jobs):
        problem = replace(problem, jobs=(*problem.jobs, job))
    taken = _with_lane(replace(board, problem=problem), replace(lane, jobs=jobs), option.route)
    taken = replace(taken, plan=_served(taken, job.id))
    if option.ejected is None:
        return taken
    return _settle(taken, known[option.ejected])


def _settle(board: Board, ejected: Job) -> Board:
    """Place an ejected job anywhere it fits, else record that it gave way."""
    options = insert(board, ejected, limit=1).options
    if options and options[0].ejected is None and options[0].cost < board.problem.weights.penalty(ejected):
        return take(board, ejected, options[0])
    return replace(board, plan=_left_out(board, ejected.id, "gave_way"))


def drop(board: Board, job: str, code: str) -> Board:
    """The board without the visit to `job`, which becomes unserved for the reason `code`."""
    lane = next(lane for lane in board.lanes if any(j.id == job for j in lane.jobs))
    jobs = tuple(j for j in lane.jobs if j.id != job)
    timed = time_lane(board.problem, lane, jobs)
    if timed is None:
        raise AssertionError("a route became impossible by doing less")
    smaller = _with_lane(board, replace(lane, jobs=jobs), timed.route)
    return replace(smaller, plan=_left_out(smaller, job, code))


def _lane_of(board: Board, engineer: str, shift: int) -> Lane:
    return next(lane for lane in board.lanes if lane.engineer.id == engineer and lane.shift == shift)


def _with_lane(board: Board, lane: Lane, route: Route | None) -> Board:
    """One lane and its route exchanged, the cost corrected by the difference."""
    r = next(k for k, old in enumerate(board.lanes) if (old.engineer.id, old.shift) == (lane.engineer.id, lane.shift))
    lanes = (*board.lanes[:r], lane, *board.lanes[r + 1 :])
    arrays = splice(board.arrays, r, flatten(board.problem, [lane]))
    mine = [k for k in board.plan.routes if (k.engineer, k.shift) == (lane.engineer.id, lane.shift)]
    routes = tuple(k for k in board.plan.routes if k not in mine)
    new = [route] if route is not None and (route.visits or lane.begun) else []
    cost = _shifted(board.plan.cost, account(board.problem, mine, []), account(board.problem, new, []))
    plan = replace(board.plan, routes=(*routes, *new), cost=cost)
    at = board.arrays.at
    stops = board.stops.exchanged(int(at[r]), int(at[r + 1]), [job.place for job in lane.jobs])
    return replace(board, lanes=lanes, arrays=arrays, plan=plan, stops=stops)


def _shifted(cost: Cost, less: Cost, more: Cost) -> Cost:
    parts = {f.name: getattr(cost, f.name) - getattr(less, f.name) + getattr(more, f.name) for f in fields(Cost)}
    return Cost(**parts)


def _served(board: Board, job: str) -> Plan:
    """The plan after `job`, unserved before, found its place."""
    left = tuple(u for u in board.plan.unserved if u.job != job)
    freed = [u.job for u in board.plan.unserved if u.job == job]
    cost = _shifted(board.plan.cost, account(board.problem, [], freed), Cost())
    return replace(board.plan, unserved=left, cost=cost)


def _left_out(board: Board, job: str, code: str) -> Plan:
    cost = _shifted(board.plan.cost, Cost(), account(board.problem, [], [job]))
    return replace(board.plan, unserved=(*board.plan.unserved, Unserved(job, (reason(code),))), cost=cost)
