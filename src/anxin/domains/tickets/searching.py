"""What a ticket is found by."""

from __future__ import annotations

from anxin.domains.tickets.models import Ticket
from anxin.kernel import search


def index(ticket: Ticket) -> None:
    """Number, words, customer's name, serial number, address (never the phone: that finds the customer)."""
    unit, home = ticket.unit, ticket.household
    parts = [ticket.number, ticket.text, ticket.customer.name]
    parts += [unit.serial] if unit else []
    parts += [home.address] if home else []
    search.index("ticket", ticket.pk, " ".join(parts))
