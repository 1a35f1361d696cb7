"""The dispatch engine on public benchmarks, one core, CPU time, beside PyVRP, VROOM and OR-Tools.

python bench/dispatch.py solve INSTANCE --cpu 10 --seed 1 --out PLAN
python bench/dispatch.py table [--json] [--seeds 5] [--family VRPTW]
python bench/dispatch.py urgent [DAY.json] [--large]
python bench/dispatch.py steady DAY.json
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "bench")]

import dispatch_dynamic  # noqa: E402
import dispatch_large  # noqa: E402
import dispatch_steady  # noqa: E402
import dispatch_urgent  # noqa: E402
from anxin.engines.dispatch import Budget, Plan, check, plan  # noqa: E402
from dispatch_formats import Instance, read  # noqa: E402
from dispatch_peers import PEERS  # noqa: E402

DATA = Path(os.environ.get("ANXIN_SHARED", ROOT.parent / "shared")) / "data" / "dispatch"


def warm_up(instance: Instance) -> float:
    """Compile the search for this kind of problem; CPU seconds it took."""
    began = time.process_time()
    plan(instance.problem, budget=Budget(iterations=2))
    return time.process_time() - began


def solve(instance: Instance, cpu: float, seed: int) -> tuple[Plan, float]:
    """(checked plan, CPU seconds used)."""
    began = time.process_time()
    if instance.released:
        found = dispatch_dynamic.live(instance, cpu, seed)
    else:
        found = plan(instance.problem, seed=seed, budget=dispatch_urgent.cpu_budget(cpu))
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


BUDGET = {
    "dispatch_day": 10,
    "VRPTW": 10,
    "PCVRPTW": 30,
    "TRSP": 30,
    "STRSP": 10,
    "HHCRSP": 60,
    "TRSP dynamic": 30,
}  # CPU seconds
FOLDERS = (
    "dispatch_day",
    "solomon",
    "homberger",
    "pcvrptw",
    "trsp_pillac",
    "trsp_pillac_dynamic",
    "strsp_kovacs",
    "hhcrsp",
)
PATTERNS = ("*.txt", "*.vrp", "*.json")


def instances(args: argparse.Namespace) -> Iterator[Instance]:
    """Every instance of the data folder that was asked for."""
    for folder in FOLDERS:
        files = sorted(p for pattern in PATTERNS for p in (DATA / folder).glob(pattern))
        for path in files:
            if path.name.endswith((".ref.json", ".technicians.txt", ".technicians_reduced.txt")):
                continue
            if args.only and args.only not in path.name:
                continue
            instance = read(path)
            if not args.family or instance.family in args.family:
                yield instance


def budget_of(instance: Instance) -> float:
    """CPU seconds by family; VRPTW of 200 and more customers get 30."""
    return 30 if instance.family == "VRPTW" and len(instance.problem.jobs) >= 200 else BUDGET[instance.family]


def row_of(instance: Instance, args: argparse.Namespace) -> dict[str, object]:
    """Ours (median of the seeds) and the peers on one instance."""
    compiled, cpu = warm_up(instance), budget_of(instance) * args.share
    runs = sorted((solve(instance, cpu, seed)[0] for seed in range(1, args.seeds + 1)), key=lambda p: p.cost.total)
    middle = runs[len(runs) // 2]
    ours = instance.value(middle)
    row: dict[str, object] = {
        "family": instance.family,
        "instance": instance.name,
        "cpu": cpu,
        "ours": round(ours, 2),
        "best": instance.best,
        "gap_%": round(100 * (ours / instance.best - 1), 2) if instance.best else None,
        "unserved": len(middle.unserved),
        "compile_cpu": round(compiled, 1),
    }
    for name, peer in () if args.no_peers else PEERS.get(instance.family, ()):
        value, used = peer(instance.problem, cpu)
        row[name] = None if value is None else round(value / instance.unit, 2)
        row[f"{name} cpu"] = round(used, 1)
    return row


def table_command(args: argparse.Namespace) -> None:
    """One line per instance as it is done, then the mean gap of each family."""
    gaps: dict[str, list[float]] = {}
    for instance in instances(args):
        row = row_of(instance, args)
        if isinstance(gap := row["gap_%"], float):
            gaps.setdefault(str(row["family"]), []).append(gap)
        print(json.dumps(row) if args.json else "  ".join(f"{k} {v}" for k, v in row.items()), flush=True)
    for family, values in gaps.items():
        print(f"{family}: mean gap {sum(values) / len(values):.2f} % over {len(values)}", flush=True)


def urgent_command(args: argparse.Namespace) -> None:
    """The calls of each day (all days of the folder by default), and the large cases if asked."""
    days = args.days or sorted((DATA / "dispatch_day").glob("*[!f].json"))
    for path in (d for d in days if not d.name.endswith(".ref.json")):
        print(json.dumps(dispatch_urgent.replay(path, args.cpu, args.between)), flush=True)
    if args.large:
        print(json.dumps(dispatch_large.six_hundred()), flush=True)
        print(json.dumps(dispatch_large.urgent_in_large()), flush=True)


def steady_command(args: argparse.Namespace) -> None:
    """One line per day."""
    for path in args.days:
        row = dispatch_steady.steady(read(path).problem, args.cpu, args.seeds)
        print(json.dumps({"day": path.stem, **row}), flush=True)


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
    all_ = commands.add_parser("table")
    all_.add_argument(
        "--family", action="append", help="only these: VRPTW, PCVRPTW, TRSP, TRSP dynamic, STRSP, HHCRSP, dispatch_day"
    )
    all_.add_argument("--only", help="only instances whose name contains this")
    all_.add_argument("--seeds", type=int, default=1, help="runs of ours; the median is shown")
    all_.add_argument("--share", type=float, default=1.0, help="of the CPU budgets, for a quick look")
    all_.add_argument("--no-peers", action="store_true")
    all_.add_argument("--json", action="store_true")
    all_.set_defaults(run=table_command)
    calls = commands.add_parser("urgent")
    calls.add_argument("days", type=Path, nargs="*")
    calls.add_argument("--cpu", type=float, default=10)
    calls.add_argument("--between", type=float, default=1.0, help="CPU seconds of repair after each call")
    calls.add_argument("--large", action="store_true", help="5,000 engineers with 33,000 visits, and 600 x 4,000")
    calls.set_defaults(run=urgent_command)
    told = commands.add_parser(
        "steady", help="the same day with people and jobs permuted, times shifted, places rounded"
    )
    told.add_argument("days", type=Path, nargs="+")
    told.add_argument("--cpu", type=float, default=10)
    told.add_argument("--seeds", type=int, default=3)
    told.set_defaults(run=steady_command)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
