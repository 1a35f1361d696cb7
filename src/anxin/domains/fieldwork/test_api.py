"""The routes, as clerk, dispatcher, engineer, customer and strangers meet them."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from anxin.domains.fieldwork import services
from anxin.domains.fieldwork import testing as make
from anxin.domains.fieldwork.models import Visit, WorkOrder
from anxin.domains.fieldwork.testing import House
from anxin.domains.people import testing as staff
from anxin.kernel import clock, links
from anxin.kernel.actor import ANONYMOUS, Actor
from anxin.kernel.events.sequencer import sequence
from anxin.kernel.ids import new_id

pytestmark = pytest.mark.django_db
who: list[Actor] = [ANONYMOUS]


def resolver(request: object) -> tuple[Actor, bool]:
    return who[0], False


class Api:
    """The API as one actor."""

    def __init__(self) -> None:
        self.client = Client()

    def get(self, actor: Actor, path: str) -> Any:
        who[0] = actor
        return self.client.get(f"/api{path}")

    def post(self, actor: Actor, path: str, body: dict[str, Any] | None = None, *, version: int = 0) -> Any:
        who[0] = actor
        return self.client.post(
            f"/api{path}",
            json.dumps(body or {}, default=str),
            content_type="application/json",
            headers={"Idempotency-Key": str(uuid4()), **({"If-Match": f'"{version}"'} if version else {})},
        )


@pytest.fixture
def api(settings: Settings) -> Iterator[Api]:
    settings.ANXIN_ACTOR_RESOLVER = f"{__name__}.resolver"
    with clock.frozen(make.MORNING):
        yield Api()


@pytest.fixture
def house(api: Api) -> House:
    return make.house()


@pytest.fixture
def stranger(house: House) -> Actor:
    return staff.staff("clerk", staff.outlet("外地网点"))


def test_a_dispatcher_opens_an_order_and_sees_why_that_outlet(api: Api, house: House) -> None:
    ticket = make.ticket(house)
    made = api.post(house.dispatcher, f"/tickets/{ticket}/orders", {"note": "带水流传感器"})
    assert made.status_code == 201
    shown = api.get(house.dispatcher, f"/orders/{made.json()['id']}").json()
    assert shown["status"] == "offered"
    assert shown["offers"][0]["reasons"][0]["text"].endswith("的主责网点")
    assert shown["clocks"][0]["state"] in {"running", "kept"}


def test_the_clerk_walks_an_order_through_the_desk(api: Api, house: House) -> None:
    order = make.opened(house)
    desk = api.get(house.clerk, "/clerk/desk").json()
    assert (desk["counts"]["offered"], desk["offered"][0]["id"]) == (1, str(order.pk))
    assert desk["offered"][0]["certificates"] == ["燃气具安装维修证"]
    assert desk["offered"][0]["covered"] in {"in", "out", "contract"}
    assert (desk["outlet"]["used"], desk["outlet"]["quota"]) == (1, None)
    accepted = api.post(house.clerk, f"/orders/{order.pk}/accept", version=desk["offered"][0]["version"]).json()
    assert accepted["status"] == "accepted"
    found = api.get(house.clerk, f"/orders/{order.pk}/candidates").json()
    assert [c["engineer"]["id"] for c in found["able"]] == [str(house.engineer.pk)]
    assert found["able"][0]["reasons"][0]["text"] == "资质齐全，等级高级"
    wish = {"engineer": house.engineer.pk}
    done = api.post(house.clerk, f"/orders/{order.pk}/assign", wish, version=accepted["version"])
    assert done.json()["status"] == "assigned"
    assert api.get(house.clerk, "/clerk/desk").json()["counts"]["to_contact"] == 1


def test_the_desk_tells_what_is_left_of_todays_quota(api: Api) -> None:
    with clock.frozen(make.MORNING):
        house = make.house(quota=3)
        first, _ = make.opened(house), make.opened(house)
        services.return_order(actor=house.clerk, order_id=first.pk, reason="too_far")
        outlet = api.get(house.clerk, "/clerk/desk").json()["outlet"]
    assert (outlet["used"], outlet["quota"]) == (1, 3)


def test_excluded_candidates_name_the_rule_in_both_languages(api: Api, house: House) -> None:
    house.engineer.certificates.filter(kind="gas").delete()
    order = make.opened(house)
    found = api.get(house.clerk, f"/orders/{order.pk}/candidates").json()
    assert found["excluded"][0]["overridable"] is False
    assert found["excluded"][0]["text"] == "没有燃气具安装维修证（法定）"


def test_a_stale_version_is_refused_with_the_present_state(api: Api, house: House) -> None:
    order = make.opened(house)
    stale = api.post(house.clerk, f"/orders/{order.pk}/accept", version=1)
    assert stale.status_code == 412
    assert WorkOrder.objects.get(pk=order.pk).status == "offered"
    assert api.post(house.clerk, f"/orders/{order.pk}/accept", version=2).status_code == 200


@pytest.mark.parametrize("act", ["offer", "accept", "return", "assign", "overrule", "agree", "cancel"])
def test_who_changes_an_order_names_the_version_seen(api: Api, house: House, act: str) -> None:
    order = make.opened(house)
    body = {"reason": "x", "engineer": house.engineer.pk, "outlet_id": house.outlet.pk}
    window = {"start": clock.now(), "end": clock.now() + timedelta(hours=2)}
    desk = staff.staff("centre_manager", house.centre)
    actor = house.clerk if act in {"accept", "return", "agree"} else desk
    unnamed = api.post(actor, f"/orders/{order.pk}/{act}", {**body, **window})
    assert (unnamed.status_code, unnamed.json()["code"]) == (428, "error.needs_version")
    stale = api.post(actor, f"/orders/{order.pk}/{act}", {**body, **window}, version=1)
    assert (stale.status_code, stale.json()["current"]["status"]) == (412, "offered")
    assert WorkOrder.objects.get(pk=order.pk).version == order.version


def test_another_outlet_meets_nothing_anywhere(api: Api, house: House, stranger: Actor) -> None:
    order = make.opened(house)
    for path in ("", "/candidates", "/slots", "/record"):
        assert api.get(stranger, f"/orders/{order.pk}{path}").status_code == 404, path
    for path in ("accept", "return", "assign", "contact", "agree", "parts-arrived", "book"):
        body = {"reason": "x", "engineer": new_id(), "result": "reached", "start": clock.now(), "end": clock.now()}
        assert api.post(stranger, f"/orders/{order.pk}/{path}", body).status_code == 404, path
    assert api.get(stranger, "/orders").json()["items"] == []
    assert api.get(stranger, "/orders").json()["count"] == 0
    assert sum(api.get(stranger, "/clerk/desk").json()["counts"].values()) == 0
    assert WorkOrder.objects.get(pk=order.pk).version == order.version


@pytest.mark.parametrize("path", ["/orders", "/clerk/desk", "/field/today"])
def test_nobody_reads_without_a_log_in(api: Api, path: str) -> None:
    assert api.get(ANONYMOUS, path).status_code == 401


def test_an_engineer_is_refused_the_desk_and_a_clerk_the_field(api: Api, house: House) -> None:
    order = make.opened(house)
    assert api.post(house.worker, f"/orders/{order.pk}/accept").status_code == 403
    assert api.get(house.clerk, "/field/today").status_code == 403


def test_the_engineers_day_and_visit(api: Api, house: House) -> None:
    visit = make.agreed(house, 10)
    day = api.get(house.worker, "/field/today").json()
    assert (day["date"], day["engineer"]["level"], len(day["visits"])) == ("2026-07-14", "高级", 1)
    assert day["visits"][0]["status"] == "agreed"
    shown = api.get(house.worker, f"/field/visits/{visit.pk}").json()
    assert shown["contact"]["phone_masked"].isdigit()  # an engineer must be able to call
    assert [line["code"] for line in shown["checklist"]][:2] == ["greeting", "uniform_badge"]
    assert shown["coverage"]["stage"] == "provisional"
    assert shown["causes"][0] == {"code": "sensor_failed", "name": "传感器故障"}


def test_the_phone_does_a_whole_visit_by_commands(api: Api, house: House) -> None:
    visit = make.agreed(house, 10)
    phone, seq = str(new_id()), iter(range(1, 100))

    def send(kind: str, **args: Any) -> dict[str, Any]:
        one = {"id": new_id(), "seq": next(seq), "at": clock.now(), "visit": visit.pk, "kind": kind, "args": args}
        body = {"device": phone, "sent_at": clock.now(), "commands": [one]}
        taken: dict[str, Any] = api.post(house.worker, "/field/commands", body).json()["results"][0]
        return taken

    def photo() -> str:
        who[0] = house.worker
        file = SimpleUploadedFile("p.png", make.PNG + str(next(seq)).encode())
        form = {"file": file, "bound_type": "visit", "bound_id": str(visit.pk)}
        headers = {"Idempotency-Key": str(uuid4())}
        return str(api.client.post("/api/files", form, headers=headers).json()["id"])

    assert visit.order.unit is not None
    for kind in ("depart", "arrive"):
        assert send(kind)["state"] == "applied"
    assert send("scan", serial=visit.order.unit.serial)["state"] == "applied"
    lines = [{"code": item.code, **({"photo": photo()} if item.needs_photo else {})} for item in visit.checklist.all()]
    assert send("checks", lines=lines)["state"] == "applied"
    assert send("cause", code="sensor_failed")["state"] == "applied"
    assert send("coverage", covered="in", reason="in_warranty", photo=photo())["state"] == "applied"
    early = send("complete")
    assert (early["state"], early["reason"]["text"]) == ("conflict", "还差 1 项，不能完工。")
    assert send("sign", name="周敏", photo=photo())["state"] == "applied"
    assert send("complete")["state"] == "applied"
    assert WorkOrder.objects.get(pk=visit.order_id).status == "completed"
    record = api.get(house.worker, f"/orders/{visit.order_id}/record")
    assert "传感器故障" in record.content.decode()
    finished = Visit.objects.get(pk=visit.pk).finished_at
    assert finished is not None
    assert f"{finished.astimezone(ZoneInfo('Asia/Shanghai')):%Y-%m-%d %H:%M}" in record.content.decode()
    assert record["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in record["Content-Security-Policy"]
    assert "<script" not in record.content.decode()


def test_one_command_online_is_refused_at_once(api: Api, house: House) -> None:
    visit = make.agreed(house)
    assert api.post(house.worker, f"/field/visits/{visit.pk}/complete").status_code == 409
    assert api.post(house.worker, f"/field/visits/{visit.pk}/scan").status_code == 400
    assert api.post(house.worker, f"/field/visits/{visit.pk}/dance").status_code == 404
    assert api.post(house.worker, f"/field/visits/{visit.pk}/depart").json()["status"] == "en_route"
    assert Visit.objects.get(pk=visit.pk).status == "en_route"


def test_another_engineer_finds_no_such_visit(api: Api, house: House) -> None:
    from anxin.domains.people import public as people

    visit = make.agreed(house)
    other = people.actor_for(staff.engineer(house.outlet).pk)
    assert api.get(other, f"/field/visits/{visit.pk}").status_code == 404
    assert api.post(other, f"/field/visits/{visit.pk}/depart").status_code == 404
    assert Visit.objects.get(pk=visit.pk).status == "planned"


def token(order: WorkOrder) -> str:
    return links.sign("track", order.ticket_id, clock.now() + timedelta(days=1))


def test_a_customer_books_by_the_link(api: Api, house: House) -> None:
    order = make.opened(house)
    track = f"/portal/track/{token(order)}"
    slot = api.get(ANONYMOUS, f"{track}/slots").json()[1]
    held = api.post(ANONYMOUS, f"{track}/hold", {"slot": slot["id"]})
    assert held.status_code == 201
    booked = api.post(ANONYMOUS, f"{track}/book", {"hold": held.json()["hold"]})
    assert booked.json()["window"]["start"] == slot["start"]
    assert WorkOrder.objects.get(pk=order.pk).status == "agreed"


def test_a_link_books_only_its_own_case(api: Api, house: House) -> None:
    mine, other = make.opened(house), make.opened(house)
    track = f"/portal/track/{token(mine)}"
    slot = api.get(ANONYMOUS, f"{track}/slots").json()[0]["id"]
    held = api.post(ANONYMOUS, f"/portal/track/{token(other)}/hold", {"slot": slot}).json()["hold"]
    assert api.post(ANONYMOUS, f"{track}/book", {"hold": held}).status_code == 404
    assert api.get(ANONYMOUS, "/portal/track/forged/slots").status_code == 404
    assert api.post(ANONYMOUS, f"{track}/hold", {"slot": "1-2; DROP"}).status_code == 400
    assert not Visit.objects.exists()


def test_the_list_filters_sorts_and_refuses_unknown_orders(api: Api, house: House) -> None:
    first = make.opened(house)
    second = make.opened(house)
    services.accept(actor=house.clerk, order_id=second.pk)
    listed = api.get(house.dispatcher, "/orders?status=accepted").json()
    assert ([row["id"] for row in listed["items"]], listed["count"]) == ([str(second.pk)], 1)
    both = api.get(house.dispatcher, "/orders?sort=number").json()["items"]
    assert [row["number"] for row in both] == sorted([first.number, second.number])
    assert api.get(house.dispatcher, "/orders?sort=customer__name").status_code == 400


def test_the_list_reads_a_constant_number_of_queries(
    api: Api, house: House, django_assert_max_num_queries: Any
) -> None:
    for _ in range(4):
        make.opened(house)
    with django_assert_max_num_queries(16):
        assert len(api.get(house.dispatcher, "/orders").json()["items"]) == 4
    with django_assert_max_num_queries(16):
        api.get(house.clerk, "/clerk/desk")


def test_export_needs_its_own_permission(api: Api, house: House) -> None:
    make.opened(house)
    assert api.get(house.clerk, "/orders/export").status_code == 403
    rows = api.get(house.dispatcher, "/orders/export?format=csv").content.decode("utf-8-sig").splitlines()
    assert len(rows) == 2 and rows[0].startswith("工单号")


def test_the_ledger_tells_causes_reasons_and_yes_or_no_by_name(api: Api, house: House) -> None:
    order = make.completed(house)
    sequence()
    read = api.get(staff.staff("auditor"), f"/ledger/events?case={order.case_id}&limit=100")
    rows = read.json()["items"]
    told = {(row["name"], field["name"]): (field["value"], field["raw"]) for row in rows for field in row["told"]}
    assert told["VisitCompleted", "cause"] == ("传感器故障", "sensor_failed")
    assert told["CoverageDecided", "stage"] == ("终判", "final")
    assert told["CoverageDecided", "reason"] == ("现场判定", "order.coverage_on_site")
    assert told["CoverageDecided", "needs_approval"] == ("否", "False")
    assert told["ContactLogged", "result"] == ("接通", "reached")
    assert told["WindowAgreed", "source"] == ("工程师", "engineer")
