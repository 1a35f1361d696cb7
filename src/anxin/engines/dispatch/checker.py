"""An independent judge of plans: re-derives every time, rule and cost from the raw problem.

Written apart from the optimiser: plain loops, no arrays, nothing imported from the search or its rules. A
plan may wait anywhere it likes; what is checked is that its times are possible, its rules kept, and its cost
true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from anxin.engines.dispatch.model import Engineer, Job, Problem, Route, Shift, Visit
from anxin.engines.dispatch.result import Plan
from anxin.engines.dispatch.travel import Pace, Place


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken rule: its code, and the engineer and job where it shows."""

    code: str
    engineer: str = ""
    job: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`cost` is the checker's own; `faults` is empty for a lawful plan."""

    cost: int
    faults: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        return not self.faults


def check(problem: Problem, plan: Plan) -> Verdict:
    """Every broken rule of `plan`, and its cost recomputed; a cost that differs from the plan's is a
    fault too.
    """
    faults = [*_coverage(problem, plan), *_links(problem, plan), *_locks(problem, plan), *_chains(problem, plan)]
    for route in plan.routes:
        faults += _route_faults(problem, route)
    cost = _cost(problem, plan)
    if not faults and cost != plan.cost.total:
        faults.append(Fault("cost_differs"))
    return Verdict(cost, tuple(faults))


def _coverage(problem: Problem, plan: Plan) -> Iterator[Fault]:
    """Each job once: in a route or unserved; each shift in one route."""
    known = {job.id for job in problem.jobs}
    count = Counter(v.job for route in plan.routes for v in route.visits)
    count.update(u.job for u in plan.unserved)
    for job in sorted(known | set(count)):
        if job not in known:
            yield Fault("unknown_job", job=job)
        elif count[job] == 0:
            yield Fault("job_forgotten", job=job)
        elif count[job] > 1:
            yield Fault("job_twice", job=job)
    for (engineer, _), times in Counter((r.engineer, r.shift) for r in plan.routes).items():
        if times > 1:
            yield Fault("double_booked", engineer)


def _route_faults(problem: Problem, route: Route) -> list[Fault]:
    engineer = next((e for e in problem.engineers if e.id == route.engineer), None)
    if engineer is None or not 0 <= route.shift < len(engineer.shifts):
        return [Fault("unknown_engineer", route.engineer)]
    jobs = {job.id: job for job in problem.jobs}
    visits = [(v, jobs[v.job]) for v in route.visits if v.job in jobs]
    begun = next((b for b in problem.begun if (b.engineer, b.shift) == (route.engineer, route.shift)), None)
    fixed = len(begun.visits) if begun else 0
    faults = list(_clock(problem, engineer, route, visits, fixed))
    faults += _begun(problem, route, begun)
    for visit, job in visits[fixed:]:
        faults += [Fault(code, engineer.id, job.id) for code in _person(engineer, job, engineer.shifts[route.shift])]
        faults += [Fault(code, engineer.id, job.id) for code in _service(engineer, visit, job)]
    faults += [Fault(code, engineer.id) for code in _lunch(engineer.shifts[route.shift], route)]
    faults += _supplies(engineer, route, [job for _, job in visits])
    return faults


def _begun(problem: Problem, route: Route, begun: Route | None) -> Iterator[Fault]:
    """What has happened stays; nothing new starts before now."""
    if begun is not None and route.visits[: len(begun.visits)] != begun.visits:
        yield Fault("past_changed", route.engineer)
    for visit in route.visits[len(begun.visits) if begun else 0 :]:
        if problem.now is not None and visit.start < problem.now:
            yield Fault("in_the_past", route.engineer, visit.job)


def _seconds(problem: Problem, engineer: Engineer, a: Place, b: Place) -> int:
    return int(problem.travel.seconds([a], [b], engineer.mode)[0, 0])


def _clock(
    problem: Problem, engineer: Engineer, route: Route, visits: list[tuple[Visit, Job]], fixed: int
) -> Iterator[Fault]:
    """Between two works there is time for the drive (by the depot, if passed) and for lunch, if it is
    there.
    """
    shift = engineer.shifts[route.shift]
    here, free = engineer.start, route.depart
    if route.depart < shift.opens:
        yield Fault("before_shift", engineer.id)
    for k, (visit, job) in enumerate(visits):
        need = _drive(problem, engineer, route, k, here, job.place)
        if k >= fixed:
            if k == fixed and problem.now is not None:
                free = max(free, problem.now)
            if not _time_for(problem, shift, route, need, free, visit.start):
                yield Fault("no_time_to_drive", engineer.id, job.id)
            if visit.start < visit.arrive:
                yield Fault("starts_before_arrival", engineer.id, job.id)
        here, free = job.place, visit.end
    need = _drive(problem, engineer, route, len(visits), here, engineer.end or engineer.start)
    if not _time_for(problem, shift, route, need, free, route.finish):
        yield Fault("no_time_to_drive", engineer.id)
    if route.finish > shift.closes + shift.overtime:
        yield Fault("after_shift", engineer.id)


def _drive(problem: Problem, engineer: Engineer, route: Route, k: int, here: Place, there: Place) -> int:
    if route.restock == k and engineer.depot is not None:
        return _seconds(problem, engineer, here, engineer.depot) + _seconds(problem, engineer, engineer.depot, there)
    return _seconds(problem, engineer, here, there)


def _time_for(problem: Problem, shift: Shift, route: Route, drive: int, free: int, until: int) -> bool:
    """Whether `drive` seconds at full speed can be driven between two times, lunch left out."""
    if until < free:
        return False
    road = _road(problem.pace, free, until)
    if shift.lunch is not None and route.lunch_at is not None:
        eats, done = max(free, route.lunch_at), min(until, route.lunch_at + shift.lunch.duration)
        road -= _road(problem.pace, eats, done) if eats < done else 0
    return road >= 100 * drive


def _road(pace: Pace | None, first: int, last: int) -> int:
    """Hundredths of a second at full speed that fit in [first, last)."""
    if pace is None:
        return 100 * (last - first)
    ends = [at for at, _ in pace.pieces[1:]] + [pace.day]
    road = 0
    for day in range(first // pace.day, last // pace.day + 1):
        for (begin, percent), end in zip(pace.pieces, ends, strict=True):
            road += percent * max(0, min(last, day * pace.day + end) - max(first, day * pace.day + begin))
    return road


def _lunch(shift: Shift, route: Route) -> Iterator[str]:
    if shift.lunch is None or not route.visits:
        return
    at = route.lunch_at
    if at is None:
        yield "no_lunch"
        return
    end = at + shift.lunch.duration
    if not shift.lunch.earliest <= at <= shift.lunch.latest or at < shift.opens or end > route.finish:
        yield "lunch_outside_its_time"
    if any(v.start < end and at < v.end for v in route.visits):
        yield "lunch_during_work"


def _person(engineer: Engineer, job: Job, shift: Shift) -> Iterator[str]:
    for skill, level in job.skills.items():
        if engineer.skills.get(skill, 0) < level:
            yield "level_too_low"
    for name in job.certificates:
        if engineer.certificates.get(name, -1) < shift.closes:
            yield "certificate_invalid"
    if engineer.id in job.banned:
        yield "banned"
    if shift.on_call is not None and shift.on_call < job.priority:
        yield "not_urgent_enough"


def _service(engineer: Engineer, visit: Visit, job: Job) -> Iterator[str]:
    if job.windows and not any(lo <= visit.start <= hi for lo, hi in job.windows):
        yield "outside_window"
    first = next(iter(job.skills), "")
    seconds = job.service_at_level.get(engineer.skills.get(first, 0), job.service) if first else job.service
    if visit.end - visit.start != seconds:
        yield "wrong_service_time"


def _supplies(engineer: Engineer, route: Route, jobs: list[Job]) -> Iterator[Fault]:
    """Tools and parts on the van, and capacity, at every stop."""
    for q, full in enumerate(engineer.capacity):
        if sum(job.demand[q] for job in jobs if len(job.demand) > q) > full:
            yield Fault("over_capacity", engineer.id)
    counted: Counter[str] = Counter()
    for k, job in enumerate(jobs):
        if route.restock is not None and engineer.depot is not None and k >= route.restock:
            return
        counted.update(job.parts)
        if not job.tools <= engineer.tools:
            yield Fault("tool_missing", engineer.id, job.id)
        if any(counted[part] > engineer.holds.get(part, 0) for part in job.parts):
            yield Fault("part_missing", engineer.id, job.id)


def _links(problem: Problem, plan: Plan) -> Iterator[Fault]:
    """Linked jobs are done both, or neither; but once one has begun, the other may have become impossible."""
    begun = {v.job for route in problem.begun for v in route.visits}
    where = {v.job: (route.engineer, v.start) for route in plan.routes for v in route.visits}
    for link in problem.links:
        first, second = where.get(link.first), where.get(link.second)
        if first is None and second is None:
            continue
        if first is None or second is None:
            if (link.first if second is None else link.second) not in begun:
                yield Fault("link_half_planned", job=link.first)
        elif (first[0] == second[0]) != link.same:
            yield Fault("link_two_engineers" if link.same else "link_one_engineer", first[0], link.first)
        elif not link.least <= second[1] - first[1] <= link.most:
            yield Fault("link_gap", first[0], link.first)


def _locks(problem: Problem, plan: Plan) -> Iterator[Fault]:
    where = {v.job: (route.engineer, v.start) for route in plan.routes for v in route.visits}
    for lock in problem.locks:
        engineer, start = where.get(lock.job, ("", 0))
        if engineer != lock.engineer or (lock.start is not None and start != lock.start):
            yield Fault("lock_broken", lock.engineer, lock.job)


def _chains(problem: Problem, plan: Plan) -> Iterator[Fault]:
    """Each chain's jobs stand on its engineer's shift, in its order."""
    for chain in problem.chains:
        mine = [r for r in plan.routes if (r.engineer, r.shift) == (chain.engineer, chain.shift)]
        done = [v.job for route in mine for v in route.visits if v.job in chain.jobs]
        if done != list(chain.jobs):
            yield Fault("order_broken", chain.engineer, chain.jobs[0])


def _cost(problem: Problem, plan: Plan) -> int:
    """The objective, straight from its definition."""
    w, jobs = problem.weights, {job.id: job for job in problem.jobs}
    cost, worst = sum(w.penalty(jobs[u.job]) for u in plan.unserved if u.job in jobs), 0
    for route in plan.routes:
        engineer = next((e for e in problem.engineers if e.id == route.engineer), None)
        if engineer is None:
            continue
        known = [jobs[v.job] for v in route.visits if v.job in jobs]
        places = [engineer.start, *[job.place for job in known], engineer.end or engineer.start]
        for k in range(len(places) - 1):
            cost += w.travel * _drive(problem, engineer, route, k, places[k], places[k + 1])
        cost += w.duration * (route.finish - route.depart)
        cost += w.overtime * max(0, route.finish - engineer.shifts[route.shift].closes)
        for visit, job in zip(route.visits, known, strict=False):
            late = visit.start - job.due if job.due is not None else 0
            if late > 0:
                cost += w.lateness * late + w.breach
                worst = max(worst, late)
            cost += _people(problem, job, engineer) + _turned(problem, job, visit.start)
    return cost + w.worst_lateness * worst


def _people(problem: Problem, job: Job, engineer: Engineer) -> int:
    w = problem.weights
    cost = engineer.visit_cost + w.fairness * (engineer.week_seconds // 3600)
    cost += job.place.accuracy // 100 * w.inaccurate
    cost += w.unpleasant * engineer.unpleasant if job.unpleasant else 0
    cost += w.not_preferred if job.preferred and job.preferred != engineer.id else 0
    if any(engineer.skills.get(skill, 0) <= level for skill, level in job.skills.items()):
        cost += w.no_margin
    if job.id in problem.before and problem.before[job.id][0] != engineer.id:
        cost += _moved(problem, job)
    return cost


def _moved(problem: Problem, job: Job) -> int:
    w, ahead = problem.weights, 14400
    if problem.now is not None:
        ahead = min(14400, max(0, problem.before[job.id][1] - problem.now))
    return w.moved + w.moved_soon * (14400 - ahead) // 14400


def _turned(problem: Problem, job: Job, start: int) -> int:
    """The customer was told one of several windows, and the visit lies in another."""
    if job.id not in problem.before:
        return 0
    times = (problem.before[job.id][1], start)
    was, now = (next((w for w in sorted(job.windows) if w[0] <= t <= w[1]), None) for t in times)
    return 0 if was is None or was == now else _moved(problem, job)
