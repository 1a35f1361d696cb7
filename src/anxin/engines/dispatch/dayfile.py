"""A working day as plain data (the `dispatch_day` format: kilometres, seconds from midnight) and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from anxin.engines.dispatch.model import Engineer, Job, Lunch, Problem, Shift, Weights
from anxin.engines.dispatch.result import Plan
from anxin.engines.dispatch.travel import Place, Planar

Row = Mapping[str, Any]


def day_problem(data: Row) -> Problem:
    """The day without its urgent calls. Travel = round(1.3 km / 32 km/h); penalties as given; nothing else costs.

    Lunch, skill, level, window, priority and penalties may be missing. KeyError for what may not.
    """
    weights = Weights(overtime=0)
    if "unserved_penalty_seconds" in data:
        weights = replace(weights, unserved={int(k): v for k, v in data["unserved_penalty_seconds"].items()})
    engineers = tuple(_engineer(row) for row in data["engineers"])
    jobs = tuple(day_job(row) for row in data["jobs"])
    return Problem(engineers, jobs, Planar(1.3, {"car": 32.0}), weights)


def day_job(row: Row) -> Job:
    """One job or urgent call."""
    windows = ((row["start_window"][0], row["start_window"][1]),) if "start_window" in row else ()
    skills = {row["skill"]: row.get("min_level", 1)} if "skill" in row else {}
    return Job(row["id"], Place(*row["at"]), row["service"], windows, priority=row.get("priority", 3), skills=skills)


def _engineer(row: Row) -> Engineer:
    opens, closes = row["shift"]
    shift = Shift(opens, closes, _lunch(row["lunch"]) if row.get("lunch") else None)
    return Engineer(row["id"], Place(*row["home"]), (shift,), skills=row.get("skills", {}))


def _lunch(row: Row) -> Lunch:
    earliest, latest = row["start_between"]
    return Lunch(earliest, latest, row["duration"])


def day_plan(name: str, plan: Plan) -> dict[str, object]:
    """`{"name", "routes": {engineer: [job, ...]}}`."""
    return {"name": name, "routes": {route.engineer: [v.job for v in route.visits] for route in plan.routes}}
