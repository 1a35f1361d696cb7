"""Made-up working days for tests and the bench: a town of any size, the same for the same seed."""

from __future__ import annotations

from random import Random

from anxin.engines.dispatch.model import Engineer, Job, Lunch, Problem, Shift, Weights
from anxin.engines.dispatch.travel import Place, Planar

HOUR = 3600
SKILLS = ("S1", "S2", "S3", "S4", "S5", "S6")
OPENS, NOON = 8 * HOUR, 11 * HOUR + HOUR // 2


def town(seed: int, engineers: int, jobs: int, side_km: float = 30.0) -> Problem:
    """A day of `jobs` for `engineers` over a square of `side_km`: skills, levels, windows and lunch."""
    rng = Random(seed)
    crew = tuple(_engineer(rng, f"E{k:04d}", side_km) for k in range(engineers))
    work = tuple(_job(rng, f"J{k:05d}", side_km) for k in range(jobs))
    return Problem(crew, work, Planar(), Weights(overtime=0))


def urgent_call(seed: int, now: int, side_km: float = 30.0) -> Job:
    """A priority-1 call reported at `now`, to be started within four hours."""
    rng = Random(seed)
    job = _job(rng, f"U{seed:04d}", side_km)
    return Job(job.id, job.place, job.service, ((now, now + 4 * HOUR),), priority=1, skills=job.skills)


def _place(rng: Random, side_km: float) -> Place:
    return Place(round(rng.uniform(0, side_km), 3), round(rng.uniform(0, side_km), 3))


def _engineer(rng: Random, name: str, side_km: float) -> Engineer:
    opens = OPENS + rng.choice((0, 0, HOUR // 2, HOUR))
    shift = Shift(opens, opens + 9 * HOUR, Lunch(NOON, NOON + 2 * HOUR, 45 * 60))
    skills = {skill: rng.randint(2, 4) for skill in sorted(rng.sample(SKILLS, rng.randint(2, 4)))}
    return Engineer(name, _place(rng, side_km), (shift,), skills=skills)


def _job(rng: Random, name: str, side_km: float) -> Job:
    opens = OPENS + rng.choice((0, 0, 1, 2, 4, 6)) * HOUR
    window = (opens, opens + rng.choice((2, 4, 4, 10)) * HOUR)
    skills = {rng.choice(SKILLS): rng.choice((1, 1, 2, 2, 3, 4))}
    service = 60 * rng.choice((20, 30, 45, 60, 90))
    return Job(name, _place(rng, side_km), service, (window,), priority=rng.choice((2, 3, 3, 4)), skills=skills)
