"""Pure decisions about processes: what a type consists of, what may come next, at which stage a case stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from anxin.domains.processes.documents import BranchDoc, CheckDoc, ClockDoc, Definitions, Part, TypeDoc

StageState = Literal["done", "current", "ahead", "skipped"]


class Process(Part):
    """One order type's process, flattened out of `Definitions`: what a run keeps."""

    order_type: str
    stages: tuple[str, ...]
    checks: tuple[CheckDoc, ...]
    clocks: tuple[ClockDoc, ...]
    branches: tuple[BranchDoc, ...]
    leads_to: tuple[str, ...]

    def check(self, code: str) -> CheckDoc | None:
        return next((check for check in self.checks if check.code == code), None)

    def branch(self, code: str) -> BranchDoc | None:
        return next((branch for branch in self.branches if branch.code == code), None)


def process_of(definitions: Definitions, order_type: str) -> Process:
    """The process of an order type. Raises KeyError for an unknown one."""
    kind = next((t for t in definitions.types if t.code == order_type), None)
    if kind is None:
        raise KeyError(order_type)
    return Process(
        order_type=order_type,
        stages=definitions.stages,
        checks=tuple(_checks(definitions, kind)),
        clocks=(*definitions.clocks, *kind.clocks),
        branches=definitions.branches,
        leads_to=kind.leads_to,
    )


def _checks(definitions: Definitions, kind: TypeDoc) -> list[CheckDoc]:
    kept = [check for check in (*definitions.checks, *kind.checks) if check.code not in kind.skips]
    return [c.model_copy(update={"required": True}) if c.code in kind.requires else c for c in kept]


def missing(process: Process, level: str, done: Collection[str]) -> list[str]:
    """Required checks of a level not yet satisfied, in the order of the process."""
    return [c.code for c in process.checks if c.level == level and c.required and c.code not in done]


def unmet_needs(check: CheckDoc, done: Collection[str]) -> list[str]:
    return [need for need in check.needs if need not in done]


def branch_refused(branch: BranchDoc, done: Collection[str]) -> str:
    """The code of why a branch cannot be taken now, or ""."""
    if branch.after and not all(code in done for code in branch.after):
        return "process.branch_too_early"
    if any(code in done for code in branch.until):
        return "process.branch_too_late"
    return ""


def own_stage(process: Process, level: str, done: Collection[str]) -> int:
    """Index of the first stage with a required check of this level missing; their number when none is."""
    places = {stage: place for place, stage in enumerate(process.stages)}
    left = [places[c.stage] for c in process.checks if c.level == level and c.required and c.code not in done]
    return min(left, default=len(process.stages))


@dataclass(frozen=True, slots=True)
class OwnStanding:
    """What one run has passed by itself: a case, or an order of it (`open` or ended)."""

    is_case: bool
    open: bool
    stage: int


def case_stage(process: Process, runs: Sequence[OwnStanding]) -> str:
    """The case's current stage, as `stages` tells it, from the runs' own standings; the last once all are passed."""
    places = {stage: place for place, stage in enumerate(process.stages)}
    case = next(run.stage for run in runs if run.is_case)
    orders = [run.stage for run in runs if not run.is_case and run.open]
    index = min([case, *orders])
    solved = process.check("solved")
    if not orders and solved is not None and case <= places[solved.stage]:
        only_orders = (place for stage, place in places.items() if _levels(process, stage) == {"order"})
        index = min([index, *only_orders])
    return process.stages[min(index, len(process.stages) - 1)]


def _levels(process: Process, stage: str) -> set[str]:
    return {check.level for check in process.checks if check.stage == stage and check.required}


@dataclass(frozen=True, slots=True)
class Stage:
    """A customer-visible stage: when it was passed, whether it is passed, current, ahead or was not needed."""

    code: str
    state: StageState
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Passed:
    """One run's checks: its process, its level, and when each was satisfied."""

    process: Process
    level: str
    done: Mapping[str, datetime]


def stages(runs: Sequence[Passed]) -> tuple[Stage, ...]:
    """The case's stages: that of its least advanced open run is the current one.

    `runs`: the case first, then its open orders. Without an order the stages only orders have are skipped once
    the case is solved (remote solution).
    """
    case = runs[0]
    left = {stage: _missing_at(stage, runs) for stage in case.process.stages}
    current = next((stage for stage, codes in left.items() if codes), "")
    found: list[Stage] = []
    for stage in case.process.stages:
        at = max((at for run in runs for code, at in run.done.items() if _stage(run, code) == stage), default=None)
        if stage == current:
            found.append(Stage(stage, "current", None))
        elif any(s.state == "current" for s in found):
            found.append(Stage(stage, "ahead", None))
        else:
            found.append(Stage(stage, "done" if at else "skipped", at))
    return tuple(found)


def _missing_at(stage: str, runs: Sequence[Passed]) -> list[str]:
    solved_without_order = len(runs) == 1 and "solved" in runs[0].done
    levels = {run.level for run in runs}
    codes = [
        check.code
        for run in runs
        for check in run.process.checks
        if check.stage == stage and check.level == run.level and check.required and check.code not in run.done
    ]
    if not codes and "order" not in levels and not solved_without_order and _only_orders(stage, runs[0]):
        return ["order"]
    return codes


def _only_orders(stage: str, case: Passed) -> bool:
    """Whether only work orders pass this stage, so that a case without one cannot have passed it."""
    return _levels(case.process, stage) == {"order"}


def _stage(run: Passed, code: str) -> str:
    check = run.process.check(code)
    return check.stage if check else ""
