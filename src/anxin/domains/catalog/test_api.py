"""The catalogue over HTTP: who may write what, versions, one creation per key, pages without N+1."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from anxin.domains.people import testing as people
from anxin.kernel.actor import SYSTEM

from . import services, testing
from .cards import Name
from .models import Category, Part, Product, ServiceItem
from .services import NewPart

pytestmark = pytest.mark.django_db

JSON = "application/json"
NAMES = {"name_zh": "水流传感器", "name_en": "Flow sensor"}
WRITERS: dict[str, tuple[dict[str, Any], set[str]]] = {
    "/api/catalog/categories": ({"code": "ac", **NAMES}, {"admin"}),
    "/api/catalog/products": ({"model": "M1", **NAMES, "category": "gas_heater", "warranty_months": 72}, {"admin"}),
    "/api/catalog/parts": (
        {"code": "P1", **NAMES, "category": "gas_heater", "price": "68.00"},
        {"admin", "parts_keeper"},
    ),
    "/api/catalog/service-items": (
        {"code": "S1", **NAMES, "order_type": "repair", "price": "50", "minutes": 30},
        {"admin"},
    ),
}


def post(client: Client, path: str, body: dict[str, Any], key: str = "1") -> Any:
    return client.post(path, body, content_type=JSON, headers={"Idempotency-Key": key})


def patch(client: Client, path: str, body: dict[str, Any], version: int | None = 1) -> Any:
    headers = {} if version is None else {"If-Match": f'"{version}"'}
    return client.patch(path, body, content_type=JSON, headers=headers)


def counts() -> list[int]:
    return [model.objects.count() for model in (Category, Product, Part, ServiceItem)]


@pytest.mark.parametrize("path", WRITERS)
@pytest.mark.parametrize("role", ["admin", "knowledge_editor", "parts_keeper", "agent_lead", "executive", "auditor"])
def test_who_may_add_what(path: str, role: str) -> None:
    testing.category()
    before, (body, writers) = counts(), WRITERS[path]
    answer = post(people.browser(role), path, body)
    assert answer.status_code == (201 if role in writers else 403)
    assert sum(counts()) - sum(before) == (1 if role in writers else 0)


@pytest.mark.parametrize("path", WRITERS)
def test_the_same_key_adds_once_and_the_same_code_is_refused(path: str) -> None:
    testing.category()
    admin, body = people.browser("admin"), WRITERS[path][0]
    first, again, other = (post(admin, path, body, key) for key in ("1", "1", "2"))
    assert (first.status_code, again.status_code, other.status_code) == (201, 201, 409)
    assert again.json() == first.json()


def test_an_edit_needs_the_version_it_was_made_on() -> None:
    part = testing.part(testing.product(), price="68.00", cost="40.00")
    keeper, path = people.browser("parts_keeper"), f"/api/catalog/parts/{part.id}"
    assert keeper.get(path)["ETag"] == '"1"'
    assert patch(keeper, path, {"price": "72.00"}, None).status_code == 428
    done = patch(keeper, path, {"price": "72.00"})
    assert (done.json()["price"], done.json()["cost"], done["ETag"]) == ("72.00", "40.00", '"2"')
    stale = patch(keeper, path, {"price": "80.00"})
    assert (stale.status_code, stale.json()["current"]["price"]) == (412, "72.00")
    assert Part.objects.get().price == Decimal("72.00")


def test_null_empties_what_may_be_empty_and_changes_nothing_else() -> None:
    part = testing.part(testing.product(), price="68.00", cost="40.00")
    done = patch(people.browser("parts_keeper"), f"/api/catalog/parts/{part.id}", {"cost": None, "price": None}).json()
    assert (done["cost"], done["price"], done["version"]) == (None, "68.00", 2)


@pytest.mark.parametrize(
    ("path", "code"),
    [("products", "catalog.no_product"), ("parts", "error.not_found"), ("service-items", "catalog.no_service")],
)
def test_what_is_not_there_is_told_without_a_gap_for_its_name(path: str, code: str) -> None:
    answer = people.browser("admin").get(f"/api/catalog/{path}/{uuid4()}")
    assert (answer.status_code, answer.json()["code"]) == (404, code)


@pytest.mark.parametrize(
    "body",
    [{"price": "-1"}, {"price": "1.234"}, {"price": "123456789012"}, {"name_zh": " "}, {"cost": "x"}],
)
def test_what_no_column_should_hold_changes_nothing(body: dict[str, str]) -> None:
    part = testing.part(testing.product())
    assert patch(people.browser("admin"), f"/api/catalog/parts/{part.id}", body).status_code == 422
    row = Part.objects.get()
    assert (row.price, row.name_zh, row.version) == (Decimal("68.00"), "水流传感器", 1)


def test_what_the_house_pays_is_told_to_few() -> None:
    part = testing.part(testing.product(), cost="41.50")
    told = {
        role: people.browser(role).get(f"/api/catalog/parts/{part.id}").json()["cost"]
        for role in ("parts_keeper", "executive", "agent", "engineer")
    }
    assert told == {"parts_keeper": "41.50", "executive": "41.50", "agent": None, "engineer": None}


def test_the_knowledge_editor_keeps_the_words_and_nothing_else() -> None:
    testing.category("ac")
    editor, path = people.browser("knowledge_editor"), "/api/catalog/categories/ac"
    terms = {"terms": [{"code": "leaks", "name_zh": "漏水", "name_en": "Leaks"}]}
    version = editor.get(path).json()["version"]
    answer = editor.put(f"{path}/symptoms", terms, content_type=JSON, headers={"If-Match": f'"{version}"'})
    offered = [term["code"] for term in answer.json()["symptoms"] if term["active"]]
    assert (answer.status_code, offered, answer["ETag"]) == (200, ["leaks", "unknown"], f'"{version + 1}"')
    assert patch(editor, path, {"name_zh": "别的"}, version + 1).status_code == 403
    assert people.browser("parts_keeper").put(f"{path}/causes", terms, content_type=JSON).status_code == 403


def test_lists_offer_what_is_active_and_show_the_rest_when_asked() -> None:
    kept, gone = testing.product(), testing.product()
    services.change_product(actor=SYSTEM, product_id=gone.id, active=False)
    agent = people.browser("agent")
    listed = {
        state: [row["model"] for row in agent.get(f"/api/catalog/products?state={state}").json()["items"]]
        for state in ("active", "retired", "all")
    }
    assert listed == {"active": [kept.model], "retired": [gone.model], "all": sorted([kept.model, gone.model])}
    assert agent.get("/api/catalog/products?state=other").status_code == 422


def many_parts(number: int) -> None:
    product = testing.product()
    names = Name("垫圈", "Washer")
    services.add_parts(
        actor=SYSTEM,
        parts=[
            NewPart(f"W{n:05d}", names, "gas_heater", Decimal(n), fits=frozenset({product.id})) for n in range(number)
        ],
    )


def test_a_page_of_parts_costs_the_same_of_ten_and_of_a_thousand(django_assert_max_num_queries: Any) -> None:
    many_parts(1000)
    client = people.browser("agent")
    client.get("/api/catalog/parts")
    with django_assert_max_num_queries(9) as small:
        assert len(client.get("/api/catalog/parts?limit=10").json()["items"]) == 10
    with django_assert_max_num_queries(len(small)):
        page = client.get("/api/catalog/parts?limit=100").json()
    assert (len(page["items"]), page["count"], page["items"][7]["fits"]) == (100, 1000, 1)
    found = client.get("/api/catalog/parts?q=w0012").json()["items"]
    assert [row["code"] for row in found] == [f"W{n:05d}" for n in range(120, 130)]
    priciest = client.get("/api/catalog/parts?sort=-price&limit=1").json()
    assert (priciest["items"][0]["code"], bool(priciest["next"])) == ("W00999", True)
