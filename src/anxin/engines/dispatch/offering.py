"""`offer`: the best windows to tell a customer now, spread over days, and holding them until he has chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from anxin.engines.dispatch.board import Board
from anxin.engines.dispatch.changing import drop, take
from anxin.engines.dispatch.inserter import Option, insert, options_of
from anxin.engines.dispatch.jit import FAR
from anxin.engines.dispatch.model import Job
from anxin.engines.dispatch.scanning import Ways, Window, at_windows, call_of, readable, scan_ways

DAY = 86_400
Barred = Mapping[Window, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Opening:
    """A window in which somebody can come without moving anybody: who, cheapest first, and the least cost by legs."""

    window: Window
    engineers: tuple[str, ...]
    cost: int
    ways: Ways


@dataclass(frozen=True, slots=True)
class Offer:
    """A window that can be promised, and the way it would be kept."""

    window: Window
    option: Option


def openings(board: Board, job: Job, windows: Sequence[Window], barred: Barred | None = None) -> list[Opening]:
    """Those of `windows` in which the job can be done, in the order given.

    `barred` names the engineers whom a rule of the caller's own keeps from a window.
    """
    call, people, lanes = call_of(board, job), board.crew.people(board.problem, job), readable(board.arrays)
    found = []
    for window in windows:
        kept_off = list((barred or {}).get(window, ()))
        free = call.fit * ~np.isin(board.crew.ids, kept_off) if kept_off else call.fit
        ways = scan_ways(lanes, at_windows(call._replace(fit=free), [window]))
        cost = np.where(ways.cost < FAR, ways.cost + people, FAR)
        able = [int(r) for r in np.argsort(cost, kind="stable") if cost[r] < FAR]
        if able:
            names = dict.fromkeys(str(board.crew.ids[r]) for r in able)
            found.append(Opening(window, tuple(names), int(cost[able[0]]), ways))
    return found


def choose(board: Board, job: Job, found: Sequence[Opening], *, best: int = 3, day: int = DAY) -> list[Offer]:
    """The `best` openings, first the cheapest of each day (of `day` seconds), then the next best of any day.

    Each is timed to the second; one that a rule which legs do not show (parts used up, capacity) forbids is skipped.
    """
    people = board.crew.people(board.problem, job)
    offers: list[Offer] = []
    for one in _spread(found, day):
        options = options_of(board, replace(job, windows=(one.window,)), one.ways, people, 1, spare=1)
        if options:
            offers.append(Offer(one.window, options[0]))
        if len(offers) == best:
            break
    return sorted(offers, key=lambda o: o.window)


def _spread(found: Sequence[Opening], day: int) -> Iterator[Opening]:
    """The cheapest of each day, cheapest day first; then the others by cost."""
    ranked = sorted(found, key=lambda o: (o.cost, o.window))
    firsts = {o.window[0] // day: o for o in reversed(ranked)}
    yield from sorted(firsts.values(), key=lambda o: (o.cost, o.window))
    yield from (o for o in ranked if o is not firsts[o.window[0] // day])


def offer(board: Board, job: Job, windows: Sequence[Window], *, best: int = 3, day: int = DAY) -> list[Offer]:
    """The `best` of `windows` to tell the customer; one in which somebody would have to be moved is not offered."""
    return choose(board, job, openings(board, job, windows), best=best, day=day)


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
