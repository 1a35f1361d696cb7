"""S1, threats 5, 9, 11: what one may not see changes nothing one is told, by whatever list, count, search or export.

Every reading operation is asked before a foreign case exists and after: each answer must be the same to the letter.
Every filter is tried with what only the foreign case holds.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from anxin.config.roles import STAFF
from anxin.domains.assets import testing as assets
from anxin.domains.assets.models import Unit
from anxin.domains.customers import testing as customers
from anxin.domains.fieldwork import testing as fieldwork
from anxin.domains.fieldwork.services import accept, assign, open_order
from anxin.domains.people import public as people_public
from anxin.domains.people import testing as people
from anxin.domains.people.models import User
from anxin.domains.tickets import services as ticket_services
from anxin.domains.tickets import testing as tickets
from anxin.kernel import clock
from anxin.kernel.actor import Actor, Assurance
from anxin.kernel.authz.reach import has, reach
from anxin.kernel.events.handling import deliver_due
from anxin.kernel.events.sequencer import sequence
from anxin.kernel.http.models import RateWindow
from anxin.kernel.ids import new_id
from tests.arch.test_matrix import NAME, PHONE, WORDS, _customer, description, example, guarded, said

pytestmark = pytest.mark.django_db

#: Verbs everybody of the house has in full: they read no case, so that a foreign case may not show there either.
HOUSE = {"self.use", "desk.use", "org.see", "catalog.see"}
SERIAL = "SN-FOREIGN-0001"
#: What a search box of somebody curious would be given.
SEARCHED = (NAME, PHONE, WORDS, SERIAL)
#: A report shows the whole company's figures beside one's own, as sums and by design; a refusal has a number.
LEFT_OUT = ("company", "request_id")


@pytest.fixture
def house() -> Iterator[fieldwork.House]:
    with clock.frozen(fieldwork.MORNING):
        yield fieldwork.house()


def _case(house: fieldwork.House) -> dict[str, UUID]:
    """A case of another place, with everything that leaves a trace: message, pressed, taken, order, visit, notices."""
    noted = customers.noted(NAME, number=PHONE)
    unit = assets.unit(noted.household_id, product_id=house.product.pk, room="老人房")
    Unit.objects.filter(pk=unit.pk).update(serial=SERIAL)
    ticket = tickets.ticket(
        text=WORDS,
        org_id=house.centre.pk,
        customer_id=noted.customer_id,
        household_id=noted.household_id,
        unit_id=unit.pk,
    )
    ticket_services.press(actor=house.dispatcher, ticket_id=ticket.pk)
    order = open_order(actor=house.dispatcher, ticket_id=ticket.pk)
    accept(actor=house.clerk, order_id=order.pk)
    visit = assign(actor=house.clerk, order_id=order.pk, engineer_id=house.engineer.pk)
    while sequence() or deliver_due():
        pass
    return {
        "customer": noted.customer_id,
        "household": noted.household_id or new_id(),
        "unit": unit.pk,
        "ticket": ticket.pk,
        "case": ticket.case_id,
        "order": order.pk,
        "visit": visit.pk,
        "org": house.centre.pk,
        "outlet": house.outlet.pk,
        "engineer": house.engineer.pk,
        "assignee": house.engineer.pk,
    }


#: Ids are drawn when the case is made, so that the first round asks with others: no row has them.
NOBODY = {name: new_id() for name in ("customer", "household", "unit", "ticket", "case", "order", "visit")}


def _lists() -> list[tuple[str, dict[str, Any]]]:
    """Reading operations that name no row in their path."""
    return [(name, operation) for name, _, operation in guarded() if name.startswith("GET") and "{" not in name]


def _questions(operation: dict[str, Any], ids: dict[str, UUID]) -> Iterator[tuple[str, dict[str, str]]]:
    """The plain question, and one more per filter that could be aimed at the foreign case."""
    parts = description()["components"]["schemas"]
    given = operation.get("parameters", [])
    needed = {p["name"]: str(example(p["schema"], parts, {}, p["name"])) for p in given if p.get("required")}
    if "org" in {p["name"] for p in given} and "measure" in needed:
        needed["org"] = str(ids["org"])  # the cases behind a figure are asked of a place
    yield "plain", needed
    for parameter in given:
        name = parameter["name"]
        if name in ("q", "phone", "area"):
            for words in SEARCHED:
                yield f"{name}={words}", {**needed, name: words}
        elif name.removesuffix("_id") in ids:
            yield name, {**needed, name: str(ids[name.removesuffix("_id")])}
        elif name in ("view", "state", "status"):
            yield name, {**needed, name: {"view": "all", "state": "", "status": "open"}[name]}


def _answers(client: Client, actor: Actor, ids: dict[str, UUID]) -> dict[str, tuple[int, str]]:
    told = {}
    for name, operation in _lists():
        verb = operation["x-permission"]
        if not has(actor, verb) or (reach(actor, verb).all and verb not in HOUSE):
            continue
        for how, query in _questions(operation, ids):
            RateWindow.objects.all().delete()
            answer = client.get(name.removeprefix("GET "), query_params=query)
            text = said(answer) if answer["Content-Type"].startswith(("application/json", "text/")) else ""
            told[f"{name} {how}"] = (answer.status_code, _comparable(answer, text))
    return told


def _comparable(answer: Any, text: str) -> str:
    if not answer["Content-Type"].startswith("application/json"):
        return text
    body = answer.json()
    return str({k: v for k, v in body.items() if k not in LEFT_OUT} if isinstance(body, dict) else body)


def _undisturbed(client: Client, actor: Actor, house: fieldwork.House) -> None:
    fixed = {"org": house.centre.pk, "outlet": house.outlet.pk, "engineer": house.engineer.pk}
    before = _answers(client, actor, {**NOBODY, **fixed, "assignee": house.engineer.pk})
    ids = _case(house)
    after = _answers(client, actor, ids)
    assert before.keys() == after.keys() and before
    assert {name: (before[name], after[name]) for name in before if before[name] != after[name]} == {}
    assert [name for name, (status, _) in after.items() if status >= 500] == []


@pytest.mark.parametrize("role", STAFF.split())
def test_staff_of_another_outlet_hear_nothing_of_it(role: str, house: fieldwork.House) -> None:
    elsewhere = people.outlet("别处")
    actor = (
        people_public.actor_for(people.engineer(elsewhere).pk) if role == "engineer" else people.staff(role, elsewhere)
    )
    client = Client()
    client.force_login(User.objects.get(pk=actor.id))
    _undisturbed(client, actor, house)


@pytest.mark.parametrize("assurance", [Assurance.VERIFIED, Assurance.CLAIMED])
def test_another_customer_hears_nothing_of_it(assurance: Assurance, house: fieldwork.House) -> None:
    stranger = customers.noted("王强").customer_id
    _undisturbed(_customer(stranger, assurance), customers.actor(stranger, assurance=assurance), house)


def test_a_key_of_few_verbs_hears_nothing_of_it(house: fieldwork.House) -> None:
    owner, verbs = people.staff("clerk", people.outlet("别处")), ["ticket.read", "order.see", "customer.see"]
    client = Client(headers={"Authorization": f"Bearer {people.api_key(owner, verbs)}"})
    _undisturbed(client, replace(owner, only_verbs=frozenset(verbs)), house)
