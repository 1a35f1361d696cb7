"""What every step does: lock the order through the actor's door, check that the step is legal, move, tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.fieldwork import rules, selectors
from anxin.domains.fieldwork.models import Visit, WorkOrder
from anxin.kernel import authz, events
from anxin.kernel.actor import Actor
from anxin.kernel.errors import Conflict, NotFound
from anxin.kernel.statements import prepared, update


def lock_order(actor: Actor, verb: str, order_id: UUID, step: str) -> WorkOrder:
    """The order, locked. Raises NotFound outside the actor's reach, Conflict when the step is not legal now."""
    rows = _locked(order_id)
    return _legal([row for row in rows if selectors.reaches(actor, verb, row)], step)


@prepared
def _locked(order_id: UUID) -> QuerySet[WorkOrder]:
    return WorkOrder.objects.filter(pk=order_id).order_by().select_for_update(of=("self",))


def lock_visit(actor: Actor, visit_id: UUID, step: str) -> Visit:
    """The engineer's own open visit, its order locked first (always in this order).

    An open visit is its engineer's by itself; the grants that came with it need not be read again.
    """
    authz.require(actor, "visit.work")
    order = _legal(_orders(visit_id, actor.id), step)
    (visit,) = _visits(visit_id)
    if not visit.open:
        raise Conflict("order.visit_ended", current=state_of(order))
    visit.order = order
    return visit


@prepared
def _orders(visit_id: UUID, engineer_id: UUID | None) -> QuerySet[WorkOrder]:
    mine = WorkOrder.objects.filter(visits__pk=visit_id, visits__engineer_id=engineer_id)
    return mine.order_by().select_for_update(of=("self",))


@prepared
def _visits(visit_id: UUID) -> QuerySet[Visit]:
    return Visit.objects.filter(pk=visit_id).select_related("engineer")


def _legal(rows: Iterable[WorkOrder], step: str) -> WorkOrder:
    """The order alone: most steps need nothing it points to, and those that do ask for it."""
    row = next(iter(rows), None)
    if row is None:
        raise NotFound
    if row.status not in rules.NEXT[step]:
        raise Conflict("order.wrong_status", current=state_of(row), status=f"enum.order_status.{row.status}")
    return row


def state_of(order: WorkOrder) -> dict[str, Any]:
    """What the loser of a race is told."""
    visit = selectors.open_visit(order)
    return {
        "id": str(order.pk),
        "status": order.status,
        "version": order.version,
        "outlet_id": str(order.outlet_id) if order.outlet_id else None,
        "engineer_id": str(visit.engineer_id) if visit else None,
    }


def move(row: WorkOrder | Visit, **changes: Any) -> None:
    """Write some columns; the version grows, so that whoever held the old one notices."""
    row.version += 1
    for name, value in changes.items():
        setattr(row, name, value)
    update(row, *changes, "version")


def tell(actor: Actor, order: WorkOrder, *told: events.Event) -> None:
    """Record what happened to the order, in its case."""
    entries = [events.Entry(event, ("order", order.pk), order.case_id, about=order.customer_id) for event in told]
    events.record_all(entries, actor=actor)
