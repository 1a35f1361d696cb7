"""Builders for tests and the demo: everything through the services, so that it is legal."""

from __future__ import annotations

from uuid import UUID

from anxin.domains.assets import testing as assets
from anxin.domains.customers import testing as customers
from anxin.domains.customers.public import standing
from anxin.domains.people import testing as people
from anxin.domains.tickets import services
from anxin.domains.tickets.models import Ticket
from anxin.kernel.actor import ANONYMOUS, SYSTEM, Actor

TEXT = "热水器没有热水，水温上不去"


def ticket(
    *,
    text: str = TEXT,
    symptom: str = "unknown",
    org_id: UUID | None = None,
    customer_id: UUID | None = None,
    household_id: UUID | None = None,
    unit_id: UUID | None = None,
    channel: str = "portal",
    actor: Actor = ANONYMOUS,
    order_type: str = "repair",
    category: str = "gas_heater",
) -> Ticket:
    """An open ticket of a new customer with a unit, unless others are given."""
    if customer_id is None:
        noted = customers.noted()
        customer_id, household_id = noted.customer_id, household_id or noted.household_id
        unit_id = unit_id or assets.unit(household_id).pk
    request = services.Request(
        text=text,
        channel=channel,
        customer=standing(customer_id),
        org_id=org_id or people.brand().pk,
        order_type=order_type,
        category=category,
        symptom=symptom,
        household_id=household_id,
        unit_id=unit_id,
    )
    return services.open_ticket(actor=actor, request=request).ticket


def archived() -> None:
    """The daily job has run."""
    services.archive_due()


def solved(ticket_id: UUID, how: str = "remote") -> Ticket:
    """The ticket, solved by the house without a visit."""
    services.solve(actor=SYSTEM, ticket_id=ticket_id, how=how)
    return Ticket.objects.get(pk=ticket_id)


def solved_by(actor: Actor, ticket_id: UUID, how: str = "answer") -> str:
    """Solved by a person at the desk; the token that takes it back."""
    return services.solve(actor=actor, ticket_id=ticket_id, how=how)
