"""Reaching the customer and agreeing a time."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.fieldwork import progress, selectors
from anxin.domains.fieldwork.candidates import candidates
from anxin.domains.fieldwork.events import ContactLogged, WindowAgreed
from anxin.domains.fieldwork.models import ContactAttempt, Visit, WorkOrder
from anxin.domains.fieldwork.rules import Excluded, Period
from anxin.domains.fieldwork.services.assigning import lock_day
from anxin.domains.fieldwork.services.steps import lock_order, move, state_of, tell
from anxin.kernel import clock
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid
from anxin.kernel.statements import insert, prepared

REACHED = (ContactAttempt.Result.REACHED, ContactAttempt.Result.REBOOKED)


@atomic
def log_contact(
    *,
    actor: Actor,
    order_id: UUID,
    result: str,
    note: str = "",
    at: datetime | None = None,
    verb: str = "order.contact",
) -> ContactAttempt:
    """Log a call with its result. Only this stops the first-contact clock."""
    if result not in ContactAttempt.Result.values:
        raise Invalid("order.unknown_result", field="result")
    order = lock_order(actor, verb, order_id, "contact")
    attempt = insert(ContactAttempt(order=order, by=actor.id, at=at or clock.now(), result=result, note=note))
    if result in REACHED and order.status == WorkOrder.Status.ASSIGNED:
        move(order, status=WorkOrder.Status.CONTACTED)
    kind = progress.CALL_EVIDENCE[ContactAttempt.Result(result)]
    progress.satisfied(actor, order, "contacted", (kind, attempt.pk), attempt.at)
    tell(actor, order, ContactLogged(order.pk, attempt.pk, result))
    return attempt


@atomic
def agree_window(
    *,
    actor: Actor,
    order_id: UUID,
    start: datetime,
    end: datetime,
    source: str = "engineer",
    verb: str = "order.contact",
    at: datetime | None = None,
) -> Visit:
    """Agree when the engineer comes; again = re-booked. Raises Conflict when the engineer is not free then.

    A second visit for which a part is missing cannot be agreed before the part is there.
    """
    order = lock_order(actor, verb, order_id, "agree")
    visit = selectors.open_visit(order)
    if visit is None:
        raise Conflict("order.no_engineer", current=state_of(order))
    window = checked(start, end)
    lock_day(visit.engineer_id, window)
    refuse_excluded(order, visit.engineer_id, window)
    book(actor, order, visit, window, source, at)
    return visit


def checked(start: datetime, end: datetime) -> Period:
    if end <= start or end <= clock.now():
        raise Invalid("order.bad_window", field="end")
    return start, end


def refuse_excluded(order: WorkOrder, engineer_id: UUID, window: Period) -> None:
    """Raises Conflict when the law or another visit stands against; the brand's own rules were judged before."""
    found = candidates(order, window, only=engineer_id).find(engineer_id)
    if isinstance(found, Excluded) and not found.overridable:
        raise Conflict(found.reason.code, current=state_of(order), **found.reason.params)


def book(actor: Actor, order: WorkOrder, visit: Visit, window: Period, source: str, at: datetime | None = None) -> None:
    """Write the window and let the process know what was promised by whom."""
    start, end = window
    again = order.status == WorkOrder.Status.AGREED
    proof = ("customer_booked", visit.pk) if source == "customer" else _last_word(order)
    if again:
        progress.branched(actor, order, "rebooked", proof)
    move(visit, window_start=start, window_end=end)
    move(order, status=WorkOrder.Status.AGREED, window_start=start, window_end=end)
    progress.satisfied(actor, order, "window_agreed", proof, at)
    progress.promised(actor, order, end, proof, again=again)
    tell(actor, order, WindowAgreed(order.pk, visit.pk, start, end, source))


def _last_word(order: WorkOrder) -> tuple[str, UUID] | None:
    """The last call in which the customer spoke."""
    calls = _reached(order.pk)
    return (progress.CALL_EVIDENCE[ContactAttempt.Result(calls[-1].result)], calls[-1].pk) if calls else None


@prepared
def _reached(order_id: UUID) -> QuerySet[ContactAttempt]:
    return ContactAttempt.objects.filter(order_id=order_id, result__in=REACHED)
