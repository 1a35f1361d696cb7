"""What anybody may call: a one-time code, and how an address is understood."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Query, Schema, Status

from anxin.domains.people import public as people
from anxin.kernel.actor import Assurance
from anxin.kernel.http import Request, Router
from anxin.kernel.i18n import t

from .. import selectors, services

router = Router(tags=["customers"])


class PhoneIn(Schema):
    phone: str


class CodeIn(Schema):
    phone: str
    code: str
    name: str = ""


class EnteredOut(Schema):
    customer_id: UUID


class AddressQuery(Schema):
    text: str


class Ask(Schema):
    code: str
    text: str


class AddressOut(Schema):
    """`accuracy` in metres around the point; `asks` is what to ask back, `options` between which areas."""

    province: str
    city: str
    district: str
    street: str
    detail: str
    area: str
    lng: float | None
    lat: float | None
    accuracy: int | None
    confidence: float
    sure: bool
    asks: list[Ask]
    options: list[str]


@router.post("/otp", verb="public", rate="30/m", response={204: None})
def ask_otp(request: Request, asked: PhoneIn) -> Status[None]:
    """Send a code. The answer is the same for every number; 429 beyond the limits."""
    services.ask_otp(phone=asked.phone, sender=_sender(request), lang=request.actor.lang)
    return Status(204, None)


@router.post("/otp/verify", verb="public", rate="30/m", response=EnteredOut)
def verify_otp(request: Request, given: CodeIn) -> EnteredOut:
    """Log the customer in; 400 for a wrong, used or expired code alike."""
    lang = request.actor.lang
    customer_id = services.verify_otp(
        actor=request.actor, phone=given.phone, code=given.code, name=given.name, lang=lang
    )
    people.open_customer_session(request, customer_id=customer_id, lang=lang, assurance=Assurance.VERIFIED)
    return EnteredOut(customer_id=customer_id)


@router.get("/address", verb="public", rate="60/m", response=AddressOut)
def read_address(request: Request, query: Query[AddressQuery]) -> dict[str, Any]:
    """How an address is understood, and what to ask back."""
    found, lang = selectors.parse_address(query.text), request.actor.lang
    asks = [{"code": code, "text": t(f"customers.ask_{code}", lang)} for code in found.asks]
    told = {name: getattr(found, name) for name in AddressOut.model_fields}
    return {**told, "asks": asks, "options": list(found.options)}


def _sender(request: Request) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))
