"""What other domains may ask of fieldwork."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.fieldwork import selectors, slots
from anxin.domains.fieldwork.candidates import Candidates, candidates
from anxin.domains.fieldwork.models import Evidence, Hold, Signature, Visit, WorkOrder
from anxin.domains.fieldwork.models.orders import ENDED_ORDERS
from anxin.domains.fieldwork.rules import Period
from anxin.domains.fieldwork.services import cancel_order, close_order, open_order, reopen_order
from anxin.domains.fieldwork.slots import Slot
from anxin.kernel.actor import Actor
from anxin.kernel.statements import by_key, follow, prepared

__all__ = [
    "Candidates",
    "OrderCard",
    "Slot",
    "VisitFacts",
    "book",
    "cancel_order",
    "close_order",
    "explain",
    "hold",
    "offer",
    "open_order",
    "order_card",
    "orders_of_ticket",
    "outlets_at_work",
    "reopen_order",
    "visit_facts",
]

_MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class OrderCard:
    """An order as neighbours above need it; `engineer_id`: of the open or last visit, cancelled ones left out."""

    id: UUID
    number: str
    ticket_id: UUID
    case_id: UUID
    customer_id: UUID
    unit_id: UUID | None
    order_type: str
    category: str
    status: str
    org_id: UUID
    outlet_id: UUID | None
    engineer_id: UUID | None
    window_start: datetime | None
    window_end: datetime | None
    completed_at: datetime | None
    urgent: bool
    visits: int


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """What the completion review looks at. `reused_photos`: pictures that were handed in on another visit before.
    `signed_orders`: orders signed on the same phone in the 30 days before, this one included."""

    order_id: UUID
    visit_id: UUID
    engineer_id: UUID
    arrived_at: datetime | None
    finished_at: datetime | None
    distance_m: int | None
    accuracy_m: int | None
    place_accuracy_m: int | None
    scanned_serial: str
    scan_match: bool | None
    photos: int
    reused_photos: tuple[UUID, ...]
    signed: bool
    unsigned_reason: str
    signed_orders: int
    visits: int


def order_card(order_id: UUID) -> OrderCard:
    """Raises WorkOrder.DoesNotExist."""
    found = _order(order_id)
    if not found:
        raise WorkOrder.DoesNotExist
    return _cards(found)[0]


@prepared
def _order(order_id: UUID) -> QuerySet[WorkOrder]:
    return WorkOrder.objects.filter(pk=order_id)


def orders_of_ticket(ticket_id: UUID) -> list[OrderCard]:
    return _cards(_orders(ticket_id))


@prepared
def _orders(ticket_id: UUID) -> QuerySet[WorkOrder]:
    return WorkOrder.objects.filter(ticket_id=ticket_id).order_by("opened_at", "id")


def outlets_at_work() -> dict[UUID, UUID]:
    """Ticket → the outlet that has its open order now."""
    rows = WorkOrder.objects.exclude(status__in=ENDED_ORDERS).exclude(outlet=None)
    return dict(rows.order_by("opened_at").values_list("ticket_id", "outlet_id"))


def offer(order_id: UUID) -> list[Slot]:
    """Windows a customer may choose for an order, earliest first."""
    return slots.offer(_placed(order_id))


def explain(order_id: UUID, window: Period | None = None) -> Candidates:
    """Who of the order's outlet may do it, best first, and who may not, each with reasons; `window` = its own."""
    order = _placed(order_id)
    return candidates(order, window) if order.outlet else Candidates([], [], {})


def _placed(order_id: UUID) -> WorkOrder:
    order = by_key(WorkOrder, order_id)
    follow(order, "outlet", "household")
    return order


def hold(actor: Actor, order_id: UUID, start: datetime, end: datetime) -> Hold:
    """Keep a window while the customer decides."""
    return slots.hold(actor=actor, order_id=order_id, start=start, end=end)


def book(actor: Actor, hold_id: UUID) -> Visit:
    """Turn a held window into an agreed visit."""
    return slots.book_hold(actor=actor, hold_id=hold_id)


def visit_facts(order_id: UUID) -> VisitFacts:
    """Facts of the order's completing visit (the last, where one was sent back). Raises Visit.DoesNotExist where
    none is completed."""
    completed = _completed(order_id)
    if not completed:
        raise Visit.DoesNotExist
    visit = completed[-1]
    signature = selectors.signature(visit.pk)
    evidence = _evidence(visit.pk)
    home = visit.order.household
    return VisitFacts(
        order_id=order_id,
        visit_id=visit.pk,
        engineer_id=visit.engineer_id,
        arrived_at=visit.arrived_at,
        finished_at=visit.finished_at,
        distance_m=visit.distance_m,
        accuracy_m=visit.accuracy,
        place_accuracy_m=home.accuracy if home else None,
        scanned_serial=visit.scanned_serial,
        scan_match=visit.scan_match,
        photos=len(evidence),
        reused_photos=_reused(visit, evidence),
        signed=signature is not None,
        unsigned_reason=visit.unsigned_reason,
        signed_orders=_signed_orders(signature),
        visits=_not_cancelled.count(order_id),
    )


@prepared
def _completed(order_id: UUID) -> QuerySet[Visit]:
    rows = Visit.objects.filter(order_id=order_id, outcome=Visit.Outcome.COMPLETED)
    return rows.select_related("order__household").order_by("sequence")


@prepared
def _not_cancelled(order_id: UUID) -> QuerySet[Visit]:
    return Visit.objects.filter(order_id=order_id).exclude(status=Visit.Status.CANCELLED)


@prepared
def _evidence(visit_id: UUID) -> QuerySet[Evidence]:
    return Evidence.objects.filter(visit_id=visit_id)


def _reused(visit: Visit, evidence: Sequence[Evidence]) -> tuple[UUID, ...]:
    if not evidence:
        return ()
    seen = set(_seen_elsewhere([row.sha256 for row in evidence], visit.pk))
    return tuple(row.file_id for row in evidence if row.sha256 in seen)


@prepared
def _seen_elsewhere(hashes: list[str], visit_id: UUID) -> QuerySet[Evidence, str]:
    return Evidence.objects.filter(sha256__in=hashes).exclude(visit_id=visit_id).values_list("sha256", flat=True)


def _signed_orders(signature: Signature | None) -> int:
    if signature is None or not signature.device:
        return 0
    since = signature.signed_at - _MONTH
    rows = Signature.objects.filter(device=signature.device, signed_at__gt=since, signed_at__lte=signature.signed_at)
    return rows.values("visit__order_id").distinct().count()


def _cards(orders: Iterable[WorkOrder]) -> list[OrderCard]:
    """Two queries for any number."""
    rows = list(orders)
    engineers: dict[UUID, list[UUID]] = {row.pk: [] for row in rows}
    for order_id, engineer_id in _engineers(tuple(engineers)) if engineers else ():
        engineers[order_id].append(engineer_id)
    return [_card(row, engineers[row.pk]) for row in rows]


@prepared
def _engineers(orders: tuple[UUID, ...]) -> QuerySet[Visit, tuple[UUID, UUID]]:
    rows = Visit.objects.filter(order_id__in=orders).exclude(status=Visit.Status.CANCELLED)
    return rows.order_by("sequence").values_list("order_id", "engineer_id")


def _card(row: WorkOrder, engineers: Sequence[UUID]) -> OrderCard:
    """`engineers`: of its visits, first to last."""
    return OrderCard(
        id=row.pk,
        number=row.number,
        ticket_id=row.ticket_id,
        case_id=row.case_id,
        customer_id=row.customer_id,
        unit_id=row.unit_id,
        order_type=row.order_type,
        category=row.category,
        status=row.status,
        org_id=row.org_id,
        outlet_id=row.outlet_id,
        engineer_id=engineers[-1] if engineers else None,
        visits=len(engineers),
        window_start=row.window_start,
        window_end=row.window_end,
        completed_at=row.completed_at,
        urgent=row.urgent,
    )
