"""One step along a route, in both directions, exact to the second and with lunch (see the docs page,
"Clock").

A route is in one of two states: lunch still to be taken (0) or taken (1). Forward, a state is the earliest
time; backward, the latest. An engineer without lunch starts in state 1.
"""

from __future__ import annotations

from anxin.engines.dispatch.jit import FAR, Ints, compiled, inlined


@inlined
def ceil_window(at: Ints, lo: Ints, hi: Ints, job: int, time: int) -> int:
    """Earliest start of service at or after `time`, FAR if every window is over."""
    for k in range(at[job], at[job + 1]):
        if time <= hi[k]:
            return int(max(time, lo[k]))
    return FAR


@inlined
def floor_window(at: Ints, lo: Ints, hi: Ints, job: int, time: int) -> int:
    """Latest start of service at or before `time`, -FAR if no window is open yet."""
    for k in range(at[job + 1] - 1, at[job] - 1, -1):
        if time >= lo[k]:
            return int(min(time, hi[k]))
    return -FAR


@inlined
def drive(pace: Ints, free: int, seconds: int) -> int:
    """Arrival when leaving at `free` on a leg that takes `seconds` at full speed; `pace` as in `Arrays`."""
    if len(pace) == 0:
        return free + seconds
    return forth(pace, free, 100 * seconds)


@inlined
def drive_back(pace: Ints, by: int, seconds: int) -> int:
    """Latest departure on such a leg that arrives by `by`: the exact inverse of `drive`."""
    if len(pace) == 0:
        return by - seconds
    return back(pace, by, 100 * seconds)


@inlined
def after_lunch(pace: Ints, free: int, seconds: int, earliest: int, latest: int, duration: int) -> int:
    """Earliest arrival when free at `free`, driving and lunching on the way; FAR if too late for lunch.

    Lunch is on arrival, or interrupts the drive when it can start no later.
    """
    if free > latest:
        return FAR
    there = drive(pace, free, seconds)
    if len(pace) == 0 or there <= latest:
        return max(there, earliest) + duration
    return forth(pace, latest + duration, 100 * seconds - covered(pace, free, latest))


@inlined
def before_lunch(pace: Ints, by: int, seconds: int, earliest: int, latest: int, duration: int) -> int:
    """Latest departure that drives, lunches on the way and arrives by `by`; -FAR if impossible."""
    if earliest + duration > by:
        return -FAR
    if len(pace) == 0:
        return min(latest, by - seconds - duration)
    fed = back(pace, min(latest, by - duration), 100 * seconds)
    if by <= latest + duration:
        return fed
    return max(fed, back(pace, latest, max(0, 100 * seconds - covered(pace, latest + duration, by))))


@inlined
def piece(pace: Ints, time: int) -> int:
    """Index in `pace` of the piece in which `time` lies."""
    k = 0
    while k + 2 < len(pace) and pace[k + 2] <= time:
        k += 2
    return k


@compiled
def forth(pace: Ints, time: int, road: int) -> int:
    """First second by which `road` (hundredths of a second at full speed) is driven from `time` on."""
    k = piece(pace, time)
    while k + 2 < len(pace) and (pace[k + 2] - time) * pace[k + 1] < road:
        road -= (pace[k + 2] - time) * pace[k + 1]
        time = pace[k + 2]
        k += 2
    return int(time - (-road) // pace[k + 1])


@compiled
def back(pace: Ints, time: int, road: int) -> int:
    """Last second from which `road` is driven by `time`."""
    k = piece(pace, time)
    while k > 0 and (time - pace[k]) * pace[k + 1] < road:
        road -= (time - pace[k]) * pace[k + 1]
        time = pace[k]
        k -= 2
    return int(time + (-road) // pace[k + 1])


@compiled
def covered(pace: Ints, first: int, last: int) -> int:
    """Road between two times, in hundredths of a second at full speed."""
    k, road = piece(pace, first), 0
    while k + 2 < len(pace) and pace[k + 2] < last:
        road += (pace[k + 2] - first) * pace[k + 1]
        first = pace[k + 2]
        k += 2
    return int(road + (last - first) * pace[k + 1])
