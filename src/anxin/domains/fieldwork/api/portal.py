"""The customer's booking, by the signed link of its ticket."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from ninja import Schema, Status

from anxin.domains.fieldwork import selectors, shapes, slots
from anxin.domains.fieldwork.models import Hold, WorkOrder
from anxin.domains.fieldwork.models.orders import ENDED_ORDERS
from anxin.kernel import links
from anxin.kernel.actor import Actor, ActorKind, Assurance
from anxin.kernel.errors import Conflict, Invalid, NotFound
from anxin.kernel.http import Request, Router

router = Router(tags=["portal"])
_SLOT = re.compile("([0-9]{1,10})-([0-9]{1,10})")  # seconds since 1970, to the year 2286


class HoldIn(Schema):
    slot: str


class HeldOut(Schema):
    hold: UUID
    expires_at: datetime


class BookIn(Schema):
    hold: UUID
    reason: str = ""


class BookedOut(Schema):
    window: shapes.Span


@router.get("/portal/track/{token}/slots", verb="link:track", rate="60/m", response=list[shapes.SlotOut])
def slots_(request: Request, token: str) -> list[shapes.SlotOut]:
    _, order = _behind(token, request.actor.lang)
    visit = selectors.open_visit(order)
    name = visit.engineer.user.name if visit else None
    return [shapes.slot_out(slot, name) for slot in slots.offer(order)]


@router.post("/portal/track/{token}/hold", verb="link:track", rate="20/m", creates=True, response={201: HeldOut})
def hold(request: Request, token: str, wish: HoldIn) -> Status[HeldOut]:
    actor, order = _behind(token, request.actor.lang)
    start, end = _times(wish.slot)
    held = slots.hold(actor=actor, order_id=order.pk, start=start, end=end)
    return Status(201, HeldOut(hold=held.pk, expires_at=held.expires_at))


@router.post("/portal/track/{token}/book", verb="link:track", rate="20/m", response=BookedOut)
def book(request: Request, token: str, wish: BookIn) -> BookedOut:
    actor, order = _behind(token, request.actor.lang)
    return _booked(actor, order, wish.hold)


@router.post("/portal/track/{token}/reschedule", verb="link:track", rate="20/m", response=BookedOut)
def reschedule(request: Request, token: str, wish: BookIn) -> BookedOut:
    actor, order = _behind(token, request.actor.lang)
    if order.status != WorkOrder.Status.AGREED:
        raise Conflict("order.nothing_to_move")
    return _booked(actor, order, wish.hold)


def _booked(actor: Actor, order: WorkOrder, hold_id: UUID) -> BookedOut:
    if not Hold.objects.filter(pk=hold_id, order=order).exists():
        raise NotFound
    visit = slots.book_hold(actor=actor, hold_id=hold_id)
    assert visit.window_start and visit.window_end, "a booked visit has a window"
    return BookedOut(window=shapes.Span(start=visit.window_start, end=visit.window_end))


def _behind(token: str, lang: str) -> tuple[Actor, WorkOrder]:
    """Who holds the link, and the ticket's living order. The actor reaches this order and nothing else."""
    link = links.read("track", token)
    rows = WorkOrder.objects.filter(ticket_id=link.object_id).exclude(status__in=ENDED_ORDERS)
    order = rows.select_related("outlet", "household").order_by("-opened_at").first()
    if order is None:
        raise NotFound
    holder = Actor(kind=ActorKind.CUSTOMER, assurance=Assurance.VERIFIED, name="", lang=lang)
    return replace(holder, holds=frozenset({("order", order.pk), ("ticket", link.object_id)})), order


def _times(slot: str) -> tuple[datetime, datetime]:
    found = _SLOT.fullmatch(slot)
    if not found:
        raise Invalid("order.bad_window", field="slot")
    return datetime.fromtimestamp(int(found[1]), UTC), datetime.fromtimestamp(int(found[2]), UTC)
