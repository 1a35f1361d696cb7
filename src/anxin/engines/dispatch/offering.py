"""`offer`: the best windows to tell a customer now, spread over days, and holding them until he has chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from anxin.engines.dispatch.board import Board
from anxin.engines.dispatch.changing import drop, take
from anxin.engines.dispatch.inserter import Option, insert
from anxin.engines.dispatch.model import Job

DAY = 86_400


@dataclass(frozen=True, slots=True)
class Offer:
    """A window that can be promised, and the way it would be kept."""

    window: tuple[int, int]
    option: Option


def offer(board: Board, job: Job, windows: Sequence[tuple[int, int]], *, best: int = 3, day: int = DAY) -> list[Offer]:
    """The `best` of `windows` by cost, first one per day (of `day` seconds) and then the next best of any day.

    A window in which the job can only be done by ejecting another is not offered.
    """
    found = []
    for window in windows:
        options = insert(board, replace(job, windows=(window,)), limit=1).options
        if options and options[0].ejected is None:
            found.append(Offer(window, options[0]))
    found.sort(key=lambda o: (o.option.cost, o.window))
    cheapest = {o.window[0] // day: o for o in reversed(found)}
    first = sorted(cheapest.values(), key=lambda o: (o.option.cost, o.window))
    rest = [o for o in found if o not in first]
    return sorted([*first, *rest][:best], key=lambda o: o.window)


def hold(board: Board, job: Job, offers: Sequence[Offer]) -> tuple[Board, list[Offer]]:
    """The board with a place kept for each offer, and the offers that could be kept together.

    Each place is a visit named `<job>~<n>`; when the customer has chosen, `release` the others.
    """
    kept = []
    for n, one in enumerate(offers):
        place = replace(job, id=f"{job.id}~{n}", windows=(one.window,))
        options = insert(board, place, limit=1).options
        if options and options[0].ejected is None:
            board = take(board, place, options[0])
            kept.append(Offer(one.window, options[0]))
    return board, kept


def release(board: Board, job: str) -> Board:
    """The board without the places held for `job`."""
    held = [j.id for lane in board.lanes for j in lane.jobs if j.id.startswith(f"{job}~")]
    for name in held:
        board = drop(board, name, "released")
    return forget(board, set(held))


def forget(board: Board, jobs: set[str]) -> Board:
    """The board as if these unserved jobs had never been asked for."""
    penalty = sum(board.problem.weights.penalty(j) for j in board.problem.jobs if j.id in jobs)
    cost = replace(board.plan.cost, unserved=board.plan.cost.unserved - penalty)
    unserved = tuple(u for u in board.plan.unserved if u.job not in jobs)
    problem = replace(board.problem, jobs=tuple(j for j in board.problem.jobs if j.id not in jobs))
    return replace(board, problem=problem, plan=replace(board.plan, unserved=unserved, cost=cost))
