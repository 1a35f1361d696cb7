"""What the holder of a tracking link sees of his case."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Schema

from anxin.domains.assets import public as assets
from anxin.domains.conversations import public as conversations
from anxin.domains.customers import public as customers
from anxin.domains.processes import public as processes
from anxin.domains.tickets import panels, selectors, shapes, timeline
from anxin.domains.tickets.intake import QUESTION
from anxin.domains.tickets.models import Ticket
from anxin.kernel import authz, files
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound
from anxin.kernel.i18n import Reason

#: Panels of domains above: the visit (window, engineer, booking) and the rating.
PANELS = ("visit", "rating")
STATES = {"done": "done", "current": "now", "ahead": "todo", "skipped": "skipped"}
AUTHORS = {"customer": "customer", "person": "agent", "ai": "ai", "system": "system", "device": "engineer"}


class Stop(Schema):
    code: str
    name: str
    at: datetime | None
    state: str
    late: bool


class Line(Schema):
    id: UUID
    author: str
    name: str
    text: str
    sent_at: datetime
    files: list[timeline.FileLine]


class May(Schema):
    reschedule: bool = False
    book: bool = False
    cancel: bool
    press: bool
    chat: bool
    rate: bool = False


class Tracking(Schema):
    """One case for its customer. What fieldwork and feedback know is empty until they provide it."""

    number: str
    headline: dict[str, Any]
    subject: str
    place: str
    stages: list[Stop]
    messages: list[Line]
    may: May
    coverage: dict[str, Any] | None
    fee: dict[str, str] | None
    presses: int
    safety_card: dict[str, Any] | None
    verified: bool
    phone_masked: str | None
    elderly: bool
    window: dict[str, Any] | None = None
    engineer: dict[str, Any] | None = None
    last_leg: dict[str, Any] | None = None
    reschedules_left: int | None = None
    record_url: str | None = None
    rate_url: str | None = None
    video_url: str | None = None


def of(ticket_id: UUID, holder: Actor) -> Tracking:
    """The page behind a link, in the holder's language."""
    ticket = selectors.one(holder, ticket_id)
    reach = customers.reach_of(ticket.customer_id)
    known = _panels(holder, ticket_id)
    may = known.pop("may", {})
    return Tracking(
        number=ticket.number,
        headline=headline(ticket).told(holder.lang),
        subject=shapes.subject_of(ticket, holder.lang),
        place=f"{ticket.household.district}{ticket.household.street}" if ticket.household else "",
        stages=_stages(ticket, holder.lang),
        messages=_lines(ticket),
        may=May(**{**_own_may(ticket), **may}),
        coverage=_coverage(ticket, holder.lang),
        fee=_fee(ticket),
        presses=ticket.presses,
        safety_card=shapes.safety_of(ticket, holder.lang),
        verified=reach.phone_verified,
        phone_masked=authz.mask_phone(reach.phone) if reach.phone else None,
        elderly=ticket.customer.elderly,
        video_url=call.url if (call := shapes.open_video(ticket)) else None,
        **known,
    )


def _own_may(ticket: Ticket) -> dict[str, bool]:
    """What the ticket itself allows; a domain above may narrow it."""
    return {
        "cancel": ticket.is_open,
        "press": ticket.is_open,
        "chat": ticket.status not in ("archived", "cancelled"),
    }


def _panels(holder: Actor, ticket_id: UUID) -> dict[str, Any]:
    """What the domains above know, in one; what each `may` say is united."""
    found: dict[str, Any] = {"may": {}}
    for name in PANELS:
        for row in panels.rows(name, holder, ticket_id):
            found["may"] |= row.get("may", {})
            found |= {key: value for key, value in row.items() if key in Tracking.model_fields and key != "may"}
    return found


def headline(ticket: Ticket) -> Reason:
    """Where the case stands, in one sentence."""
    if ticket.status == Ticket.Status.CANCELLED:
        return Reason("portal.headline.cancelled")
    if ticket.order_type == QUESTION and ticket.is_open:
        return Reason("portal.headline.question")
    stage = processes.standings([ticket.case_id])[ticket.case_id].stage
    return Reason("portal.headline", {"stage": f"enum.portal_headline.{stage}"})


def _stages(ticket: Ticket, lang: str) -> list[Stop]:
    return [
        Stop(code=s.code, name=s.name, at=s.at, state=STATES[s.state], late=s.late)
        for s in shapes.stages(ticket.case_id, lang)
    ]


def _lines(ticket: Ticket) -> list[Line]:
    said = conversations.messages(ticket.case_id, internal=False)
    attached = timeline.attachments(said)
    return [
        Line(
            id=card.id,
            author=AUTHORS.get(card.author_kind, "system"),
            name=card.author_name,
            text=card.text,
            sent_at=card.sent_at,
            files=attached[card.id],
        )
        for card in said
    ]


def opened(ticket_id: UUID, holder: Actor, file_id: UUID) -> files.OpenFile:
    """A file of what was said to or by the customer. Raises NotFound for any other, notes of the staff included."""
    ticket = selectors.one(holder, ticket_id)
    said = conversations.messages(ticket.case_id, internal=False)
    if not any(file_id in card.files for card in said):
        raise NotFound("error.file_not_found")
    return files.open_for(holder, file_id)


def _coverage(ticket: Ticket, lang: str) -> dict[str, Any] | None:
    found = shapes.coverage_of(ticket, lang)
    return {**found, "covered": found["covered"] in ("in", "contract", "goodwill")} if found else None


def _fee(ticket: Ticket) -> dict[str, str] | None:
    """The visit's fee, told before anything is booked; nothing while it is covered."""
    found = assets.coverage(unit_id=ticket.unit_id, order_type=ticket.order_type) if ticket.unit_id else None
    return {"amount": str(found.visit_fee), "note": ""} if found and found.visit_fee else None
