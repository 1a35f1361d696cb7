"""Reads of fieldwork. `orders` and `visits` are the only doors to rows."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.fieldwork.models import Hold, Offer, Signature, Visit, WorkOrder
from anxin.domains.fieldwork.models.visits import OPEN_VISITS
from anxin.domains.fieldwork.rules import Stop
from anxin.kernel import authz, clock
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound
from anxin.kernel.statements import prepared

Busy = tuple[UUID, Stop]
"""Engineer and what takes his time."""


def orders(actor: Actor, verb: str) -> QuerySet[WorkOrder]:
    """Orders the verb reaches: those of the actor's places, and those granted to its outlet or to itself."""
    return authz.scoped(WorkOrder.objects.all(), actor, verb, **_DOOR)


#: What opens an order to somebody.
_DOOR: Final = {"org": "org_id", "granted": "order", "customer": "customer_id"}


def reaches(actor: Actor, verb: str, order: WorkOrder) -> bool:
    """Whether this order is one of `orders(actor, verb)`."""
    return authz.reaches(order, actor, verb, **_DOOR)


def visits(actor: Actor, verb: str) -> QuerySet[Visit]:
    """Visits of the orders the verb reaches. An engineer works only on visits of its own."""
    rows = Visit.objects.filter(order__in=orders(actor, verb))
    return rows.filter(engineer_id=actor.id) if verb == "visit.work" and actor.is_staff else rows


def order_for(actor: Actor, verb: str, order_id: UUID) -> WorkOrder:
    """One order with what every screen of it needs. Raises NotFound for what the actor may not see."""
    row = (
        orders(actor, verb)
        .select_related("ticket", "customer", "household", "unit__product", "outlet", "org")
        .filter(pk=order_id)
        .first()
    )
    if row is None:
        raise NotFound
    return row


def visit_for(actor: Actor, verb: str, visit_id: UUID) -> Visit:
    row = (
        visits(actor, verb)
        .select_related("order__ticket", "order__customer", "order__household", "order__unit", "engineer__user")
        .filter(pk=visit_id)
        .first()
    )
    if row is None:
        raise NotFound
    return row


def signature(visit_id: UUID) -> Signature | None:
    """The customer's, where he has signed."""
    return next(iter(_signatures(visit_id)), None)


@prepared
def _signatures(visit_id: UUID) -> QuerySet[Signature]:
    return Signature.objects.filter(visit_id=visit_id)


def open_visit(order: WorkOrder) -> Visit | None:
    return next(iter(_open_visits(order.pk)), None)


@prepared
def _open_visits(order_id: UUID) -> QuerySet[Visit]:
    return Visit.objects.filter(order_id=order_id, status__in=OPEN_VISITS).select_related("engineer__user")


def refused_by(order: WorkOrder) -> list[UUID]:
    """Outlets that have given the order back: they are not asked again."""
    return _refused(order.pk)


@prepared
def _refused(order_id: UUID) -> QuerySet[Offer, UUID]:
    return Offer.objects.filter(order_id=order_id, answer="returned").values_list("outlet_id", flat=True)


def busy(engineer_ids: list[UUID], start: datetime, end: datetime, without: UUID | None = None) -> list[Busy]:
    """Open visits and living holds of engineers that touch [start, end); `without`: an order left out."""
    if not engineer_ids:
        return []
    rows = [*_booked(engineer_ids, start, end, without), *_held(engineer_ids, start, end, without, clock.now())]
    return [(engineer, Stop((begins, ends), *rest)) for engineer, begins, ends, *rest in rows]


_STOP = (
    *("engineer_id", "window_start", "window_end"),
    *("order__minutes", "order__household__lng", "order__household__lat"),
)


@prepared
def _booked(engineers: list[UUID], start: datetime, end: datetime, without: UUID | None) -> QuerySet[Visit, Any]:
    rows = Visit.objects.filter(window_start__lt=end, window_end__gt=start, engineer_id__in=engineers)
    return rows.filter(status__in=OPEN_VISITS).exclude(order_id=without).values_list(*_STOP)


@prepared
def _held(
    engineers: list[UUID], start: datetime, end: datetime, without: UUID | None, now: datetime
) -> QuerySet[Hold, Any]:
    rows = Hold.objects.filter(window_start__lt=end, window_end__gt=start, engineer_id__in=engineers)
    return rows.filter(ended_at=None, expires_at__gt=now).exclude(order_id=without).values_list(*_STOP)


def visits_in(engineer_ids: list[UUID], start: datetime, end: datetime) -> list[tuple[UUID, datetime]]:
    """Engineer and start of each visit whose window begins in [start, end), cancelled ones not counted."""
    found = _begun(engineer_ids, start, end) if engineer_ids else []
    return [(engineer_id, begins) for engineer_id, begins in found if begins]


@prepared
def _begun(engineers: list[UUID], start: datetime, end: datetime) -> QuerySet[Visit, tuple[UUID, datetime | None]]:
    rows = Visit.objects.filter(engineer_id__in=engineers, window_start__gte=start, window_start__lt=end)
    return rows.exclude(status=Visit.Status.CANCELLED).values_list("engineer_id", "window_start")


def todays_visits(actor: Actor, start: datetime, end: datetime) -> list[Visit]:
    """An engineer's own visits: today's, and open ones without a time or overdue."""
    rows = visits(actor, "visit.work").select_related("order__ticket", "order__customer", "order__household")
    today = rows.filter(window_start__gte=start, window_start__lt=end)
    waiting = rows.filter(status__in=OPEN_VISITS, window_start=None)
    overdue = rows.filter(status__in=OPEN_VISITS, window_start__lt=start, window_start__gte=start - timedelta(days=14))
    found = {row.pk: row for part in (overdue, today, waiting) for row in part}
    return sorted(found.values(), key=lambda v: (v.window_start is None, v.window_start or v.assigned_at))
