"""Hard rules between one job and one engineer: the first that excludes, as a reason."""

from __future__ import annotations

from anxin.engines.dispatch.model import Engineer, Job, Problem, Shift
from anxin.engines.dispatch.result import Reason, reason


def exclusion(job: Job, engineer: Engineer, shift: Shift) -> Reason | None:
    """The rule of law, skill, wish or equipment that keeps `engineer` from `job` on `shift`; None = may
    do it.
    """
    if engineer.id in job.banned:
        return reason("banned")
    if shift.on_call is not None and job.priority > shift.on_call:
        return reason("on_call", priority=job.priority, most=shift.on_call)
    for skill, level in job.skills.items():
        has = engineer.skills.get(skill)
        if has is None:
            return reason("skill_missing", skill=skill)
        if has < level:
            return reason("level_too_low", skill=skill, has=has, needs=level)
    return _certificate(job, engineer, shift) or _equipment(job, engineer)


def _certificate(job: Job, engineer: Engineer, shift: Shift) -> Reason | None:
    """Certificates are law: valid to the end of the shift or not at all."""
    for name in sorted(job.certificates):
        expires = engineer.certificates.get(name)
        if expires is None:
            return reason("certificate_missing", certificate=name)
        if expires < shift.closes:
            return reason("certificate_expired", certificate=name)
    return None


def _equipment(job: Job, engineer: Engineer) -> Reason | None:
    if engineer.depot is not None:
        return None
    for tool in sorted(job.tools - engineer.tools):
        return reason("tool_missing", tool=tool)
    for part, count in job.parts.items():
        if engineer.holds.get(part, 0) < count:
            return reason("part_missing", part=part)
    return None


def service_seconds(job: Job, engineer: Engineer) -> int:
    """Time on site, by the engineer's level in the job's first skill where the job says so."""
    for skill in job.skills:
        return job.service_at_level.get(engineer.skills.get(skill, 0), job.service)
    return job.service


def has_margin(job: Job, engineer: Engineer) -> bool:
    """True when every asked skill is held above the minimum level."""
    return all(engineer.skills.get(skill, 0) > level for skill, level in job.skills.items())


def fixed_to(problem: Problem, job: str) -> tuple[str, int | None] | None:
    """(engineer, shift or None for any) to whom a lock or a chain gives the job."""
    for lock in problem.locks:
        if lock.job == job:
            return lock.engineer, None
    return next(((chain.engineer, chain.shift) for chain in problem.chains if job in chain.jobs), None)


def window_of(job: Job, start: int) -> tuple[int, int] | None:
    """The first of the job's windows in which it would start; None if there is none."""
    return next((w for w in sorted(job.windows) if w[0] <= start <= w[1]), None)


def told(problem: Problem, job: Job) -> tuple[int, int] | None:
    """The window in which the plan in force starts the job: what the customer was told. None if he may expect any."""
    return window_of(job, problem.before[job.id][1]) if job.id in problem.before else None


SOON = 4 * 3600


def moving_cost(problem: Problem, job: str) -> int:
    """Cost of giving a planned job to another engineer or into another window: dearer, linearly, in the last four
    hours before it.
    """
    w, start = problem.weights, problem.before[job][1]
    ahead = SOON if problem.now is None else min(SOON, max(0, start - problem.now))
    return w.moved + w.moved_soon * (SOON - ahead) // SOON
