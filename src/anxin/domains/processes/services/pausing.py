"""Holding the clocks of a run, with evidence."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.processes import models, reading
from anxin.domains.processes.events import ClockPaused, ClockResumed, PauseRejected
from anxin.domains.processes.rulebook import rulebook
from anxin.domains.processes.services.held import Evidence, Held, hold
from anxin.kernel import clock as time
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic, sole
from anxin.kernel.errors import Conflict, Invalid, NotFound


@atomic
def pause(
    *,
    actor: Actor,
    case_id: UUID,
    reason: str,
    order_id: UUID | None = None,
    evidence: Evidence = (),
    note: str = "",
    since: datetime | None = None,
) -> models.Pause:
    """Hold a run's clocks from now on (or since an earlier moment a phone was offline at).

    A pause without the evidence its rule asks for is kept on record and counted all the same. Raises
    Invalid for an unknown reason or a time outside the run, Conflict when the reason holds it already.
    """
    held = hold(actor, case_id, order_id)
    row = begin_pause(held, reason, since or time.now(), evidence, note)
    held.settle(every_clock=True)
    return row


def begin_pause(held: Held, reason: str, since: datetime, evidence: Evidence, note: str) -> models.Pause:
    if reason not in rulebook().rules.pauses:
        raise Invalid("process.unknown_pause_reason", reason=reason)
    if not held.run.started_at <= since <= time.now():
        raise Invalid("process.pause_outside_run")
    if _open_pauses(held.run, reason).exists():
        raise Conflict("process.already_paused", reason=f"enum.pause_reason.{reason}")
    row = models.Pause.objects.create(
        run=held.run,
        reason=reason,
        since=since,
        evidence=list(evidence),
        note=note,
        author_id=held.actor.id,
        recorded_at=time.now(),
    )
    if not held.run.paused_ever:
        held.run.paused_ever = True
        held.run.save(update_fields=["paused_ever"])
    shown = [dict(item) for item in evidence]
    held.record(ClockPaused(held.run.pk, held.run.order_id, row.pk, reason, shown, believed(row)))
    return row


def believed(row: models.Pause) -> bool:
    """Whether the rules of today accept the evidence."""
    rule = rulebook().rules.pauses.get(row.reason)
    kinds = rule.evidence if rule else frozenset()
    return row.rejected_at is None and any(e.kind in kinds and e.ref for e in reading.evidence(row.evidence))


@atomic
def resume(
    *, actor: Actor, case_id: UUID, reason: str, order_id: UUID | None = None, at: datetime | None = None
) -> None:
    """End an open pause. NotFound when the reason does not hold the run."""
    held = hold(actor, case_id, order_id)
    row = sole(_open_pauses(held.run, reason))
    if row is None:
        raise NotFound
    row.until = max(at or time.now(), row.since)
    row.save(update_fields=["until"])
    held.record(ClockResumed(held.run.pk, held.run.order_id, row.pk))
    held.settle(every_clock=True)


@atomic
def pause_all(*, actor: Actor, case_id: UUID, reason: str, evidence: Evidence = (), note: str = "") -> None:
    """Hold the clocks of a case and of its open orders, which are where a visit's promises run. Raises as `pause`."""
    pause(actor=actor, case_id=case_id, reason=reason, evidence=evidence, note=note)
    for run in _orders(case_id):
        if not _open_pauses(run, reason).exists():
            pause(actor=actor, case_id=case_id, order_id=run.order_id, reason=reason, evidence=evidence, note=note)


@atomic
def resume_all(*, actor: Actor, case_id: UUID, reason: str, at: datetime | None = None) -> None:
    """End an open pause of a case and the same of its open orders. Raises as `resume`."""
    resume(actor=actor, case_id=case_id, reason=reason, at=at)
    for run in _orders(case_id):
        if _open_pauses(run, reason).exists():
            resume(actor=actor, case_id=case_id, order_id=run.order_id, reason=reason, at=at)


def _orders(case_id: UUID) -> QuerySet[models.Run]:
    return models.Run.objects.filter(case_id=case_id, order_id__isnull=False, state=models.Run.State.OPEN)


def _open_pauses(run: models.Run, reason: str) -> QuerySet[models.Pause]:
    return run.pauses.filter(reason=reason, until=None, rejected_at=None)


@atomic
def reject_pause(*, actor: Actor, pause_id: UUID, because: str) -> None:
    """Refuse a pause after the fact: its time counts. NotFound, or Conflict when it was rejected before."""
    found = models.Pause.objects.filter(pk=pause_id).select_related("run").first()
    if found is None:
        raise NotFound
    held = hold(actor, found.run.case_id, found.run.order_id, ended=True)
    row = held.run.pauses.get(pk=pause_id)
    if row.rejected_at:
        raise Conflict("process.already_rejected")
    row.rejected_at, row.rejected_by, row.rejected_because = time.now(), actor.id, because
    row.save(update_fields=["rejected_at", "rejected_by", "rejected_because"])
    held.record(PauseRejected(held.run.pk, held.run.order_id, row.pk))
    held.settle(every_clock=True)
