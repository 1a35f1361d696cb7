"""dispatch_day: one working day as JSON, in seconds and kilometres."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from anxin.engines.dispatch import Engineer, Job, Lunch, Place, Plan, Planar, Problem, Shift, Weights
from dispatch_formats.instance import Instance


def read(path: Path) -> Instance:
    """The day without its urgent calls."""
    data = json.loads(path.read_text())
    jobs = tuple(job_of(row) for row in data["jobs"])
    return Instance(data["name"], "dispatch_day", problem_of(data, jobs), 3600, lambda plan: write(data["name"], plan))


def urgent(path: Path) -> list[tuple[int, Job]]:
    """(reported at, job) of each urgent call, in time order."""
    rows = json.loads(path.read_text())["urgent"]
    return sorted(((row["reported_at"], job_of(row)) for row in rows), key=lambda pair: (pair[0], pair[1].id))


def problem_of(data: dict[str, Any], jobs: tuple[Job, ...]) -> Problem:
    """Travel = round(1.3 km / 32 km/h), penalties as the file says; nothing else costs."""
    penalty = {int(k): v for k, v in data["unserved_penalty_seconds"].items()}
    engineers = tuple(engineer_of(row) for row in data["engineers"])
    return Problem(engineers, jobs, Planar(1.3, {"car": 32.0}), Weights(overtime=0, unserved=penalty))


def engineer_of(row: dict[str, Any]) -> Engineer:
    lunch = Lunch(*row["lunch"]["start_between"], row["lunch"]["duration"])
    shift = Shift(*row["shift"], lunch)
    return Engineer(row["id"], Place(*row["home"]), (shift,), skills=row["skills"])


def job_of(row: dict[str, Any]) -> Job:
    window = (row["start_window"][0], row["start_window"][1])
    skills = {row["skill"]: row["min_level"]}
    return Job(row["id"], Place(*row["at"]), row["service"], (window,), priority=row["priority"], skills=skills)


def write(name: str, plan: Plan) -> str:
    """`{"name", "routes": {engineer: [job, ...]}}`."""
    routes = {route.engineer: [v.job for v in route.visits] for route in plan.routes}
    return json.dumps({"name": name, "routes": routes})
