"""Builders for tests and the demo: everything through the services, so that it is legal."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth import get_user_model
from django.test import Client

from anxin.domains.assets import testing as assets
from anxin.domains.customers import testing as customers
from anxin.domains.customers.public import standing
from anxin.domains.people import testing as people
from anxin.domains.tickets import services
from anxin.domains.tickets.models import Ticket
from anxin.kernel import events
from anxin.kernel.actor import ANONYMOUS, SYSTEM, Actor
from anxin.kernel.events import handling

NINE = datetime(2026, 7, 14, 1, 0, tzinfo=UTC)  # Tuesday 09:00 in Shanghai
Place = Any  # a node of the organisation tree, as the people's builders give it
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


def names(ticket: Ticket) -> list[str]:
    """Of the events of its case."""
    return [event.name for event in events.of_case(ticket.case_id)]


def payload(ticket: Ticket, name: str) -> dict[str, object]:
    """Of the first event with this name."""
    return next(event.payload for event in events.of_case(ticket.case_id) if event.name == name)


def deliver() -> None:
    """Everything that waits is delivered."""
    while handling.deliver_due():
        pass


def browser(actor: Actor | None = None) -> Client:
    """In which the actor is logged in, if somebody is."""
    client = Client()
    if actor is not None and actor.id is not None:
        client.force_login(get_user_model().objects.get(pk=actor.id))
    return client


def send(client: Client, path: str, body: object = None, **headers: str) -> Any:
    return client.post(
        f"/api{path}", json.dumps(body if body is not None else {}), content_type="application/json", headers=headers
    )


def create(client: Client, path: str, body: object, key: str = "") -> Any:
    """With an Idempotency-Key of its own unless one is given."""
    return send(client, path, body, **{"Idempotency-Key": key or str(uuid4())})


def ask(client: Client, path: str) -> Any:
    """What a readable path answers."""
    response = client.get(f"/api{path}")
    assert response.status_code == 200, response.content
    return response.json()
