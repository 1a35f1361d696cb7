"""A ticket locked for writing by somebody who may."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.selectors import reaches
from anxin.kernel import authz, clock, events, undo
from anxin.kernel.actor import Actor
from anxin.kernel.errors import Conflict, NotFound
from anxin.kernel.statements import prepared, update


def hold(actor: Actor, verb: str, ticket_id: UUID, *, ended: bool = False) -> Ticket:
    """Lock a ticket. Forbidden without the verb, NotFound out of reach, Conflict when it has ended (unless `ended`)."""
    authz.require(actor, verb)
    ticket = next(iter(_locked(ticket_id)), None)
    if ticket is None or not reaches(actor, verb, ticket):
        raise NotFound
    if not ended and not ticket.is_open:
        raise Conflict("ticket.ended", status=f"enum.ticket_status.{ticket.status}")
    return ticket


@prepared
def _locked(ticket_id: UUID) -> QuerySet[Ticket]:
    return Ticket.objects.filter(pk=ticket_id).select_for_update()


def save(ticket: Ticket, *fields: str) -> None:
    """Write changed fields; the version grows with every change."""
    ticket.version += 1
    ticket.updated_at = clock.now()
    update(ticket, *fields, "version", "updated_at")


def tell(actor: Actor, ticket: Ticket, event: events.Event, about: UUID | None = None) -> None:
    """Record an event; its personal words are about the ticket's customer unless another is named."""
    subject = ("ticket", ticket.pk)
    events.record(event, actor=actor, subject=subject, case_id=ticket.case_id, about=about or ticket.customer_id)


def undoable(actor: Actor, kind: str, ticket: Ticket, **args: Any) -> str:
    """The token that takes the act back; "" for the house itself, which takes nothing back."""
    if actor.id is None:
        return ""
    return undo.offer(actor, kind, {"ticket": str(ticket.pk), **args}, {f"ticket:{ticket.pk}": ticket.version})


def hold_undone(actor: Actor, verb: str, args: Mapping[str, Any]) -> Ticket:
    """The ticket of an act to be taken back. Only who did the act holds its token, and nothing has changed since:
    he may reach it once more, even where the act itself put it out of his reach."""
    authz.require(actor, verb)
    return Ticket.objects.select_for_update().get(pk=args["ticket"])
