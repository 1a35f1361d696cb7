"""What who has no log-in sends and reads: a request by code or form, and the case behind its link."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from anxin.domains.assets import testing as assets
from anxin.domains.customers import testing as customers
from anxin.domains.people import testing as people
from anxin.domains.tickets import services, testing
from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.testing import NINE, Place, ask, create, send
from anxin.kernel import clock, files, links

pytestmark = pytest.mark.django_db
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")


@pytest.fixture(autouse=True)
def _house(db: None, tuesday: None) -> None:
    people.brand()


def request(**told: Any) -> dict[str, Any]:
    return {"text": testing.TEXT, "name": "周敏", "phone": "13812345678", "address": customers.ADDRESS, **told}


def tracked(**told: Any) -> str:
    """Open a request and give its link's token."""
    url = create(Client(), "/portal/requests", request(**told)).json()["tracking_url"]
    return str(url).removeprefix("/t/")


def sent(token: str, data: bytes = PNG) -> Any:
    upload = SimpleUploadedFile("门头.png", data)
    return Client().post(
        f"/api/portal/track/{token}/files", {"file": upload}, headers={"Idempotency-Key": str(uuid4())}
    )


def test_a_scanned_code_opens_a_request_without_log_in(centre: Place) -> None:
    unit = assets.unit(customers.household().pk)
    answer = create(Client(), "/portal/requests", request(qr_token=unit.qr_token, symptom="no_hot_water"))
    assert answer.status_code == 200, answer.content
    told = answer.json()
    ticket = Ticket.objects.get()
    assert (told["ticket_number"], told["joined"], told["safety_card"]) == (ticket.number, False, None)
    assert (ticket.unit_id, ticket.channel, ticket.category, ticket.symptom) == (
        unit.pk, "qr", "gas_heater", "no_hot_water",
    )  # fmt: skip
    assert links.read("track", told["tracking_url"].removeprefix("/t/")).object_id == ticket.pk


def test_a_danger_gets_its_card_in_the_same_answer() -> None:
    told = create(Client(), "/portal/requests", request(text="厨房有很重的燃气味", lang="zh")).json()
    assert told["safety_card"]["danger"] == "gas"
    assert told["safety_card"]["steps"][0]["title"] == "关阀"


def test_a_retry_creates_nothing_new_and_a_request_needs_its_key() -> None:
    first, again = (create(Client(), "/portal/requests", request(), key="k1") for _ in range(2))
    assert first.json() == again.json()
    assert Ticket.objects.count() == 1
    assert send(Client(), "/portal/requests", request()).status_code == 400
    assert Ticket.objects.count() == 1


def test_who_only_scans_and_types_learns_nothing_of_the_ticket_he_joins() -> None:
    unit = assets.unit(customers.household().pk)
    body = request(qr_token=unit.qr_token, symptom="no_hot_water")
    create(Client(), "/portal/requests", body)
    stranger = create(Client(), "/portal/requests", {**body, "name": "王五", "phone": "13900000000"}).json()
    assert (stranger["joined"], stranger["tracking_url"]) == (True, "")
    same_words = create(Client(), "/portal/requests", body).json()
    assert (same_words["joined"], same_words["tracking_url"]) == (True, "")
    assert Ticket.objects.count() == 1


@pytest.mark.parametrize(("role", "told"), [("clerk", False), ("engineer", False), ("agent", True)])
def test_staff_who_may_not_read_the_ticket_get_no_link_to_it_by_scanning(role: str, told: bool) -> None:
    unit = assets.unit(customers.household().pk)
    body = request(qr_token=unit.qr_token, symptom="no_hot_water")
    create(Client(), "/portal/requests", body)
    place = people.brand() if role == "agent" else people.outlet("别处")
    answer = create(people.browser(role, place), "/portal/requests", body).json()
    assert (answer["joined"], bool(answer["tracking_url"])) == (True, told)


def test_the_session_that_opened_it_gets_its_link_again() -> None:
    unit, client = assets.unit(customers.household().pk), Client()
    body = request(qr_token=unit.qr_token, symptom="no_hot_water")
    first = create(client, "/portal/requests", body).json()
    again = create(client, "/portal/requests", body).json()
    assert (again["joined"], again["tracking_url"]) == (True, first["tracking_url"])


@pytest.mark.parametrize(
    "extra", [{"urgency": "urgent"}, {"org_id": str(uuid4())}, {"status": "closed"}, {"tier": "diamond"}]
)
def test_a_customer_cannot_set_what_the_house_works_out(extra: dict[str, str]) -> None:
    create(Client(), "/portal/requests", request(**extra))
    ticket = Ticket.objects.get()
    assert (ticket.urgency, ticket.status, ticket.customer.tier) == ("normal", "open", "silver")
    assert ticket.org_id == people.brand().pk


@pytest.mark.parametrize(
    "wrong", [{"text": ""}, {"name": ""}, {"phone": "1"}, {"qr_token": "no such"}, {"order_type": "x"}]
)
def test_a_request_that_cannot_be_is_refused_whole(wrong: dict[str, str]) -> None:
    assert create(Client(), "/portal/requests", request(**wrong)).status_code in (400, 404)
    assert Ticket.objects.count() == 0
    assert not apps.get_model("customers", "Customer").objects.exists()


def test_who_opens_the_link_reads_it_in_the_language_of_his_page() -> None:
    """A browser that was never here before, as from a text message; without a language, in the customer's own."""
    path = f"/api/portal/track/{tracked(lang='en')}"
    heads = [
        Client().get(path, headers={"Accept-Language": asked} if asked else {}).json()["headline"]["text"]
        for asked in ("en", "zh-CN", "")
    ]
    assert heads == ["We are looking into it", "我们正在看您的问题", "We are looking into it"]


def test_the_link_shows_the_case_and_lets_the_customer_speak_press_and_cancel() -> None:
    token = tracked()
    ticket = Ticket.objects.get()
    told = ask(Client(), f"/portal/track/{token}")
    assert (told["number"], told["phone_masked"], told["verified"]) == (ticket.number, "138****5678", False)
    assert [stage["state"] for stage in told["stages"]] == ["done", "now", *["todo"] * 5]
    assert told["headline"]["text"] == "我们正在看您的问题"
    assert told["may"] == {
        "reschedule": False, "book": False, "cancel": True, "press": True, "chat": True, "rate": False,
    }  # fmt: skip
    said = create(Client(), f"/portal/track/{token}/message", {"text": "明天在家"}).json()
    assert [(m["author"], m["text"]) for m in said["messages"]] == [
        ("customer", testing.TEXT), ("customer", "明天在家"),
    ]  # fmt: skip
    assert send(Client(), f"/portal/track/{token}/press").json()["presses"] == 1
    ended = send(Client(), f"/portal/track/{token}/cancel", {"reason": "好了"}).json()
    assert (ended["headline"]["text"], ended["may"]["cancel"]) == ("已取消", False)
    assert Ticket.objects.get().status == "cancelled"
    assert send(Client(), f"/portal/track/{token}/press").status_code == 409


def test_a_link_opens_its_own_ticket_and_dies_with_its_time() -> None:
    token, other = tracked(), tracked(name="王五", phone="13900000000")
    assert ask(Client(), f"/portal/track/{token}")["number"] != ask(Client(), f"/portal/track/{other}")["number"]
    for wrong in (token[:-2] + "AA", "x", links.token_of("rate", uuid4())):
        assert Client().get(f"/api/portal/track/{wrong}").status_code == 404
    with clock.frozen(NINE + timedelta(days=61)):
        assert Client().get(f"/api/portal/track/{token}").status_code == 404


def test_the_holder_of_a_link_reads_no_note_and_reaches_no_desk_route(centre: Place) -> None:
    token = tracked()
    ticket = Ticket.objects.get()
    services.note(actor=people.staff("agent"), ticket_id=ticket.pk, text="客户很急")
    assert "客户很急" not in [m["text"] for m in ask(Client(), f"/portal/track/{token}")["messages"]]


def test_a_photo_of_the_customer_is_seen_on_the_thread_by_both_sides() -> None:
    token = tracked()
    file_id = sent(token).json()["id"]
    create(Client(), f"/portal/track/{token}/message", {"text": "照片 1 张", "files": [file_id]})
    said = ask(Client(), f"/portal/track/{token}")["messages"][-1]
    assert (said["text"], [f["mime"] for f in said["files"]]) == ("照片 1 张", ["image/png"])
    shown = Client().get(f"/api/portal/track/{token}/files/{file_id}")
    assert (shown.status_code, shown["Content-Disposition"]) == (200, 'inline; filename="file.png"')
    assert shown.getvalue() == PNG
    ticket = Ticket.objects.get()
    timeline = ask(people.browser("admin"), f"/tickets/{ticket.pk}/timeline")
    assert [f["name"] for line in timeline for f in line["files"]] == ["门头.png"]


def test_a_link_shows_no_file_of_a_note_or_of_another_case_and_takes_no_page() -> None:
    token = tracked()
    ticket = Ticket.objects.get()
    agent = people.staff("agent")
    kept = files.store(agent, SimpleUploadedFile("a.png", PNG), bound_to=("ticket", ticket.pk))
    services.note(actor=agent, ticket_id=ticket.pk, text="内部", files=[kept.pk])
    assert Client().get(f"/api/portal/track/{token}/files/{kept.pk}").status_code == 404
    other = tracked(name="王五", phone="13900000000")
    foreign = create(Client(), f"/portal/track/{other}/message", {"text": "照片", "files": [str(kept.pk)]})
    assert (foreign.status_code, foreign.json()["code"]) == (400, "ticket.file_of_another")
    assert sent(token, b"<html><script>1</script>").status_code == 400
    assert sent(f"{token}x").status_code == 404


def test_a_question_is_asked_of_who_would_repair_the_machine_and_needs_no_visit() -> None:
    token = tracked(order_type="question", text="这台怎么调水温")
    assert Ticket.objects.get().order_type == "question"
    told = ask(Client(), f"/portal/track/{token}")
    assert [stage["state"] for stage in told["stages"]] == ["done", "now", *["todo"] * 5]
    assert told["headline"]["text"] == "客服正在看您的问题，会在这里答您"
