"""An engineer's day and one visit of it, as the phone shows them."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from ninja import Schema

from anxin.domains.assets import public as assets
from anxin.domains.catalog import public as catalog
from anxin.domains.customers import public as customers
from anxin.domains.fieldwork import rules, selectors, shapes
from anxin.domains.fieldwork.models import Visit, WorkOrder
from anxin.domains.fieldwork.shapes import Span
from anxin.domains.people import public as people
from anxin.domains.processes import public as processes
from anxin.kernel import clock
from anxin.kernel.actor import Actor
from anxin.kernel.i18n import t


class VisitEngineer(Schema):
    id: UUID
    name: str
    level: str


class ShiftOut(Schema):
    start: datetime
    end: datetime
    lunch_start: datetime | None
    lunch_end: datetime | None


class DayStop(Schema):
    """One stop of the day. `travel_*`: from the stop before, None where a place is unknown."""

    id: UUID
    number: str
    order_id: UUID
    order_type: str
    status: str
    window: Span | None
    finished_at: datetime | None
    customer: str
    tier: str | None
    priority: bool
    elderly: bool
    subject: str
    product: str | None
    address: str
    lng: float | None
    lat: float | None
    covered: str | None
    coverage_stage: str | None
    second_visit: bool
    travel_km: float | None
    travel_min: int | None
    clock: processes.ClockFace | None


class Today(Schema):
    date: str
    engineer: VisitEngineer
    shift: ShiftOut | None
    visits: list[DayStop]


class CheckOut(Schema):
    code: str
    text: str
    required: bool
    needs_photo: bool
    done_at: datetime | None


class Priced(Schema):
    code: str
    name: str
    price: str


class UsedPart(Priced):
    quantity: int


class CataloguePart(Priced):
    returnable: bool


class NamedCode(Schema):
    code: str
    name: str


class ContactOut(Schema):
    name: str
    phone_masked: str
    relay: str | None
    note: str


class Called(Schema):
    at: datetime
    result: str


class Scanned(Schema):
    serial: str
    match: bool | None


class VisitFactsOut(Schema):
    called: Called | None
    departed_at: datetime | None
    arrived_at: datetime | None
    scanned: Scanned | None
    cause: str | None
    signed_at: datetime | None
    finished_at: datetime | None


class VisitCoverage(Schema):
    covered: str
    reason: dict[str, Any]
    until: str | None
    stage: str


class HistoryLine(Schema):
    at: datetime
    kind: str
    text: str


class FieldVisit(DayStop):
    version: int
    contact: ContactOut
    text: str
    serial: str | None
    model: str | None
    history: list[HistoryLine]
    clocks: list[processes.ClockFace]
    facts: VisitFactsOut
    checklist: list[CheckOut]
    coverage: VisitCoverage | None
    causes: list[NamedCode]
    parts: list[UsedPart]
    needs: list[str]
    catalogue: list[CataloguePart]
    parts_at_cost: bool
    visit_fee: str
    record_url: str | None


def today(actor: Actor) -> Today:
    """The engineer's own day at the place of its outlet."""
    assert actor.id is not None, "an engineer is logged in"
    card = people.engineer_card(actor.id)
    zone = ZoneInfo(people.org_card(card.outlet_id).timezone)
    day = clock.now().astimezone(zone).date()
    start = datetime.combine(day, time(), zone)
    rows = selectors.todays_visits(actor, start, start + timedelta(days=1))
    shift = people.candidates_data([card.outlet_id], day, only=actor.id)[0].shift
    return Today(
        date=day.isoformat(),
        engineer=VisitEngineer(id=card.id, name=card.name, level=_best_level(card, actor.lang)),
        shift=ShiftOut(
            start=shift.starts_at,
            end=shift.ends_at,
            lunch_start=shift.lunch_starts_at,
            lunch_end=shift.lunch_ends_at,
        )
        if shift
        else None,
        visits=_stops(rows, card, actor.lang),
    )


def _best_level(card: people.EngineerCard, lang: str) -> str:
    return t(f"enum.level.{max(card.skills.values(), default=0)}", lang)


def _stops(rows: list[Visit], card: people.EngineerCard, lang: str) -> list[DayStop]:
    standings = processes.standings([row.order.case_id for row in rows])
    place: tuple[float | None, float | None] = (card.home_lng, card.home_lat)
    found = []
    for row in rows:
        standing = standings.get(row.order.case_id)
        face = processes.face(standing.clock, lang) if standing and standing.clock else None
        found.append(DayStop(**_stop(row, face, lang), **_travel(place, row.order, card.travel_mode)))
        if row.order.household and row.order.household.lng is not None:
            place = (row.order.household.lng, row.order.household.lat)
    return found


def _travel(before: tuple[float | None, float | None], order: WorkOrder, mode: str) -> dict[str, Any]:
    home = order.household
    here = (home.lng, home.lat) if home else (None, None)
    away = rules.metres(before, here)
    km = round(away / 1000 * rules.DETOUR, 1) if away is not None else None
    return {"travel_km": km, "travel_min": rules.travel_minutes(before, here, mode)}


def status_of(visit: Visit) -> str:
    """The visit's own status refined by its order's, in the words of the phone."""
    if visit.status == Visit.Status.FINISHED:
        return "completed" if visit.outcome == Visit.Outcome.COMPLETED else "cannot_complete"
    return visit.order.status if visit.open else "cancelled"


def _stop(visit: Visit, clock_face: processes.ClockFace | None, lang: str) -> dict[str, Any]:
    order, home = visit.order, visit.order.household
    return {
        "id": visit.pk,
        "number": order.number if visit.sequence == 1 else f"{order.number}/{visit.sequence}",
        "order_id": order.pk,
        "order_type": order.order_type,
        "status": status_of(visit),
        "window": shapes.span(visit.window_start, visit.window_end),
        "finished_at": visit.finished_at,
        "customer": order.customer.name,
        "tier": order.customer.tier,
        "priority": customers.has_priority(order.customer.tier),
        "elderly": order.customer.elderly,
        "subject": shapes.subject(order),
        "product": shapes.product(order, lang),
        "address": home.address if home else "",
        "lng": home.lng if home else None,
        "lat": home.lat if home else None,
        "covered": visit.covered or None,
        "coverage_stage": "final" if visit.covered else None,
        "second_visit": visit.follows_id is not None,
        "clock": clock_face,
    }


def field_visit(actor: Actor, visit: Visit) -> FieldVisit:
    """Everything the engineer needs at the door, without another request."""
    order, lang = visit.order, actor.lang
    faces = [processes.face(c, lang) for c in processes.clocks_of(order.case_id) if c.order_id in {None, order.pk}]
    coverage = _coverage(order, lang)
    unit = assets.unit_card(order.unit_id) if order.unit_id else None
    base = _stop(visit, faces[0] if faces else None, lang)
    base |= {"covered": coverage.covered, "coverage_stage": coverage.stage} if coverage else {}
    return FieldVisit(
        **base,
        travel_km=None,
        travel_min=None,
        version=visit.version,
        contact=_contact(actor, order),
        text=order.ticket.text,
        serial=unit.serial if unit else None,
        model=unit.product.model if unit else None,
        history=_history(order, lang),
        clocks=faces,
        facts=_facts(visit),
        checklist=_checklist(visit, lang),
        coverage=coverage,
        causes=[NamedCode(code=c.code, name=c.name.told(lang)) for c in catalog.causes(order.category)],
        parts=_parts(visit, lang),
        needs=visit.needs,
        catalogue=_catalogue(unit, lang),
        parts_at_cost=unit is not None and assets.parts_at_cost(unit),
        visit_fee=str(unit.coverage.visit_fee) if unit else "0",
        record_url=f"/api/orders/{order.pk}/record" if visit.outcome == "completed" else None,
    )


def _contact(actor: Actor, order: WorkOrder) -> ContactOut:
    card = customers.card(order.customer_id, actor)
    phone = card.phones[0] if card.phones else ""
    return ContactOut(name=card.name, phone_masked=phone, relay=None, note=order.note)


def _facts(visit: Visit) -> VisitFactsOut:
    call = visit.order.contacts.last()
    signature = getattr(visit, "signature", None)
    return VisitFactsOut(
        called=Called(at=call.at, result=call.result) if call else None,
        departed_at=visit.departed_at,
        arrived_at=visit.arrived_at,
        scanned=Scanned(serial=visit.scanned_serial, match=visit.scan_match) if visit.scanned_serial else None,
        cause=visit.order.cause or None,
        signed_at=signature.signed_at if signature else None,
        finished_at=visit.finished_at,
    )


def _checklist(visit: Visit, lang: str) -> list[CheckOut]:
    return [
        CheckOut(
            code=item.code,
            text=t(f"enum.check.{item.code}", lang),
            required=item.required,
            needs_photo=item.needs_photo,
            done_at=item.done_at,
        )
        for item in visit.checklist.all()
    ]


def _coverage(order: WorkOrder, lang: str) -> VisitCoverage | None:
    """As last judged in this case, else as the unit stands."""
    if order.unit_id is None:
        return None
    found = assets.coverage(unit_id=order.unit_id, order_type=order.order_type)
    until = found.until.isoformat() if found.until else None
    judged = [d for d in assets.decisions_of(order.case_id) if d.unit_id == order.unit_id]
    if not judged:
        return VisitCoverage(covered=found.covered, reason=found.reason.told(lang), until=until, stage="provisional")
    last = judged[-1]
    return VisitCoverage(covered=last.covered, reason=last.reason.told(lang), until=until, stage=last.stage)


def _parts(visit: Visit, lang: str) -> list[UsedPart]:
    names = {line.code: catalog.part_by_code(line.code) for line in visit.parts.all()}
    return [
        UsedPart(code=line.code, name=names[line.code].name.told(lang), price=str(line.price), quantity=line.quantity)
        for line in visit.parts.all()
    ]


def _catalogue(unit: assets.UnitCard | None, lang: str) -> list[CataloguePart]:
    """Parts that fit, at the price this customer pays."""
    if unit is None:
        return []
    at_cost = assets.parts_at_cost(unit)
    return [
        CataloguePart(
            code=p.code, name=p.name.told(lang), price=str(p.price_for(at_cost=at_cost)), returnable=p.returnable
        )
        for p in catalog.parts_of(unit.product.id)
    ]


def _history(order: WorkOrder, lang: str) -> list[HistoryLine]:
    if order.unit is None:
        return []
    rows = order.unit.history.all()[:10]
    return [HistoryLine(at=r.at, kind=r.kind, text=shapes.reasons([r.detail], lang)[0]["text"]) for r in rows]
