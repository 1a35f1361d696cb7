"""The bad day of one-case.md: the customer is erased a year later."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from anxin.domains.assets import testing as assets
from anxin.domains.conversations import public as conversations
from anxin.domains.customers import testing as customers
from anxin.domains.tickets import testing
from anxin.domains.tickets.models import Ticket
from anxin.kernel import clock, events, links, search
from anxin.kernel.errors import NotFound
from anxin.kernel.events import sequencer
from anxin.kernel.events.handling import deliver_due
from anxin.kernel.events.verification import verify

pytestmark = pytest.mark.django_db

PHONE, NAME, DOOR, SAID = "13711112222", "欧阳铁柱", "文三西路", "孩子在家很着急"


def everything_stored() -> str:
    """Every cell of every table, as text."""
    cells: list[str] = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            cells += [_text(cell) for row in cursor for cell in row]
    stored = "\n".join(cells)
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), stored)  # as JSON may spell it


def _text(cell: Any) -> str:
    return bytes(cell).decode("utf-8", "replace") if isinstance(cell, memoryview | bytes) else str(cell)


def test_customer_erased_a_year_later_is_found_nowhere_and_the_ledger_verifies() -> None:
    noted = customers.noted(NAME, number=PHONE)
    unit = assets.unit(noted.household_id, room="老人房")
    ticket = testing.ticket(
        text=f"{SAID}，电话 {PHONE}",
        customer_id=noted.customer_id,
        household_id=noted.household_id,
        unit_id=unit.pk,
    )
    conversations.post(
        actor=customers.actor(noted.customer_id),
        case_id=ticket.case_id,
        subject=("ticket", ticket.pk),
        customer_id=noted.customer_id,
        text=f"我是{NAME}",
    )
    token = links.sign("track", ticket.pk, clock.now() + timedelta(days=800))
    while sequencer.sequence() or deliver_due():
        pass
    sequencer.seal()
    assert all(word in everything_stored() for word in (PHONE, NAME, DOOR, SAID, "老人房"))
    with clock.later(timedelta(days=365)):
        customers.erased(noted.customer_id)
        while sequencer.sequence() or deliver_due():
            pass
        after = everything_stored()
        assert [word for word in (PHONE, NAME, DOOR, SAID, "老人房") if word in after] == []
        assert search.ids("ticket", SAID) == []
        with pytest.raises(NotFound):
            links.read("track", token)
    assert verify().ok
    kept = Ticket.objects.get(pk=ticket.pk)
    assert (kept.number, kept.category, kept.unit_id) == (ticket.number, "gas_heater", unit.pk)
    assert len(events.of_case(ticket.case_id)) > 1
