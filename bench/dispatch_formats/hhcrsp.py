"""HHCRSP (Mankowska et al. 2014; Ceschia et al. 2024): visits by one or two carers, soft window ends;
thousandths.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from anxin.engines.dispatch import Engineer, Job, Link, Place, Plan, Problem, Shift, Table, Weights
from dispatch_formats.instance import Instance, best_known

TICKS, ENDLESS, FARTHEST = 1000, 1 << 34, 10**6


def read(path: Path) -> Instance:
    """cost = (distance + total tardiness + greatest tardiness) / 3; everybody is served."""
    data = json.loads(path.read_text())
    distances = np.array(data["distances"], dtype=np.float64)
    size = 1 + len(data["patients"])
    if distances.shape != (size, size) or not (np.abs(distances) < FARTHEST).all():
        raise ValueError("distances are wanted between one office and all patients, in the order of the file")
    matrix = np.rint(TICKS * distances).astype(np.int64)
    shift, office = Shift(0, ENDLESS), Place(0, 0, key=0)
    engineers = tuple(
        Engineer(row["id"], office, (shift,), skills=dict.fromkeys(row["abilities"], 1)) for row in data["caregivers"]
    )
    jobs, links = [], []
    for k, patient in enumerate(data["patients"], 1):
        mine = _jobs(patient, Place(0, 0, key=k))
        jobs += mine
        if len(mine) == 2:
            links.append(Link(mine[0].id, mine[1].id, *_gap(patient)))
    weights = Weights(overtime=0, breach=0, worst_lateness=1)
    problem = Problem(engineers, tuple(jobs), Table(matrix), weights, links=tuple(links))
    return Instance(path.stem, "HHCRSP", problem, 3 * TICKS, write, best_known(path, path.stem))


def _gap(patient: dict[str, Any]) -> tuple[int, int]:
    rule = patient["synchronization"]
    if rule["type"] == "simultaneous":
        return 0, 0
    return round(rule["distance"][0] * TICKS), round(rule["distance"][1] * TICKS)


def _jobs(patient: dict[str, Any], place: Place) -> list[Job]:
    opens, closes = (round(v * TICKS) for v in patient["time_window"])
    return [
        Job(
            f"{patient['id']}/{need['service']}",
            place,
            round(need["duration"] * TICKS),
            ((opens, ENDLESS),),
            due=closes,
            skills={need["service"]: 1},
            penalty=10**9,
        )
        for need in patient["required_caregivers"]
    ]


def write(plan: Plan) -> str:
    """The repository's solution format: carers' visits with times, and patients in order of their first
    start.
    """
    routes, first = [], {}
    for route in plan.routes:
        rows = []
        for visit in route.visits:
            patient, service = visit.job.rsplit("/", 1)
            first[patient] = min(visit.start, first.get(patient, visit.start))
            rows.append(
                {
                    "arrival_time": visit.start / TICKS,
                    "departure_time": visit.end / TICKS,
                    "patient": patient,
                    "service": service,
                }
            )
        routes.append({"caregiver_id": route.engineer, "locations": rows})
    return json.dumps({"global_ordering": sorted(first, key=lambda p: first[p]), "routes": routes}, indent=1)
