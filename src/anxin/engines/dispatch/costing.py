"""What a route costs. Plain problems cost by legs; rich ones (lateness, hours, supplies) by walking the
route.
"""

from __future__ import annotations

from anxin.engines.dispatch.arrays import Arrays
from anxin.engines.dispatch.jit import FAR, Ints, compiled
from anxin.engines.dispatch.timing import after_lunch, ceil_window, drive


@compiled
def route_cost(a: Arrays, r: int, stops: Ints, count: int, lo: Ints, hi: Ints) -> tuple[int, int]:
    """(cost, greatest lateness) of shift r with the first `count` of `stops`; FAR if impossible."""
    if count == 0:
        return int(a.weight[0] * a.travel[a.mode[r], a.start[r], a.end[r]] if a.begun[r] else 0), 0
    if not a.rich:
        return legs_cost(a, r, stops, count), 0
    if a.need.shape[1] == 0:
        return walk(a, r, stops, count, lo, hi, -1)
    cost, worst, _ = supplied_cost(a, r, stops, count, lo, hi)
    return cost, worst


@compiled
def legs_cost(a: Arrays, r: int, stops: Ints, count: int) -> int:
    """Weighted travel and people."""
    mode, here, travel, people = a.mode[r], a.start[r], 0, 0
    for p in range(count):
        travel += a.travel[mode, here, stops[p]]
        people += a.assign[stops[p], r]
        here = stops[p]
    return int(a.weight[0] * (travel + a.travel[mode, here, a.end[r]]) + people)


@compiled
def busy_cost(a: Arrays, r: int, stops: Ints, count: int) -> int:
    """What the route costs at least, whatever its times: its legs, and the hours of driving and working."""
    mode, here, hours = a.mode[r], a.start[r], 0
    for p in range(count):
        hours += a.travel[mode, here, stops[p]] + a.service[stops[p], r]
        here = stops[p]
    return int(legs_cost(a, r, stops, count) + a.weight[1] * (hours + a.travel[mode, here, a.end[r]]))


@compiled
def lacking(a: Arrays, r: int, stops: Ints, count: int) -> int:
    """First position whose tools or parts are not on the van; `count` if none lacks."""
    first = count
    for k in range(a.need.shape[1]):
        used = 0
        for p in range(first):
            need = a.need[stops[p], k]
            used += need * a.consumed[k]
            if need > 0 and max(need, used) > a.hold[r, k]:
                first = p
                break
    return first


@compiled
def supplied_cost(a: Arrays, r: int, stops: Ints, count: int, lo: Ints, hi: Ints) -> tuple[int, int, int]:
    """(cost, greatest lateness, stops before the depot or -1), with the cheapest pass by the depot if
    needed.
    """
    lack = lacking(a, r, stops, count)
    if lack == count:
        cost, worst = walk(a, r, stops, count, lo, hi, -1)
        return cost, worst, -1
    best, best_worst, best_at = FAR, 0, -1
    if a.depot[r] >= 0:
        for restock in range(lack + 1):
            cost, worst = walk(a, r, stops, count, lo, hi, restock)
            if cost < best:
                best, best_worst, best_at = cost, worst, restock
    return best, best_worst, best_at


@compiled
def leg(
    a: Arrays, r: int, s0: tuple[int, int, int, int, int], s1: tuple[int, int, int, int, int], seconds: int
) -> tuple[int, int, int, int, int]:
    """State 1 after a drive: lunch was before, or is on this leg. A state is (time, late cost, wait,
    slack, worst).

    `wait` is the waiting so far, `slack` how far the departure from home may slide without moving the end
    (Savelsbergh 1992); lunch does not slide, and with a pace nothing does.
    """
    early, late, length = a.lunch[r, 0], a.lunch[r, 1], a.lunch[r, 2]
    plain = drive(a.pace, s1[0], seconds)
    if s0[0] > late:
        return plain, s1[1], s1[2], s1[3], s1[4]
    lunched = after_lunch(a.pace, s0[0], seconds, early, late, length)
    if plain < lunched or (plain == lunched and s1[1] <= s0[1]):
        return plain, s1[1], s1[2], s1[3], s1[4]
    wait = s0[2] + lunched - length - s0[0] - seconds
    return lunched, s0[1], wait, min(s0[3], wait), s0[4]


@compiled
def serve(
    a: Arrays, r: int, job: int, s: tuple[int, int, int, int, int], lo: Ints, hi: Ints
) -> tuple[int, int, int, int, int]:
    """A state after serving `job`, reached at s[0]."""
    start = ceil_window(a.window_at, lo, hi, job, s[0])
    if start >= FAR:
        return FAR, s[1], s[2], s[3], s[4]
    wait = s[2] + start - s[0]
    close, turned = start, -1
    for k in range(a.window_at[job], a.window_at[job + 1]):
        if lo[k] <= start <= hi[k]:
            close = hi[k]
        if turned < 0 and a.window_lo[k] <= start <= a.window_hi[k]:
            turned = a.window_cost[k]
    slack = min(s[3], wait + min(close, max(a.due[job], start)) - start)
    late = max(0, start - a.due[job])
    cost = s[1] + max(0, turned) + a.weight[3] * late + (a.weight[4] if late > 0 else 0)
    return start + a.service[job, r], cost, wait, slack, max(s[4], late)


@compiled
def walk(a: Arrays, r: int, stops: Ints, count: int, lo: Ints, hi: Ints, restock: int) -> tuple[int, int]:
    """(cost, greatest lateness) of the route, passing by the depot before stop `restock` (-1 = not)."""
    mode, here, travel, people = a.mode[r], a.start[r], 0, 0
    slack = 0 if a.begun[r] or len(a.pace) > 0 else FAR
    s0, s1 = (a.opens0[r], 0, 0, slack, 0), (a.opens1[r], 0, 0, slack, 0)
    for p in range(count):
        if p == restock:
            seconds = a.travel[mode, here, a.depot[r]]
            s1 = leg(a, r, s0, s1, seconds)
            s0 = (drive(a.pace, s0[0], seconds), s0[1], s0[2], s0[3], s0[4])
            here = a.depot[r]
            travel += seconds
        job = stops[p]
        seconds = a.travel[mode, here, job]
        s1 = serve(a, r, job, leg(a, r, s0, s1, seconds), lo, hi)
        s0 = serve(a, r, job, (drive(a.pace, s0[0], seconds), s0[1], s0[2], s0[3], s0[4]), lo, hi)
        if s0[0] >= FAR and s1[0] >= FAR:
            return FAR, 0
        travel += seconds
        people += a.assign[job, r]
        here = job
    seconds = a.travel[mode, here, a.end[r]]
    s1 = leg(a, r, s0, s1, seconds)
    if s1[0] > a.latest[r]:
        return FAR, 0
    overtime = max(0, s1[0] - a.closes[r])
    duration = s1[0] - a.opens[r] - min(s1[2], s1[3])
    cost = a.weight[0] * (travel + seconds) + a.weight[1] * duration + a.weight[2] * overtime + s1[1] + people
    return cost, s1[4]
