"""Access follows work: the outlet and the engineer see order, ticket, customer and unit while they need them."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.fieldwork.models import Offer, Visit, WorkOrder
from anxin.domains.fieldwork.models.orders import ENDED_ORDERS
from anxin.domains.fieldwork.policies import Dispatch
from anxin.kernel import authz, clock, policies
from anxin.kernel.i18n import Reason
from anxin.kernel.statements import prepared


def objects_of(order: WorkOrder) -> list[tuple[str, UUID]]:
    """Everything a visit needs to see."""
    found = [("order", order.pk), ("ticket", order.ticket_id), ("customer", order.customer_id)]
    if order.household_id:
        found.append(("household", order.household_id))
    if order.unit_id:
        found.append(("unit", order.unit_id))
    return found


def give_outlet(order: WorkOrder, outlet_id: UUID | None) -> None:
    because = Reason("order.access_by_offer", {"number": order.number})
    authz.grant_all(objects_of(order), to_org=outlet_id, because=because)


def give_engineer(order: WorkOrder, engineer_id: UUID) -> None:
    because = Reason("order.access_by_visit", {"number": order.number})
    authz.grant_all(objects_of(order), to_user=engineer_id, because=because)


def take_from_outlet(order: WorkOrder, outlet_id: UUID, at: datetime | None = None) -> None:
    """At once: an outlet that gave the order back has no more business with the customer."""
    authz.revoke_all(_no_longer_needed(order, outlet_id=outlet_id), to_org=outlet_id, at=at)


def take_from_engineer(order: WorkOrder, engineer_id: UUID, at: datetime | None = None) -> None:
    authz.revoke_all(_no_longer_needed(order, engineer_id=engineer_id), to_user=engineer_id, at=at)


def end_later(order: WorkOrder) -> None:
    """After the order has closed access ends by itself, some days later (policy)."""
    end = clock.now() + timedelta(days=policies.current(Dispatch).grant_days_after_close)
    for outlet_id in set(_accepted_by(order.pk)):
        take_from_outlet(order, outlet_id, end)
    for engineer_id in set(_engineers(order.pk)):
        take_from_engineer(order, engineer_id, end)


def _no_longer_needed(
    order: WorkOrder, *, outlet_id: UUID | None = None, engineer_id: UUID | None = None
) -> list[tuple[str, UUID]]:
    """Objects of the order that no other open order of the same outlet or engineer still needs."""
    others = _open_of_engineer(order.customer_id, engineer_id) if engineer_id else _open_of(order.customer_id)
    needed: set[tuple[str, UUID]] = set()
    for other in others:
        if other.pk != order.pk and outlet_id in {None, other.outlet_id}:
            needed.update(objects_of(other))
    return [item for item in objects_of(order) if item not in needed]


@prepared
def _open_of(customer_id: UUID) -> QuerySet[WorkOrder]:
    return WorkOrder.objects.filter(customer_id=customer_id).exclude(status__in=ENDED_ORDERS)


@prepared
def _open_of_engineer(customer_id: UUID, engineer_id: UUID) -> QuerySet[WorkOrder]:
    rows = WorkOrder.objects.filter(customer_id=customer_id, visits__engineer_id=engineer_id)
    return rows.exclude(status__in=ENDED_ORDERS).distinct()


@prepared
def _accepted_by(order_id: UUID) -> QuerySet[Offer, UUID]:
    return Offer.objects.filter(order_id=order_id, answer=Offer.Answer.ACCEPTED).values_list("outlet_id", flat=True)


@prepared
def _engineers(order_id: UUID) -> QuerySet[Visit, UUID]:
    return Visit.objects.filter(order_id=order_id).values_list("engineer_id", flat=True)
