"""Rows of the bench: our figure, the peer's in the same run, the goal, and the noise."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Row:
    """One figure. `goal` is reached when ours is at least it (at most it where `less` is better)."""

    name: str
    ours: float
    error: float | None = None
    peer: float | None = None
    goal: float | None = None
    less: bool = False

    @property
    def reached(self) -> str:
        if self.goal is None:
            return ""
        ahead = self.goal - self.ours if self.less else self.ours - self.goal
        if ahead >= 0:
            return "yes"
        return "within noise" if self.error is not None and -ahead <= self.error else "no"


def show(tables: Mapping[str, Sequence[Row]], *, as_json: bool) -> None:
    if as_json:
        plain = {t: [asdict(row) | {"reached": row.reached} for row in rows] for t, rows in tables.items()}
        print(json.dumps(plain, indent=1, ensure_ascii=False))
        return
    for title, rows in tables.items():
        print(f"\n{title:44}{'ours':>10}{'± se':>8}{'peer':>10}{'goal':>10}  reached")
        for row in rows:
            print(f"{row.name:44}{_cells(row)}  {row.reached}")


def _cells(row: Row) -> str:
    figures = ((row.ours, 10), (row.error, 8), (row.peer, 10), (row.goal, 10))
    return "".join(f"{'' if figure is None else f'{figure:.3f}':>{width}}" for figure, width in figures)
