"""What fieldwork tells the process of a case: which check is satisfied by what, which branch was taken.

The only place that knows the codes of both sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from anxin.domains.fieldwork.models import ContactAttempt, WorkOrder
from anxin.domains.processes import public as processes
from anxin.kernel import clock
from anxin.kernel.actor import Actor
from anxin.kernel.statements import follow

CALL_EVIDENCE = {
    ContactAttempt.Result.REACHED: "call_reached",
    ContactAttempt.Result.MISSED: "call_missed",
    ContactAttempt.Result.WRONG_NUMBER: "call_wrong_number",
    ContactAttempt.Result.REBOOKED: "call_rebooked",
}
Proof = tuple[str, UUID]
"""Kind and id of what proves a fact."""


def opened(actor: Actor, order: WorkOrder) -> None:
    """Start the order's own run: its clocks accept, contact, arrive, complete."""
    follow(order, "org", "customer")
    processes.start_run(
        actor=actor,
        case_id=order.case_id,
        order_id=order.pk,
        subject=("order", order.pk),
        order_type=order.order_type,
        facts=facts(order),
        zone=order.org.timezone,
    )


def facts(order: WorkOrder) -> dict[str, str]:
    """The dimensions that promises match."""
    return {
        "category": order.category,
        "urgency": "urgent" if order.urgent else "normal",
        "tier": order.customer.tier,
        "high_end": "yes" if order.high_end else "no",
    }


def satisfied(
    actor: Actor,
    order: WorkOrder,
    check: str,
    proof: Proof | None = None,
    at: datetime | None = None,
    implies: Sequence[str] = (),
) -> None:
    """Report a check; `at`: when it really happened, if a phone told it late."""
    processes.satisfy(
        actor=actor,
        case_id=order.case_id,
        order_id=order.pk,
        check=check,
        evidence=_evidence(proof),
        at=at,
        implies=implies,
    )


def completed(actor: Actor, order: WorkOrder, proof: Proof, at: datetime) -> None:
    """The work is done, and with it what it implies: a type that names no cause was still looked at."""
    satisfied(actor, order, "completed", proof, at, implies=["diagnosed"])


def ended(actor: Actor, order: WorkOrder) -> None:
    """The review has passed: the order's run is over, and with the last one the case is solved."""
    processes.end(actor=actor, case_id=order.case_id, order_id=order.pk, implies=["reviewed"])


def branched(
    actor: Actor, order: WorkOrder, branch: str, proof: Proof | None = None, at: datetime | None = None
) -> None:
    """Report that the order left the straight way (returned, reassigned, second_visit …)."""
    processes.branch(
        actor=actor, case_id=order.case_id, order_id=order.pk, code=branch, evidence=_evidence(proof), at=at
    )


def back_on_the_way(actor: Actor, order: WorkOrder, branch: str, at: datetime) -> None:
    """The branch taken at `at` was undone."""
    processes.take_branch_back(actor=actor, case_id=order.case_id, order_id=order.pk, code=branch, at=at)


def promised(actor: Actor, order: WorkOrder, until: datetime, proof: Proof | None, *, again: bool) -> None:
    """The customer was told, or agreed to, a time of arrival. A phone may tell it after that time has passed."""
    if until <= clock.now():
        return
    if again:
        processes.agree(
            actor=actor,
            case_id=order.case_id,
            order_id=order.pk,
            clock="arrive",
            due_at=until,
            evidence=_evidence(proof),
        )
        return
    processes.promise(actor=actor, case_id=order.case_id, order_id=order.pk, clock="arrive", by_when=until)


def resumed(actor: Actor, order: WorkOrder, reason: str) -> None:
    processes.resume(actor=actor, case_id=order.case_id, order_id=order.pk, reason=reason)


def _evidence(proof: Proof | None) -> list[dict[str, str]]:
    return [{"kind": proof[0], "ref": str(proof[1])}] if proof else []
