"""The dispatch engine on public benchmarks, one core, CPU time, beside PyVRP, VROOM and OR-Tools.

python bench/dispatch.py solve INSTANCE --cpu 10 --seed 1 --out PLAN
python bench/dispatch.py table [--json] [--seeds 5] [--family VRPTW]
python bench/dispatch.py urgent DAY.json
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "bench")]

from anxin.engines.dispatch import Budget, Plan, check, plan  # noqa: E402
from dispatch_formats import Instance, read  # noqa: E402

DATA = Path(os.environ.get("ANXIN_SHARED", ROOT.parent / "shared")) / "data" / "dispatch"


def cpu_budget(seconds: float) -> Budget:
    """A budget that ends when this process has used so many CPU seconds from now."""
    began = time.process_time()
    return Budget(progress=lambda: (time.process_time() - began) / seconds)


def warm_up(instance: Instance) -> float:
    """Compile the search for this kind of problem; CPU seconds it took."""
    began = time.process_time()
    plan(instance.problem, budget=Budget(iterations=2))
    return time.process_time() - began


def solve(instance: Instance, cpu: float, seed: int) -> tuple[Plan, float]:
    """(checked plan, CPU seconds used)."""
    began = time.process_time()
    found = plan(instance.problem, seed=seed, budget=cpu_budget(cpu))
    used = time.process_time() - began
    verdict = check(instance.problem, found)
    if not verdict.ok:
        raise SystemExit(f"{instance.name}: the checker refuses the plan: {verdict.faults[:5]}")
    return found, used


def solve_command(args: argparse.Namespace) -> None:
    instance = read(args.instance)
    compiled = warm_up(instance)
    found, used = solve(instance, args.cpu, args.seed)
    args.out.write_text(instance.write(found) + "\n")
    row = {
        "instance": instance.name,
        "value": round(instance.value(found), 3),
        "best": instance.best,
        "unserved": len(found.unserved),
        "iterations": found.iterations,
        "cpu": round(used, 2),
        "compile_cpu": round(compiled, 2),
    }
    print(json.dumps(row) if args.json else "  ".join(f"{k} {v}" for k, v in row.items()))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("solve")
    one.add_argument("instance", type=Path)
    one.add_argument("--cpu", type=float, default=10)
    one.add_argument("--seed", type=int, default=1)
    one.add_argument("--out", type=Path, required=True)
    one.add_argument("--json", action="store_true")
    one.set_defaults(run=solve_command)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
