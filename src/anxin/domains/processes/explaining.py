"""A clock explained, as its screen shows it: promises considered, intervals, pauses, ladder, doubts."""

from __future__ import annotations

from datetime import datetime

from ninja import Schema
from pydantic import BaseModel

from anxin.domains.processes import models, reading
from anxin.domains.processes.cards import ClockCard
from anxin.domains.processes.rulebook import rulebook
from anxin.domains.processes.selectors import clock_card
from anxin.domains.processes.services.pausing import believed
from anxin.engines import sla
from anxin.kernel import clock as time
from anxin.kernel.i18n import t


class Told(Schema):
    code: str
    text: str


class PromiseRow(Schema):
    """One promise considered. `value` = minutes allowed, None for an instant."""

    key: str
    source: str
    source_name: str
    said: str
    minutes: int | None
    value: str | None
    due_at: datetime | None
    binds: bool
    told: bool
    reason: Told


class IntervalRow(Schema):
    start: datetime
    end: datetime
    seconds: int
    counted: bool
    why: Told
    evidence: str | None


class PauseRow(Schema):
    id: str
    since: datetime
    until: datetime | None
    reason: str
    reason_name: str
    evidence: list[dict[str, str]]
    author: str | None
    accepted: bool
    cap_at: datetime | None
    rejected_because: str


class RungRow(Schema):
    key: str
    at: datetime
    share: int | None
    who: str
    fired: bool


class ClockFace(BaseModel):
    """A clock as every screen shows it."""

    id: str
    name: str
    title: str
    round: int
    order_id: str | None
    state: str
    source: str
    started_at: datetime | None
    stopped_at: datetime | None
    told_due_at: datetime | None
    due_at: datetime | None
    agreed_due_at: datetime | None
    target_at: datetime | None
    used_s: int
    allowed_s: int
    remaining_s: int
    late_s: int
    paused_reason: str | None


class ClockExplained(Schema):
    clock: ClockFace
    promises: list[PromiseRow]
    intervals: list[IntervalRow]
    pauses: list[PauseRow]
    escalations: list[RungRow]
    doubts: list[Told]
    warnings: list[Told]
    if_resumed_at: datetime | None
    used_s: int
    allowed_s: int
    stored_due_agrees: bool
    events: int


def face(card: ClockCard, lang: str) -> ClockFace:
    paused = t(f"enum.pause_reason.{card.paused_reason}", lang) if card.paused_reason else None
    return ClockFace(
        id=str(card.id),
        name=card.name,
        title=t(f"enum.clock.{card.name}", lang),
        round=card.round,
        order_id=str(card.order_id) if card.order_id else None,
        state=card.state,
        source=card.source,
        started_at=card.started_at,
        stopped_at=card.stopped_at,
        told_due_at=card.told_due_at,
        due_at=card.due_at,
        agreed_due_at=card.agreed_due_at,
        target_at=card.target_at,
        used_s=card.used_s,
        allowed_s=card.allowed_s,
        remaining_s=card.allowed_s - card.used_s,
        late_s=card.late_s,
        paused_reason=paused,
    )


def explained(clock: models.Clock, lang: str, *, events: int) -> ClockExplained:
    """`clock` with its run's inputs prefetched; `events` = how many of the ledger its case has."""
    now = time.now()
    found = reading.explain(clock, reading.inputs_of(clock.run), now)
    card = clock_card(clock, now)
    pauses = {str(pause.pk): pause for pause in clock.run.pauses.all()}
    resumed = found.state.reading.due_if_resumed if found.state.phase == "paused" and found.state.reading else None
    return ClockExplained(
        clock=face(card, lang),
        promises=[_promise(verdict, lang) for verdict in found.verdicts],
        intervals=[_interval(interval, pauses, lang) for interval in found.intervals],
        pauses=[_pause(pause, lang) for pause in pauses.values()],
        escalations=_rungs(clock, found.state, lang),
        doubts=[_words(refusal.code, lang) for refusal in found.refusals],
        warnings=[_words(code, lang, str(y)) for y, code in found.state.reading.unsure_years]
        if found.state.reading
        else [],
        if_resumed_at=reading.moment(resumed),
        used_s=card.used_s,
        allowed_s=card.allowed_s,
        stored_due_agrees=clock.target_at == reading.moment(found.state.target),
        events=events,
    )


def _words(code: str, lang: str, name: str = "") -> Told:
    return Told(code=code, text=sla.say(code, "en" if lang == "en" else "zh", name))


def _promise(verdict: sla.Verdict, lang: str) -> PromiseRow:
    promise = verdict.promise
    minutes = promise.budget // 60 if promise.budget is not None else None
    said = t(f"enum.clock.{promise.clock}", lang)
    return PromiseRow(
        key=promise.key,
        source=promise.source,
        source_name=t(f"enum.promise_source.{promise.source}", lang),
        said=said,
        minutes=minutes,
        value=None if minutes is None else t("process.within", lang, clock=said, time=_minutes(minutes, lang)),
        due_at=reading.moment(verdict.due),
        binds=verdict.outcome == "binds",
        told=promise.told,
        reason=_words(verdict.outcome, lang),
    )


def _minutes(minutes: int, lang: str) -> str:
    """90 → "1:30"."""
    return f"{minutes // 60}:{minutes % 60:02d}" if minutes >= 60 else t("process.minutes", lang, n=minutes)


def _interval(interval: sla.Interval, pauses: dict[str, models.Pause], lang: str) -> IntervalRow:
    pause = pauses.get(interval.key)
    name = t(f"enum.pause_reason.{pause.reason}", lang) if pause else interval.name
    evidence = ", ".join(str(item["ref"]) for item in pause.evidence) if pause else ""
    return IntervalRow(
        start=reading.instant(interval.start),
        end=reading.instant(interval.end),
        seconds=interval.seconds,
        counted=interval.counted,
        why=_words(interval.code, lang, name),
        evidence=evidence or None,
    )


def _pause(pause: models.Pause, lang: str) -> PauseRow:
    rule = rulebook().rules.pauses.get(pause.reason)
    cap_at = reading.instant(reading.seconds(pause.since) + rule.cap) if rule else None
    return PauseRow(
        id=str(pause.pk),
        since=pause.since,
        until=pause.until,
        reason=pause.reason,
        reason_name=t(f"enum.pause_reason.{pause.reason}", lang),
        evidence=pause.evidence,
        author=str(pause.author_id) if pause.author_id else None,
        accepted=believed(pause),
        cap_at=cap_at,
        rejected_because=pause.rejected_because,
    )


def _rungs(clock: models.Clock, state: sla.ClockState, lang: str) -> list[RungRow]:
    if state.reading is None:
        return []
    policy = rulebook().clocks
    shares = {step.key: step.percent for step in rulebook().rules.ladder.get(clock.name, ())}
    rows = []
    for rung in state.reading.ladder:
        at, role = reading.instant(rung.at), policy.tells(clock.name, rung.key)
        who = t(f"enum.role.{role}", lang)
        rows.append(RungRow(key=rung.key, at=at, share=shares.get(rung.key), who=who, fired=rung.fired))
    return rows
