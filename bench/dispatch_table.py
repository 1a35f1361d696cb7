"""The table: every instance at its budget, beside the peers on the same one and the best value published."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

import dispatch_dynamic
from anxin.engines.dispatch import Budget, Plan, check, plan
from dispatch_formats import Instance, read
from dispatch_peers import PEERS
from dispatch_urgent import cpu_budget

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("ANXIN_SHARED", ROOT.parent / "shared")) / "data" / "dispatch"
FOLDERS = (
    "dispatch_day", "solomon", "homberger", "pcvrptw", "trsp_pillac", "trsp_pillac_dynamic", "strsp_kovacs", "hhcrsp",
)  # fmt: skip
PATTERNS = ("*.txt", "*.vrp", "*.json")
NO_INSTANCE = (".ref.json", ".technicians.txt", ".technicians_reduced.txt")
BUDGET = {"dispatch_day": 10, "VRPTW 100": 10, "STRSP": 10, "HHCRSP": 60, "HHCRSP 200": 60}  # CPU seconds; else 30
ASKED = {"dispatch_day", "VRPTW 100", "VRPTW 200", "PCVRPTW", "TRSP", "STRSP", "HHCRSP"}  # the others with --full
MEAN, WORST = "mean", "worst"
GAPS = {"VRPTW 100": (MEAN, 1.5), "VRPTW 200": (MEAN, 2.0), "TRSP": (WORST, 3.0), "HHCRSP": (WORST, 5.0)}  # percent
DAYS = {"day_a_60x400": 81.0, "day_b_60x400_tight": 147.4, "day_c_150x1000": 238.0}  # J in hours


@dataclass(frozen=True)
class Chosen:
    """What was asked for on the command line."""

    family: Sequence[str]
    only: str | None
    seeds: int
    share: float
    peers: bool
    full: bool


@dataclass(frozen=True)
class Row:
    """Ours (median of the seeds) and the peers' values on one instance; CPU seconds asked for and used."""

    group: str
    instance: str
    budget: float
    ours: float
    best: float | None
    unserved: int
    used: float
    compiled: float
    peers: Mapping[str, float | None] = field(default_factory=dict)
    peers_used: Mapping[str, float] = field(default_factory=dict)

    @property
    def gap(self) -> float | None:
        """Percent over the best value published; None where none is."""
        return None if self.best is None else 100 * (self.ours / self.best - 1)

    @property
    def kept(self) -> bool | None:
        """Whether a target of this very instance is kept; None where it has none."""
        if self.instance in DAYS:
            return self.ours <= DAYS[self.instance]
        known = [value for value in self.peers.values() if value is not None]
        return self.ours <= min(known) if self.group == "STRSP" and known else None

    def cells(self, names: Sequence[str]) -> list[str]:
        """A line of the table."""
        peers = [_number(self.peers.get(name)) for name in names]
        gap = "" if self.gap is None else f"{self.gap:.2f}"
        verdict = {None: "", True: "kept", False: "MISSED"}[self.kept]
        return [self.group, self.instance, f"{self.budget:g}", _number(self.ours), _number(self.best), gap,
                str(self.unserved or ""), *peers, verdict]  # fmt: skip


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def group_of(instance: Instance) -> str:
    """The family, by size where targets are by size."""
    size = len(instance.problem.jobs)
    if instance.family == "VRPTW":
        return f"VRPTW {size}"
    if instance.family == "HHCRSP":
        patients = len({job.place.key for job in instance.problem.jobs})
        return "HHCRSP" if patients <= 100 else f"HHCRSP {patients}"
    return instance.family


def warm_up(instance: Instance) -> float:
    """Compile the search for this kind of problem; CPU seconds it took."""
    began = time.process_time()
    plan(instance.problem, budget=Budget(iterations=2))
    return time.process_time() - began


def solve(instance: Instance, cpu: float, seed: int) -> tuple[Plan, float]:
    """(plan, CPU seconds used). ValueError if the checker refuses the plan."""
    began = time.process_time()
    if instance.released:
        found = dispatch_dynamic.live(instance, cpu, seed)
    else:
        found = plan(instance.problem, seed=seed, budget=cpu_budget(cpu))
    used = time.process_time() - began
    verdict = check(instance.problem, found)
    if not verdict.ok:
        raise ValueError(f"{instance.name}: the checker refuses the plan: {verdict.faults[:5]}")
    return found, used


def paths(chosen: Chosen) -> Iterator[Path]:
    """Every instance file of the data folder whose name was asked for. FileNotFoundError without that folder."""
    if not DATA.is_dir():
        raise FileNotFoundError(f"no folder {DATA}: ANXIN_SHARED names the one that holds data/dispatch")
    for folder in FOLDERS:
        for path in sorted(p for pattern in PATTERNS for p in (DATA / folder).glob(pattern)):
            if not path.name.endswith(NO_INSTANCE) and (not chosen.only or chosen.only in path.name):
                yield path


def row_of(path: Path, chosen: Chosen) -> Row | None:
    """The row of one file; None if its family was not asked for."""
    instance = read(path)
    group = group_of(instance)
    asked = chosen.family or (None if chosen.full or chosen.only else ASKED)
    if asked and not {group, instance.family} & set(asked):
        return None
    compiled, cpu = warm_up(instance), BUDGET.get(group, 30) * chosen.share
    runs = [solve(instance, cpu, seed) for seed in range(1, chosen.seeds + 1)]
    middle, used = sorted(runs, key=lambda run: run[0].cost.total)[len(runs) // 2]
    values: dict[str, float | None] = {}
    seconds: dict[str, float] = {}
    for name, peer in PEERS.get(instance.family, ()) if chosen.peers else ():
        value, seconds[name] = peer(instance.problem, cpu)
        values[name] = None if value is None else value / instance.unit
    return Row(
        group, instance.name, cpu, instance.value(middle), instance.best, len(middle.unserved), used, compiled,
        values, seconds,
    )  # fmt: skip


def table(chosen: Chosen, jobs: int, as_json: bool) -> bool:
    """Print a line per instance as it is done, then the table and the targets. Whether all targets are kept."""
    with ProcessPoolExecutor(jobs) as pool:
        rows = list(filter(None, pool.map(partial(_told, chosen=chosen, as_json=as_json), paths(chosen))))
    if not rows:
        raise ValueError("no instance of that name and family")
    if not as_json:
        print(*markdown(rows), sep="\n")
    print(*(line for line, _ in verdicts(rows)), sep="\n", flush=True)
    return all(kept for _, kept in verdicts(rows)) and not any(row.kept is False for row in rows)


def _told(path: Path, chosen: Chosen, as_json: bool) -> Row | None:
    """The row of one file, which the worker prints at once."""
    row = row_of(path, chosen)
    if row is not None:
        print(json.dumps(asdict(row)) if as_json else _progress(row), flush=True)
    return row


def _progress(row: Row) -> str:
    peers = "".join(f"  {name} {_number(v)} ({row.peers_used[name]:.1f} s)" for name, v in row.peers.items())
    gap = "" if row.gap is None else f"  gap {row.gap:.2f} %"
    return f"{row.instance}  {row.ours:.2f}{gap}  ({row.used:.1f} s, compiled in {row.compiled:.1f} s){peers}"


def markdown(rows: Sequence[Row]) -> Iterator[str]:
    """The rows as one table."""
    names = list(dict.fromkeys(name for row in rows for name in row.peers))
    head = ["kind", "instance", "CPU s", "Anxin", "best known", "gap %", "unserved", *names, "target"]
    cells = [head, *(row.cells(names) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    yield ""
    for k, line in enumerate(cells):
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        if k == 0:
            yield "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    yield ""


def verdicts(rows: Sequence[Row]) -> Iterator[tuple[str, bool]]:
    """Of each kind the mean and the greatest gap, and whether its target is kept."""
    for group in dict.fromkeys(row.group for row in rows):
        gaps = [row.gap for row in rows if row.group == group and row.gap is not None]
        if not gaps:
            continue
        found = {MEAN: sum(gaps) / len(gaps), WORST: max(gaps)}
        said, kept = "", True
        if group in GAPS:
            which, most = GAPS[group]
            kept = found[which] <= most
            said = f"; target: {which} <= {most:g} %, {'kept' if kept else 'MISSED'}"
        yield f"{group}: mean gap {found[MEAN]:.2f} %, worst {found[WORST]:.2f} % over {len(gaps)}{said}", kept
