"""Operation × role × foreign row (S1): nobody reaches a row that is not his, by any operation.

Every operation of the API description is called by somebody of every role who works at another outlet, by another
customer and by nobody, with the ids of real rows. The rows hold words that must never come back.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from anxin.config.api import api
from anxin.config.roles import STAFF
from anxin.domains.assets import testing as assets
from anxin.domains.assets.models import Unit
from anxin.domains.customers import testing as customers
from anxin.domains.customers.models import Customer
from anxin.domains.fieldwork import testing as fieldwork
from anxin.domains.fieldwork.models import WorkOrder
from anxin.domains.fieldwork.services import accept, assign, open_order
from anxin.domains.people import public as people_public
from anxin.domains.people import testing as people
from anxin.domains.people.models import User
from anxin.domains.tickets import testing as tickets
from anxin.domains.tickets.models import Ticket
from anxin.kernel import clock
from anxin.kernel.actor import Actor, Assurance
from anxin.kernel.authz.reach import has, reach, role_table
from anxin.kernel.http.models import RateWindow
from anxin.kernel.ids import new_id

pytestmark = pytest.mark.django_db

#: What anybody may call; everything else must refuse the anonymous.
PUBLIC = {
    "DELETE /api/session",
    "GET /api/address",
    "GET /api/demo/outbox",
    "GET /api/demo/progress",
    "GET /api/demo/start",
    "GET /api/files/{file_id}",
    "GET /api/qr/{token}",
    "GET /api/session",
    "GET /api/session/openid",
    "GET /api/session/openid/return",
    "POST /api/files",
    "POST /api/otp",
    "POST /api/otp/verify",
    "POST /api/portal/requests",
    "POST /api/session",
    "POST /api/session/password",
}
NAME, PHONE, SERIAL_TAIL, WORDS = "欧阳铁柱", "13711112222", "-FOREIGN", "孩子在家很着急"
SECRETS = (NAME, PHONE, SERIAL_TAIL, WORDS, "老人房")
NAMED = ("customer_id", "unit_id", "ticket_id", "case_id", "order_id", "visit_id")
#: Operations that name no row of a customer's, or judge the wish before they look for the row.
OTHER_REFUSALS = {
    "POST /api/customers/{customer_id}/erase": {400},  # the typed confirmation comes first
    "POST /api/tickets/{ticket_id}/link": {400},  # the example links a ticket to itself
}


@cache
def description() -> dict[str, Any]:
    return dict(api.get_openapi_schema())


#: Values that pass the first look, so that the row is looked for; by the name of the field.
PLAUSIBLE = {
    "result": "reached",
    "kind": "depart",
    "action": "take",
    "format": "csv",
    "measure": "csat",
    "phone": PHONE,
}


def operations() -> list[tuple[str, str, dict[str, Any]]]:
    paths = description()["paths"]
    return [
        (f"{method.upper()} {path}", method, operation)
        for path, methods in sorted(paths.items())
        for method, operation in methods.items()
    ]


def guarded() -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (name, method, operation)
        for name, method, operation in operations()
        if operation["x-permission"] != "public" and not operation["x-permission"].startswith("link:")
    ]


@pytest.fixture
def rows() -> Iterator[dict[str, UUID]]:
    """A customer of another place: unit, open ticket, order and visit; ids by the names of path parameters."""
    with clock.frozen(fieldwork.MORNING):
        house = fieldwork.house()
        noted = customers.noted(NAME, number=PHONE)
        unit = assets.unit(noted.household_id, product_id=house.product.pk, room="老人房")
        Unit.objects.filter(pk=unit.pk).update(serial=f"{unit.serial}{SERIAL_TAIL}")
        ticket = tickets.ticket(
            text=WORDS,
            org_id=house.centre.pk,
            customer_id=noted.customer_id,
            household_id=noted.household_id,
            unit_id=unit.pk,
        )
        order = open_order(actor=house.dispatcher, ticket_id=ticket.pk)
        accept(actor=house.clerk, order_id=order.pk)
        visit = assign(actor=house.clerk, order_id=order.pk, engineer_id=house.engineer.pk)
        yield {
            "customer_id": noted.customer_id,
            "household_id": noted.household_id or noted.customer_id,
            "unit_id": unit.pk,
            "ticket_id": ticket.pk,
            "case_id": ticket.case_id,
            "product_id": house.product.pk,
            "order_id": order.pk,
            "visit_id": visit.pk,
        }


def example(schema: dict[str, Any], parts: dict[str, Any], rows: dict[str, UUID], name: str = "") -> Any:
    """A smallest value of a JSON schema; ids of foreign rows where a field is named for one."""
    if "$ref" in schema:
        return example(parts[schema["$ref"].rsplit("/", 1)[1]], parts, rows, name)
    for choice in ("anyOf", "allOf", "oneOf"):
        if choice in schema:
            return example(schema[choice][0], parts, rows, name)
    if "enum" in schema or "const" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    kind = schema.get("type")
    if kind == "object":
        wanted = schema.get("required", [])
        return {field: example(schema["properties"][field], parts, rows, field) for field in wanted}
    if kind == "array":
        return [example(schema["items"], parts, rows, name)]
    return _scalar(str(kind), schema.get("format", ""), rows, name)


def _scalar(kind: str, form: str, rows: dict[str, UUID], name: str) -> Any:
    if form == "uuid":
        return str(rows.get(name) or rows.get(f"{name.rstrip('s')}_id") or rows.get("ticket_id"))
    by_form = {"date": "2026-07-14", "date-time": "2026-07-14T04:00:00Z"}
    by_kind: dict[str, Any] = {"integer": 1, "number": 1, "boolean": True}
    return by_form.get(form, by_kind.get(kind, PLAUSIBLE.get(name, "x")))


def call(client: Client, name: str, operation: dict[str, Any], rows: dict[str, UUID]) -> Any:
    """Call an operation as its description asks, with foreign ids."""
    parts = description()["components"]["schemas"]
    method, path = name.split(" ", 1)
    query = {}
    for parameter in operation.get("parameters", []):
        value = example(parameter["schema"], parts, rows, parameter["name"])
        if parameter["in"] == "path":
            unknown = value if parameter["schema"].get("format") != "uuid" else new_id()
            path = path.replace(f"{{{parameter['name']}}}", str(rows.get(parameter["name"], unknown)))
        elif parameter.get("required"):
            query[parameter["name"]] = value
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    body = example(content["schema"], parts, rows) if content else {}
    return client.generic(
        method,
        path,
        data=json.dumps(body),
        content_type="application/json",
        query_params=query,
        headers={"Idempotency-Key": str(new_id()), "If-Match": '"1"'},
    )


def test_what_is_public_is_written_down() -> None:
    public = {name for name, _, operation in operations() if operation["x-permission"] == "public"}
    assert public - PUBLIC == set()


def test_the_anonymous_are_refused_everywhere_else(rows: dict[str, UUID]) -> None:
    wrong = {}
    for name, _, operation in guarded():
        answer = call(Client(), name, operation, rows)
        if answer.status_code not in (401, 403) and operation["x-permission"] not in _for_all_customers():
            wrong[name] = answer.status_code
    assert wrong == {}


def _for_all_customers() -> set[str]:
    return {verb for verb, by_role in role_table().items() if by_role.get("customer") == "all"}


def test_the_rows_are_real_and_the_words_are_there_for_who_may_read_them(rows: dict[str, UUID]) -> None:
    client = people.browser("admin")
    told = "".join(
        said(call(client, name, operation, rows))
        for name, _, operation in guarded()
        if name in ("GET /api/customers/{customer_id}", "GET /api/units/{unit_id}", "GET /api/tickets/{ticket_id}")
    )
    assert [secret for secret in SECRETS if secret not in told] == []


@pytest.mark.parametrize("role", STAFF.split())
def test_staff_of_another_outlet(role: str, rows: dict[str, UUID]) -> None:
    elsewhere = people.outlet("别处")
    actor = _engineer(elsewhere) if role == "engineer" else people.staff(role, elsewhere)
    client = Client()
    client.force_login(User.objects.get(pk=actor.id or new_id()))
    assert wrong_answers(client, actor, rows) == {}


def _engineer(outlet: people.OrgUnit) -> Actor:
    return people_public.actor_for(people.engineer(outlet).pk)


def test_another_customer(rows: dict[str, UUID]) -> None:
    stranger = customers.noted("王强")
    client = _customer(stranger.customer_id, Assurance.VERIFIED)
    assert wrong_answers(client, customers.actor(stranger.customer_id), rows) == {}


def test_somebody_who_only_claims_the_number(rows: dict[str, UUID]) -> None:
    claimed = customers.noted("李四", number=PHONE)
    client = _customer(claimed.customer_id, Assurance.CLAIMED)
    actor = customers.actor(claimed.customer_id, assurance=Assurance.CLAIMED)
    assert wrong_answers(client, actor, rows, but=(PHONE,)) == {}


def test_key_of_few_verbs(rows: dict[str, UUID]) -> None:
    owner = people.staff("clerk", people.outlet("别处"))
    client = Client(headers={"Authorization": f"Bearer {people.api_key(owner, ['ticket.see', 'order.see'])}"})
    actor = replace(owner, only_verbs=frozenset({"ticket.see", "order.see"}))
    assert wrong_answers(client, actor, rows) == {}


def wrong_answers(client: Client, actor: Actor, rows: dict[str, UUID], *, but: tuple[str, ...] = ()) -> dict[str, str]:
    """Operations that told a secret, broke, or did not refuse."""
    wrong = {}
    before = versions(rows)
    for name, _, operation in guarded():
        verb = operation["x-permission"]
        if reach(actor, verb).all:
            continue
        RateWindow.objects.all().delete()
        answer = call(client, name, operation, rows)
        if problem := _problem(name, answer, rows, allowed=has(actor, verb), but=but):
            wrong[name] = problem
        if versions(rows) != before:
            wrong[name] = "changed a row"
            before = versions(rows)
    return wrong


def versions(rows: dict[str, UUID]) -> list[int]:
    """What a foreign hand would have moved."""
    found = ((Customer, "customer_id"), (Unit, "unit_id"), (Ticket, "ticket_id"), (WorkOrder, "order_id"))
    return [int(model.objects.values_list("version", flat=True).get(pk=rows[name])) for model, name in found]


def _customer(customer_id: UUID, assurance: Assurance) -> Client:
    """A browser in which the customer is logged in."""
    client = Client()
    session = client.session
    session["customer"] = {"id": str(customer_id), "lang": "zh", "assurance": assurance.value}
    session.save()
    client.cookies["anxin_session"] = session.session_key or ""
    return client


def said(answer: Any) -> str:
    """The answer in plain words: JSON spells 欧 as \\u6b27."""
    raw = b"".join(answer) if answer.streaming else answer.content
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), raw.decode("utf-8", "replace"))


def _problem(name: str, answer: Any, rows: dict[str, UUID], *, allowed: bool, but: tuple[str, ...]) -> str:
    text = said(answer)
    ids = [str(row) for key, row in rows.items() if key != "product_id" and name.startswith("GET")]
    told = [secret for secret in {*SECRETS, *ids} - set(but) if secret in text]
    if told:
        return f"told {told}"
    if not allowed:
        return "" if answer.status_code == 403 else f"{answer.status_code} without the verb"
    names_a_row = any(f"{{{parameter}}}" in name for parameter in NAMED)
    if names_a_row and answer.status_code not in {403, 404, *OTHER_REFUSALS.get(name, set())}:
        return f"{answer.status_code} {text[:200]}"
    return f"{answer.status_code} {text[:200]}" if answer.status_code >= 500 else ""
