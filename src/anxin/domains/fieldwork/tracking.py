"""What fieldwork adds to the customer's tracking page, and what it ends when the customer cancels."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from anxin.domains.fieldwork import selectors
from anxin.domains.fieldwork.models import Visit, WorkOrder
from anxin.domains.fieldwork.models.orders import ENDED_ORDERS
from anxin.domains.fieldwork.services import cancel_order
from anxin.domains.people import public as people
from anxin.domains.tickets import public as tickets
from anxin.kernel import clock
from anxin.kernel.actor import SYSTEM, Actor
from anxin.kernel.errors import Conflict
from anxin.kernel.i18n import t

BOOKABLE = (WorkOrder.Status.ACCEPTED, WorkOrder.Status.ASSIGNED, WorkOrder.Status.CONTACTED)
#: From here on somebody is on his way: the desk decides with him on the phone.
TOO_LATE = (WorkOrder.Status.EN_ROUTE, WorkOrder.Status.ON_SITE, WorkOrder.Status.COMPLETED)


def register() -> None:
    tickets.provide("visit", visit_of_ticket)
    tickets.before_cancel(end_orders)


def visit_of_ticket(holder: Actor, ticket_id: UUID) -> list[dict[str, Any]]:
    """Window, engineer and what may be booked, of the ticket's living order; nothing without one."""
    orders = WorkOrder.objects.filter(ticket_id=ticket_id).exclude(status__in=ENDED_ORDERS)
    order = orders.order_by("-opened_at").first()
    if order is None:
        return []
    visit = selectors.open_visit(order)
    booked = visit is not None and visit.window_start is not None
    return [
        {
            "window": _window(visit),
            "engineer": _engineer(visit, order.category, holder.lang) if visit else None,
            "may": {
                "book": not booked and order.status in BOOKABLE,
                "reschedule": order.status == WorkOrder.Status.AGREED,
                **({"cancel": False} if order.status in TOO_LATE else {}),
            },
        }
    ]


def _window(visit: Visit | None) -> dict[str, str] | None:
    if visit is None or visit.window_start is None or visit.window_end is None:
        return None
    return {"start": visit.window_start.isoformat(), "end": visit.window_end.isoformat()}


def _engineer(visit: Visit, category: str, lang: str) -> dict[str, Any]:
    """Who comes, with badge and certificates; never his own phone number."""
    card, today = people.engineer_card(visit.engineer_id), clock.now().date()
    return {
        "name": card.name,
        "employee_no": card.employee_no,
        "level": t(f"enum.level.{card.level(category)}", lang) if card.level(category) else "",
        "certificates": [
            {"kind": c.kind, "valid_to": c.valid_to.isoformat(), "ok": c.holds(today)} for c in card.certificates
        ],
        "photo": str(card.photo) if card.photo else None,
        "phone": None,
    }


def end_orders(actor: Actor, ticket_id: UUID, reason: str) -> None:
    """Cancel the ticket's living orders. Raises Conflict when one is too far on to be cancelled."""
    living = WorkOrder.objects.filter(ticket_id=ticket_id).exclude(status__in=ENDED_ORDERS)
    for order in living.order_by("opened_at"):
        if order.status in TOO_LATE:
            raise Conflict("order.too_late_to_cancel", number=order.number)
        cancel_order(actor=SYSTEM, order_id=order.pk, reason=reason)
