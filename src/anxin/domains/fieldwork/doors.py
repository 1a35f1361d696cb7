"""How the rest of the house reaches fieldwork: live stream, files, undo, a ticket's page, a customer's panorama,
what an engineer still has to do."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from anxin.domains.customers import public as customers
from anxin.domains.fieldwork import selectors, shapes
from anxin.domains.fieldwork.models import Visit, WorkOrder
from anxin.domains.fieldwork.models.orders import ENDED_ORDERS
from anxin.domains.fieldwork.models.visits import OPEN_VISITS
from anxin.domains.people import public as people
from anxin.domains.tickets import public as tickets
from anxin.kernel import authz, files, undo
from anxin.kernel.actor import Actor
from anxin.kernel.i18n import t
from anxin.kernel.statements import prepared


def register() -> None:
    authz.register_object("order", lambda actor: selectors.orders(actor, "order.see"))
    authz.register_object("visit", lambda actor: selectors.visits(actor, "order.see"))
    undo.versioned("order", _version)
    files.bind("visit", may_add=_may_add, may_read=_may_read)
    tickets.provide("orders", _orders_of_ticket)
    customers.provide("visits", _visits_of_customers)
    people.provide_work(visits=_open_visits, orders=_open_orders)


def _version(order_id: UUID) -> int | None:
    return WorkOrder.objects.filter(pk=order_id).values_list("version", flat=True).first()


def _may_read(actor: Actor, visit_id: UUID) -> bool:
    return selectors.visits(actor, "order.see").filter(pk=visit_id).exists()


def _may_add(actor: Actor, visit_id: UUID) -> bool:
    visit = next(iter(_visits(visit_id)), None)
    if visit is None or not selectors.reaches(actor, "visit.work", visit.order):
        return False
    return visit.engineer_id == actor.id or not actor.is_staff


@prepared
def _visits(visit_id: UUID) -> QuerySet[Visit]:
    return Visit.objects.filter(pk=visit_id).select_related("order")


def _orders_of_ticket(actor: Actor, ticket_id: UUID) -> list[dict[str, Any]]:
    rows = shapes.joined(selectors.orders(actor, "order.see").filter(ticket_id=ticket_id)).order_by("opened_at")
    return [_brief(order) for order in rows]


def _brief(order: WorkOrder) -> dict[str, Any]:
    told = shapes.row(order, None, "zh")
    wanted = ("id", "number", "version", "order_type", "status", "window_start", "window_end")
    people = {name: told[name].model_dump(mode="json") if told[name] else None for name in ("outlet", "engineer")}
    return {name: told[name] for name in wanted} | people


def _visits_of_customers(actor: Actor, customer_ids: Collection[UUID]) -> list[dict[str, object]]:
    rows = selectors.visits(actor, "order.see").filter(order__customer_id__in=customer_ids)
    rows = rows.exclude(status=Visit.Status.CANCELLED).select_related("order", "engineer__user")
    return [
        {
            "id": str(visit.pk),
            "order_id": str(visit.order_id),
            "number": visit.order.number,
            "engineer": visit.engineer.user.name,
            "status": visit.status,
            "outcome": t(f"enum.outcome.{visit.outcome}", actor.lang) if visit.outcome else "",
            "at": (visit.finished_at or visit.window_start or visit.assigned_at).isoformat(),
        }
        for visit in rows.order_by("-assigned_at")[:10]
    ]


def _open_visits(engineer_ids: Collection[UUID]) -> list[people.OpenVisit]:
    rows = Visit.objects.filter(engineer_id__in=engineer_ids, status__in=OPEN_VISITS)
    fields = ("engineer_id", "order_id", "order__number", "window_start", "window_end")
    known = rows.order_by(F("window_start").asc(nulls_last=True), "assigned_at").values_list(*fields)
    return [people.OpenVisit(*row) for row in known]


def _open_orders(outlet_id: UUID) -> list[str]:
    rows = WorkOrder.objects.filter(outlet_id=outlet_id).exclude(status__in=ENDED_ORDERS)
    return list(rows.order_by("opened_at").values_list("number", flat=True))
