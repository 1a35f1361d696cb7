"""What a customer's page shows of visits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from anxin.domains.fieldwork import testing as make
from anxin.domains.fieldwork.testing import House
from anxin.domains.people import testing as people
from anxin.kernel import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> Iterator[House]:
    with clock.frozen(make.MORNING):
        yield make.house()


def test_a_finished_visit_is_shown_with_its_number_its_time_and_its_outcome_in_words(house: House) -> None:
    order = make.completed(house)
    agent = people.staff("agent")
    client = Client()
    client.force_login(get_user_model().objects.get(pk=str(agent.id)))
    (visit,) = client.get(f"/api/customers/{order.customer_id}").json()["sections"]["visits"]
    finished = order.visits.get().finished_at
    assert (visit["number"], visit["outcome"]) == (order.number, "已完成")
    assert finished is not None
    assert datetime.fromisoformat(visit["at"]) == finished
