"""The end of a visit: done, or not done and then a return visit that is already filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.assets import public as assets
from anxin.domains.fieldwork import progress, selectors
from anxin.domains.fieldwork.events import PartsArrived, ReturnVisitPlanned, VisitCompleted, VisitFailed
from anxin.domains.fieldwork.models import ChecklistItem, ContactAttempt, Visit, WorkOrder
from anxin.domains.fieldwork.policies import Completion
from anxin.domains.fieldwork.services.assigning import new_visit
from anxin.domains.fieldwork.services.steps import lock_order, lock_visit, move, tell
from anxin.kernel import clock, policies
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid
from anxin.kernel.i18n import Reason
from anxin.kernel.statements import prepared

FAILED = frozenset(
    {
        Visit.Outcome.PART_MISSING,
        Visit.Outcome.NOBODY_HOME,
        Visit.Outcome.CUSTOMER_REFUSED,
        Visit.Outcome.NEEDS_HIGHER_LEVEL,
        Visit.Outcome.UNSAFE,
    }
)
SAME_ENGINEER = frozenset({Visit.Outcome.PART_MISSING, Visit.Outcome.NOBODY_HOME})


@atomic
def complete(
    *, actor: Actor, visit_id: UUID, unsigned_reason: str = "", note: str = "", at: datetime | None = None
) -> WorkOrder:
    """The work is done. Raises Conflict naming what is still missing (checklist, cause, coverage, signature)."""
    visit = lock_visit(actor, visit_id, "work")
    order, now = visit.order, at or clock.now()
    lacking = list(missing(visit, unsigned_reason))
    if lacking:
        raise Conflict("order.not_complete", current={"missing": lacking}, missing=len(lacking))
    move(
        visit,
        status=Visit.Status.FINISHED,
        outcome=Visit.Outcome.COMPLETED,
        finished_at=now,
        ended_at=now,
        unsigned_reason=unsigned_reason,
        note=note,
    )
    move(order, status=WorkOrder.Status.COMPLETED, completed_at=now)
    progress.completed(actor, order, ("visit", visit.pk), now)
    _into_history(visit)
    done = VisitCompleted(order.pk, visit.pk, order.ticket_id, visit.engineer_id, order.order_type, order.cause)
    tell(actor, order, done)
    return order


def _into_history(visit: Visit) -> None:
    """The unit's own life: serviced, and each part replaced."""
    order = visit.order
    if order.unit_id is None:
        return
    done = Reason("order.serviced", {"number": order.number, "type": f"enum.order_type.{order.order_type}"})
    assets.note_history(unit_id=order.unit_id, kind="serviced", detail=done, case_id=order.case_id)
    for line in visit.parts.all():
        part = Reason("order.part_replaced", {"part": line.code, "quantity": line.quantity})
        assets.note_history(unit_id=order.unit_id, kind="part_replaced", detail=part, case_id=order.case_id)


@prepared
def _unticked(visit_id: UUID) -> QuerySet[ChecklistItem, str]:
    rows = ChecklistItem.objects.filter(visit_id=visit_id, required=True, done_at=None)
    return rows.order_by("position").values_list("code", flat=True)


@prepared
def _contacts(order_id: UUID) -> QuerySet[ContactAttempt, UUID]:
    return ContactAttempt.objects.filter(order_id=order_id).values_list("id", flat=True)


def missing(visit: Visit, unsigned_reason: str = "") -> Iterator[str]:
    """Codes of what stands between this visit and its completion: `check:<line>`, contact,
    cause, coverage, signature."""
    for code in _unticked(visit.pk):
        yield f"check:{code}"
    policy = policies.current(Completion)
    order = visit.order
    if not _contacts(order.pk):
        yield "contact"
    if order.order_type in policy.cause_for and not order.cause:
        yield "cause"
    if order.order_type in policy.coverage_for and not visit.covered:
        yield "coverage"
    if selectors.signature(visit.pk) is None and unsigned_reason not in policy.unsigned_reasons:
        yield "signature"


@atomic
def cannot_complete(
    *,
    actor: Actor,
    visit_id: UUID,
    reason: str,
    parts: Sequence[str] = (),
    note: str = "",
    at: datetime | None = None,
) -> Visit | None:
    """The work is not done. Returns the return visit, filled in: same engineer, and what to bring.

    A refusal, a danger or a missing level gives the order back to the outlet's desk instead (None).
    """
    if reason not in FAILED:
        raise Invalid("order.unknown_reason", field="reason")
    if (reason == Visit.Outcome.PART_MISSING) != bool(parts):
        raise Invalid("order.parts_needed", field="parts")
    visit = lock_visit(actor, visit_id, "cannot")
    if parts and visit.arrived_at is None:
        raise Conflict("order.not_arrived")
    order, now = visit.order, at or clock.now()
    was_on_site = visit.arrived_at is not None
    move(visit, status=Visit.Status.FINISHED, outcome=reason, finished_at=now, ended_at=now, note=note)
    tell(actor, order, VisitFailed(order.pk, visit.pk, reason, list(parts), note))
    if parts:
        progress.branched(actor, order, "waiting_part", ("part_order", visit.pk))
    progress.branched(actor, order, "second_visit" if was_on_site else "no_show")
    if reason not in SAME_ENGINEER:
        move(order, status=WorkOrder.Status.ACCEPTED, window_start=None, window_end=None)
        return None
    return _plan_return(actor, order, visit, parts)


def _plan_return(actor: Actor, order: WorkOrder, visit: Visit, parts: Sequence[str]) -> Visit:
    why = Reason("order.return_visit", {"reason": f"enum.outcome.{visit.outcome}"})
    again = new_visit(actor, order, visit.engineer_id, follows=visit, needs=list(parts), reasons=(why,))
    if parts:
        move(order, status=WorkOrder.Status.WAITING_PART)
    tell(actor, order, ReturnVisitPlanned(order.pk, again.pk, visit.pk))
    return again


@atomic
def parts_arrived(*, actor: Actor, order_id: UUID) -> WorkOrder:
    """The missing parts are in hand: only now can the return visit be booked."""
    order = lock_order(actor, "order.assign", order_id, "parts_arrived")
    move(order, status=WorkOrder.Status.ASSIGNED)
    progress.resumed(actor, order, "waiting_part")
    tell(actor, order, PartsArrived(order.pk))
    return order
