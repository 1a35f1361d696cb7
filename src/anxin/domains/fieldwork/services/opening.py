"""The beginning and the end of an order."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.assets import public as assets
from anxin.domains.fieldwork import progress
from anxin.domains.fieldwork.events import OrderCancelled, OrderClosed, OrderReopened, WorkOrderOpened
from anxin.domains.fieldwork.models import Offer, Visit, WorkOrder
from anxin.domains.fieldwork.models.orders import ENDED_ORDERS
from anxin.domains.fieldwork.policies import Dispatch
from anxin.domains.fieldwork.services import access
from anxin.domains.fieldwork.services.ending import end_visit, give_back
from anxin.domains.fieldwork.services.offering import offer_next
from anxin.domains.fieldwork.services.steps import lock_order, move, tell
from anxin.domains.tickets import public as tickets
from anxin.kernel import clock, policies
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid
from anxin.kernel.statements import insert, prepared

_DONE = (*ENDED_ORDERS, WorkOrder.Status.COMPLETED)


@atomic
def open_order(*, actor: Actor, ticket_id: UUID, order_type: str | None = None, note: str = "") -> WorkOrder:
    """Open a work order for a ticket and offer it to the first outlet that may and can.

    Raises NotFound outside the actor's reach, Invalid for a question, Conflict when the ticket has ended or an order
    of that type is open.
    """
    ticket = tickets.lock(actor, ticket_id)
    if ticket.status not in {"open", "waiting"}:
        raise Conflict("order.ticket_ended")
    wanted = order_type or ticket.order_type
    if wanted == tickets.QUESTION:
        raise Invalid("order.question_needs_no_visit", field="order_type")
    earlier = _of_ticket(ticket_id)
    if any(row.order_type == wanted and row.status not in _DONE for row in earlier):
        raise Conflict("order.already_open")
    order = _create(ticket, wanted, note, len(earlier) + 1)
    progress.opened(actor, order)
    tell(actor, order, WorkOrderOpened(order.pk, ticket_id, order.number, wanted, note))
    offer_next(actor, order)
    return order


@prepared
def _of_ticket(ticket_id: UUID) -> QuerySet[WorkOrder]:
    return WorkOrder.objects.filter(ticket_id=ticket_id)


def _create(ticket: tickets.TicketContext, order_type: str, note: str, count: int) -> WorkOrder:
    policy = policies.current(Dispatch, scope={"category": ticket.category, "order_type": order_type})
    return insert(
        WorkOrder(
            number=f"W{ticket.number}-{count}",
            ticket_id=ticket.id,
            case_id=ticket.case_id,
            customer_id=ticket.customer_id,
            household_id=ticket.household_id,
            unit_id=ticket.unit_id,
            org_id=ticket.org_id,
            order_type=order_type,
            category=ticket.category,
            high_end=ticket.unit_id is not None and assets.unit_card(ticket.unit_id).product.high_end,
            minutes=policy.minutes.get(order_type, policy.default_minutes),
            urgent=ticket.urgency == "urgent",
            note=note,
            opened_at=clock.now(),
        )
    )


@atomic
def cancel_order(*, actor: Actor, order_id: UUID, reason: str) -> WorkOrder:
    """End an order that shall not be done."""
    order = lock_order(actor, "order.cancel", order_id, "cancel")
    end_visit(order, Visit.Outcome.CANCELLED)
    give_back(order, Offer.Answer.WITHDRAWN)
    move(order, status=WorkOrder.Status.CANCELLED, closed_at=clock.now())
    progress.branched(actor, order, "cancelled", at=order.closed_at)
    tell(actor, order, OrderCancelled(order.pk, reason))
    access.end_later(order)
    return order


@atomic
def close_order(*, actor: Actor, order_id: UUID) -> WorkOrder:
    """The completion review has passed: the order is closed, and access ends later. The caller checked the right."""
    order = lock_order(actor, "order.see", order_id, "close")
    move(order, status=WorkOrder.Status.CLOSED, closed_at=clock.now())
    progress.ended(actor, order)
    tell(actor, order, OrderClosed(order.pk, order.ticket_id))
    access.end_later(order)
    return order


@atomic
def reopen_order(*, actor: Actor, order_id: UUID, reason: str) -> WorkOrder:
    """The review was refused: back to the outlet, which sends somebody again. The caller checked the right."""
    order = lock_order(actor, "order.see", order_id, "reopen")
    unset = dict.fromkeys(("completed_at", "closed_at", "window_start", "window_end"))
    move(order, status=WorkOrder.Status.ACCEPTED, **unset)
    progress.branched(actor, order, "review_failed")
    access.give_outlet(order, order.outlet_id)  # after a closing it would end some days later
    tell(actor, order, OrderReopened(order.pk, reason))
    return order
