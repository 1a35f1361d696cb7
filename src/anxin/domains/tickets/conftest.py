"""Who is there, and when, in most tests of tickets."""

from collections.abc import Iterator

import pytest

from anxin.domains.people import testing as people
from anxin.domains.tickets.testing import NINE, Place
from anxin.kernel import clock
from anxin.kernel.actor import Actor


@pytest.fixture
def tuesday() -> Iterator[None]:
    with clock.frozen(NINE):
        yield


@pytest.fixture
def centre(db: None) -> Place:
    return people.centre()


@pytest.fixture
def agent(centre: Place) -> Actor:
    return people.staff("agent", centre)


@pytest.fixture
def lead(centre: Place) -> Actor:
    return people.staff("agent_lead", centre)
