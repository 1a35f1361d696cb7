"""Reading clocks again: when facts or policies change, and when a rung of the ladder is reached."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from uuid import UUID

from django.db.models import F, Q

from anxin.domains.processes import models, reading
from anxin.domains.processes.documents import Calendars, ClockPolicy, Promises
from anxin.domains.processes.events import ClockEscalated, FactsChanged
from anxin.domains.processes.rulebook import rulebook
from anxin.domains.processes.services.held import Held, hold
from anxin.domains.processes.services.running import start_due_clocks
from anxin.kernel import clock as time
from anxin.kernel import events, policies
from anxin.kernel.actor import SYSTEM, Actor
from anxin.kernel.db import atomic

CHUNK = 50


@atomic
def change_facts(*, actor: Actor, case_id: UUID, facts: Mapping[str, str]) -> None:
    """Put facts that promises match (tier, urgency, complexity …) beside those known of a case and its open orders.

    The clocks are replayed, and one that somebody promises only now starts where it should have.
    """
    runs = models.Run.objects.filter(case_id=case_id)
    reached = runs.filter(Q(order_id=None) | Q(state=models.Run.State.OPEN))
    for order_id in reached.order_by(F("order_id").asc(nulls_first=True)).values_list("order_id", flat=True):
        _change(hold(actor, case_id, order_id, ended=True), facts)


def _change(held: Held, facts: Mapping[str, str]) -> None:
    if all(held.run.facts.get(name) == value for name, value in facts.items()):
        return
    held.run.facts = {**held.run.facts, **facts}
    held.run.save(update_fields=["facts"])
    held.record(FactsChanged(held.run.pk, held.run.order_id, dict(facts)))
    start_due_clocks(held)
    held.settle(every_clock=True)


def replay_changed() -> int:
    """After a policy changed, replay every open run in chunks; returns how many runs. Safe to run twice."""
    stamps = {kind.kind: _stamp(kind) for kind in (Promises, ClockPolicy, Calendars)}
    known = dict(models.Replayed.objects.values_list("kind", "stamp"))
    if known == stamps:
        return 0
    ids = list(models.Run.objects.filter(state=models.Run.State.OPEN).order_by("pk").values_list("pk", flat=True))
    if known:  # on the first look there is nothing that was read by other rules
        for start in range(0, len(ids), CHUNK):
            _replay(ids[start : start + CHUNK])
    with atomic():
        for kind, stamp in stamps.items():
            models.Replayed.objects.update_or_create(pk=kind, defaults={"stamp": stamp})
    return len(ids) if known else 0


def _stamp(kind: type[policies.Policy]) -> str:
    return hashlib.sha256(policies.current(kind).model_dump_json().encode()).hexdigest()


@atomic
def _replay(run_ids: list[UUID]) -> None:
    runs = models.Run.objects.select_for_update().filter(pk__in=run_ids, state=models.Run.State.OPEN)
    for run in runs.order_by("pk"):
        hold(SYSTEM, run.case_id, run.order_id).settle(every_clock=True)


def escalate_due(limit: int = 500) -> int:
    """Tell each rung whose instant has come, once; returns how many were told.

    A clock that stands as breached though its target lies ahead was read while the host's clock was wrong: it is read
    again.
    """
    now, clocks = time.now(), models.Clock.objects.values_list("pk", flat=True)
    due = clocks.filter(next_step_at__lte=now).order_by("next_step_at")[:limit]
    early = clocks.filter(state=models.Clock.State.BREACHED, stopped_at=None, target_at__gt=now)[:limit]
    return sum(_escalate(clock_id) for clock_id in dict.fromkeys([*due, *early]))


@atomic
def _escalate(clock_id: UUID) -> int:
    clock = models.Clock.objects.select_for_update().select_related("run").get(pk=clock_id)
    run, now = clock.run, time.now()
    state = reading.read(clock, reading.inputs_of(run), now)
    rungs = state.reading.ladder if state.reading and state.course.stopped_at is None else ()
    fired = [rung for rung in rungs if rung.fired and rung.key not in clock.told_steps]
    clock.told_steps = [*clock.told_steps, *(rung.key for rung in fired)]
    reading.project(clock, state)
    clock.save(update_fields=["told_steps", *reading.PROJECTED])
    policy = rulebook().clocks
    for rung in fired:
        tell, due = policy.tells(clock.name, rung.key), clock.target_at
        assert due is not None, "a clock with a ladder has a target"
        told = ClockEscalated(clock.pk, run.order_id, clock.name, rung.key, tell, due)
        events.record(told, actor=SYSTEM, subject=(run.subject_type, run.subject_id), case_id=run.case_id)
    return len(fired)
