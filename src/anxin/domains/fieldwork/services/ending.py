"""Ending what is under way, as part of a larger step."""

from __future__ import annotations

from anxin.domains.fieldwork import selectors
from anxin.domains.fieldwork.models import Offer, Visit, WorkOrder
from anxin.domains.fieldwork.services import access
from anxin.domains.fieldwork.services.steps import move
from anxin.domains.people import public as people
from anxin.kernel import clock


def end_visit(order: WorkOrder, outcome: Visit.Outcome) -> None:
    """Cancel the open visit, if there is one; its engineer loses the order."""
    visit = selectors.open_visit(order)
    if visit is None:
        return
    now = clock.now()
    move(visit, status=Visit.Status.CANCELLED, outcome=outcome, ended_at=now)
    access.take_from_engineer(order, visit.engineer_id)


def give_back(order: WorkOrder, answer: Offer.Answer, reason: str = "", note: str = "") -> Offer | None:
    """End the living offer and return its place of the outlet's quota."""
    offer = order.offers.filter(answer__in=[Offer.Answer.NONE, Offer.Answer.ACCEPTED]).first()
    if offer is None:
        return None
    if offer.authorisation_id:
        people.give_back_quota(offer.authorisation_id, offer.offered_at)
    offer.answer, offer.answered_at = answer, clock.now()
    offer.return_reason, offer.note = reason, note
    offer.save(update_fields=["answer", "answered_at", "return_reason", "note"])
    return offer
