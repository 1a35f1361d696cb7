"""A benchmark instance as the engine sees it, with the way back to its own format and units."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from anxin.engines.dispatch import Plan, Problem


@dataclass(frozen=True, slots=True)
class Instance:
    """`unit` is what one unit of the published objective costs in the engine's whole numbers.

    `released`: when each job becomes known, for those not known at the start (dynamic instances).
    """

    name: str
    family: str
    problem: Problem
    unit: float
    write: Callable[[Plan], str]
    best: float | None = None
    released: Mapping[str, int] = field(default_factory=dict)

    def value(self, plan: Plan) -> float:
        """The published objective of `plan`."""
        return plan.cost.total / self.unit


def best_known(path: Path, name: str, chapter: str = "") -> float | None:
    """The value listed for `name` in the README of the data folder, in the first chapter whose head begins with
    `chapter`: the first column whose head starts with best.
    """
    readme = next((d / "README.md" for d in path.resolve().parents if (d / "README.md").exists()), None)
    if readme is None:
        return None
    column, head = None, ""
    for line in readme.read_text().splitlines():
        head = line.lstrip("# ") if line.startswith("#") else head
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if cells[0] == "instance":
            column = next((k for k, cell in enumerate(cells) if cell.startswith("best")), None)
        elif cells[0] == name and column is not None and head.startswith(chapter):
            found = re.fullmatch(r"[\d.]+", cells[column] if column < len(cells) else "")
            if found:
                return float(found[0])
    return None
