"""Requests that become known during the day: planned as they come, with what has begun left as it is."""

from __future__ import annotations

from dataclasses import replace

from anxin.engines.dispatch import Plan, Problem, plan, repair
from dispatch_formats import Instance
from dispatch_urgent import cpu_budget


def live(instance: Instance, cpu: float, seed: int) -> Plan:
    """Plan what is known at the start, then at each release repair with the new requests; `cpu` seconds in all.

    The plan is costed as the finished day of the whole problem.
    """
    times = sorted(set(instance.released.values()))
    share = cpu / (1 + len(times))
    current = plan(_known(instance, None), seed=seed, budget=cpu_budget(share))
    for now in times:
        current = repair(_known(instance, now), current, now=now, seed=seed, budget=cpu_budget(share)).plan
    return current


def _known(instance: Instance, now: int | None) -> Problem:
    """The problem with the requests known at `now` (None = before the day)."""
    late = {job for job, at in instance.released.items() if now is None or at > now}
    return replace(instance.problem, jobs=tuple(job for job in instance.problem.jobs if job.id not in late))
