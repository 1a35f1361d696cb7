"""A ticket locked for writing by somebody who may."""

from __future__ import annotations

from uuid import UUID

from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.selectors import visible_to
from anxin.kernel import authz, clock, events
from anxin.kernel.actor import Actor
from anxin.kernel.errors import Conflict, NotFound


def hold(actor: Actor, verb: str, ticket_id: UUID, *, ended: bool = False) -> Ticket:
    """Lock a ticket. Forbidden without the verb, NotFound out of reach, Conflict when it has ended (unless `ended`)."""
    authz.require(actor, verb)
    ticket = visible_to(actor, verb).select_for_update().filter(pk=ticket_id).first()
    if ticket is None:
        raise NotFound
    if not ended and not ticket.is_open:
        raise Conflict("ticket.ended", status=f"enum.ticket_status.{ticket.status}")
    return ticket


def save(ticket: Ticket, *fields: str) -> None:
    """Write changed fields; the version grows with every change."""
    ticket.version += 1
    ticket.updated_at = clock.now()
    ticket.save(update_fields=[*fields, "version", "updated_at"])


def tell(actor: Actor, ticket: Ticket, event: events.Event, about: UUID | None = None) -> None:
    """Record an event; its personal words are about the ticket's customer unless another is named."""
    subject = ("ticket", ticket.pk)
    events.record(event, actor=actor, subject=subject, case_id=ticket.case_id, about=about or ticket.customer_id)
