"""Clock rows → engine input, and the engine's reading → clock rows. Nowhere else is a due time written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from anxin.domains.processes import models
from anxin.domains.processes.rulebook import Rulebook, rulebook, timeline_of, timelines
from anxin.engines import sla

PROJECTED = (
    "state", "started_at", "stopped_at", "source", "original_due_at", "due_at", "agreed_due_at", "target_at",
    "allowed_s", "kept", "kept_agreed", "ladder", "next_step_at",
)  # fmt: skip


@dataclass(frozen=True)
class RunInputs:
    """Everything the clocks of one run are read from."""

    run: models.Run
    pauses: tuple[sla.Pause, ...] = ()
    agreements: Sequence[models.Agreement] = ()

    def facts(self, clock: models.Clock, book: Rulebook) -> sla.ClockFacts:
        """One clock as the engine sees it: told promises beside those of the policy in force."""
        return sla.ClockFacts(
            clock=clock.name,
            marks=tuple(_mark(mark) for mark in clock.marks),
            promises=(*(_told(row, clock.name) for row in clock.told), *book.promised(self.run.zone)),
            facts={**self.run.facts, "order_type": self.run.order_type},
            pauses=self.pauses,
            agreements=tuple(_agreement(a) for a in self.agreements if (a.clock, a.round) == (clock.name, clock.round)),
        )


def inputs_of(run: models.Run) -> RunInputs:
    """Reads a run's pauses and agreements; no query for a run that never had any."""
    pauses = tuple(_pause(pause) for pause in run.pauses.all()) if run.paused_ever else ()
    return RunInputs(run, pauses, list(run.agreements.all()) if run.reagreed_ever else ())


def _ready(clock: models.Clock) -> None:
    """Compile the calendars of promises told under versions no longer in force."""
    unknown = {row["calendar"] for row in clock.told if row["calendar"] and row["calendar"] not in timelines()}
    for row in models.CalendarVersion.objects.filter(pk__in=unknown) if unknown else ():
        timeline_of(row.key, row.document)


def read(clock: models.Clock, inputs: RunInputs, now: datetime, book: Rulebook | None = None) -> sla.ClockState:
    """A clock by the rules of `book`, those in force unless another is tried."""
    book = book or rulebook()
    _ready(clock)
    if inputs.pauses or inputs.agreements:
        return sla.evaluate(inputs.facts(clock, book), book.rules, timelines(), seconds(now))
    run = inputs.run
    key = (clock.name, run.zone, run.order_type, repr(run.facts), repr(clock.marks), repr(clock.told))
    decided = book.decided.get(key)
    if decided is None:
        decided = sla.decide(inputs.facts(clock, book), book.rules, timelines())
        book.decided.put(key, decided)
    return decided.at(seconds(now))


def explain(clock: models.Clock, inputs: RunInputs, now: datetime) -> sla.Explanation:
    book = rulebook()
    _ready(clock)
    facts = inputs.facts(clock, book)
    return sla.explain(facts, book.rules, timelines(), seconds(now))


def project(clock: models.Clock, state: sla.ClockState) -> bool:
    """Write a reading into its row (not saved); says whether anything changed."""
    before = [getattr(clock, name) for name in PROJECTED]
    reading, course = state.reading, state.course
    clock.started_at, clock.stopped_at = moment(course.started_at), moment(course.stopped_at)
    clock.source = state.binding.source if state.binding else ""
    clock.original_due_at = moment(reading.original_due) if reading else None
    clock.due_at = moment(reading.due) if reading else None
    clock.agreed_due_at = moment(course.agreed_due)
    clock.target_at = moment(state.target)
    clock.allowed_s = reading.allowed if reading else None
    clock.kept = reading.kept if reading else None
    clock.kept_agreed = reading.kept_agreed if reading else None
    clock.ladder = [[rung.key, rung.at] for rung in reading.ladder] if reading else []
    clock.state = state_of(state)
    clock.next_step_at = _next_step(clock)
    return before != [getattr(clock, name) for name in PROJECTED]


def state_of(state: sla.ClockState) -> models.Clock.State:
    """Judged by what was last agreed with the customer; late and still running is breached already."""
    kept = None
    if state.reading:
        kept = state.reading.kept if state.reading.kept_agreed is None else state.reading.kept_agreed
        kept = None if state.course.agreed_due is not None and state.reading.kept_agreed is None else kept
    match state.phase:
        case "pending":
            return models.Clock.State.WAITING
        case "cancelled":
            return models.Clock.State.CANCELLED
        case "stopped":
            return models.Clock.State.BREACHED if kept is False else models.Clock.State.KEPT
    if kept is False:
        return models.Clock.State.BREACHED
    return models.Clock.State.PAUSED if state.phase == "paused" else models.Clock.State.RUNNING


def _next_step(clock: models.Clock) -> datetime | None:
    """When the escalation job must look again: the first rung nobody was told of."""
    if clock.stopped_at or clock.state in (models.Clock.State.CANCELLED, models.Clock.State.WAITING):
        return None
    ahead = [at for key, at in clock.ladder if key not in clock.told_steps]
    return moment(min(ahead)) if ahead else None


def seconds(at: datetime) -> int:
    return int(at.timestamp())


def instant(at: int) -> datetime:
    return datetime.fromtimestamp(at, UTC)


def moment(at: int | None) -> datetime | None:
    return None if at is None else instant(at)


def evidence(rows: Iterable[dict[str, Any]]) -> tuple[sla.Evidence, ...]:
    return tuple(sla.Evidence(str(row["kind"]), str(row["ref"])) for row in rows)


def _mark(row: dict[str, Any]) -> sla.Mark:
    return sla.Mark(sla.MarkKind(row["kind"]), row["at"], evidence(row["evidence"]))


def _pause(row: models.Pause) -> sla.Pause:
    return sla.Pause(
        key=str(row.pk),
        reason=row.reason,
        start=seconds(row.since),
        end=None if row.until is None else seconds(row.until),
        author=str(row.author_id or "system"),
        evidence=evidence(row.evidence),
        rejected=row.rejected_at is not None,
    )


def _agreement(row: models.Agreement) -> sla.Agreement:
    author = str(row.author_id or "system")
    return sla.Agreement(str(row.pk), seconds(row.at), seconds(row.due_at), author, evidence(row.evidence))


def told_row(promise: sla.Promise, due: int) -> dict[str, Any]:
    """What a clock keeps of a promise its customer was told."""
    return {
        "key": promise.key,
        "source": promise.source,
        "calendar": promise.calendar,
        "allowed_s": promise.budget,
        "due": due,
    }


def _told(row: dict[str, Any], clock: str) -> sla.Promise:
    if row["allowed_s"] is not None:
        return sla.Promise(row["key"], row["source"], clock, row["calendar"], row["allowed_s"], told=True)
    return sla.Promise(row["key"], row["source"], clock, due=row["due"], told=True)
