"""One step along a route, in both directions, exact to the second and with lunch (see the docs page,
"Clock").

A route is in one of two states: lunch still to be taken (0) or taken (1). Forward, a state is the earliest
time; backward, the latest. An engineer without lunch starts in state 1.
"""

from __future__ import annotations

from anxin.engines.dispatch.jit import FAR, Ints, inlined


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
def after_lunch(free: int, travel: int, earliest: int, latest: int, duration: int) -> int:
    """Earliest arrival when free at `free`, driving `travel` and lunching on the way; FAR if too late for
    lunch.
    """
    if free > latest:
        return FAR
    return max(free + travel, earliest) + duration


@inlined
def before_lunch(arrive: int, travel: int, earliest: int, latest: int, duration: int) -> int:
    """Latest departure that drives `travel`, lunches on the way and arrives by `arrive`; -FAR if
    impossible.
    """
    if earliest + duration > arrive:
        return -FAR
    return min(latest, arrive - travel - duration)
