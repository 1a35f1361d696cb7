"""Anxin with its own services: a brand of two centres, an agent of the first, a hundred homes."""

from __future__ import annotations

import secrets
from itertools import cycle, islice

from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.test import Client

from anxin.domains.assets import testing as assets
from anxin.domains.catalog import testing as catalog
from anxin.domains.customers import testing as customers
from anxin.domains.people import testing as people
from anxin.domains.people.models import OrgUnit, User
from anxin.domains.tickets import testing as tickets
from anxin.domains.tickets.models import Ticket
from anxin.kernel.events.models import Delivery
from anxin.kernel.events.sequencer import sequence

CENTRES, HOMES, AREA = 2, 100, "浙江省/杭州市"


def prepare(wanted: int) -> dict[str, object]:
    """Top up to `wanted` open tickets; how a client asks."""
    call_command("migrate", verbosity=0, interactive=False)
    if not OrgUnit.objects.exists():
        _found()
    first = list(Ticket.objects.order_by("number")[:HOMES])
    for one in islice(cycle(first), max(0, wanted - Ticket.objects.count())):
        _open(one)
    sequence()
    Delivery.objects.filter(state="pending").update(state="done")  # who was to hear of the past has heard
    return _asking(first[0])


def _found() -> None:
    centres = [people.centre(f"第{n + 1}服务中心") for n in range(CENTRES)]
    people.authorisation(people.outlet(parent=centres[0]), AREA)
    product = catalog.product()
    for number in range(HOMES):
        place = centres[number % CENTRES]
        noted = customers.noted(f"客户{number}", org_id=place.pk)
        unit = assets.unit(noted.household_id, product_id=product.pk, org_id=place.pk)
        tickets.ticket(
            customer_id=noted.customer_id, household_id=noted.household_id, unit_id=unit.pk, org_id=place.pk
        )
    User.objects.filter(pk=people.staff("agent", centres[0]).id).update(username="bench")


def _open(like: Ticket) -> None:
    tickets.ticket(
        customer_id=like.customer_id, household_id=like.household_id, unit_id=like.unit_id, org_id=like.org_id
    )


def _asking(like: Ticket) -> dict[str, object]:
    return {
        **logged_in(),
        "create": {
            "path": "/api/tickets",
            "body": {
                "text": "热水器没有热水，水温上不去，早上洗澡洗到一半就凉了",
                "customer_id": str(like.customer_id),
                "household_id": str(like.household_id),
                "unit_id": str(like.unit_id),
                "category": "gas_heater",
            },
        },
        "list": {"path": "/api/tickets?view=open&category=gas_heater&order_type=repair&limit=25", "rows": "items"},
    }


def logged_in() -> dict[str, object]:
    """Cookies and headers of a browser in which the agent is logged in."""
    client = Client()
    client.force_login(User.objects.get(username="bench"))
    session, csrf = client.session, secrets.token_hex(16)
    assert isinstance(session, SessionStore)
    return {
        "cookie": f"anxin_session={session.session_key}; anxin_csrf={csrf}",
        "headers": {"X-CSRFToken": csrf},
    }


def owed() -> int:
    """Deliveries not yet made."""
    return Delivery.objects.filter(state="pending").count()
