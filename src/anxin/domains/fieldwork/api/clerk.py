"""The outlet's whole desk at phone width."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from ninja import Schema

from anxin.domains.assets import public as assets
from anxin.domains.fieldwork import selectors, shapes
from anxin.domains.fieldwork.facts import needed_certificates
from anxin.domains.fieldwork.models import Offer, PartLine, WorkOrder
from anxin.domains.fieldwork.models.orders import ENDED_ORDERS
from anxin.domains.fieldwork.policies import Dispatch
from anxin.domains.people import public as people
from anxin.domains.processes import public as processes
from anxin.kernel import clock, policies
from anxin.kernel.actor import Actor
from anxin.kernel.http import Request, Router
from anxin.kernel.i18n import Reason, t

router = Router(tags=["clerk"])
SHOWN = 50
RETURNED_DAYS = 7


class DeskOrder(Schema):
    id: UUID
    number: str
    version: int
    status: str
    order_type: str
    subject: str
    product: str
    customer: str
    address: str
    urgency: str
    covered: str | None
    window: shapes.Span | None
    clock: processes.ClockFace | None
    engineer: str | None
    certificates: list[str]
    note: str
    reason: dict[str, Any] | None


class MoneyLine(Schema):
    """What is not paid yet and what it waits for."""

    order_id: UUID
    number: str
    amount: str
    reason: dict[str, Any]
    frees: dict[str, Any] | None


class OutletOut(Schema):
    """`used` of today's `quota` of orders; no quota = no limit."""

    id: UUID | None
    name: str
    quota: int | None
    used: int


class Desk(Schema):
    outlet: OutletOut
    counts: dict[str, int]
    offered: list[DeskOrder]
    to_assign: list[DeskOrder]
    to_contact: list[DeskOrder]
    to_rebook: list[DeskOrder]
    waiting_parts: list[DeskOrder]
    returned: list[DeskOrder]
    money: list[MoneyLine]


@router.get("/clerk/desk", verb="order.accept", response=Desk)
def desk(request: Request) -> Desk:
    actor = request.actor
    rows = shapes.joined(selectors.orders(actor, "order.accept"))
    living = list(rows.exclude(status__in=[WorkOrder.Status.COMPLETED, *ENDED_ORDERS]).order_by("opened_at")[:300])
    standings = processes.standings([order.case_id for order in living])
    covered = assets.covered_of({order.unit_id for order in living if order.unit_id})
    parts = {name: [o for o in living if belongs(o)] for name, belongs in _HEAPS.items()}
    told = {
        name: [_order(o, standings.get(o.case_id), covered, actor.lang) for o in orders[:SHOWN]]
        for name, orders in parts.items()
    }
    returned = _returned(actor)
    counts = {**{name: len(orders) for name, orders in parts.items()}, "returned": len(returned)}
    return Desk(outlet=_outlet(actor), counts=counts, **told, returned=returned, money=_money(actor))


def _stale(order: WorkOrder) -> bool:
    """Agreed for a time that has passed without the engineer setting out."""
    return order.status == "agreed" and order.window_end is not None and order.window_end < clock.now()


_HEAPS: dict[str, Callable[[WorkOrder], bool]] = {
    "offered": lambda o: o.status == "offered",
    "to_assign": lambda o: o.status == "accepted",
    "to_contact": lambda o: o.status == "assigned",
    "to_rebook": lambda o: o.status == "contacted" or _stale(o),
    "waiting_parts": lambda o: o.status == "waiting_part",
}


def _order(
    order: WorkOrder, standing: processes.CaseStanding | None, covered: Mapping[UUID, str], lang: str
) -> DeskOrder:
    policy = policies.current(Dispatch)
    held = order.open_visits  # type: ignore[attr-defined]
    offers = list(order.offers.all())
    kinds = sorted(needed_certificates(policy, order.category, order.order_type))
    return DeskOrder(
        id=order.pk,
        number=order.number,
        version=order.version,
        status=order.status,
        order_type=order.order_type,
        subject=shapes.subject(order),
        product=shapes.product(order, lang) or "",
        customer=order.customer.name,
        address=order.household.address if order.household else "",
        urgency="urgent" if order.urgent else "normal",
        covered=covered.get(order.unit_id) if order.unit_id else None,
        window=shapes.span(order.window_start, order.window_end),
        clock=processes.face(standing.clock, lang) if standing and standing.clock else None,
        engineer=held[0].engineer.user.name if held else None,
        certificates=[t(f"enum.certificate.{kind}", lang) for kind in kinds],
        note=order.note,
        reason=shapes.reasons(offers[-1].reasons[:1], lang)[0] if offers else None,
    )


def _places(actor: Actor) -> frozenset[UUID]:
    return frozenset().union(*(a.org_ids for a in actor.assignments))


def _returned(actor: Actor) -> list[DeskOrder]:
    """What the outlet gave back lately: number and reason only, the customer is no longer its business."""
    since = clock.now() - timedelta(days=RETURNED_DAYS)
    rows = Offer.objects.filter(outlet_id__in=_places(actor), answer=Offer.Answer.RETURNED, answered_at__gte=since)
    return [_given_back(offer, actor.lang) for offer in rows.select_related("order")[:SHOWN]]


def _given_back(offer: Offer, lang: str) -> DeskOrder:
    why = Reason("order.gave_back", {"reason": f"enum.return_reason.{offer.return_reason}"})
    return DeskOrder(
        id=offer.order_id,
        number=offer.order.number,
        version=offer.order.version,
        status="returned",
        order_type=offer.order.order_type,
        subject="",
        product="",
        customer="",
        address="",
        urgency="normal",
        covered=None,
        window=None,
        clock=None,
        engineer=None,
        certificates=[],
        note=offer.note,
        reason=why.told(lang),
    )


def _outlet(actor: Actor) -> OutletOut:
    own = next((a.org_id for a in actor.assignments if a.org_id), None)
    if own is None:
        return OutletOut(id=None, name="", quota=None, used=0)
    used, quota = people.quota_of_day(own, clock.now())
    return OutletOut(id=own, name=people.org_card(own).name, quota=quota, used=used)


def _money(actor: Actor) -> list[MoneyLine]:
    """Completed orders whose review has not passed: parts to be settled, and what they wait for."""
    rows = selectors.orders(actor, "order.accept").filter(status=WorkOrder.Status.COMPLETED)
    lines = []
    for order in rows.order_by("completed_at")[:SHOWN]:
        amounts = PartLine.objects.filter(visit__order=order).values_list("price", "quantity")
        total = sum((price * quantity for price, quantity in amounts), Decimal(0))
        why = Reason("order.waits_for_review", {"number": order.number})
        lines.append(
            MoneyLine(
                order_id=order.pk, number=order.number, amount=f"{total:.2f}", reason=why.told(actor.lang), frees=None
            )
        )
    return lines
