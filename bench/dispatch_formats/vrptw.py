"""Solomon and Gehring & Homberger text files, and PCVRPTW in VRPLIB form; tenths, truncated (DIMACS rule)."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from anxin.engines.dispatch import Engineer, Job, Place, Plan, Problem, Shift, Table, Weights
from dispatch_formats.instance import Instance, best_known

REQUIRED = 10**9
Row = tuple[int, int, int, int, int, int, int]  # x, y, demand, open, close, service, penalty


def read(path: Path) -> Instance:
    """All customers must be served; the fleet limit is the file's."""
    lines = path.read_text().splitlines()
    at = next(k for k, line in enumerate(lines) if line.startswith("NUMBER"))
    vehicles, capacity = map(int, lines[at + 1].split())
    numbers = [[int(float(v)) for v in line.split()] for line in lines[at + 2 :] if re.match(r"\s*\d", line)]
    rows = [(x, y, q, a, b, s, REQUIRED) for _, x, y, q, a, b, s in numbers]
    return instance(path, lines[0].strip(), "VRPTW", rows, vehicles, capacity, 10)


def read_prizes(path: Path) -> Instance:
    """Customers may be left out at the price of their prize, in units (ten tenths)."""
    parts = re.split(r"^([A-Z_]+_SECTION)\s*$", path.read_text(), flags=re.M)
    head = dict(re.findall(r"^(\w+)\s*:\s*(\S+)", parts[0], flags=re.M))
    table = {
        name: [[int(v) for v in line.split()[1:]] for line in body.splitlines() if re.match(r"\d+ +\S", line)]
        for name, body in zip(parts[1::2], parts[2::2], strict=True)
    }
    service = int(head["SERVICE_TIME"])
    columns = zip(*(table[f"{s}_SECTION"] for s in ("NODE_COORD", "DEMAND", "TIME_WINDOW", "PRIZE")), strict=True)
    rows = [
        (x, y, q, a, b, service if k else 0, 10 * prize) for k, ((x, y), (q,), (a, b), (prize,)) in enumerate(columns)
    ]
    return instance(path, head["NAME"], "PCVRPTW", rows, int(head["VEHICLES"]), int(head["CAPACITY"]), 1)


def instance(
    path: Path, name: str, family: str, rows: Sequence[Row], vehicles: int, capacity: int, unit: float
) -> Instance:
    """Identical vehicles from the first row's place; times and distances in tenths."""
    xy = np.array([row[:2] for row in rows], dtype=np.int64)
    squares = ((xy[:, None] - xy[None]) ** 2).sum(axis=2) * 100
    matrix = np.array([[math.isqrt(int(v)) for v in line] for line in squares], dtype=np.int64)
    places = [Place(row[0], row[1], key=k) for k, row in enumerate(rows)]
    shift = Shift(rows[0][3] * 10, rows[0][4] * 10)
    fleet = tuple(Engineer(f"V{k:03d}", places[0], (shift,), capacity=(capacity,)) for k in range(vehicles))
    jobs = tuple(
        Job(str(k), places[k], s * 10, ((a * 10, b * 10),), demand=(q,), penalty=penalty)
        for k, (_, _, q, a, b, s, penalty) in enumerate(rows)
        if k
    )
    problem = Problem(fleet, jobs, Table(matrix), Weights(overtime=0))
    best = best_known(path, name if path.stem in name else path.stem, family if family == "PCVRPTW" else "")
    return Instance(path.stem, family, problem, unit, lambda plan: write(plan, unit), best)


def write(plan: Plan, unit: float) -> str:
    """CVRPLIB `.sol`."""
    lines = [f"Route #{k}: {' '.join(v.job for v in route.visits)}" for k, route in enumerate(plan.routes, 1)]
    cost = f"{plan.cost.total / unit:.1f}" if unit > 1 else str(plan.cost.total)
    return "\n".join([*lines, f"Cost {cost}"])
