"""The customer's side: a request, by code or form. What only a link's holder may do is told where visits are known."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpResponse
from ninja import File, Schema, Status, UploadedFile
from pydantic import Field

from anxin.domains.customers import public as customers
from anxin.domains.people import public as people
from anxin.domains.tickets import selectors, shapes, tracking
from anxin.domains.tickets.documents import DeskRules
from anxin.domains.tickets.intake import Told, take_in
from anxin.domains.tickets.links import holder_of
from anxin.domains.tickets.services import Opened, cancel, press, reply
from anxin.kernel import clock, files, links, policies
from anxin.kernel.actor import Actor, Assurance
from anxin.kernel.http import Request, Router
from anxin.kernel.i18n import language, t

router = Router(tags=["portal"])


class NewRequest(Schema):
    """What a customer tells. Nothing here sets priority, promises or places: those are worked out."""

    text: str = Field(max_length=4000)
    qr_token: str = ""
    product: str = ""
    category: str = ""
    symptom: str | None = None
    order_type: str = "repair"
    name: str = Field("", max_length=80)
    phone: str = Field("", max_length=20)
    address: str = Field("", max_length=200)
    when: str | None = Field(None, max_length=60)
    lang: str = ""


class RequestAnswer(Schema):
    """`tracking_url` is empty when the request joined a ticket this person has not proved to be theirs."""

    ticket_number: str
    tracking_url: str
    joined: bool
    safety_card: dict[str, Any] | None


@router.post("/portal/requests", verb="public", creates=True, rate="20/m", response=RequestAnswer)
def request_(request: Request, response: HttpResponse, body: NewRequest) -> RequestAnswer:
    """Open a request without a log-in, or join the same problem already open; the safety card comes first."""
    actor = request.actor
    values = body.model_dump(exclude={"when", "symptom"})
    told = Told(channel=_channel(actor, body), wish=body.when or "", symptom=body.symptom or "", **values)
    opened = take_in(actor=actor, told=told)
    theirs = not opened.joined or _proved(actor, opened)
    if theirs and not actor.is_staff:
        people.hold(request, "ticket", opened.ticket.pk)
    lang = language(body.lang or actor.lang)
    return RequestAnswer(
        ticket_number=opened.ticket.number,
        tracking_url=_tracking_url(opened) if theirs else "",
        joined=opened.joined,
        safety_card=shapes.safety(opened.card, lang) if opened.card else None,
    )


def _channel(actor: Actor, body: NewRequest) -> str:
    if actor.is_staff:
        return "api"
    return "qr" if body.qr_token else "portal"


def _proved(actor: Actor, opened: Opened) -> bool:
    """Who scans a code on somebody's machine and types a name has proved nothing, nor has staff of another place."""
    if actor.is_staff:
        return selectors.visible_to(actor, "ticket.read").filter(pk=opened.ticket.pk).exists()
    if ("ticket", opened.ticket.pk) in actor.holds:
        return True
    known = actor.id is not None and actor.assurance is Assurance.VERIFIED
    return known and actor.id in customers.records_of(opened.ticket.customer_id)


def _tracking_url(opened: Opened) -> str:
    until = clock.now() + timedelta(days=policies.current(DeskRules).tracking_days)
    return f"/t/{links.sign('track', opened.ticket.pk, until)}"


class Words(Schema):
    """`files`: sent for this case before."""

    text: str = Field(max_length=4000)
    files: list[UUID] = Field([], max_length=12)


class Attached(Schema):
    id: UUID
    name: str
    mime: str
    size: int


class Why(Schema):
    reason: str = Field("", max_length=200)


class Pressed(Schema):
    presses: int
    told: str


@router.get("/portal/track/{token}", verb="link:track", rate="120/m", response=tracking.Tracking)
def track(request: Request, token: str) -> tracking.Tracking:
    """The case behind a tracking link."""
    holder, ticket_id = holder_of(token, request)
    return tracking.of(ticket_id, holder)


@router.post("/portal/track/{token}/message", verb="link:track", rate="20/m", creates=True, response=tracking.Tracking)
def message(request: Request, token: str, body: Words) -> tracking.Tracking:
    """Say something to the desk; the safety gate reads it too."""
    holder, ticket_id = holder_of(token, request)
    reply(actor=holder, ticket_id=ticket_id, text=body.text, files=body.files, verb="ticket.see")
    return tracking.of(ticket_id, holder)


@router.post("/portal/track/{token}/files", verb="link:track", rate="40/m", creates=True, response={201: Attached})
def attach(request: Request, token: str, file: File[UploadedFile]) -> Status[Attached]:
    """A photo or a voice note for the case; it is seen once a message names it."""
    holder, ticket_id = holder_of(token, request)
    row = files.store(holder, file, bound_to=("ticket", ticket_id))
    return Status(201, Attached(id=row.pk, name=row.name, mime=row.mime, size=row.size))


@router.get("/portal/track/{token}/files/{uuid:file_id}", verb="link:track", rate="240/m")
def attached(request: Request, token: str, file_id: UUID) -> FileResponse:
    holder, ticket_id = holder_of(token, request)
    return tracking.opened(ticket_id, holder, file_id).response()


@router.post("/portal/track/{token}/press", verb="link:track", rate="3/h", response=Pressed)
def press_(request: Request, token: str) -> Pressed:
    """催单: counted, and told to who must hear."""
    holder, ticket_id = holder_of(token, request)
    ticket = press(actor=holder, ticket_id=ticket_id, verb="ticket.see")
    return Pressed(presses=ticket.presses, told=t("portal.pressed", holder.lang, count=ticket.presses))


@router.post("/portal/track/{token}/cancel", verb="link:track", rate="10/m", response=tracking.Tracking)
def cancel_(request: Request, token: str, body: Why) -> tracking.Tracking:
    """The customer no longer wants it."""
    holder, ticket_id = holder_of(token, request)
    cancel(actor=holder, ticket_id=ticket_id, reason=body.reason, verb="ticket.see")
    return tracking.of(ticket_id, holder)
