"""Customers over HTTP: whoever asks, by whichever door (threats 4, 5, 6, 9, 12)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from anxin.domains.customers import public, services, testing
from anxin.domains.customers.models import Customer
from anxin.domains.people import testing as people
from anxin.kernel.actor import SYSTEM, Assurance
from anxin.kernel.http.models import CreatedOnce
from anxin.kernel.outbound.models import OutboundMessage

pytestmark = pytest.mark.django_db

JSON = "application/json"
PHONE = "13812345678"


def client_of(role: str) -> Client:
    return people.browser(role, people.outlet())


def entered(phone: str = PHONE) -> tuple[Client, UUID]:
    """A customer logged in by code."""
    client = Client()
    assert client.post("/api/otp", {"phone": phone}, content_type=JSON).status_code == 204
    body = OutboundMessage.objects.latest("created_at", "id").body
    code = "".join(c for c in body.split("，")[0] if c.isdigit())
    answer = client.post("/api/otp/verify", {"phone": phone, "code": code}, content_type=JSON)
    return client, UUID(answer.json()["customer_id"])


@pytest.fixture
def noted() -> public.Noted:
    return testing.noted("周敏", number=PHONE)


def url(noted: public.Noted, rest: str = "") -> str:
    return f"/api/customers/{noted.customer_id}{rest}"


def test_anonymous_gets_nothing(noted: public.Noted) -> None:
    for path in ("/api/customers", url(noted), url(noted, "/copy"), f"/api/customers/popup?phone={PHONE}"):
        assert Client().get(path).status_code == 401


def test_answer_to_asking_a_code_is_the_same_for_every_number(noted: public.Noted) -> None:
    answers = [Client().post("/api/otp", {"phone": p}, content_type=JSON) for p in (PHONE, "13999999999")]
    assert [(a.status_code, a.content) for a in answers] == [(204, b"")] * 2


def test_wrong_codes_count_even_with_a_retry_key(noted: public.Noted) -> None:
    client = Client()
    client.post("/api/otp", {"phone": PHONE}, content_type=JSON)
    body = OutboundMessage.objects.get().body
    code = "".join(c for c in body.split("，")[0] if c.isdigit())
    for guess in range(5):
        wrong = {"phone": PHONE, "code": f"x{guess}"}
        answer = client.post("/api/otp/verify", wrong, content_type=JSON, headers={"Idempotency-Key": str(guess)})
        assert answer.status_code == 400
    assert client.post("/api/otp/verify", {"phone": PHONE, "code": code}, content_type=JSON).status_code == 400
    assert not CreatedOnce.objects.exists()


def test_customer_sees_himself_and_nobody_else(noted: public.Noted) -> None:
    client, me = entered()
    assert me == noted.customer_id
    other = testing.noted("王强")
    assert client.get(url(noted)).json()["phones"] == [PHONE]
    assert client.get(url(other)).status_code == 404
    assert [row["id"] for row in client.get("/api/customers?q=").json()["items"]] == [str(me)]
    assert client.get("/api/customers?q=王强").json()["count"] == 0
    for path in ("/api/people/users", "/api/people/api-keys", "/api/ledger/events", "/api/orgs"):
        assert client.get(path).status_code == 403


def test_customer_cannot_set_what_the_house_says_about_him(noted: public.Noted) -> None:
    client, _ = entered()
    body = {"name": "周敏敏", "key_account": True, "elderly": True, "tier": "diamond", "spend_36m": 9}
    answer = client.patch(url(noted), body, content_type=JSON, headers={"If-Match": '"1"'})
    assert answer.status_code == 200
    row = Customer.objects.get(pk=noted.customer_id)
    assert (row.name, row.key_account, row.elderly, row.tier) == ("周敏敏", False, False, "silver")


@pytest.mark.parametrize("role", ["clerk", "engineer", "outlet_manager", "dispatcher", "regional_manager"])
def test_another_outlet_finds_nothing_by_any_door(noted: public.Noted, role: str) -> None:
    client = client_of(role)
    assert client.get(url(noted)).status_code == 404
    assert client.get(f"/api/customers?q={PHONE}").json()["items"] == []
    assert client.get("/api/customers?q=周").json()["count"] == 0
    assert client.get(f"/api/customers/popup?phone={PHONE}").json() == {
        "customers": [],
        "households": [],
        "sections": {},
    }
    for act, body in (
        ("merge", {"into": str(noted.customer_id)}),
        ("erase", {"asked_through": "x", "confirm": "ERASE"}),
    ):
        assert client.post(url(noted, f"/{act}"), body, content_type=JSON).status_code == 403
    assert Customer.objects.get(pk=noted.customer_id).name == "周敏"


def test_agent_notes_finds_and_changes(noted: public.Noted) -> None:
    client = client_of("agent")
    body = {"name": "王强", "phone": "13500000000", "address": testing.ADDRESS}
    assert client.post("/api/customers", body, content_type=JSON).json()["code"] == "error.idempotency_key_required"
    made = client.post("/api/customers", body, content_type=JSON, headers={"Idempotency-Key": "1"})
    again = client.post("/api/customers", body, content_type=JSON, headers={"Idempotency-Key": "1"})
    assert (made.status_code, again.json()) == (201, made.json())
    assert client.get("/api/customers?q=13500000000").json()["items"][0]["name"] == "王强"
    assert client.patch(url(noted), {"elderly": True}, content_type=JSON).status_code == 428
    stale = client.patch(url(noted), {"elderly": True}, content_type=JSON, headers={"If-Match": '"7"'})
    assert (stale.status_code, stale.json()["current"]["elderly"]) == (412, False)
    done = client.patch(url(noted), {"elderly": True}, content_type=JSON, headers={"If-Match": '"1"'})
    assert (done.json()["elderly"], done["ETag"]) == (True, '"2"')


def test_unknown_filters_and_sorts_are_refused_or_ignored(noted: public.Noted) -> None:
    client = client_of("agent")
    assert client.get("/api/customers?sort=points__value").json()["code"] == "error.unknown_sort"
    assert client.get("/api/customers?points__value__startswith=138&q=nobody").json()["count"] == 0


def test_merge_gives_a_token_to_take_it_back(noted: public.Noted) -> None:
    other = testing.noted("周小敏")
    client = client_of("agent_lead")
    merged = client.post(url(noted, "/merge"), {"into": str(other.customer_id)}, content_type=JSON).json()
    assert (merged["customer"]["id"], merged["customer"]["merged"]) == (
        str(other.customer_id),
        [str(noted.customer_id)],
    )
    assert client.post(f"/api/undo/{merged['undo']}").json()["kind"] == "customer.merge"
    assert client.get(url(noted)).json()["name"] == "周敏"


def test_export_is_its_own_permission_and_safe_to_open() -> None:
    testing.noted("=HYPERLINK(1)", number=PHONE)
    assert client_of("agent").get("/api/customers/export").status_code == 403
    text = client_of("admin").get("/api/customers/export?format=csv").content.decode("utf-8-sig")
    assert text.splitlines()[0] == "姓名,等级,电话,地址"
    assert text.splitlines()[1].startswith("'=HYPERLINK(1),silver,13812345678,")


def test_erasing_wants_the_word_typed(noted: public.Noted) -> None:
    client = client_of("admin")
    body: dict[str, Any] = {"asked_through": "phone", "confirm": "yes"}
    assert client.post(url(noted, "/erase"), body, content_type=JSON).status_code == 400
    assert Customer.objects.get(pk=noted.customer_id).name == "周敏"
    done = client.post(url(noted, "/erase"), {**body, "confirm": "ERASE"}, content_type=JSON)
    assert done.status_code == 200
    assert client.get(url(noted)).json()["name"] == ""


def test_consent_through_the_customers_own_hands(noted: public.Noted) -> None:
    client, _ = entered()
    body = {"purpose": "marketing", "source": "portal"}
    assert client.post(url(noted, "/consents"), body, content_type=JSON).status_code == 204
    assert client.get(url(noted)).json()["consents"][0]["purpose"] == "marketing"
    assert client.delete(url(noted, "/consents?purpose=marketing")).status_code == 204
    assert client.delete(url(noted, "/consents?purpose=marketing")).status_code == 404


def test_claimed_session_is_no_key_to_the_record(noted: public.Noted) -> None:
    claimed = services.note_contact(actor=SYSTEM, name="李四", phone=PHONE, assurance=Assurance.CLAIMED, address="")
    stranger = testing.actor(claimed.customer_id, assurance=Assurance.CLAIMED)
    assert [row.pk for row in public.visible_to(stranger)] == [claimed.customer_id]


def test_address_asks_back() -> None:
    told = Client().get("/api/address?text=鼓楼区中山路1号", headers={"Accept-Language": "en"}).json()
    assert told["asks"] == [
        {"code": "which_city", "text": "Several cities have a place of this name: which one is it?"}
    ]
    assert told["options"][0] == "江苏省/南京市/鼓楼区"


def test_list_costs_the_same_for_one_and_for_many(
    noted: public.Noted, django_assert_num_queries: Callable[[int], Any]
) -> None:
    client = client_of("agent")
    client.get("/api/customers")
    with django_assert_num_queries(7):
        client.get("/api/customers")
    for number in range(6):
        testing.noted(f"客户{number}")
    with django_assert_num_queries(7):
        assert len(client.get("/api/customers").json()["items"]) == 7
