"""`explain` and `compare`: why this engineer and not another, and what a new plan changes."""

from __future__ import annotations

from dataclasses import dataclass

from anxin.engines.dispatch.board import Board
from anxin.engines.dispatch.changing import drop
from anxin.engines.dispatch.inserter import insert
from anxin.engines.dispatch.model import Job, Problem
from anxin.engines.dispatch.repairing import Change, changes
from anxin.engines.dispatch.result import Plan, Reason, reason
from anxin.engines.dispatch.rules import exclusion, fixed_to


@dataclass(frozen=True, slots=True)
class Row:
    """One engineer: the rule that excludes him, or what the job would cost with him (`start` None = excluded)."""

    engineer: str
    reasons: tuple[Reason, ...]
    cost: int = 0
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Feasible engineers by cost, then the others; `chosen` has the job in the plan, or would get it.

    `counts` covers everybody, the rows only the first `top` of each kind.
    """

    job: str
    chosen: str | None
    feasible: tuple[Row, ...]
    others: tuple[Row, ...]
    counts: tuple[Reason, ...]

    @property
    def least(self) -> bool:
        """Whether the chosen engineer costs least among the feasible ones shown."""
        costs = {row.engineer: row.cost for row in self.feasible}
        return self.chosen in costs and costs[self.chosen] == min(costs.values())


def explain(board: Board, job: str, *, top: int = 20) -> Explanation:
    """Who could do `job` and at what cost, as if it were taken out of the plan and put back.

    KeyError for a job the problem does not know; a visit begun is not explained (ValueError).
    """
    wanted = {j.id: j for j in board.problem.jobs}[job]
    chosen = board.plan.assigned().get(job)
    if chosen is not None:
        if not any(j.id == job for lane in board.lanes for j in lane.jobs):
            raise ValueError(f"{job} has begun")
        board = drop(board, job, "explained")
    found = insert(board, wanted, limit=top)
    ways = {o.engineer: Row(o.engineer, o.reasons, o.cost, o.start) for o in reversed(found.options)}
    feasible = tuple(sorted(ways.values(), key=lambda row: (row.cost, row.engineer != chosen, row.engineer)))
    others = tuple(_others(board, wanted, set(ways)))[:top]
    return Explanation(job, chosen or _first(feasible), feasible, others, found.excluded)


def _first(rows: tuple[Row, ...]) -> str | None:
    return rows[0].engineer if rows else None


def _others(board: Board, job: Job, able: set[str]) -> list[Row]:
    """Engineers without a way: the first rule that excludes, or that there is no room."""
    fixed = fixed_to(board.problem, job.id)
    rows = []
    for lane in board.lanes:
        name = lane.engineer.id
        if name in able:
            continue
        rule = exclusion(job, lane.engineer, lane.engineer.shifts[lane.shift])
        if rule is None:
            rule = reason("locked_elsewhere" if fixed is not None and fixed[0] != name else "no_room")
        rows.append(Row(name, (rule,)))
    return rows


@dataclass(frozen=True, slots=True)
class Difference:
    """What a new plan changes: seconds of travel and lateness, promises newly broken or kept, and every visit moved."""

    travel: int
    lateness: int
    broken: tuple[str, ...]
    mended: tuple[str, ...]
    changes: tuple[Change, ...]


def compare(problem: Problem, old: Plan, new: Plan) -> Difference:
    """`new` against `old`; lateness in seconds past `due`, travel by the weights' travel cost."""
    late = [_late(problem, plan) for plan in (old, new)]
    per_second = problem.weights.travel or 1
    return Difference(
        travel=(new.cost.travel - old.cost.travel) // per_second,
        lateness=sum(late[1].values()) - sum(late[0].values()),
        broken=tuple(sorted(set(late[1]) - set(late[0]))),
        mended=tuple(sorted(set(late[0]) - set(late[1]))),
        changes=changes(old, new),
    )


def _late(problem: Problem, plan: Plan) -> dict[str, int]:
    """Seconds past the promise, of the jobs that are late."""
    due = {job.id: job.due for job in problem.jobs if job.due is not None}
    starts = {v.job: v.start for route in plan.routes for v in route.visits if v.job in due}
    return {job: start - due[job] for job, start in starts.items() if start > due[job]}
