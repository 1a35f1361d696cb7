"""Units over HTTP."""

from datetime import date

import pytest
from django.test import Client

from anxin.domains.assets import testing
from anxin.domains.assets.models import Unit
from anxin.domains.catalog import testing as catalog
from anxin.domains.customers import testing as customers
from anxin.domains.people import testing as people

pytestmark = pytest.mark.django_db

JSON = "application/json"


def client_of(role: str) -> Client:
    return people.browser(role, people.outlet())


def test_scan_fills_in_the_machine_in_the_readers_language() -> None:
    people.brand()
    home = customers.household()
    unit = testing.unit(home.id, installed_on=date(2099, 3, 2), room="主卧")
    told = Client().get(f"/api/qr/{unit.qr_token}", headers={"Accept-Language": "en-GB"}).json()
    assert (told["product_name"], told["serial_last4"], told["installed_month"]) == (
        "Gas water heater 16 l",
        unit.serial[-4:],
        "2099-03",
    )
    assert (told["coverage"]["covered"], told["coverage"]["visit_fee"]) == ("in", "0.00")
    assert [s["code"] for s in told["symptoms"]] == ["no_hot_water", "unstable", "unknown"]
    assert not any(secret in str(told) for secret in (unit.serial, str(unit.id), str(home.id), "主卧", "文新"))


def test_scan_of_an_unknown_code() -> None:
    answer = Client().get("/api/qr/nothing")
    assert (answer.status_code, answer.json()["code"]) == (404, "assets.unknown_code")


def test_list_export_and_drawing_stay_inside_the_reach() -> None:
    unit = testing.unit()
    agent, clerk = client_of("agent"), client_of("clerk")
    assert [row["id"] for row in agent.get(f"/api/units?q={unit.serial[-5:]}").json()["items"]] == [str(unit.id)]
    assert clerk.get("/api/units").json()["count"] == 0
    for path in (f"/api/units/{unit.id}", f"/api/units/{unit.id}/qr.svg"):
        assert clerk.get(path).status_code == 404
        assert Client().get(path).status_code == 401
    drawn = agent.get(f"/api/units/{unit.id}/qr.svg")
    assert (drawn["Content-Type"], b"<svg" in drawn.content) == ("image/svg+xml", True)


def test_unit_is_added_once_and_changed_by_version() -> None:
    agent = client_of("agent")
    body = {"serial": "AX-NEW-1", "product_id": str(catalog.product().id), "bought_on": "2026-01-05"}
    first = agent.post("/api/units", body, content_type=JSON, headers={"Idempotency-Key": "1"})
    second = agent.post("/api/units", body, content_type=JSON, headers={"Idempotency-Key": "2"})
    assert (first.status_code, second.status_code) == (201, 409)
    assert Unit.objects.count() == 1
    path = f"/api/units/{first.json()['id']}"
    assert agent.patch(path, {"room": "主卧"}, content_type=JSON).status_code == 428
    done = agent.patch(path, {"room": "主卧"}, content_type=JSON, headers={"If-Match": '"1"'})
    assert (done.json()["room"], done.json()["warranty_until"], done["ETag"]) == ("主卧", "2032-01-04", '"2"')
    assert done.json()["history"][0]["text"] == "2026-01-05 安装"


def test_replacing_a_code_needs_the_right() -> None:
    unit = testing.unit()
    assert client_of("auditor").post(f"/api/units/{unit.id}/code").status_code == 403
    assert Unit.objects.get().qr_token == unit.qr_token
    url = client_of("agent").post(f"/api/units/{unit.id}/code").json()["url"]
    assert url.endswith(f"/q/{Unit.objects.get().qr_token}")
    assert Client().get(f"/api/qr/{unit.qr_token}").status_code == 404


@pytest.mark.parametrize("name", ["room", "contract", "plan"])
def test_null_takes_a_units_dates_away_and_leaves_its_texts(name: str) -> None:
    unit = testing.unit(room="主卧", bought_on=date(2026, 1, 5), contract="K-7", plan="fast")
    wanted = {name: None, "bought_on": None}
    done = client_of("agent").patch(f"/api/units/{unit.id}", wanted, content_type=JSON, headers={"If-Match": '"1"'})
    assert (done.status_code, done.json()["bought_on"]) == (200, None)
    kept = Unit.objects.get()
    assert (kept.room, kept.contract, kept.plan) == ("主卧", "K-7", "fast")
