"""A customer whose two records were merged sees what hangs on both, whichever he logs in by; undone, each its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from django.test import Client

from anxin.domains.assets import testing as assets
from anxin.domains.customers import public as customers
from anxin.domains.customers import testing as persons
from anxin.domains.fieldwork import testing as make
from anxin.domains.people import testing as people
from anxin.domains.tickets import testing as tickets
from anxin.kernel import authz, clock, policies
from anxin.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Record:
    """A record of a customer with what hangs on it, as (object type, id)."""

    id: UUID
    things: frozenset[tuple[str, UUID]]


def record(house: make.House, name: str) -> Record:
    noted = persons.noted(name)
    unit = assets.unit(noted.household_id, product_id=house.product.pk)
    ticket = tickets.ticket(
        org_id=house.centre.pk, customer_id=noted.customer_id, household_id=noted.household_id, unit_id=unit.pk
    )
    held = {"unit": unit.pk, "ticket": ticket.pk, "household": noted.household_id}
    return Record(noted.customer_id, frozenset({**held, "customer": noted.customer_id}.items()))


def seen(by: UUID, *records: Record) -> set[tuple[str, UUID]]:
    """What of these records their owner sees through the doors of the house."""
    actor = persons.actor(by)
    things = [thing for one in records for thing in one.things]
    return {(kind, pk) for kind, pk in things if authz.visible_objects(actor, kind, [pk])}


def units_listed(by: UUID) -> set[str]:
    """The units of the page in which he is logged in."""
    browser = Client()
    session = browser.session
    session["customer"] = {"id": str(by), "lang": "zh", "assurance": "verified"}
    session.save()
    return {row["id"] for row in browser.get("/api/units").json()["items"]}


@pytest.fixture
def house() -> Iterator[make.House]:
    policies.forget()
    with clock.frozen(make.MORNING):
        yield make.house()


def test_both_records_are_seen_by_either_until_the_merge_is_undone(house: make.House) -> None:
    old, new, stranger = (record(house, name) for name in ("周敏", "周小敏", "王五"))
    everything, units = (old, new, stranger), {one.id: str(dict(one.things)["unit"]) for one in (old, new, stranger)}
    lead = people.staff("agent_lead", house.centre)
    assert seen(old.id, *everything) == old.things
    customers.merge(actor=lead, customer_id=old.id, into_id=new.id)
    for own in (old.id, new.id):
        assert seen(own, *everything) == old.things | new.things
        assert units_listed(own) == {units[old.id], units[new.id]}
    assert seen(stranger.id, *everything) == stranger.things
    customers.undo_merge(actor=lead, customer_id=old.id)
    for one in everything:
        assert seen(one.id, *everything) == one.things
        assert units_listed(one.id) == {units[one.id]}


def test_the_desk_finds_the_tickets_of_both_records_by_either(house: make.House) -> None:
    old, new = record(house, "周敏"), record(house, "周小敏")
    record(house, "王五")
    customers.merge(actor=SYSTEM, customer_id=old.id, into_id=new.id)
    agent = people.browser("agent", house.centre)
    both = {str(dict(one.things)["ticket"]) for one in (old, new)}
    for one in (old, new):
        listed = agent.get("/api/tickets", {"view": "all", "customer": str(one.id)}).json()["items"]
        assert {row["id"] for row in listed} == both
