"""What the law gives a person: consent and its withdrawal, a copy, being forgotten."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Query, Schema, Status

from anxin.kernel.actor import Actor
from anxin.kernel.errors import Invalid, NotFound
from anxin.kernel.http import Request, Router

from .. import selectors, services

router = Router(tags=["customers"])


class ConsentIn(Schema):
    purpose: str
    source: str


class PurposeQuery(Schema):
    purpose: str


class EraseIn(Schema):
    """`confirm`: the word ERASE, typed; this cannot be taken back."""

    asked_through: str
    confirm: str


class ErasedOut(Schema):
    customer_id: UUID
    done_at: datetime


@router.post("/customers/{uuid:customer_id}/consents", verb="customer.edit", response={204: None})
def give_consent(request: Request, customer_id: UUID, given: ConsentIn) -> Status[None]:
    _reachable(request.actor, customer_id, "customer.edit")
    services.give_consent(
        actor=request.actor, customer_id=customer_id, purpose=given.purpose[:40], source=given.source[:40]
    )
    return Status(204, None)


@router.delete("/customers/{uuid:customer_id}/consents", verb="customer.edit", response={204: None})
def withdraw_consent(request: Request, customer_id: UUID, query: Query[PurposeQuery]) -> Status[None]:
    _reachable(request.actor, customer_id, "customer.edit")
    if not services.withdraw_consent(actor=request.actor, customer_id=customer_id, purpose=query.purpose):
        raise NotFound
    return Status(204, None)


@router.get("/customers/{uuid:customer_id}/copy", verb="customer.copy", rate="10/h", response=dict[str, Any])
def give_copy(request: Request, customer_id: UUID) -> dict[str, object]:
    """Everything held about the person."""
    _reachable(request.actor, customer_id, "customer.copy")
    return services.give_copy(actor=request.actor, customer_id=customer_id)


@router.post("/customers/{uuid:customer_id}/erase", verb="customer.erase", response=ErasedOut)
def erase(request: Request, customer_id: UUID, wanted: EraseIn) -> ErasedOut:
    """Forget the person. Ids, dates and decisions stay; nothing that names anybody does."""
    if wanted.confirm != "ERASE":
        raise Invalid("customers.confirm_erase")
    done = services.erase(actor=request.actor, customer_id=customer_id, asked_through=wanted.asked_through[:40])
    return ErasedOut(customer_id=customer_id, done_at=done.done_at)


def _reachable(actor: Actor, customer_id: UUID, verb: str) -> None:
    if not selectors.visible_to(actor, verb).filter(pk=customer_id).exists():
        raise NotFound
