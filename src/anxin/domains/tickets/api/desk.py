"""Lists, the board, one ticket, and what the desk keeps."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Schema, Status
from pydantic import BaseModel, Field

from anxin.domains.processes import public as processes
from anxin.domains.tickets import kanban, selectors, services, shapes, timeline
from anxin.domains.tickets.intake import Told, take_in
from anxin.domains.tickets.models import CannedReply, SavedView
from anxin.kernel import authz
from anxin.kernel.http import Column, Page, Request, Router, changes, etag, expect_version, export, paginate
from anxin.kernel.i18n import t

router = Router(tags=["tickets"])
EXPORTED = 5000


class TicketFilters(Schema):
    """What a list is narrowed by; `sort` one of updated_at, opened_at, due, number, presses, `-` turns it round."""

    view: str = ""
    status: str = ""
    stage: str = ""
    clock: str = ""
    tier: str = ""
    category: str = ""
    order_type: str = ""
    channel: str = ""
    urgency: str = ""
    org: UUID | None = None
    assignee: UUID | None = None
    customer: UUID | None = None
    q: str = Field("", max_length=200)
    sort: str = "-updated_at"
    cursor: str | None = None
    limit: int = 25

    def narrowing(self) -> selectors.Filters:
        return selectors.Filters(**self.model_dump(exclude={"sort", "cursor", "limit"}))


class NewTicket(Schema):
    """The agent's form while somebody calls: a known customer, or name and phone."""

    text: str = Field(max_length=4000)
    order_type: str = "repair"
    customer_id: UUID | None = None
    household_id: UUID | None = None
    name: str = Field("", max_length=80)
    phone: str = Field("", max_length=20)
    address: str = Field("", max_length=200)
    unit_id: UUID | None = None
    product: str = ""
    category: str = ""
    symptom: str = ""
    when: str = Field("", max_length=60)


class TicketOpened(Schema):
    """What became of a call: the ticket to go to, joined if the same problem was open already."""

    id: UUID
    number: str
    joined: bool
    safety_card: dict[str, Any] | None


class Edit(Schema):
    """`set_aside`: what the actor had written and gave up on seeing another's edit (field → value)."""

    category: str | None = None
    order_type: str | None = None
    symptom: str | None = None
    urgency: str | None = None
    complexity: str | None = None
    wish: str | None = None
    set_aside: dict[str, str] = {}


class ViewIn(Schema):
    name: str = Field(max_length=60)
    query: dict[str, str]
    shared: bool = False


class ViewOut(ViewIn):
    id: UUID
    own: bool


class CannedIn(Schema):
    code: str = Field(max_length=32, pattern=r"^[a-z0-9_-]+$")
    title: str = Field(max_length=60)
    text: str = Field(max_length=2000)
    lang: str = Field("zh", pattern="^(zh|en)$")


class CannedOut(CannedIn):
    id: UUID


@router.get("/tickets", verb="ticket.read", response=Page[shapes.TicketRow])
def list_(request: Request, filters: Query[TicketFilters]) -> HttpResponse:
    """Tickets the actor may see, narrowed and in order; open ones unless asked otherwise."""
    page = paginate(
        request,
        selectors.listed(request.actor, filters.narrowing()),
        what="tickets",
        read=selectors.lines_of,
        shape=lambda page: shapes.rows(page, request.actor.lang),
        orders=selectors.SORTS,
        sort=filters.sort,
        cursor=filters.cursor,
        limit=filters.limit,
    )
    return _json(page)


def _json(shown: BaseModel) -> HttpResponse:
    """A shape made here is right already: it is not read again to be checked."""
    return HttpResponse(shown.model_dump_json(), content_type="application/json; charset=utf-8")


@router.get("/tickets/export", verb="ticket.export")
def export_(request: Request, filters: Query[TicketFilters], format: str = "csv") -> HttpResponse:
    """What the list shows, as a file."""
    rows = selectors.lines(selectors.narrowed(request.actor, filters.narrowing()))
    lang = request.actor.lang
    found = shapes.rows(list(rows.order_by("-updated_at", "-pk")[:EXPORTED]), lang)
    return export(request, found, _columns(lang), what="tickets", format=format)


def _columns(lang: str) -> list[Column[shapes.TicketRow]]:
    return [
        Column("ticket.column.number", lambda row: row.number),
        Column("ticket.column.customer", lambda row: row.customer.name),
        Column("ticket.column.subject", lambda row: row.subject),
        Column("ticket.column.order_type", lambda row: t(f"enum.order_type.{row.order_type}", lang)),
        Column("ticket.column.status", lambda row: t(f"enum.ticket_status.{row.status}", lang)),
        Column("ticket.column.stage", lambda row: row.stage.name),
        Column("ticket.column.due", lambda row: row.clock.target_at if row.clock else None),
        Column("ticket.column.assignee", lambda row: row.assignee.name if row.assignee else ""),
        Column("ticket.column.presses", lambda row: row.presses),
        Column("ticket.column.opened_at", lambda row: row.opened_at),
    ]


@router.get("/tickets/counts", verb="ticket.read", response=dict[str, int])
def counts(request: Request) -> dict[str, int]:
    """Open work by the queue's tabs."""
    return selectors.counts(request.actor)


@router.get("/tickets/kanban", verb="ticket.read", response=kanban.Board)
def kanban_(request: Request, filters: Query[TicketFilters]) -> HttpResponse:
    """Open tickets by stage."""
    return _json(kanban.board(request.actor, filters.narrowing(), processes.stage_codes()))


@router.get("/tickets/views", verb="ticket.read", response=list[ViewOut])
def views(request: Request) -> list[ViewOut]:
    """One's own saved views and shared ones."""
    return [_view(row, request) for row in selectors.views_of(request.actor)]


@router.post("/tickets/views", verb="ticket.read", response=ViewOut)
def save_view(request: Request, body: ViewIn) -> ViewOut:
    """Keep filters under a name; the same name replaces."""
    row = services.save_view(actor=request.actor, name=body.name, query=body.query, shared=body.shared)
    return _view(row, request)


@router.delete("/tickets/views/{view_id}", verb="ticket.read", response={204: None})
def drop_view(request: Request, view_id: UUID) -> Status[None]:
    """Remove one of one's own views."""
    services.drop_view(actor=request.actor, view_id=view_id)
    return Status(204, None)


def _view(row: SavedView, request: Request) -> ViewOut:
    return ViewOut(id=row.pk, name=row.name, query=row.query, shared=row.shared, own=row.user_id == request.actor.id)


@router.get("/tickets/canned", verb="ticket.note", response=list[CannedOut])
def canned(request: Request) -> list[CannedOut]:
    """Canned replies in both languages."""
    return [_canned(row) for row in CannedReply.objects.all()]


@router.post("/tickets/canned", verb="ticket.canned", response=CannedOut)
def define_canned(request: Request, body: CannedIn) -> CannedOut:
    """Write a canned reply, or rewrite the one of the same code and language."""
    return _canned(services.define_canned(actor=request.actor, **body.model_dump()))


def _canned(row: CannedReply) -> CannedOut:
    return CannedOut(id=row.pk, code=row.code, title=row.title, text=row.text, lang=row.lang)


@router.post("/tickets", verb="ticket.open", creates=True, response=TicketOpened)
def open_(request: Request, body: NewTicket) -> TicketOpened:
    """Open a ticket for somebody on the phone. Raises NotFound where the actor may not read what it became."""
    values = body.model_dump(exclude={"when"})
    opened = take_in(actor=request.actor, told=Told(channel="phone", wish=body.when, **values))
    if opened.ticket.org_id not in authz.reach(request.actor, "ticket.read").org_ids:
        selectors.one(request.actor, opened.ticket.pk, "ticket.read")
    return TicketOpened(
        id=opened.ticket.pk,
        number=opened.ticket.number,
        joined=opened.joined,
        safety_card=shapes.safety(opened.card, request.actor.lang) if opened.card else None,
    )


@router.get("/tickets/{uuid:ticket_id}", verb="ticket.read", response=shapes.TicketDetail)
def one(request: Request, response: HttpResponse, ticket_id: UUID) -> shapes.TicketDetail:
    """All of one ticket."""
    ticket = selectors.one(request.actor, ticket_id, "ticket.read")
    etag(response, ticket.version)
    return shapes.detail(ticket, request.actor)


@router.patch("/tickets/{uuid:ticket_id}", verb="ticket.work", response=shapes.TicketDetail)
def edit(request: Request, response: HttpResponse, ticket_id: UUID, body: Edit) -> shapes.TicketDetail:
    """Correct what is known of the problem (If-Match)."""
    found = selectors.one(request.actor, ticket_id, "ticket.work")
    expect_version(request, found.version, current=lambda: shapes.detail(found, request.actor))
    values = changes(body)
    if set_aside := values.pop("set_aside", None):
        services.set_aside(actor=request.actor, ticket_id=ticket_id, values=set_aside)
    if values:
        services.change(actor=request.actor, ticket_id=ticket_id, **values)
    return one(request, response, ticket_id)


@router.get("/tickets/{ticket_id}/moves", verb="ticket.read", response=list[kanban.Move])
def moves(request: Request, ticket_id: UUID) -> list[kanban.Move]:
    """Where the board's card may be put, what that does, and what stands against it."""
    return kanban.moves(request.actor, selectors.one(request.actor, ticket_id, "ticket.read"))


@router.get("/tickets/{ticket_id}/timeline", verb="ticket.read", response=list[timeline.Entry])
def timeline_(request: Request, ticket_id: UUID) -> list[timeline.Entry]:
    """Events, messages and notes in one order."""
    return timeline.of(selectors.one(request.actor, ticket_id, "ticket.read"), request.actor)


@router.get("/tickets/{ticket_id}/similar", verb="ticket.read", response=list[shapes.SimilarRow])
def similar(request: Request, ticket_id: UUID) -> list[shapes.SimilarRow]:
    """Visible tickets whose words are closest."""
    ticket = selectors.one(request.actor, ticket_id, "ticket.read")
    return [shapes.similar(row, request.actor.lang) for row in selectors.similar(request.actor, ticket)]
