"""Intake: read the danger, join the same problem, open, acknowledge, route. All in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import IntegrityError
from django.db.models import QuerySet

from anxin.domains.conversations import public as conversations
from anxin.domains.customers import public as customers
from anxin.domains.desk import public as desk
from anxin.domains.people import public as people
from anxin.domains.processes import public as processes
from anxin.domains.tickets import rules
from anxin.domains.tickets.documents import Safety, SafetyCard, Triage
from anxin.domains.tickets.events import DangerSeen, TicketJoined, TicketOpened, TicketRouted
from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.services.held import save, tell
from anxin.engines import language
from anxin.kernel import clock, events, policies
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic, attempt, store
from anxin.kernel.errors import Invalid
from anxin.kernel.ids import new_id
from anxin.kernel.numbers import next_number
from anxin.kernel.statements import prepared

LONGEST = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What somebody reports. Who and where are known already; `symptom` "unknown" never joins."""

    text: str
    channel: str
    customer: customers.Standing
    org_id: UUID
    order_type: str = "repair"
    category: str = ""
    symptom: str = "unknown"
    household_id: UUID | None = None
    unit_id: UUID | None = None
    wish: str = ""
    plan: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """The ticket a request became, or was joined to; the safety card to show at once, if any."""

    ticket: Ticket
    joined: bool
    card: SafetyCard | None


@atomic
def open_ticket(*, actor: Actor, request: Request) -> Opened:
    """Take a request in, passwords and keys in it masked.

    Raises Invalid for an empty or overlong text and an unknown order type.
    """
    if not 0 < len(request.text.strip()) <= LONGEST:
        raise Invalid("ticket.text_length", limit=LONGEST)
    request = replace(request, text=language.mask(request.text.strip()))
    policy = policies.current(Triage)
    ticket = _draft(request, policy)
    triaged = rules.triage(
        request.text,
        symptom=request.symptom,
        elderly=request.customer.elderly,
        policy=policy,
    )
    ticket.urgency, ticket.danger = triaged.urgency, triaged.danger
    card = policies.current(Safety).card(triaged.danger)
    earlier = _same_problem(ticket.open_key)
    if earlier is None:
        earlier = _open(actor, ticket, request, triaged)
    if earlier is not ticket:
        _join(actor, earlier, request)
    if triaged.dangers:
        note_danger(actor, earlier, triaged)
    return Opened(earlier, earlier is not ticket, card)


def _draft(request: Request, policy: Triage) -> Ticket:
    now = clock.now()
    return Ticket(
        customer_id=request.customer.id,
        household_id=request.household_id,
        unit_id=request.unit_id,
        org_id=request.org_id,
        category=request.category,
        order_type=request.order_type,
        symptom=request.symptom or "unknown",
        text=request.text,
        channel=request.channel,
        wish=request.wish,
        open_key=rules.open_key(
            household=request.household_id,
            unit=request.unit_id,
            category=request.category,
            symptom=request.symptom,
            unknown=policy.unknown_symptoms,
        ),
        opened_at=now,
        updated_at=now,
    )


def _zone(ticket: Ticket) -> str:
    return people.org_card(ticket.org_id).timezone


def _local(ticket: Ticket) -> datetime:
    return clock.now().astimezone(ZoneInfo(_zone(ticket)))


def _same_problem(open_key: str) -> Ticket | None:
    if not open_key:
        return None
    return next(iter(_of_key(open_key)), None)


@prepared
def _of_key(open_key: str) -> QuerySet[Ticket]:
    rows = Ticket.objects.filter(open_key=open_key, status__in=["open", "waiting"], merged_into=None)
    return rows.select_for_update()


def _open(actor: Actor, ticket: Ticket, request: Request, triaged: rules.Triaged) -> Ticket:
    """A new ticket; when a twin of this request won meanwhile, the twin's."""
    if not ticket.open_key:  # it can have no twin
        _insert(actor, ticket, request, triaged)
        return ticket
    try:
        with attempt():
            _insert(actor, ticket, request, triaged)
    except IntegrityError:
        twin = _same_problem(ticket.open_key)
        if twin is None:
            raise
        return twin
    return ticket


def _insert(actor: Actor, ticket: Ticket, request: Request, triaged: rules.Triaged) -> None:
    ticket.id, ticket.case_id = new_id(), events.new_case()
    day = _local(ticket).strftime("%y%m%d")
    ticket.number = f"{day}-{next_number(f'ticket:{day}'):04d}"
    facts = {
        "channel": ticket.channel,
        "tier": request.customer.tier,
        "urgency": ticket.urgency,
        "category": ticket.category,
        **({"plan": request.plan} if request.plan else {}),
        **({"care": triaged.care} if triaged.care else {}),
    }
    reasons = _route(actor, ticket, request.customer)
    ticket.run = processes.start_run(
        actor=actor,
        case_id=ticket.case_id,
        order_type=ticket.order_type,
        subject=("ticket", ticket.id),
        facts=facts,
        zone=_zone(ticket),
        satisfied=_at_once(actor, ticket),
    )
    store(ticket)
    opened = TicketOpened(
        ticket.id,
        ticket.number,
        ticket.customer_id,
        ticket.channel,
        ticket.order_type,
        ticket.category,
        ticket.urgency,
        ticket.danger,
        ticket.text,
    )
    tell(actor, ticket, opened)
    _said(actor, ticket, ticket.text, first=True)
    tell(actor, ticket, TicketRouted(ticket.pk, ticket.queue, ticket.assignee_id, reasons))


def _said(actor: Actor, ticket: Ticket, text: str, *, first: bool = False, about: UUID | None = None) -> None:
    conversations.post(
        actor=actor,
        case_id=ticket.case_id,
        subject=("ticket", ticket.pk),
        customer_id=ticket.customer_id,
        text=text,
        new_case=first,
        about=about,
    )


def _at_once(actor: Actor, ticket: Ticket) -> dict[str, list[dict[str, str]]]:
    """Who asks gets the number in the same answer (standard 2); on the phone a person has joined as well."""
    evidence = [{"kind": "answer", "ref": ticket.number}]
    by_phone = ticket.channel == Ticket.Channel.PHONE and actor.is_staff
    return {"acknowledged": evidence, **({"human_joined": evidence} if by_phone else {})}


def _route(actor: Actor, ticket: Ticket, customer: customers.Standing) -> list[dict[str, object]]:
    """To the right person of the place; returns why. On the phone the agent who took the call keeps it."""
    needs = desk.Needs(
        skill=ticket.category,
        language=customer.lang,
        urgent=ticket.urgency == "urgent",
        butler=customer.butler_id,
    )
    if ticket.channel == Ticket.Channel.PHONE and actor.is_staff:
        decision = desk.keep(actor=actor, kind="ticket", object_id=ticket.pk, org_id=ticket.org_id, needs=needs)
    else:
        decision = desk.route(kind="ticket", object_id=ticket.pk, org_id=ticket.org_id, needs=needs)
    ticket.queue, ticket.assignee_id = decision.queue, decision.user_id
    return [reason.to_json() for reason in decision.reasons]


def _join(actor: Actor, ticket: Ticket, request: Request) -> None:
    """The same problem again: said on the open ticket, which keeps its clocks."""
    joined = TicketJoined(ticket.pk, request.customer.id, request.channel, request.text)
    tell(actor, ticket, joined, about=request.customer.id)
    _said(actor, ticket, request.text, about=request.customer.id)
    save(ticket)


def note_danger(actor: Actor, ticket: Ticket, triaged: rules.Triaged) -> None:
    """Put the danger on the ticket, make it urgent, and say which rules saw it."""
    tell(actor, ticket, DangerSeen(ticket.pk, list(triaged.dangers), list(triaged.rules)))
    if ticket.danger != triaged.danger or ticket.urgency != Ticket.Urgency.URGENT:
        ticket.danger, ticket.urgency = triaged.danger, Ticket.Urgency.URGENT
        save(ticket, "danger", "urgency")
        processes.change_facts(actor=actor, case_id=ticket.case_id, facts={"urgency": "urgent"})
