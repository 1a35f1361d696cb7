"""The dispatch engine on public benchmarks, one core, CPU time, beside PyVRP, VROOM and OR-Tools.

python bench/dispatch.py solve INSTANCE --cpu 10 --seed 1 --out PLAN
python bench/dispatch.py table [--full] [--jobs 2] [--seeds 5] [--family STRSP]
python bench/dispatch.py urgent [DAY.json] [--large]
python bench/dispatch.py steady DAY.json
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "bench")]

import dispatch_large  # noqa: E402
import dispatch_steady  # noqa: E402
import dispatch_table  # noqa: E402
import dispatch_urgent  # noqa: E402
from dispatch_formats import read  # noqa: E402


def solve_command(args: argparse.Namespace) -> int:
    """Plan one instance and write the plan in the form of the reference beside it."""
    instance = read(args.instance)
    compiled = dispatch_table.warm_up(instance)
    found, used = dispatch_table.solve(instance, args.cpu, args.seed)
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
    return 0


def table_command(args: argparse.Namespace) -> int:
    """All instances beside the peers; 1 if a target is missed."""
    chosen = dispatch_table.Chosen(args.family or (), args.only, args.seeds, args.share, not args.no_peers, args.full)
    return 0 if dispatch_table.table(chosen, args.jobs, args.json) else 1


def urgent_command(args: argparse.Namespace) -> int:
    """The calls of each day (all days of the folder by default), and the large cases if asked."""
    days = args.days or sorted((dispatch_table.DATA / "dispatch_day").glob("*.json"))
    if not days:
        raise FileNotFoundError(f"no days in {dispatch_table.DATA / 'dispatch_day'}")
    for path in (d for d in days if not d.name.endswith(".ref.json")):
        for seed in range(1, args.seeds + 1):
            print(json.dumps(dispatch_urgent.replay(path, args.cpu, args.between, seed)), flush=True)
    if args.large:
        print(json.dumps(dispatch_large.six_hundred()), flush=True)
        print(json.dumps(dispatch_large.urgent_in_large()), flush=True)
    return 0


def steady_command(args: argparse.Namespace) -> int:
    """One line per day."""
    for path in args.days:
        row = dispatch_steady.steady(read(path).problem, args.cpu, args.seeds)
        print(json.dumps({"day": path.stem, **row}), flush=True)
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = top.add_subparsers(required=True)
    one = commands.add_parser("solve", help="plan one instance")
    one.add_argument("instance", type=Path)
    one.add_argument("--cpu", type=float, default=10)
    one.add_argument("--seed", type=int, default=1)
    one.add_argument("--out", type=Path, required=True)
    one.add_argument("--json", action="store_true")
    one.set_defaults(run=solve_command)
    all_ = commands.add_parser(
        "table", help="all instances with a target; the budgets add up to half an hour, with --full to 50 minutes"
    )
    all_.add_argument("--full", action="store_true", help="also the kinds without a target")
    all_.add_argument("--family", action="append", help="only these, as in the first column or without its size")
    all_.add_argument("--only", help="only instances whose file name contains this")
    all_.add_argument("--seeds", type=int, default=1, help="runs of ours; the median is shown")
    all_.add_argument("--share", type=float, default=1.0, help="of the CPU budgets, for a quick look")
    all_.add_argument("--jobs", type=int, default=1, help="instances at a time, each on a core of its own")
    all_.add_argument("--no-peers", action="store_true")
    all_.add_argument("--json", action="store_true")
    all_.set_defaults(run=table_command)
    calls = commands.add_parser("urgent", help="replay the urgent calls of days")
    calls.add_argument("days", type=Path, nargs="*")
    calls.add_argument("--cpu", type=float, default=10)
    calls.add_argument("--between", type=float, default=1.0, help="CPU seconds of repair after each call")
    calls.add_argument("--seeds", type=int, default=1, help="replays of each day")
    calls.add_argument("--large", action="store_true", help="5,000 engineers with 33,000 visits, and 600 x 4,000")
    calls.set_defaults(run=urgent_command)
    told = commands.add_parser("steady", help="the same day with people, jobs, times and places told otherwise")
    told.add_argument("days", type=Path, nargs="+")
    told.add_argument("--cpu", type=float, default=10)
    told.add_argument("--seeds", type=int, default=3)
    told.set_defaults(run=steady_command)
    return top


def main() -> int:
    """Read the command line and run it; what cannot be read is told in one line."""
    args = parser().parse_args()
    try:
        return int(args.run(args))
    except (OSError, ValueError) as error:
        print(f"bench/dispatch.py: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    raise SystemExit(main())
