"""Orders, candidates and slots as the API shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from ninja import Schema

from anxin.domains.customers import public as customers
from anxin.domains.fieldwork.candidates import Candidates
from anxin.domains.fieldwork.models import Visit, WorkOrder
from anxin.domains.fieldwork.models.visits import OPEN_VISITS
from anxin.domains.fieldwork.slots import Slot
from anxin.domains.people import public as people
from anxin.domains.processes import public as processes
from anxin.kernel.i18n import Reason, t, told


class Named(Schema):
    id: UUID
    name: str


class Span(Schema):
    start: datetime
    end: datetime


class TicketBrief(Schema):
    id: UUID
    number: str
    subject: str


class CustomerBrief(Named):
    tier: str
    priority: bool
    elderly: bool


class OrderRow(Schema):
    """One line of a list; `accuracy` in metres around the place, None where it is unknown."""

    id: UUID
    number: str
    version: int
    order_type: str
    category: str
    status: str
    ticket: TicketBrief
    customer: CustomerBrief
    product: str | None
    address: str
    accuracy: int | None
    outlet: Named | None
    engineer: Named | None
    window_start: datetime | None
    window_end: datetime | None
    urgent: bool
    high_end: bool
    clock: processes.ClockFace | None
    opened_at: datetime
    offered_at: datetime | None


class OfferLine(Schema):
    outlet: Named
    rank: int
    offered_at: datetime
    answer: str
    answered_at: datetime | None
    return_reason: str
    reasons: list[dict[str, Any]]


class CallLine(Schema):
    at: datetime
    result: str
    result_name: str
    note: str


class VisitLine(Schema):
    id: UUID
    sequence: int
    engineer: Named
    status: str
    outcome: str
    window: Span | None
    departed_at: datetime | None
    arrived_at: datetime | None
    finished_at: datetime | None
    distance_m: int | None
    scan_match: bool | None
    needs: list[str]
    reasons: list[dict[str, Any]]
    overdue_commands: int


class OrderDetail(OrderRow):
    case_id: UUID
    note: str
    cause: str
    offers: list[OfferLine]
    contacts: list[CallLine]
    visits: list[VisitLine]
    clocks: list[processes.ClockFace]


class OutletRow(Schema):
    outlet_id: UUID
    name: str
    rank: int
    partner: bool
    quota: int | None
    used: int
    full: bool
    reasons: list[dict[str, Any]]


class EngineerBrief(Named):
    employee_no: str
    level: str


class AbleRow(Schema):
    engineer: EngineerBrief
    score: float
    travel_min: int | None
    load: int
    window: Span | None
    reasons: list[dict[str, Any]]


class ExcludedRow(Schema):
    engineer: EngineerBrief
    rule: str
    overridable: bool
    text: str


class CandidatesOut(Schema):
    able: list[AbleRow]
    excluded: list[ExcludedRow]


class SlotOut(Schema):
    """`id` names the window; `left`: engineers who could come then; `best`: one of the few to tell first."""

    id: str
    start: datetime
    end: datetime
    left: int
    best: bool
    engineer: str | None
    known: bool


def joined(rows: QuerySet[WorkOrder]) -> QuerySet[WorkOrder]:
    """With all that a line of a list shows."""
    held = Visit.objects.filter(status__in=OPEN_VISITS).select_related("engineer__user")
    return rows.select_related("ticket", "customer", "household", "unit__product", "outlet").prefetch_related(
        Prefetch("visits", held, to_attr="open_visits"), "offers"
    )


def rows(orders: Sequence[WorkOrder], lang: str) -> list[OrderRow]:
    """Lines of a list, in a constant number of queries."""
    standings = processes.standings([order.case_id for order in orders])
    return [OrderRow(**row(order, _face(standings.get(order.case_id), lang), lang)) for order in orders]


def _face(standing: processes.CaseStanding | None, lang: str) -> processes.ClockFace | None:
    return processes.face(standing.clock, lang) if standing and standing.clock else None


def row(order: WorkOrder, clock: processes.ClockFace | None, lang: str) -> dict[str, Any]:
    home, held = order.household, getattr(order, "open_visits", [])
    offers = list(order.offers.all())
    return {
        "id": order.pk,
        "number": order.number,
        "version": order.version,
        "order_type": order.order_type,
        "category": order.category,
        "status": order.status,
        "ticket": TicketBrief(id=order.ticket_id, number=order.ticket.number, subject=subject(order)),
        "customer": _customer(order),
        "product": product(order, lang),
        "address": home.address if home else "",
        "accuracy": home.accuracy if home else None,
        "outlet": Named(id=order.outlet.pk, name=order.outlet.name) if order.outlet else None,
        "engineer": _engineer(held[0]) if held else None,
        "window_start": order.window_start,
        "window_end": order.window_end,
        "urgent": order.urgent,
        "high_end": order.high_end,
        "clock": clock,
        "opened_at": order.opened_at,
        "offered_at": offers[-1].offered_at if offers else None,
    }


def subject(order: WorkOrder) -> str:
    """The customer's first words."""
    first = order.ticket.text.splitlines()[0] if order.ticket.text else ""
    return first if len(first) <= 40 else f"{first[:39]}…"


def product(order: WorkOrder, lang: str) -> str | None:
    if order.unit is None:
        return None
    found = order.unit.product
    return found.name_en if lang == "en" else found.name_zh


def _customer(order: WorkOrder) -> CustomerBrief:
    who = order.customer
    flagged = customers.has_priority(who.tier)
    return CustomerBrief(id=who.pk, name=who.name, tier=who.tier, priority=flagged, elderly=who.elderly)


def _engineer(visit: Visit) -> Named:
    return Named(id=visit.engineer_id, name=visit.engineer.user.name)


def detail(order: WorkOrder, lang: str) -> OrderDetail:
    """All of one order (read with `joined`)."""
    faces = [
        processes.face(clock, lang)
        for clock in processes.clocks_of(order.case_id)
        if clock.order_id in {None, order.pk}
    ]
    standing = processes.standings([order.case_id]).get(order.case_id)
    return OrderDetail(
        **row(order, _face(standing, lang), lang),
        case_id=order.case_id,
        note=order.note,
        cause=order.cause,
        offers=[
            OfferLine(
                outlet=Named(id=offer.outlet_id, name=offer.outlet.name),
                rank=offer.rank,
                offered_at=offer.offered_at,
                answer=offer.answer,
                answered_at=offer.answered_at,
                return_reason=offer.return_reason,
                reasons=reasons(offer.reasons, lang),
            )
            for offer in order.offers.select_related("outlet")
        ],
        contacts=[
            CallLine(
                at=call.at,
                result=call.result,
                result_name=t(f"enum.contact_result.{call.result}", lang),
                note=call.note,
            )
            for call in order.contacts.all()
        ],
        visits=[_visit(visit, lang) for visit in _visits(order)],
        clocks=faces,
    )


def _visits(order: WorkOrder) -> QuerySet[Visit]:
    return order.visits.select_related("engineer__user").prefetch_related("commands").order_by("sequence")


def _visit(visit: Visit, lang: str) -> VisitLine:
    late = [c for c in visit.commands.all() if c.result != "applied" and c.resolved_at is None]
    return VisitLine(
        id=visit.pk,
        sequence=visit.sequence,
        engineer=_engineer(visit),
        status=visit.status,
        outcome=visit.outcome,
        window=span(visit.window_start, visit.window_end),
        departed_at=visit.departed_at,
        arrived_at=visit.arrived_at,
        finished_at=visit.finished_at,
        distance_m=visit.distance_m,
        scan_match=visit.scan_match,
        needs=visit.needs,
        reasons=reasons(visit.reasons, lang),
        overdue_commands=len(late),
    )


def span(start: datetime | None, end: datetime | None) -> Span | None:
    return Span(start=start, end=end) if start and end else None


def reasons(stored: Iterable[dict[str, Any]], lang: str) -> list[dict[str, Any]]:
    return [told(reason, lang) for reason in stored]


def outlet_row(option: people.OutletOption, lang: str) -> OutletRow:
    return OutletRow(
        outlet_id=option.outlet_id,
        name=option.name,
        rank=option.rank,
        partner=option.partner,
        quota=option.quota,
        used=option.used,
        full=option.full,
        reasons=[reason.told(lang) for reason in option.reasons],
    )


def candidates_out(found: Candidates, category: str, lang: str) -> CandidatesOut:
    def brief(engineer_id: UUID) -> EngineerBrief:
        card = found.cards[engineer_id]
        level = t(f"enum.level.{card.level(category)}", lang)
        return EngineerBrief(id=card.id, name=card.name, employee_no=card.employee_no, level=level)

    return CandidatesOut(
        able=[
            AbleRow(
                engineer=brief(able.id),
                score=able.score,
                travel_min=able.travel_min,
                load=able.load,
                window=span(*able.window) if able.window else None,
                reasons=_told(able.reasons, lang),
            )
            for able in found.able
        ],
        excluded=[
            ExcludedRow(
                engineer=brief(one.id),
                rule=one.rule,
                overridable=one.overridable,
                text=one.reason.told(lang)["text"],
            )
            for one in found.excluded
        ],
    )


def _told(given: Iterable[Reason], lang: str) -> list[dict[str, Any]]:
    return [reason.told(lang) for reason in given]


def slot_out(slot: Slot, engineer: str | None) -> SlotOut:
    return SlotOut(
        id=slot_id(slot),
        start=slot.start,
        end=slot.end,
        left=slot.free,
        best=slot.best,
        engineer=engineer,
        known=False,
    )


def slot_id(slot: Slot) -> str:
    return f"{int(slot.start.timestamp())}-{int(slot.end.timestamp())}"
