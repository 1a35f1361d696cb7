"""A working day as plain data (the `dispatch_day` format: kilometres, seconds from midnight) and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anxin.engines.dispatch.model import Engineer, Job, Lunch, Problem, Shift, Weights
from anxin.engines.dispatch.result import Plan
from anxin.engines.dispatch.travel import Place, Planar

Row = Mapping[str, Any]


def day_problem(data: Row) -> Problem:
    """The day without its urgent calls. Travel = round(1.3 km / 32 km/h); penalties as given; nothing else costs."""
    penalty = {int(k): v for k, v in data["unserved_penalty_seconds"].items()}
    engineers = tuple(_engineer(row) for row in data["engineers"])
    jobs = tuple(day_job(row) for row in data["jobs"])
    return Problem(engineers, jobs, Planar(1.3, {"car": 32.0}), Weights(overtime=0, unserved=penalty))


def day_job(row: Row) -> Job:
    """One job or urgent call."""
    window = (row["start_window"][0], row["start_window"][1])
    skills = {row["skill"]: row["min_level"]}
    return Job(row["id"], Place(*row["at"]), row["service"], (window,), priority=row["priority"], skills=skills)


def _engineer(row: Row) -> Engineer:
    earliest, latest = row["lunch"]["start_between"]
    opens, closes = row["shift"]
    shift = Shift(opens, closes, Lunch(earliest, latest, row["lunch"]["duration"]))
    return Engineer(row["id"], Place(*row["home"]), (shift,), skills=row["skills"])


def day_plan(name: str, plan: Plan) -> dict[str, object]:
    """`{"name", "routes": {engineer: [job, ...]}}`."""
    return {"name": name, "routes": {route.engineer: [v.job for v in route.visits] for route in plan.routes}}
