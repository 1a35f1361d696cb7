"""Every way to put one job into running routes, tried at once: with nothing moved, or with one stop ejected."""

from __future__ import annotations

from typing import NamedTuple

from anxin.engines.dispatch.jit import FAR, Ints, compiled
from anxin.engines.dispatch.timing import (
    after_lunch,
    before_lunch,
    ceil_window,
    drive,
    drive_back,
    floor_window,
)


class Lanes(NamedTuple):
    """Routes laid end to end: stops of shift r are at[r] .. at[r + 1], its legs one more, from at[r] + r."""

    at: Ints  # (m + 1,)
    leg: Ints  # (stops + m,) seconds into each stop, and into the end place
    skip: Ints  # (stops,) seconds from the stop before to the stop after
    service: Ints  # (stops,)
    window_at: Ints  # (stops + 1,)
    lo: Ints
    hi: Ints
    priority: Ints  # (stops,) 0 = may not be ejected
    penalty: Ints  # (stops,)
    opens0: Ints  # (m,)
    opens1: Ints
    latest: Ints
    lunch_from: Ints  # (m,) earliest and latest start of lunch, and its length
    lunch_until: Ints
    lunch_takes: Ints
    pace: Ints  # as in `Arrays`


class Call(NamedTuple):
    """The new job as seen from every stop: seconds from and to each, its windows, and who may do it."""

    fit: Ints  # (m,)
    service: Ints  # (m,)
    to_call: Ints  # (stops,) from each stop to the job
    from_call: Ints  # (stops,)
    start_to_call: Ints  # (m,)
    call_to_end: Ints  # (m,)
    window_at: Ints  # (2,)
    lo: Ints
    hi: Ints
    priority: int
    travel_weight: int


class Work(NamedTuple):
    """Room for one route without its ejected stop, and the cheapest way found for each shift."""

    stops: Ints  # (longest + 1,) stop numbers
    legs: Ints
    free0: Ints
    free1: Ints
    last0: Ints
    last1: Ints
    cost: Ints  # (m,) FAR = no way
    position: Ints  # (m,)
    ejected: Ints  # (m,) stop or -1


@compiled
def scan(lanes: Lanes, call: Call, work: Work, eject: bool) -> None:
    """The cheapest way for each shift: extra travel, and the penalty of the ejected."""
    first, last = call.lo[0], call.hi[len(call.hi) - 1]
    for r in range(len(call.fit)):
        work.cost[r] = FAR
        if call.fit[r] == 0 or last < min(lanes.opens0[r], lanes.opens1[r]) or first > lanes.latest[r]:
            continue
        if not eject:
            try_route(lanes, call, work, r, -1)
            continue
        for stop in range(lanes.at[r], lanes.at[r + 1]):
            if lanes.priority[stop] > call.priority:
                try_route(lanes, call, work, r, stop)


@compiled
def try_route(lanes: Lanes, call: Call, work: Work, r: int, ejected: int) -> None:
    """Best position in shift r when `ejected` (-1 = nobody) leaves it."""
    size = lay_out(lanes, work, r, ejected)
    run_forward(lanes, work, r, size)
    run_backward(lanes, work, r, size)
    gain, fine = 0, 0
    if ejected >= 0:
        gain = lanes.leg[ejected + r] + lanes.leg[ejected + r + 1] - lanes.skip[ejected]
        fine = lanes.penalty[ejected]
    for p in range(size + 1):
        into = call.start_to_call[r] if p == 0 else call.to_call[work.stops[p - 1]]
        onward = call.call_to_end[r] if p == size else call.from_call[work.stops[p]]
        extra = into + onward - gain - (work.legs[p] if size > 0 or ejected >= 0 else 0)
        cost = call.travel_weight * extra + fine
        if cost < work.cost[r] and fits_here(lanes, call, work, r, p, into, onward):
            work.cost[r], work.position[r], work.ejected[r] = cost, p, ejected


@compiled
def lay_out(lanes: Lanes, work: Work, r: int, ejected: int) -> int:
    """Copy the route without `ejected` into `work`; number of stops left."""
    size = 0
    for stop in range(lanes.at[r], lanes.at[r + 1]):
        if stop == ejected:
            continue
        work.stops[size] = stop
        work.legs[size] = lanes.skip[ejected] if ejected >= 0 and stop - 1 == ejected else lanes.leg[stop + r]
        size += 1
    end = lanes.at[r + 1]
    work.legs[size] = lanes.skip[ejected] if ejected >= 0 and end - 1 == ejected else lanes.leg[end + r]
    return size


@compiled
def run_forward(lanes: Lanes, work: Work, r: int, size: int) -> None:
    """Earliest end after p stops, in both lunch states."""
    early, late, length = lanes.lunch_from[r], lanes.lunch_until[r], lanes.lunch_takes[r]
    work.free0[0], work.free1[0] = lanes.opens0[r], lanes.opens1[r]
    for p in range(size):
        stop, leg = work.stops[p], work.legs[p]
        a0 = drive(lanes.pace, work.free0[p], leg)
        a1 = after_lunch(lanes.pace, work.free0[p], leg, early, late, length)
        a1 = min(a1, drive(lanes.pace, work.free1[p], leg))
        work.free0[p + 1] = ceil_window(lanes.window_at, lanes.lo, lanes.hi, stop, a0) + lanes.service[stop]
        work.free1[p + 1] = ceil_window(lanes.window_at, lanes.lo, lanes.hi, stop, a1) + lanes.service[stop]


@compiled
def run_backward(lanes: Lanes, work: Work, r: int, size: int) -> None:
    """Latest arrival at stop p, in both lunch states."""
    early, late, length = lanes.lunch_from[r], lanes.lunch_until[r], lanes.lunch_takes[r]
    work.last0[size], work.last1[size] = -FAR, lanes.latest[r]
    for p in range(size - 1, -1, -1):
        stop, leg = work.stops[p], work.legs[p + 1]
        d1 = drive_back(lanes.pace, work.last1[p + 1], leg)
        d0 = before_lunch(lanes.pace, work.last1[p + 1], leg, early, late, length)
        d0 = max(d0, drive_back(lanes.pace, work.last0[p + 1], leg))
        work.last0[p] = floor_window(lanes.window_at, lanes.lo, lanes.hi, stop, d0 - lanes.service[stop])
        work.last1[p] = floor_window(lanes.window_at, lanes.lo, lanes.hi, stop, d1 - lanes.service[stop])


@compiled
def fits_here(lanes: Lanes, call: Call, work: Work, r: int, p: int, into: int, onward: int) -> bool:
    """Whether the job can stand before stop p: the same exact test as in the search."""
    early, late, length = lanes.lunch_from[r], lanes.lunch_until[r], lanes.lunch_takes[r]
    a0 = drive(lanes.pace, work.free0[p], into)
    a1 = after_lunch(lanes.pace, work.free0[p], into, early, late, length)
    a1 = min(a1, drive(lanes.pace, work.free1[p], into))
    b0 = ceil_window(call.window_at, call.lo, call.hi, 0, a0) + call.service[r]
    b1 = ceil_window(call.window_at, call.lo, call.hi, 0, a1) + call.service[r]
    if drive(lanes.pace, b1, onward) <= work.last1[p] or drive(lanes.pace, b0, onward) <= work.last0[p]:
        return True
    return bool(after_lunch(lanes.pace, b0, onward, early, late, length) <= work.last1[p])
