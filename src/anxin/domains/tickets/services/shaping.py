"""Merging, splitting and linking tickets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from anxin.domains.customers import public as customers
from anxin.domains.desk import public as desk
from anxin.domains.processes import public as processes
from anxin.domains.tickets.documents import DeskRules
from anxin.domains.tickets.events import TicketLinked, TicketMerged, TicketSplit, TicketUnmerged
from anxin.domains.tickets.models import Ticket, TicketLink
from anxin.domains.tickets.services.held import hold, save, tell
from anxin.domains.tickets.services.opening import Request, open_ticket
from anxin.kernel import clock, jobs, policies, undo
from anxin.kernel.actor import SYSTEM, Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid


@atomic
def merge(*, actor: Actor, ticket_id: UUID, into: UUID) -> str:
    """Make a ticket an alias of another of the same customer or household; returns the undo token.

    Its own case ends after the time to undo has passed. Raises Conflict with an open work order, Invalid for
    tickets of different people.
    """
    first, second = sorted((ticket_id, into))
    held = {pk: hold(actor, "ticket.work", pk) for pk in (first, second)}  # one fixed order of locks
    ticket, target = held[ticket_id], held[into]
    if ticket_id == into or not _same_people(ticket, target):
        raise Invalid("ticket.not_the_same_people")
    if processes.open_orders(ticket.case_id):
        raise Conflict("ticket.order_open")
    ticket.merged_into = target
    save(ticket, "merged_into")
    save(target)
    tell(actor, ticket, TicketMerged(ticket.pk, target.pk))
    desk.end(kind="ticket", object_id=ticket.pk)
    later = clock.now() + timedelta(seconds=policies.current(DeskRules).merge_seconds)
    end_merged.enqueue(ticket_id=str(ticket.pk), run_at=later, dedupe_key=f"merge:{ticket.pk}")
    return undo.offer(actor, "ticket.merge", {"ticket": str(ticket.pk)}, {f"ticket:{ticket.pk}": ticket.version})


def _same_people(one: Ticket, other: Ticket) -> bool:
    same_home = one.household_id is not None and one.household_id == other.household_id
    return same_home or customers.identity_of(one.customer_id) == customers.identity_of(other.customer_id)


@undo.inverse("ticket.merge")
def _unmerge(actor: Actor, args: Mapping[str, Any]) -> None:
    ticket = hold(actor, "ticket.work", UUID(args["ticket"]), ended=True)
    if ticket.merged_into_id is None or ticket.status == Ticket.Status.CANCELLED:
        raise Conflict("ticket.not_merged")
    into, ticket.merged_into = ticket.merged_into_id, None
    ticket.open_key = ""
    save(ticket, "merged_into", "open_key")
    desk.route(kind="ticket", object_id=ticket.pk, org_id=ticket.org_id)
    tell(actor, ticket, TicketUnmerged(ticket.pk, into))


@jobs.task()
def end_merged(ticket_id: str) -> None:
    finish_merge(UUID(ticket_id))


@atomic
def finish_merge(ticket_id: UUID) -> None:
    """End the case of a ticket that is still merged; again, or after an undo, nothing happens."""
    ticket = Ticket.objects.select_for_update().get(pk=ticket_id)
    if ticket.merged_into_id is None or ticket.status not in (Ticket.Status.OPEN, Ticket.Status.WAITING):
        return
    processes.branch(actor=SYSTEM, case_id=ticket.case_id, code="case_cancelled")
    ticket.status, ticket.closed_at = Ticket.Status.CANCELLED, clock.now()
    save(ticket, "status", "closed_at")


@atomic
def split(*, actor: Actor, ticket_id: UUID, text: str, symptom: str = "unknown") -> Ticket:
    """A second problem told in the same breath gets a ticket of its own, linked."""
    ticket = hold(actor, "ticket.work", ticket_id)
    request = Request(
        text=text,
        channel=ticket.channel,
        customer=customers.standing(ticket.customer_id),
        org_id=ticket.org_id,
        order_type=ticket.order_type,
        category=ticket.category,
        symptom=symptom,
        household_id=ticket.household_id,
        unit_id=ticket.unit_id,
    )
    made = open_ticket(actor=actor, request=request)
    if made.joined:
        raise Conflict("ticket.already_open", number=made.ticket.number)
    _tie(actor, ticket, made.ticket, TicketLink.Kind.SPLIT)
    tell(actor, ticket, TicketSplit(ticket.pk, made.ticket.pk))
    return made.ticket


@atomic
def come_back(*, actor: Actor, ticket_id: UUID, text: str) -> UUID:
    """What an archived case was about is there again: a new ticket of rework (返修), linked; its id.

    One that is open for the same problem already is joined.
    """
    ticket = Ticket.objects.get(pk=ticket_id)
    request = Request(
        text=text.strip() or ticket.text,
        channel=ticket.channel,
        customer=customers.standing(ticket.customer_id),
        org_id=ticket.org_id,
        order_type="rework",
        category=ticket.category,
        symptom=ticket.symptom,
        household_id=ticket.household_id,
        unit_id=ticket.unit_id,
    )
    made = open_ticket(actor=actor, request=request)
    _tie(actor, made.ticket, ticket, TicketLink.Kind.REWORK)
    return made.ticket.pk


@atomic
def link(*, actor: Actor, ticket_id: UUID, other_id: UUID, kind: str) -> TicketLink:
    """Tie two tickets one may see; again changes nothing. Raises Invalid for an unknown kind or itself."""
    if kind not in TicketLink.Kind.values or ticket_id == other_id:
        raise Invalid("ticket.bad_link", kind=kind)
    first, second = sorted((ticket_id, other_id))
    held = {pk: hold(actor, "ticket.work", pk, ended=True) for pk in (first, second)}
    return _tie(actor, held[ticket_id], held[other_id], TicketLink.Kind(kind))


def _tie(actor: Actor, ticket: Ticket, other: Ticket, kind: TicketLink.Kind) -> TicketLink:
    row, made = TicketLink.objects.get_or_create(source=ticket, target=other, kind=kind)
    if made:
        tell(actor, ticket, TicketLinked(ticket.pk, other.pk, kind))
    return row
