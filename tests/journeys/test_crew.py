"""A house set up over HTTP: who is enrolled becomes a candidate, and what the law or a calendar takes away shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from anxin.domains.fieldwork import testing as make
from anxin.domains.fieldwork.models import Visit
from anxin.domains.fieldwork.services import accept
from anxin.domains.fieldwork.testing import House
from anxin.domains.people import testing as people
from anxin.kernel import clock
from anxin.kernel.actor import Actor
from anxin.kernel.ids import new_id

pytestmark = pytest.mark.django_db
TODAY = make.MORNING.date()


@pytest.fixture
def house() -> Iterator[House]:
    with clock.frozen(make.MORNING):
        yield make.house()


def browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(pk=actor.id))
    return client


def send(client: Client, method: str, path: str, body: dict[str, Any] | None = None, status: int = 200) -> Any:
    headers = {"Idempotency-Key": str(new_id())}
    content = {"data": json.dumps(body or {}), "content_type": "application/json"}
    answer = client.generic(method, f"/api{path}", headers=headers, **content)
    assert answer.status_code == status, answer.content.decode()
    return answer.json()


def judged(client: Client, order_id: object) -> tuple[set[str], dict[str, str]]:
    """Names of who is able, and of who is not with the rule."""
    told = client.get(f"/api/orders/{order_id}/candidates").json()
    able = {row["engineer"]["name"] for row in told["able"]}
    return able, {row["engineer"]["name"]: row["rule"] for row in told["excluded"]}


def test_a_new_engineer_is_a_candidate_once_he_has_all_it_takes(house: House) -> None:
    boss = browser(people.staff("centre_manager", house.centre))
    admin = browser(people.staff("admin"))
    order = make.opened(house)
    person = send(admin, "POST", "/people/users", {"username": "new.one", "name": "新师傅"}, 201)
    role = {"role": "engineer", "org_id": str(house.outlet.pk)}
    send(admin, "POST", f"/people/users/{person['id']}/roles", role)
    wanted = {"user_id": person["id"], "outlet_id": str(house.outlet.pk), "employee_no": "E-9"}
    made = send(boss, "POST", "/people/engineers", {**wanted, "home_address": "杭州市西湖区文新街道"}, 201)
    path = f"/people/engineers/{made['id']}"
    clerk = browser(house.clerk)
    accept(actor=house.clerk, order_id=order.pk)
    assert judged(clerk, order.pk) == ({"陈师傅"}, {"新师傅": "certificate"})
    gas = {"kind": "gas", "valid_from": "2026-01-01", "valid_to": (TODAY + timedelta(days=900)).isoformat()}
    send(boss, "POST", f"{path}/certificates", gas, 201)
    assert judged(clerk, order.pk)[1] == {"新师傅": "shift"}
    days = {"engineer_ids": [made["id"]], "first": str(TODAY), "last": str(TODAY), "weekdays": list(range(7))}
    send(boss, "POST", "/people/shifts", {**days, "start": "08:00", "end": "19:00"})
    assert judged(clerk, order.pk)[1] == {"新师傅": "level"}
    send(boss, "PUT", f"{path}/skills/gas_heater", {"level": 3})
    assert judged(clerk, order.pk) == ({"陈师傅", "新师傅"}, {})


def test_a_certificate_that_ends_takes_the_work_from_the_day_after(house: House) -> None:
    boss = browser(people.staff("centre_manager", house.centre))
    order = make.opened(house)
    clerk = browser(house.clerk)
    accept(actor=house.clerk, order_id=order.pk)
    path = f"/people/engineers/{house.engineer.pk}"
    gas = next(p for p in boss.get(f"/api{path}").json()["papers"] if p["kind"] == "gas")
    send(boss, "POST", f"{path}/certificates/{gas['id']}/end", {"last_day": str(TODAY)})
    assert judged(clerk, order.pk) == ({"陈师傅"}, {})
    with clock.frozen(make.MORNING + timedelta(days=1)):
        assert judged(clerk, order.pk) == (set(), {"陈师傅": "certificate"})


def test_visits_are_told_to_whoever_takes_the_time_away_and_stay(house: House) -> None:
    visit = make.agreed(house, 10)
    number = visit.order.number
    boss, outlet = (
        browser(people.staff(role, at))
        for role, at in (("centre_manager", house.centre), ("outlet_manager", house.outlet))
    )
    path = f"/people/engineers/{house.engineer.pk}"
    assert [v["number"] for v in boss.get(f"/api{path}").json()["visits"]] == [number]
    assert boss.get("/api/people/engineers").json()["items"][0]["today"]["visits"] == 1
    away = {"kind": "sick", "first": str(TODAY), "last": str(TODAY)}
    booked = send(outlet, "POST", f"{path}/absences", away, 201)
    assert [v["number"] for v in booked["visits"]] == [number]
    days = {"engineer_ids": [str(house.engineer.pk)], "first": str(TODAY), "last": str(TODAY), "weekdays": [1]}
    taken = send(outlet, "POST", "/people/shifts/take", days)
    assert (taken["shifts"], [v["number"] for v in taken["outside"]]) == (1, [number])
    refused = send(boss, "POST", f"{path}/end", status=409)
    assert (refused["code"], refused["params"]) == ("people.engineer_has_visits", {"count": 1, "numbers": number})
    row = Visit.objects.get(pk=visit.pk)
    assert (row.status, row.window_start, row.engineer_id) == ("planned", visit.window_start, house.engineer.pk)
