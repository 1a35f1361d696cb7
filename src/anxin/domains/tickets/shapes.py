"""Tickets as the API shows them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from anxin.domains.assets import public as assets
from anxin.domains.customers import public as customers
from anxin.domains.people import public as people
from anxin.domains.processes import public as processes
from anxin.domains.tickets import panels
from anxin.domains.tickets.documents import Safety, SafetyCard, VideoGuidance
from anxin.domains.tickets.models import Ticket, TicketLink, VideoCall
from anxin.kernel import authz, policies
from anxin.kernel.actor import Actor
from anxin.kernel.i18n import t

SUBJECT = 40  # characters of the customer's words


class Named(BaseModel):
    id: UUID
    name: str


class CustomerBrief(Named):
    tier: str
    priority: bool
    elderly: bool


class StageBrief(BaseModel):
    code: str
    name: str
    index: int
    since: datetime | None
    late: bool


class TicketRow(BaseModel):
    """One line of a list. `danger` and `blocked` are codes, None when there is nothing."""

    id: UUID
    number: str
    version: int
    customer: CustomerBrief
    subject: str
    product: str | None
    category: str
    order_type: str
    status: str
    stage: StageBrief
    clock: processes.ClockFace | None
    assignee: Named | None
    org: Named
    channel: str
    urgency: str
    complexity: str
    danger: str | None
    presses: int
    opened_at: datetime
    updated_at: datetime
    blocked: str | None


class UnitBrief(BaseModel):
    id: UUID
    serial: str
    product: str
    model: str
    category: str
    room: str
    installed_on: str | None
    warranty_until: str | None


class StageStop(BaseModel):
    code: str
    name: str
    at: datetime | None
    state: str
    late: bool


class PromiseLine(BaseModel):
    id: UUID
    clock: str
    source: str
    what: str
    by: str
    by_when: datetime
    told_at: datetime
    kept: bool | None


class LinkLine(BaseModel):
    id: UUID
    number: str
    kind: str
    subject: str


class ContactLine(BaseModel):
    id: UUID
    name: str
    phone: str | None
    relation: str


class TicketDetail(TicketRow):
    """All of one ticket; `orders` is told by the domain above that knows them."""

    text: str
    symptom: str
    wish: str
    queue: str
    case_id: UUID
    closed_at: datetime | None
    solved_how: str
    merged_into: UUID | None
    phone: str | None
    unit: UnitBrief | None
    coverage: dict[str, Any] | None
    household: dict[str, Any] | None
    contacts: list[ContactLine]
    clocks: list[processes.ClockFace]
    promises: list[PromiseLine]
    stages: list[StageStop]
    orders: list[dict[str, Any]]
    links: list[LinkLine]
    safety_card: dict[str, Any] | None
    video: VideoBrief | None
    may: list[str]


class VideoBrief(BaseModel):
    """Guidance by video of a ticket; `offered_at` None while no room is open, `url` only for who may offer one."""

    offered_at: datetime | None
    by: str
    url: str | None


class SimilarRow(BaseModel):
    id: UUID
    number: str
    subject: str
    outcome: str | None
    status: str
    opened_at: datetime


def subject_of(ticket: Ticket, lang: str) -> str:
    """The product and the customer's first words."""
    return _subject(ticket, product_of(ticket, lang))


def _subject(ticket: Ticket, product: str | None) -> str:
    words = ticket.text.splitlines()[0] if ticket.text else ""
    words = words if len(words) <= SUBJECT else f"{words[: SUBJECT - 1]}…"
    return f"{product} · {words}" if product else words


def product_of(ticket: Ticket, lang: str) -> str | None:
    unit = ticket.unit
    if unit is None:
        return None
    product = unit.product
    return product.name_en if lang == "en" else product.name_zh


def rows(tickets: Sequence[Ticket], lang: str) -> list[TicketRow]:
    """Lines of a list (tickets read with `selectors.JOINED`), in a constant number of queries."""
    standings = processes.standings_of([ticket.run for ticket in tickets])
    prior = customers.prior_tiers()
    return [TicketRow(**_row(ticket, standings.get(ticket.case_id), prior, lang)) for ticket in tickets]


def _row(ticket: Ticket, standing: processes.CaseStanding | None, prior: Collection[str], lang: str) -> dict[str, Any]:
    clock = standing.clock if standing else None
    stage = standing.stage if standing else ""
    customer, assignee, product = ticket.customer, ticket.assignee, product_of(ticket, lang)
    return {
        "id": ticket.pk,
        "number": ticket.number,
        "version": ticket.version,
        "customer": CustomerBrief(
            id=customer.pk,
            name=customer.name,
            tier=customer.tier,
            priority=customer.tier in prior,
            elderly=customer.elderly,
        ),
        "subject": _subject(ticket, product),
        "product": product,
        "category": ticket.category,
        "order_type": ticket.order_type,
        "status": ticket.status,
        "stage": StageBrief(
            code=stage,
            name=t(f"enum.stage.{stage}", lang),
            index=standing.stage_index if standing else 0,
            since=standing.stage_since if standing else None,
            late=bool(clock and clock.late_s),
        ),
        "clock": processes.face(clock, lang) if clock else None,
        "assignee": Named(id=assignee.pk, name=assignee.name) if assignee else None,
        "org": Named(id=ticket.org_id, name=people.org_card(ticket.org_id).name),
        "channel": ticket.channel,
        "urgency": ticket.urgency,
        "complexity": ticket.complexity,
        "danger": ticket.danger or None,
        "presses": ticket.presses,
        "opened_at": ticket.opened_at,
        "updated_at": ticket.updated_at,
        "blocked": (clock.paused_reason or None) if clock else None,
    }


def detail(ticket: Ticket, actor: Actor) -> TicketDetail:
    """One ticket for somebody who may see it."""
    lang = actor.lang
    standing = processes.standings_of([ticket.run]).get(ticket.case_id)
    row = _row(ticket, standing, customers.prior_tiers(), lang)
    card = next(iter(customers.cards([customers.identity_of(ticket.customer_id)], actor)), None)
    return TicketDetail(
        **row,
        text=ticket.text,
        symptom=ticket.symptom,
        wish=ticket.wish,
        queue=ticket.queue,
        case_id=ticket.case_id,
        closed_at=ticket.closed_at,
        solved_how=ticket.solved_how,
        merged_into=ticket.merged_into_id,
        phone=card.phones[0] if card and card.phones else None,
        unit=_unit(ticket, lang),
        coverage=coverage_of(ticket, lang),
        household=_household(ticket, actor),
        contacts=_contacts(card),
        clocks=[processes.face(clock, lang) for clock in processes.clocks_of(ticket.case_id)],
        promises=[_promise(promise, lang) for promise in processes.promises_of(ticket.case_id)],
        stages=stages(ticket.case_id, lang),
        orders=panels.rows("orders", actor, ticket.pk),
        links=_links(ticket, lang),
        safety_card=safety_of(ticket, lang),
        video=_video(ticket, actor),
        may=_may(actor),
    )


def _contacts(card: customers.CustomerCard | None) -> list[ContactLine]:
    if card is None:
        return []
    return [ContactLine(id=card.id, name=card.name, phone=phone, relation="reporter") for phone in card.phones]


def stages(case_id: UUID, lang: str) -> list[StageStop]:
    return [
        StageStop(code=s.code, name=t(f"enum.stage.{s.code}", lang), at=s.at, state=s.state, late=s.late)
        for s in processes.stages_of(case_id)
    ]


def _unit(ticket: Ticket, lang: str) -> UnitBrief | None:
    unit = ticket.unit
    if unit is None:
        return None
    return UnitBrief(
        id=unit.pk,
        serial=unit.serial,
        product=product_of(ticket, lang) or "",
        model=unit.product.model,
        category=unit.product.category_id,
        room=unit.room,
        installed_on=unit.installed_on.isoformat() if unit.installed_on else None,
        warranty_until=unit.warranty_until.isoformat() if unit.warranty_until else None,
    )


def coverage_of(ticket: Ticket, lang: str) -> dict[str, Any] | None:
    """The last decision of the case, else what the unit's papers say."""
    if ticket.unit_id is None:
        return None
    decided = [d for d in assets.decisions_of(ticket.case_id) if d.unit_id == ticket.unit_id]
    if decided:
        last = decided[-1]
        return {"covered": last.covered, "until": None, "stage": last.stage, "reason": last.reason.told(lang)}
    found = assets.coverage(unit_id=ticket.unit_id, order_type=ticket.order_type, at=ticket.opened_at)
    return {**assets.coverage_told(found, lang), "stage": "provisional"}


def _household(ticket: Ticket, actor: Actor) -> dict[str, Any] | None:
    home = ticket.household
    if home is None:
        return None
    shown = authz.sees(actor, "customer.address")
    address = home.address if shown else f"{home.province}{home.city}{home.district}{home.street} ***"
    return {"id": str(home.pk), "address": address, "area": home.area, "accuracy": home.accuracy}


def _promise(promise: processes.PromiseCard, lang: str) -> PromiseLine:
    return PromiseLine(
        id=promise.id,
        clock=promise.clock,
        source=t(f"enum.promise_source.{promise.source}", lang),
        what=promise.words or t(f"enum.clock.{promise.clock}", lang),
        by=promise.by,
        by_when=promise.due_at,
        told_at=promise.told_at,
        kept=promise.kept,
    )


def _links(ticket: Ticket, lang: str) -> list[LinkLine]:
    out = TicketLink.objects.filter(source=ticket).select_related("target__unit__product")
    into = TicketLink.objects.filter(target=ticket).select_related("source__unit__product")
    pairs = [(link.target, link.kind) for link in out] + [(link.source, link.kind) for link in into]
    return [LinkLine(id=o.pk, number=o.number, kind=kind, subject=subject_of(o, lang)) for o, kind in pairs]


def safety_of(ticket: Ticket, lang: str) -> dict[str, Any] | None:
    card = policies.current(Safety).card(ticket.danger) if ticket.danger else None
    return safety(card, lang) if card else None


def safety(card: SafetyCard, lang: str) -> dict[str, Any]:
    """A safety card in the reader's language."""
    return {
        "danger": card.danger,
        "title": card.title[lang],
        "steps": [{"title": step[lang], "detail": step[f"{lang}_detail"]} for step in card.steps],
        "call": card.call,
    }


def open_video(ticket: Ticket) -> VideoCall | None:
    """The room the customer may join now; none once the ticket has ended."""
    return ticket.videos.select_related("offered_by").filter(ended_at=None).first() if ticket.is_open else None


def _video(ticket: Ticket, actor: Actor) -> VideoBrief | None:
    """None where the house has no rooms and none is open."""
    call = open_video(ticket)
    if call is None:
        return VideoBrief(offered_at=None, by="", url=None) if policies.current(VideoGuidance).room_url else None
    url = call.url if authz.has(actor, "ticket.video") else None
    return VideoBrief(offered_at=call.offered_at, by=call.offered_by.name, url=url)


def _may(actor: Actor) -> list[str]:
    verbs = ("ticket.work", "ticket.assign", "ticket.note", "ticket.close", "ticket.reopen", "ticket.export")
    return [verb for verb in verbs if authz.has(actor, verb)]


def similar(ticket: Ticket, lang: str) -> SimilarRow:
    outcome = t(f"enum.solved_how.{ticket.solved_how}", lang) if ticket.solved_how else None
    return SimilarRow(
        id=ticket.pk,
        number=ticket.number,
        subject=subject_of(ticket, lang),
        outcome=outcome,
        status=ticket.status,
        opened_at=ticket.opened_at,
    )
