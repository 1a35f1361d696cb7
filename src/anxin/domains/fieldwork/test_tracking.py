"""The customer's tracking page: who comes when, and cancelling from it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client

from anxin.domains.fieldwork import testing
from anxin.domains.fieldwork.models import WorkOrder
from anxin.domains.fieldwork.testing import MORNING
from anxin.domains.tickets import public as tickets
from anxin.kernel import clock, links
from anxin.kernel.errors import Conflict

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.frozen(MORNING):
        yield


def page(order: WorkOrder) -> dict[str, object]:
    token = links.sign("track", order.ticket_id, MORNING.replace(year=MORNING.year + 1))
    response = Client().get(f"/api/portal/track/{token}")
    assert response.status_code == 200, response.content
    found: dict[str, object] = response.json()
    return found


def test_the_page_shows_who_comes_when_and_what_may_be_booked() -> None:
    house = testing.house()
    told = page(testing.opened(house))
    assert (told["window"], told["engineer"]) == (None, None)
    visit = testing.agreed(house)
    told = page(visit.order)
    assert told["may"]["reschedule"] is True  # type: ignore[index]
    assert told["may"]["book"] is False  # type: ignore[index]
    assert told["engineer"]["name"] == visit.engineer.user.name  # type: ignore[index]
    assert told["engineer"]["phone"] is None  # type: ignore[index]
    assert told["window"] is not None


def test_cancelling_by_link_ends_the_order_unless_the_engineer_is_there() -> None:
    house = testing.house()
    agreed = testing.agreed(house).order
    holder = tickets.link_holder(agreed.ticket_id)
    tickets.cancel(actor=holder, ticket_id=agreed.ticket_id, reason="买了新的", verb="ticket.see")
    assert WorkOrder.objects.get(pk=agreed.pk).status == "cancelled"
    assert tickets.context(agreed.ticket_id).status == "cancelled"
    there = testing.on_site(house).order
    assert page(there)["may"]["cancel"] is False  # type: ignore[index]
    holder = tickets.link_holder(there.ticket_id)
    with pytest.raises(Conflict), transaction.atomic():
        tickets.cancel(actor=holder, ticket_id=there.ticket_id, reason="不要了", verb="ticket.see")
    assert tickets.context(there.ticket_id).status != "cancelled"
