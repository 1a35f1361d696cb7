"""Taking a branch back: the run stands again where it stood before it was left."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from anxin.domains.processes import models, reading
from anxin.domains.processes.events import BranchTakenBack
from anxin.domains.processes.services.held import Done, hold
from anxin.engines import sla
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict


@atomic
def take_branch_back(*, actor: Actor, case_id: UUID, code: str, at: datetime, order_id: UUID | None = None) -> None:
    """Undo a branch taken a moment ago, at `at`: what it undid holds again, what it called off runs on.

    Raises Conflict for a branch that paused clocks or began rounds, for these may have been told.
    """
    held = hold(actor, case_id, order_id, ended=True)
    doc = held.process.branch(code)
    if doc is None or doc.pause or doc.rounds or doc.reopens:
        raise Conflict("process.branch_stays", branch=f"enum.branch.{code}")
    restored = models.Check.objects.filter(run=held.run, undone_at=at)
    held.done |= {check.code: Done(check.pk, check.at) for check in restored}
    codes = [check.code for check in restored]
    restored.update(undone_at=None)
    called_off = {"kind": sla.MarkKind.CANCELLED, "at": reading.seconds(at), "evidence": []}
    for clock in held.clocks:
        if called_off in clock.marks:
            clock.marks = [mark for mark in clock.marks if mark != called_off]
            held.marked.add(clock.pk)
    if doc.ends:
        held.run.state, held.run.ended_at = models.Run.State.OPEN, None
    held.record(BranchTakenBack(held.run.pk, order_id, code, codes))
    held.settle(restate=True)
