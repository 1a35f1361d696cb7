"""Taking a desk's step back within its minute: to the clocks it never happened.

Only steps nobody outside the house has heard of: an order accepted, an engineer chosen before any call.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from anxin.domains.fieldwork import selectors
from anxin.domains.fieldwork.events import AcceptanceUndone, VisitWithdrawn
from anxin.domains.fieldwork.models import Offer, Visit, WorkOrder
from anxin.domains.fieldwork.services import assigning, offering
from anxin.domains.fieldwork.services.ending import end_visit
from anxin.domains.fieldwork.services.steps import lock_order, move, tell
from anxin.domains.processes import public as processes
from anxin.kernel import undo
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic

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


def _forget_check(actor: Actor, order: WorkOrder, check: str) -> None:
    processes.take_back(actor=actor, case_id=order.case_id, order_id=order.pk, checks=[check])
