"""dispatch_day: one working day as JSON, in seconds and kilometres (the engine reads it itself)."""

from __future__ import annotations

import json
from pathlib import Path

from anxin.engines.dispatch import Job
from anxin.engines.dispatch.dayfile import day_calls, day_plan, day_problem
from dispatch_formats.instance import Instance


def read(path: Path) -> Instance:
    """The day without its urgent calls."""
    data = json.loads(path.read_text())
    problem = day_problem(data)
    name = str(data.get("name", path.stem))
    return Instance(name, "dispatch_day", problem, 3600, lambda plan: json.dumps(day_plan(name, plan)))


def urgent(path: Path) -> list[tuple[int, Job]]:
    """(reported at, job) of each urgent call, in time order."""
    return day_calls(json.loads(path.read_text()))
