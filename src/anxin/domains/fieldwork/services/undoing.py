"""Taking a desk's step back within its minute: to the clocks it never happened.

Only steps no customer was told of: an outlet asked, an order accepted, given back or cancelled, an engineer chosen
before any call. A token holds for one version of the order, so that whatever followed refuses it with its reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from anxin.domains.fieldwork import progress, selectors
from anxin.domains.fieldwork.events import (
    AcceptanceUndone,
    CancellationUndone,
    OfferUndone,
    ReturnUndone,
    VisitWithdrawn,
)
from anxin.domains.fieldwork.models import Offer, Visit, WorkOrder
from anxin.domains.fieldwork.services import access, assigning, offering, opening
from anxin.domains.fieldwork.services.ending import end_visit, give_back
from anxin.domains.fieldwork.services.steps import lock_order, move, tell
from anxin.domains.people import public as people
from anxin.domains.processes import public as processes
from anxin.kernel import authz, undo
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict

#: Before a call, another engineer is nobody's business but the house's.
_UNCALLED = (WorkOrder.Status.ACCEPTED, WorkOrder.Status.ASSIGNED)


@atomic
def accept_undoable(*, actor: Actor, order_id: UUID) -> tuple[WorkOrder, str]:
    """Accept, with the token that takes it back."""
    order = offering.accept(actor=actor, order_id=order_id)
    return order, _offer(actor, "order.accept", order)


@atomic
def assign_undoable(*, actor: Actor, order_id: UUID, engineer_id: UUID, **how: Any) -> tuple[WorkOrder, str | None]:
    """Assign (see `assign`), with the token that takes it back while the customer was not called."""
    before = selectors.order_for(actor, "order.assign", order_id)
    earlier = selectors.open_visit(before)
    visit = assigning.assign(actor=actor, order_id=order_id, engineer_id=engineer_id, **how)
    if before.status not in _UNCALLED or before.window_start or visit.window_start:
        return visit.order, None
    return visit.order, _offer(
        actor, "order.assign", visit.order, engineer=str(earlier.engineer_id) if earlier else None
    )


@atomic
def offer_undoable(*, actor: Actor, order_id: UUID, outlet_id: UUID, reason: str) -> tuple[WorkOrder, str]:
    """Ask an outlet (see `offer_to`), with the token that takes it back."""
    before = _standing(selectors.order_for(actor, "order.offer", order_id))
    order = offering.offer_to(actor=actor, order_id=order_id, outlet_id=outlet_id, reason=reason)
    return order, _offer(actor, "order.offer", order, **before)


@atomic
def return_undoable(*, actor: Actor, order_id: UUID, reason: str, note: str = "") -> tuple[WorkOrder, str]:
    """Give the order back (see `return_order`), with the token that takes it back."""
    before = _standing(selectors.order_for(actor, "order.accept", order_id))
    order = offering.return_order(actor=actor, order_id=order_id, reason=reason, note=note)
    return order, _offer(actor, "order.return", order, **before)


@atomic
def cancel_undoable(*, actor: Actor, order_id: UUID, reason: str) -> tuple[WorkOrder, str]:
    """Cancel the order, with the token that takes it back."""
    before = _standing(selectors.order_for(actor, "order.cancel", order_id))
    order = opening.cancel_order(actor=actor, order_id=order_id, reason=reason)
    return order, _offer(actor, "order.cancel", order, **before)


def _standing(order: WorkOrder) -> dict[str, Any]:
    """What a step ends: living offer, open visit, agreed window. Codes, ids and instants, as JSON."""
    offer = order.offers.filter(answer__in=[Offer.Answer.NONE, Offer.Answer.ACCEPTED]).first()
    visit = selectors.open_visit(order)
    window = [order.window_start, order.window_end]
    return {
        "status": order.status,
        "window": [at.isoformat() for at in window if at],
        "offer": [str(offer.pk), offer.answer, offer.answered_at and offer.answered_at.isoformat()] if offer else None,
        "visit": [str(visit.pk), visit.status] if visit else None,
    }


def _offer(actor: Actor, kind: str, order: WorkOrder, **args: Any) -> str:
    return undo.offer(actor, kind, {"order": str(order.pk), **args}, {f"order:{order.pk}": order.version})


@undo.inverse("order.accept")
def _unaccept(actor: Actor, args: Mapping[str, Any]) -> None:
    order = lock_order(actor, "order.accept", UUID(args["order"]), "assign")
    offer = order.offers.get(answer=Offer.Answer.ACCEPTED)
    offer.answer, offer.answered_at = Offer.Answer.NONE, None
    offer.save(update_fields=["answer", "answered_at"])
    _forget_check(actor, order, "outlet_accepted")
    move(order, status=WorkOrder.Status.OFFERED)
    tell(actor, order, AcceptanceUndone(order.pk, offer.outlet_id))


@undo.inverse("order.assign")
def _unassign(actor: Actor, args: Mapping[str, Any]) -> None:
    order = lock_order(actor, "order.assign", UUID(args["order"]), "assign")
    visit = selectors.open_visit(order)
    assert visit is not None, "an assigned order has a visit"
    end_visit(order, Visit.Outcome.REASSIGNED)
    tell(actor, order, VisitWithdrawn(order.pk, visit.pk, visit.engineer_id))
    _forget_check(actor, order, "engineer_assigned")
    if args["engineer"]:
        assigning.new_visit(actor, order, UUID(args["engineer"]))
    else:
        move(order, status=WorkOrder.Status.ACCEPTED)


@undo.inverse("order.offer")
def _unoffer(actor: Actor, args: Mapping[str, Any]) -> None:
    order = _held(actor, "order.offer", args)
    withdrawn = _withdraw(order)
    _stand_again(order, args)
    assert withdrawn is not None, "the outlet asked has not answered: an answer is a new version"
    tell(actor, order, OfferUndone(order.pk, withdrawn, order.outlet_id))


@undo.inverse("order.return")
def _unreturn(actor: Actor, args: Mapping[str, Any]) -> None:
    order = _held(actor, "order.accept", args)
    returned_at = order.offers.get(pk=args["offer"][0]).answered_at
    assert returned_at is not None, "giving back is an answer"
    asked = _withdraw(order)
    outlet = _stand_again(order, args)
    progress.back_on_the_way(actor, order, "returned", returned_at)
    assert outlet is not None, "only an outlet gives an order back"
    tell(actor, order, ReturnUndone(order.pk, outlet, asked))


@undo.inverse("order.cancel")
def _uncancel(actor: Actor, args: Mapping[str, Any]) -> None:
    order = _held(actor, "order.cancel", args)
    cancelled_at = order.closed_at
    assert cancelled_at is not None, "a cancelled order has ended"
    _stand_again(order, args, closed_at=None)
    progress.back_on_the_way(actor, order, "cancelled", cancelled_at)
    tell(actor, order, CancellationUndone(order.pk))


def _held(actor: Actor, verb: str, args: Mapping[str, Any]) -> WorkOrder:
    """Only who did the step holds its token: he may reach the order once more, where the step took it from him."""
    authz.require(actor, verb)
    return WorkOrder.objects.select_for_update().get(pk=args["order"])


def _withdraw(order: WorkOrder) -> UUID | None:
    """The outlet asked meanwhile is asked no longer; returns which that was."""
    offer = give_back(order, Offer.Answer.WITHDRAWN)
    if offer is None:
        return None
    access.take_from_outlet(order, offer.outlet_id)
    return offer.outlet_id


def _stand_again(order: WorkOrder, args: Mapping[str, Any], **also: Any) -> UUID | None:
    """The order as `_standing` found it; returns its outlet. Conflict when its place or its time is taken by now."""
    start, end = map(datetime.fromisoformat, args["window"]) if args["window"] else (None, None)
    outlet = _revive_offer(order, *args["offer"]) if args["offer"] else None
    if args["visit"]:
        _revive_visit(order, *args["visit"])
    move(order, status=args["status"], outlet_id=outlet, window_start=start, window_end=end, **also)
    return outlet


def _revive_offer(order: WorkOrder, offer_id: str, answer: str, answered_at: str | None) -> UUID:
    offer = order.offers.get(pk=offer_id)
    if offer.authorisation_id and not people.take_quota(offer.authorisation_id, offer.offered_at):
        raise Conflict("order.outlet_full")
    offer.answer, offer.answered_at = Offer.Answer(answer), answered_at and datetime.fromisoformat(answered_at)
    offer.return_reason = offer.note = ""
    offer.save(update_fields=["answer", "answered_at", "return_reason", "note"])
    access.give_outlet(order, offer.outlet_id)
    return offer.outlet_id


def _revive_visit(order: WorkOrder, visit_id: str, status: str) -> None:
    visit = order.visits.get(pk=visit_id)
    if visit.window_start and visit.window_end:
        assigning.lock_day(visit.engineer_id, (visit.window_start, visit.window_end))
        if selectors.busy([visit.engineer_id], visit.window_start, visit.window_end, without=order.pk):
            raise Conflict("order.time_taken")
    move(visit, status=Visit.Status(status), outcome=Visit.Outcome.NONE, ended_at=None)
    access.give_engineer(order, visit.engineer_id)


def _forget_check(actor: Actor, order: WorkOrder, check: str) -> None:
    processes.take_back(actor=actor, case_id=order.case_id, order_id=order.pk, checks=[check])
