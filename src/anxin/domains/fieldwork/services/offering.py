"""To the outlet: asked by the authorisation table, it accepts or gives the order back."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.fieldwork import progress, selectors
from anxin.domains.fieldwork.events import OrderAccepted, OrderOffered, OrderReturned, OrderUnplaced
from anxin.domains.fieldwork.models import Offer, Visit, WorkOrder
from anxin.domains.fieldwork.services import access
from anxin.domains.fieldwork.services.ending import end_visit, give_back
from anxin.domains.fieldwork.services.steps import lock_order, move, tell
from anxin.domains.people import public as people
from anxin.kernel import clock
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict
from anxin.kernel.i18n import Reason
from anxin.kernel.statements import follow, insert, prepared, update


def options(order: WorkOrder) -> list[people.OutletOption]:
    """Outlets that may do the order, best first; those that gave it back are left out."""
    follow(order, "household")
    area = order.household.area if order.household else ""
    return people.authorised_outlets(
        area, order.category, order.order_type, clock.now(), without=selectors.refused_by(order)
    )


def offer_next(actor: Actor, order: WorkOrder) -> Offer | None:
    """Ask the best outlet that has a place left; without one the order stays open for the dispatcher."""
    for option in options(order):
        if not option.full and people.take_quota(option.authorisation_id, clock.now()):
            return _offer(actor, order, option, option.reasons)
    if order.status != WorkOrder.Status.OPEN:
        move(order, status=WorkOrder.Status.OPEN, outlet=None)
    tell(actor, order, OrderUnplaced(order.pk, len(selectors.refused_by(order))))
    return None


@atomic
def offer_to(*, actor: Actor, order_id: UUID, outlet_id: UUID, reason: str) -> WorkOrder:
    """A dispatcher chooses the outlet. Raises Conflict for one that may not do it or whose quota is used up."""
    order = lock_order(actor, "order.offer", order_id, "offer")
    option = next((o for o in options(order) if o.outlet_id == outlet_id), None)
    if option is None:
        raise Conflict("order.outlet_not_authorised")
    if not people.take_quota(option.authorisation_id, clock.now()):
        raise Conflict("order.outlet_full")
    _withdraw(order)
    chosen = Reason("order.chosen_by_hand", {"name": actor.name, "reason": reason})
    _offer(actor, order, option, (*option.reasons, chosen))
    return order


def _withdraw(order: WorkOrder) -> None:
    offer = give_back(order, Offer.Answer.WITHDRAWN)
    if offer is not None:
        access.take_from_outlet(order, offer.outlet_id)


def _offer(actor: Actor, order: WorkOrder, option: people.OutletOption, reasons: tuple[Reason, ...]) -> Offer:
    told = [reason.to_json() for reason in reasons]
    offer = insert(
        Offer(
            order=order,
            outlet_id=option.outlet_id,
            authorisation_id=option.authorisation_id,
            rank=option.rank,
            reasons=told,
            offered_at=clock.now(),
        )
    )
    move(order, status=WorkOrder.Status.OFFERED, outlet_id=option.outlet_id)
    access.give_outlet(order, option.outlet_id)
    tell(actor, order, OrderOffered(order.pk, option.outlet_id, option.rank, told))
    return offer


@atomic
def accept(*, actor: Actor, order_id: UUID) -> WorkOrder:
    """The outlet takes the order."""
    order = lock_order(actor, "order.accept", order_id, "accept")
    accept_for(actor, order)
    return order


def accept_for(actor: Actor, order: WorkOrder) -> None:
    """Accept a locked order: by the outlet's desk, or by a booking where the house plans the outlet's people."""
    follow(order, "outlet")
    assert order.outlet is not None, "an offered order has an outlet"
    if not actor.is_staff and not order.outlet.own_planning:
        raise Conflict("order.not_yet_accepted")
    (offer,) = _unanswered(order.pk)
    offer.answer, offer.answered_at = Offer.Answer.ACCEPTED, clock.now()
    update(offer, "answer", "answered_at")
    move(order, status=WorkOrder.Status.ACCEPTED)
    progress.satisfied(actor, order, "outlet_accepted", ("offer", offer.pk))
    tell(actor, order, OrderAccepted(order.pk, offer.outlet_id))


@prepared
def _unanswered(order_id: UUID) -> QuerySet[Offer]:
    return Offer.objects.filter(order_id=order_id, answer=Offer.Answer.NONE)


@atomic
def return_order(*, actor: Actor, order_id: UUID, reason: str, note: str = "") -> WorkOrder:
    """The outlet gives the order back (退单); the next one is asked. No clock is reset by it."""
    order = lock_order(actor, "order.accept", order_id, "return")
    end_visit(order, Visit.Outcome.CANCELLED)
    offer = give_back(order, Offer.Answer.RETURNED, reason, note)
    assert offer is not None, "an order past `open` has a living offer"
    access.take_from_outlet(order, offer.outlet_id)
    progress.branched(actor, order, "returned", at=offer.answered_at)
    tell(actor, order, OrderReturned(order.pk, offer.outlet_id, reason, note))
    move(order, status=WorkOrder.Status.OPEN, outlet=None, window_start=None, window_end=None)
    offer_next(actor, order)
    return order
