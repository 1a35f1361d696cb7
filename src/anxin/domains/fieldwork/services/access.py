"""Access follows work: the outlet and the engineer see order, ticket, customer and unit while they need them."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from anxin.domains.fieldwork.models import Offer, WorkOrder
from anxin.domains.fieldwork.policies import Dispatch
from anxin.kernel import authz, clock, policies
from anxin.kernel.i18n import Reason


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
    for outlet_id in set(order.offers.filter(answer=Offer.Answer.ACCEPTED).values_list("outlet_id", flat=True)):
        take_from_outlet(order, outlet_id, end)
    for engineer_id in set(order.visits.values_list("engineer_id", flat=True)):
        take_from_engineer(order, engineer_id, end)


def _no_longer_needed(
    order: WorkOrder, *, outlet_id: UUID | None = None, engineer_id: UUID | None = None
) -> list[tuple[str, UUID]]:
    """Objects of the order that no other open order of the same outlet or engineer still needs."""
    others = WorkOrder.objects.exclude(pk=order.pk).exclude(status__in=["closed", "cancelled"])
    if outlet_id:
        others = others.filter(outlet_id=outlet_id)
    if engineer_id:
        others = others.filter(visits__engineer_id=engineer_id)
    needed: set[tuple[str, UUID]] = set()
    for other in others.filter(customer_id=order.customer_id).distinct():
        needed.update(objects_of(other))
    return [item for item in objects_of(order) if item not in needed]
