"""How the rest of the house reaches tickets by type and id: live stream, files, undo, the customer's panorama."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from anxin.domains.customers import public as customers
from anxin.domains.tickets import selectors
from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.shapes import subject_of
from anxin.kernel import authz, files, undo
from anxin.kernel.actor import Actor


def _may_see(actor: Actor, ticket_id: UUID) -> bool:
    return selectors.visible_to(actor).filter(pk=ticket_id).exists()


def _version(ticket_id: UUID) -> int | None:
    return Ticket.objects.filter(pk=ticket_id).values_list("version", flat=True).first()


def _section(actor: Actor, customer_ids: Collection[UUID]) -> list[dict[str, object]]:
    return [
        {
            "id": str(ticket.pk),
            "number": ticket.number,
            "subject": subject_of(ticket, actor.lang),
            "order_type": ticket.order_type,
            "status": ticket.status,
            "opened_at": ticket.opened_at.isoformat(),
        }
        for ticket in selectors.of_customers(actor, customer_ids)
    ]


authz.register_object("ticket", selectors.visible_to)
files.bind("ticket", may_add=_may_see, may_read=_may_see)
undo.versioned("ticket", _version)
customers.provide("tickets", _section)
