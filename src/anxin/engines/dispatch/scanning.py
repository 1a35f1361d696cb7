"""A job asked of every running route at once: what the kernel of `lanes` needs, and what it found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar

import numpy as np

from anxin.engines.dispatch.board import Board
from anxin.engines.dispatch.jit import COMPILES, FAR, Ints
from anxin.engines.dispatch.lanes import Call, Lanes, Work, scan
from anxin.engines.dispatch.model import Job
from anxin.engines.dispatch.travel import Place, Spots, Travel

Window = tuple[int, int]
Arrays = TypeVar("Arrays", bound=tuple[Any, ...])


class Ways(NamedTuple):
    """The cheapest way of each shift: cost by legs (FAR = none), position, ejected stop or -1. All (m,)."""

    cost: Ints
    position: Ints
    ejected: Ints


def call_of(board: Board, job: Job) -> Call:
    """Travel between the job and every stop of the shifts that may do it, one matrix call each way per mode."""
    fit = board.crew.fit(board.problem, job).astype(np.int64)
    at, m = board.arrays.at, len(board.lanes)
    to_call, from_call = np.zeros((2, int(at[-1])), dtype=np.int64)
    start, end = np.zeros((2, m), dtype=np.int64)
    lane_of_stop = np.repeat(np.arange(m), np.diff(at))
    modes = np.array([lane.engineer.mode for lane in board.lanes], dtype=np.str_)
    for mode in np.unique(modes[fit > 0]):
        rows = np.nonzero((modes == mode) & (fit > 0))[0]
        stops = np.nonzero(((modes == mode) & (fit > 0))[lane_of_stop])[0]
        spots, seconds = board.stops.chosen(stops), partial(_seconds, board.problem.travel, job.place, str(mode))
        to_call[stops], from_call[stops] = seconds(spots, into=True), seconds(spots, into=False)
        start[rows] = seconds(board.starts.chosen(rows), into=True)
        end[rows] = seconds(board.ends.chosen(rows), into=False)
    call = Call(
        fit=fit,
        service=board.crew.service(job),
        to_call=to_call,
        from_call=from_call,
        start_to_call=start,
        call_to_end=end,
        window_at=fit,
        lo=fit,
        hi=fit,
        priority=job.priority,
        travel_weight=board.problem.weights.travel,
    )
    return at_windows(call, job.windows)


def at_windows(call: Call, windows: Sequence[Window]) -> Call:
    """The same call with other windows (none = any time)."""
    rows = np.array(sorted(windows) or [(-FAR, FAR)], dtype=np.int64)
    return call._replace(window_at=np.array([0, len(rows)], dtype=np.int64), lo=rows[:, 0].copy(), hi=rows[:, 1].copy())


def _seconds(travel: Travel, place: Place, mode: str, spots: Spots, *, into: bool) -> Ints:
    """(len(spots),) travel from each spot to `place`, or from `place` to each."""
    return travel.seconds(spots, [place], mode)[:, 0] if into else travel.seconds([place], spots, mode)[0]


def scan_ways(lanes: Lanes, call: Call, *, eject: bool = False) -> Ways:
    """The cheapest way of each shift, or the cheapest that ejects one less urgent job."""
    longest = int(np.diff(lanes.at).max(initial=0)) + 2
    room, ways = np.zeros((6, longest), dtype=np.int64), np.zeros((3, len(call.fit)), dtype=np.int64)
    work = Work(room[0], room[1], room[2], room[3], room[4], room[5], ways[0], ways[1], ways[2])
    read = readable(work)
    scan(readable(lanes), readable(call), read, eject)
    if not COMPILES:
        ways[:] = read.cost, read.position, read.ejected
    return Ways(ways[0], ways[1], ways[2])


def readable(arrays: Arrays) -> Arrays:
    """As the kernel reads it fastest: without numba lists are several times faster than arrays."""
    if COMPILES:
        return arrays
    return type(arrays)(*(f.tolist() if isinstance(f, np.ndarray) else f for f in arrays))
