"""The course of a clock: its facts in order of time, each believed or refused with a reason.

Time does not count while a believed pause runs, up to its cap, nor while a stopped clock stood before it
was reopened.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from anxin.engines.sla.facts import ClockFacts, ClockRules, Mark, MarkKind, Pause, PauseRule, shows
from anxin.engines.sla.track import Stretches


@dataclass(frozen=True, slots=True)
class Hold:
    """`[start, end)` does not count: `pause` says why, or the clock stood stopped."""

    start: int
    end: int
    pause: Pause | None = None

    @property
    def code(self) -> Literal["paused", "stood_stopped"]:
        return "paused" if self.pause else "stood_stopped"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A fact, or the rest of a pause beyond its cap, that was not believed: it changes nothing."""

    code: str
    at: int
    key: str = ""
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """The facts after replay. `gaps` is the union of the holds: disjoint, in order."""

    started_at: int | None
    stopped_at: int | None
    cancelled_at: int | None
    holds: tuple[Hold, ...]
    gaps: Stretches
    agreed_due: int | None
    refusals: tuple[Refusal, ...]


def replay(facts: ClockFacts, rules: ClockRules) -> Course:
    """Late arrivals sort in where they happened; the order in which facts were recorded plays no part."""
    refusals: list[Refusal] = []
    started, stopped, cancelled, stood = _replay_marks(facts, rules, refusals)
    holds = (*stood, *_replay_pauses(facts, rules, refusals))
    agreed = _replay_agreements(facts, rules, refusals)
    return Course(started, stopped, cancelled, holds, union(holds), agreed, tuple(refusals))


def _replay_marks(
    facts: ClockFacts, rules: ClockRules, refusals: list[Refusal]
) -> tuple[int | None, int | None, int | None, list[Hold]]:
    """(started, stopped, cancelled, stretches it stood stopped); cancelling ends the story."""
    started = stopped = None
    stood: list[Hold] = []
    for mark in sorted(facts.marks, key=_in_order):
        if code := _doubt_mark(mark, facts.clock, rules, started, stopped):
            refusals.append(Refusal(code, mark.at))
        elif mark.kind is MarkKind.STARTED:
            started = mark.at
        elif mark.kind is MarkKind.STOPPED:
            stopped = mark.at
        elif mark.kind is MarkKind.REOPENED and stopped is not None:
            stood.append(Hold(stopped, mark.at))
            stopped = None
        else:
            return started, stopped, mark.at, stood
    return started, stopped, None, stood


ORDER = {kind: place for place, kind in enumerate(MarkKind)}


def _in_order(mark: Mark) -> tuple[int, int]:
    return (mark.at, ORDER[mark.kind])


def _doubt_mark(mark: Mark, clock: str, rules: ClockRules, started: int | None, stopped: int | None) -> str:
    """The code of the reason not to believe the mark, or ""."""
    match mark.kind:
        case MarkKind.STARTED if started is not None:
            return "restart_ignored"
        case MarkKind.STOPPED if stopped is not None:
            return "already_stopped"
        case MarkKind.STOPPED if clock in rules.stop_evidence:
            return "" if shows(mark.evidence, rules.stop_evidence[clock]) else "stop_without_evidence"
        case MarkKind.REOPENED if stopped is None:
            return "not_stopped"
        case MarkKind.CANCELLED if stopped is not None:
            return "already_stopped"
    return ""


def _replay_pauses(facts: ClockFacts, rules: ClockRules, refusals: list[Refusal]) -> list[Hold]:
    """Believed pauses, each cut at its cap and at what is left of its reason's total."""
    holds: list[Hold] = []
    used: dict[str, int] = {}
    for pause in sorted(facts.pauses, key=lambda pause: (pause.start, pause.key)):
        rule = rules.pauses.get(pause.reason)
        code = _doubt_pause(pause, facts.clock, rule)
        if code or rule is None:
            refusals.append(Refusal(code, pause.start, pause.key, pause.end))
            continue
        cut = pause.start + min(rule.cap, rule.total - used.get(pause.reason, 0))
        end = cut if pause.end is None else min(pause.end, cut)
        used[pause.reason] = used.get(pause.reason, 0) + end - pause.start
        holds += [Hold(pause.start, end, pause)] if end > pause.start else []
        if pause.end is None or pause.end > cut:
            refusals.append(Refusal("pause_cap", cut, pause.key, pause.end))
    return holds


def _doubt_pause(pause: Pause, clock: str, rule: PauseRule | None) -> str:
    """The code of the first rule the pause breaks, or ""."""
    if rule is None:
        return "pause_reason_unknown"
    if clock not in rule.clocks:
        return "pause_not_for_clock"
    if pause.rejected:
        return "pause_rejected"
    if not pause.author or (pause.end is not None and pause.end < pause.start):
        return "pause_incomplete"
    return "" if shows(pause.evidence, rule.evidence) else "pause_without_evidence"


def _replay_agreements(facts: ClockFacts, rules: ClockRules, refusals: list[Refusal]) -> int | None:
    """The due time of the latest agreement that names its author and its evidence."""
    due = None
    for agreement in sorted(facts.agreements, key=lambda agreement: (agreement.at, agreement.key)):
        if agreement.author and shows(agreement.evidence, rules.agreement_evidence):
            due = agreement.due
        else:
            refusals.append(Refusal("agreement_without_evidence", agreement.at, agreement.key))
    return due


def union(holds: Iterable[Hold]) -> list[tuple[int, int]]:
    """The holds as disjoint stretches in order."""
    merged: list[tuple[int, int]] = []
    for hold in sorted(holds, key=lambda hold: (hold.start, hold.end)):
        if merged and hold.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], hold.end))
        else:
            merged.append((hold.start, hold.end))
    return merged


def ended_now(holds: Sequence[Hold], now: int) -> list[Hold]:
    """The holds as if every pause still open were ended at `now`."""
    return [
        hold if hold.pause is None or hold.pause.end is not None else Hold(hold.start, min(hold.end, now), hold.pause)
        for hold in holds
        if hold.start < now or hold.pause is None or hold.pause.end is not None
    ]
