"""Who holds a signed link to a ticket: he sees and does what the link is for, no more."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from anxin.domains.tickets.models import Ticket
from anxin.kernel import links
from anxin.kernel.actor import Actor, ActorKind, Assurance
from anxin.kernel.http import Request
from anxin.kernel.statements import by_key, follow


def link_holder(ticket_id: UUID) -> Actor:
    """The ticket's customer, reaching this ticket alone.

    Give `verb="ticket.see"` to `reply`, `press` and `cancel` with this actor.
    """
    ticket = by_key(Ticket, ticket_id)
    follow(ticket, "customer")
    return Actor(
        kind=ActorKind.CUSTOMER,
        assurance=Assurance.VERIFIED,
        name=ticket.customer.name,
        lang=ticket.customer.lang,
        on_behalf_of=ticket.customer_id,
        holds=frozenset({("ticket", ticket_id)}),
    )


def holder_of(token: str, request: Request) -> tuple[Actor, UUID]:
    """The holder of a tracking link, in the language his browser asks for. NotFound for a link that does not hold."""
    ticket_id = links.read("track", token).object_id
    holder = link_holder(ticket_id)
    wanted = request.headers.get("Accept-Language")
    return (replace(holder, lang=request.actor.lang) if wanted else holder), ticket_id
