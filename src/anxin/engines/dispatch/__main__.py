"""`python -m anxin.engines.dispatch DAY.json`: plan a working day and draw it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from anxin.engines.dispatch.checker import check
from anxin.engines.dispatch.dayfile import day_problem
from anxin.engines.dispatch.picture import draw
from anxin.engines.dispatch.planner import Budget, plan


def main(arguments: Sequence[str] | None = None) -> int:
    """Read a `dispatch_day` file, plan it, write the picture; 1 if the checker refuses the plan, 2 for another file."""
    parser = argparse.ArgumentParser(prog="anxin dispatch", description="plan a working day and draw it as HTML")
    parser.add_argument("instance", type=Path)
    parser.add_argument("--out", type=Path, default=Path("dispatch.html"))
    parser.add_argument("--iterations", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    try:
        data = json.loads(chosen.instance.read_text())
        problem, name = day_problem(data), str(data.get("name", chosen.instance.stem))
    except (OSError, RecursionError, ValueError) as error:
        parser.error(f"{chosen.instance}: not a working day: {error}")
    found = plan(problem, seed=chosen.seed, budget=Budget(iterations=chosen.iterations))
    verdict = check(problem, found)
    chosen.out.write_text(draw(problem, found, name), encoding="utf-8")
    print(
        f"{chosen.out}: {found.cost.total / 3600:.1f} h, {len(found.unserved)} unserved, {len(verdict.faults)} faults"
    )
    return 0 if verdict.ok else 1


if __name__ == "__main__":
    raise SystemExit(main())
