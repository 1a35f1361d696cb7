"""dispatch_day: one working day as JSON, in seconds and kilometres (the engine reads it itself)."""

from __future__ import annotations

import json
from pathlib import Path

from anxin.engines.dispatch import Job
from anxin.engines.dispatch.dayfile import day_job, day_plan, day_problem
from dispatch_formats.instance import Instance


def read(path: Path) -> Instance:
    """The day without its urgent calls."""
    data = json.loads(path.read_text())
    name = data.get("name", path.stem)
    return Instance(name, "dispatch_day", day_problem(data), 3600, lambda plan: json.dumps(day_plan(name, plan)))


def urgent(path: Path) -> list[tuple[int, Job]]:
    """(reported at, job) of each urgent call, in time order."""
    rows = json.loads(path.read_text()).get("urgent", [])
    return sorted(((row["reported_at"], day_job(row)) for row in rows), key=lambda pair: (pair[0], pair[1].id))
