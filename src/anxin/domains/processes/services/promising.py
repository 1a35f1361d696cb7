"""What people tell customers: promises, and new times the customer agreed to."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from anxin.domains.processes import models, reading
from anxin.domains.processes.events import PromiseGiven, TimeReagreed
from anxin.domains.processes.services.held import Evidence, Held, hold
from anxin.engines import sla
from anxin.kernel import clock as time
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic, store
from anxin.kernel.errors import Invalid


@atomic
def promise(
    *,
    actor: Actor,
    case_id: UUID,
    clock: str,
    by_when: datetime,
    words: str = "",
    order_id: UUID | None = None,
) -> models.Promise:
    """Record that the actor told the customer a time. The caller has checked capacity and stock before.

    Raises Invalid for a time already past or a clock the run does not have.
    """
    held = hold(actor, case_id, order_id)
    found = _clock(held, clock)
    if by_when <= time.now():
        raise Invalid("process.promise_in_the_past")
    row = store(
        models.Promise(
            run=held.run,
            clock=found.name,
            round=found.round,
            key=f"told-{actor.kind}",
            source="person",
            by_kind=actor.kind,
            by_id=actor.id,
            by_name=actor.name,
            words=words,
            due_at=by_when,
            told_at=time.now(),
        )
    )
    told = sla.Promise(row.key, row.source, clock, due=reading.seconds(by_when), told=True)
    found.told = [*found.told, reading.told_row(told, reading.seconds(by_when))]
    held.marked.add(found.pk)
    held.record(PromiseGiven(row.pk, order_id, clock, row.source, by_when))
    held.settle()
    return row


@atomic
def agree(
    *,
    actor: Actor,
    case_id: UUID,
    clock: str,
    due_at: datetime,
    evidence: Evidence,
    order_id: UUID | None = None,
) -> models.Agreement:
    """Record the new time the customer agreed to (改约); original and new are both judged.

    Without evidence of the customer's own word it is on record and changes nothing. Raises Invalid as `promise`.
    """
    held = hold(actor, case_id, order_id)
    found = _clock(held, clock)
    if due_at <= time.now():
        raise Invalid("process.promise_in_the_past")
    row = models.Agreement.objects.create(
        run=held.run,
        clock=found.name,
        round=found.round,
        at=time.now(),
        due_at=due_at,
        evidence=list(evidence),
        author_id=actor.id,
    )
    if not held.run.reagreed_ever:
        held.run.reagreed_ever = True
        held.run.save(update_fields=["reagreed_ever"])
    held.marked.add(found.pk)
    held.record(TimeReagreed(held.run.pk, order_id, clock, due_at))
    held.settle()
    return row


def _clock(held: Held, name: str) -> models.Clock:
    """The clock's running round, else its last."""
    rounds = [clock for clock in held.clocks if clock.name == name]
    if not rounds:
        raise Invalid("process.unknown_clock", clock=name)
    return max(rounds, key=lambda clock: clock.round)
