"""TRSP (Pillac, Gueret, Medaglia 2013): technicians with homes, skills, tools and parts; working time in
thousandths.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np

from anxin.engines.dispatch import Engineer, Job, Place, Plan, Problem, Shift, Table, Weights
from dispatch_formats.instance import Instance, best_known

TICKS = 1000
LINE = re.compile(r"\s*(\d+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+\[(.*?)\]\s+\[(.*?)\]\s+\[(.*?)\]")


def read(path: Path) -> Instance:
    """Node 0 is the depot, then the crew, then the requests. Everything must be served."""
    lines = path.read_text().splitlines()
    crew = int(lines[next(k for k, line in enumerate(lines) if line.startswith("CREW COUNT")) + 1].split()[0])
    rows = [match.groups() for match in map(LINE.match, lines) if match]
    xy = np.array([[float(row[1]), float(row[2])] for row in rows])
    matrix = np.rint(TICKS * np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1))).astype(np.int64)
    places = [Place(*point, key=k) for k, point in enumerate(xy)]
    engineers = tuple(_engineer(rows[k], places[k], places[0]) for k in range(1, crew + 1))
    jobs = tuple(_job(rows[k], places[k]) for k in range(crew + 1, len(rows)))
    problem = Problem(engineers, jobs, Table(matrix), Weights(travel=0, duration=1, overtime=0))
    return Instance(path.stem, "TRSP", problem, TICKS, lambda plan: write(path.stem, plan), best_known(path, path.stem))


def read_dynamic(path: Path) -> Instance:
    """Release dates (-1 = known at the start) of the requests of the static instance of that name, found near."""
    name, _, share = path.stem.partition("_rd_")
    here = path.resolve().parent
    folders = (here, here.parent, here.parent / "trsp_pillac")
    static = read(next((at for d in folders if (at := d / f"{name}.txt").exists()), folders[-1] / f"{name}.txt"))
    rows = [line.split() for line in path.read_text().splitlines() if re.match(r"\s*\d+\s+-?[\d.]+\s*$", line)]
    released = {job: round(float(at) * TICKS) for job, at in rows if float(at) >= 0}
    known = {job.id for job in static.problem.jobs}
    free = replace(static.problem.weights, moved=0, moved_soon=0)
    return replace(
        static,
        name=f"{static.name} dynamic {share} %",
        family="TRSP dynamic",
        problem=replace(static.problem, weights=free),
        released={job: at for job, at in released.items() if job in known},
    )


def _numbers(text: str) -> list[int]:
    return [int(v) for v in text.split(",") if v.strip()]


def _window(row: tuple[str, ...]) -> tuple[int, int]:
    return round(float(row[3]) * TICKS), round(float(row[4]) * TICKS)


def _engineer(row: tuple[str, ...], place: Place, depot: Place) -> Engineer:
    return Engineer(
        row[0],
        place,
        (Shift(*_window(row)),),
        skills={f"s{k}": 1 for k in _numbers(row[6])},
        tools=frozenset(f"t{k}" for k in _numbers(row[7])),
        holds={f"p{k}": count for k, count in enumerate(_numbers(row[8]))},
        depot=depot,
    )


def _job(row: tuple[str, ...], place: Place) -> Job:
    return Job(
        row[0],
        place,
        round(float(row[5]) * TICKS),
        (_window(row),),
        skills={f"s{k}": 1 for k in _numbers(row[6])},
        tools=frozenset(f"t{k}" for k in _numbers(row[7])),
        parts={f"p{k}": count for k, count in enumerate(_numbers(row[8])) if count},
        penalty=10**9,
    )


def write(name: str, plan: Plan) -> str:
    """Routes by technician; 0 is the pass by the depot."""
    routes = {}
    for route in plan.routes:
        stops = [int(v.job) for v in route.visits]
        if route.restock is not None:
            stops.insert(route.restock, 0)
        routes[route.engineer] = stops
    return json.dumps({"name": name, "duration": plan.cost.total / TICKS, "routes": routes})
