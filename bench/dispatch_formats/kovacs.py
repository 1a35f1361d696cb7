"""STRSP without teams (Kovacs et al. 2012): skills × proficiency, outsourcing cost; thousandths."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from anxin.engines.dispatch import Engineer, Job, Place, Plan, Problem, Shift, Table, Weights
from dispatch_formats.instance import Instance

TICKS = 1000


def read(path: Path) -> Instance:
    """A crew file with the tasks beside it; a tasks file stands for the reduced crew, or the only one there is."""
    stem = path.name.split(".")[0]
    crew_path = path if "technicians" in path.name else path.with_name(f"{stem}.technicians_reduced.txt")
    if not crew_path.exists():
        crew_path = path.with_name(f"{stem}.technicians.txt")
    tasks = [[float(v) for v in line.split()] for line in _numbered(path.with_name(f"{stem}.tasks.txt"))]
    crew = [[int(v) for v in line.split()] for line in _numbered(crew_path)]
    domains = len(crew[0]) - 1
    xy = np.array([row[1:3] for row in tasks])
    matrix = np.rint(TICKS * np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1))).astype(np.int64)
    places = [Place(*point, key=k) for k, point in enumerate(xy)]
    shift = Shift(round(tasks[0][4] * TICKS), round(tasks[0][5] * TICKS))
    engineers = tuple(
        Engineer(str(row[0]), places[0], (shift,), skills={f"d{k}": v for k, v in enumerate(row[1:], 1)})
        for row in crew
    )
    jobs = tuple(_job(row, places[k], domains) for k, row in enumerate(tasks) if k)
    problem = Problem(engineers, jobs, Table(matrix), Weights(overtime=0))
    reduced = "_reduced" in crew_path.name
    return Instance(stem + (" reduced" if reduced else ""), "STRSP", problem, TICKS, lambda plan: write(stem, plan))


def _numbered(path: Path) -> list[str]:
    return [line for line in path.read_text().splitlines() if line.strip()[:1].isdigit()]


def _job(row: list[float], place: Place, domains: int) -> Job:
    """d(skill, level) = 1 asks for one technician at that level or above; leaving it out costs 200 +
    sum^1.5.
    """
    matrix = np.array(row[8:]).reshape(domains, -1)
    skills = {f"d{k}": int(np.nonzero(line)[0].max()) + 1 for k, line in enumerate(matrix, 1) if line.any()}
    penalty = round(TICKS * (200 + matrix.sum() ** 1.5))
    window = (round(row[4] * TICKS), round(row[5] * TICKS))
    return Job(str(int(row[0])), place, round(row[6] * TICKS), (window,), skills=skills, penalty=penalty)


def write(name: str, plan: Plan) -> str:
    """Routes by technician, and the tasks outsourced."""
    routes = {route.engineer: [int(v.job) for v in route.visits] for route in plan.routes}
    outsourced = [int(u.job) for u in plan.unserved]
    return json.dumps({"name": name, "cost": plan.cost.total / TICKS, "routes": routes, "outsourced": outsourced})
