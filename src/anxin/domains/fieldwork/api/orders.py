"""Routes of work orders."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from ninja import Query, Schema, Status

from anxin.domains.fieldwork import record, selectors, services, shapes, slots
from anxin.domains.fieldwork.candidates import candidates
from anxin.domains.fieldwork.inbox import resolve
from anxin.domains.fieldwork.models import FieldCommand, WorkOrder
from anxin.domains.fieldwork.services.offering import options
from anxin.kernel import undo
from anxin.kernel.errors import Conflict, NotFound
from anxin.kernel.http import Column, Page, Request, Router, etag, expect_version, export, paginate
from anxin.kernel.i18n import t

router = Router(tags=["orders"])
EXPORTED = 5000
ORDERS = {"opened_at": "opened_at", "window_start": "window_start", "number": "number"}


class Filters(Schema):
    """`day`: windows beginning then (UTC day)."""

    status: str = ""
    org: UUID | None = None
    outlet: UUID | None = None
    engineer: UUID | None = None
    ticket: UUID | None = None
    order_type: str = ""
    category: str = ""
    since: datetime | None = None
    until: datetime | None = None


class OpenIn(Schema):
    order_type: str | None = None
    note: str = ""


class OfferIn(Schema):
    outlet_id: UUID
    reason: str


class ReturnIn(Schema):
    reason: str
    note: str = ""


class AssignIn(Schema):
    """`overrule`: why a rule of the brand shall not count here."""

    engineer: UUID
    start: datetime | None = None
    end: datetime | None = None
    overrule: str | None = None
    reason: str = ""


class ContactIn(Schema):
    result: str
    note: str = ""


class AgreeIn(Schema):
    start: datetime
    end: datetime
    reason: str = ""


class CancelIn(Schema):
    reason: str


class Undo(Schema):
    token: str
    seconds: int = int(undo.WINDOW.total_seconds())


class OrderDone(Schema):
    """The order's new version, and how to take the step back, if it can be."""

    id: UUID
    version: int
    status: str
    undo: Undo | None = None


@router.get("/orders", verb="order.see", response=Page[shapes.OrderRow])
def list_(
    request: Request,
    filters: Query[Filters],
    cursor: str | None = None,
    limit: int = 25,
    sort: str = "-opened_at",
) -> Page[shapes.OrderRow]:
    return paginate(
        request,
        shapes.joined(_filtered(request, filters, "order.see")),
        what="orders",
        shape=lambda rows: shapes.rows(rows, request.actor.lang),
        orders=ORDERS,
        sort=sort,
        cursor=cursor,
        limit=limit,
    )


@router.get("/orders/export", verb="order.export")
def export_(request: Request, filters: Query[Filters], format: str = "csv") -> HttpResponse:
    found = shapes.joined(_filtered(request, filters, "order.export")).order_by("-opened_at")[:EXPORTED]
    lang = request.actor.lang
    columns = [
        Column[WorkOrder]("order.column.number", lambda o: o.number),
        Column[WorkOrder]("order.column.type", lambda o: t(f"enum.order_type.{o.order_type}", lang)),
        Column[WorkOrder]("order.column.status", lambda o: t(f"enum.order_status.{o.status}", lang)),
        Column[WorkOrder]("order.column.outlet", lambda o: o.outlet.name if o.outlet else ""),
        Column[WorkOrder]("order.column.opened", lambda o: o.opened_at),
        Column[WorkOrder]("order.column.window", lambda o: o.window_start or ""),
        Column[WorkOrder]("order.column.completed", lambda o: o.completed_at or ""),
    ]
    return export(request, list(found), columns, what="orders", format=format)


def _filtered(request: Request, filters: Filters, verb: str) -> QuerySet[WorkOrder]:
    rows = selectors.orders(request.actor, verb)
    exact: dict[str, UUID | str | None] = {
        "org_id": filters.org,
        "outlet_id": filters.outlet,
        "ticket_id": filters.ticket,
        "order_type": filters.order_type,
        "category": filters.category,
    }
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if filters.status:
        rows = rows.filter(status__in=filters.status.split(","))
    if filters.engineer:
        rows = rows.filter(pk__in=WorkOrder.objects.filter(visits__engineer_id=filters.engineer).values("pk"))
    if filters.since:
        rows = rows.filter(window_start__gte=filters.since)
    if filters.until:
        rows = rows.filter(window_start__lt=filters.until)
    return rows


@router.post("/tickets/{uuid:ticket_id}/orders", verb="order.open", creates=True, response={201: OrderDone})
def open_(request: Request, ticket_id: UUID, wish: OpenIn) -> Status[OrderDone]:
    order = services.open_order(actor=request.actor, ticket_id=ticket_id, order_type=wish.order_type, note=wish.note)
    return Status(201, _done(order))


@router.get("/orders/{uuid:order_id}", verb="order.see", response=shapes.OrderDetail)
def one(request: Request, response: HttpResponse, order_id: UUID) -> shapes.OrderDetail:
    row = shapes.joined(selectors.orders(request.actor, "order.see")).filter(pk=order_id).first()
    if row is None:
        raise NotFound
    etag(response, row.version)
    return shapes.detail(row, request.actor.lang)


@router.get("/orders/{uuid:order_id}/outlets", verb="order.offer", response=list[shapes.OutletRow])
def outlets(request: Request, order_id: UUID) -> list[shapes.OutletRow]:
    order = selectors.order_for(request.actor, "order.offer", order_id)
    return [shapes.outlet_row(option, request.actor.lang) for option in options(order)]


@router.get("/orders/{uuid:order_id}/candidates", verb="order.assign", response=shapes.CandidatesOut)
def candidates_(
    request: Request, order_id: UUID, start: datetime | None = None, end: datetime | None = None
) -> shapes.CandidatesOut:
    order = selectors.order_for(request.actor, "order.assign", order_id)
    if order.outlet is None:
        raise Conflict("order.no_outlet")
    window = (start, end) if start and end else None
    return shapes.candidates_out(candidates(order, window), order.category, request.actor.lang)


@router.get("/orders/{uuid:order_id}/slots", verb="order.see", response=list[shapes.SlotOut])
def slots_(request: Request, order_id: UUID) -> list[shapes.SlotOut]:
    order = selectors.order_for(request.actor, "order.see", order_id)
    return [shapes.slot_out(slot, None) for slot in slots.offer(order)]


@router.post("/orders/{uuid:order_id}/offer", verb="order.offer", response=OrderDone)
def offer(request: Request, order_id: UUID, wish: OfferIn) -> OrderDone:
    _unchanged(request, "order.offer", order_id)
    done = services.offer_undoable(actor=request.actor, order_id=order_id, outlet_id=wish.outlet_id, reason=wish.reason)
    return _done(*done)


@router.post("/orders/{uuid:order_id}/accept", verb="order.accept", response=OrderDone)
def accept(request: Request, order_id: UUID) -> OrderDone:
    _unchanged(request, "order.accept", order_id)
    return _done(*services.accept_undoable(actor=request.actor, order_id=order_id))


@router.post("/orders/{uuid:order_id}/return", verb="order.accept", response=OrderDone)
def return_(request: Request, order_id: UUID, why: ReturnIn) -> OrderDone:
    _unchanged(request, "order.accept", order_id)
    done = services.return_undoable(actor=request.actor, order_id=order_id, reason=why.reason[:40], note=why.note)
    return _done(*done)


@router.post("/orders/{uuid:order_id}/assign", verb="order.assign", response=OrderDone)
def assign(request: Request, order_id: UUID, wish: AssignIn) -> OrderDone:
    _unchanged(request, "order.assign", order_id)
    done = services.assign_undoable(
        actor=request.actor,
        order_id=order_id,
        engineer_id=wish.engineer,
        window=(wish.start, wish.end) if wish.start and wish.end else None,
        reason=wish.overrule or wish.reason,
    )
    return _done(*done)


@router.post("/orders/{uuid:order_id}/overrule", verb="order.override", response=OrderDone)
def overrule(request: Request, order_id: UUID, wish: AssignIn) -> OrderDone:
    """Assign against a rule of the brand, by name and with the reason."""
    return assign(request, order_id, wish)


@router.post("/orders/{uuid:order_id}/contact", verb="order.contact", response=OrderDone)
def contact(request: Request, order_id: UUID, call: ContactIn) -> OrderDone:
    attempt = services.log_contact(actor=request.actor, order_id=order_id, result=call.result, note=call.note)
    return _done(attempt.order)


@router.post("/orders/{uuid:order_id}/agree", verb="order.contact", response=OrderDone)
def agree(request: Request, order_id: UUID, window: AgreeIn) -> OrderDone:
    _unchanged(request, "order.contact", order_id)
    visit = services.agree_window(
        actor=request.actor, order_id=order_id, start=window.start, end=window.end, source="desk"
    )
    return _done(visit.order)


@router.post("/orders/{uuid:order_id}/book", verb="order.book", response=OrderDone)
def book(request: Request, order_id: UUID, window: AgreeIn) -> OrderDone:
    """Book one of the offered windows for the customer on the phone."""
    held = slots.hold(actor=request.actor, order_id=order_id, start=window.start, end=window.end)
    return _done(slots.book_hold(actor=request.actor, hold_id=held.pk, source="desk").order)


@router.post("/orders/{uuid:order_id}/parts-arrived", verb="order.assign", response=OrderDone)
def parts_arrived(request: Request, order_id: UUID) -> OrderDone:
    return _done(services.parts_arrived(actor=request.actor, order_id=order_id))


@router.post("/orders/{uuid:order_id}/cancel", verb="order.cancel", response=OrderDone)
def cancel(request: Request, order_id: UUID, why: CancelIn) -> OrderDone:
    _unchanged(request, "order.cancel", order_id)
    return _done(*services.cancel_undoable(actor=request.actor, order_id=order_id, reason=why.reason))


@router.post("/orders/{uuid:order_id}/commands/{uuid:command_id}/resolve", verb="order.assign", response=OrderDone)
def resolve_(request: Request, order_id: UUID, command_id: UUID) -> OrderDone:
    order = selectors.order_for(request.actor, "order.assign", order_id)
    command = FieldCommand.objects.filter(pk=command_id, visit__order=order).first()
    if command is None:
        raise NotFound
    resolve(actor=request.actor, command=command)
    return _done(order)


@router.get("/orders/{uuid:order_id}/record", verb="order.see")
def record_(request: Request, order_id: UUID) -> HttpResponse:
    """The printable service record."""
    order = selectors.order_for(request.actor, "order.see", order_id)
    return record.page(order, request.actor.lang)


def _unchanged(request: Request, verb: str, order_id: UUID) -> None:
    """Whoever changes an order names the version seen, and is refused when it is not the present one."""
    order = selectors.order_for(request.actor, verb, order_id)
    expect_version(request, order.version, current=lambda: services.state_of(order))


def _done(order: WorkOrder, token: str | None = None) -> OrderDone:
    taken_back = Undo(token=token) if token else None
    return OrderDone(id=order.pk, version=order.version, status=order.status, undo=taken_back)
