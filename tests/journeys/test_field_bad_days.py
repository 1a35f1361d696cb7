"""Bad days of one case in the field: each through the routes that desk, outlet and engineer use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from anxin.domains.fieldwork import testing as make
from anxin.domains.fieldwork.testing import House
from anxin.domains.people import testing as staff
from anxin.domains.processes import public as processes
from anxin.kernel import clock, events, policies
from anxin.kernel.actor import Actor
from anxin.kernel.events import handling
from anxin.kernel.ids import new_id

pytestmark = pytest.mark.django_db
EVENING = make.MORNING + timedelta(hours=10)


class Browser:
    """A member of staff, logged in."""

    def __init__(self, actor: Actor) -> None:
        self.client = Client()
        self.client.force_login(get_user_model().objects.get(pk=actor.id))

    def get(self, path: str, status: int = 200) -> Any:
        answer = self.client.get(f"/api{path}")
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    def post(self, path: str, body: Any = None, *, version: int | None = None, status: int = 200) -> Any:
        headers = {"Idempotency-Key": str(uuid4()), **({"If-Match": f'"{version}"'} if version else {})}
        content = json.dumps(body or {}, default=str)
        answer = self.client.post(f"/api{path}", content, content_type="application/json", headers=headers)
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    def change(self, order: str, act: str, body: Any = None, *, status: int = 200) -> Any:
        """Change an order as one sees it now."""
        return self.post(f"/orders/{order}/{act}", body, version=self.get(f"/orders/{order}")["version"], status=status)

    def photo(self, visit: str, content: bytes = b"") -> str:
        file = SimpleUploadedFile("p.png", make.PNG + (content or uuid4().bytes))
        form = {"file": file, "bound_type": "visit", "bound_id": visit}
        answer = self.client.post("/api/files", form, headers={"Idempotency-Key": str(uuid4())})
        return str(answer.json()["id"])


class Day:
    """The house at work and its people's browsers."""

    def __init__(self) -> None:
        self.house: House = make.house()
        self.dispatcher = Browser(self.house.dispatcher)
        self.clerk = Browser(self.house.clerk)
        self.engineer = Browser(self.house.worker)

    def opened(self) -> str:
        ticket = make.ticket(self.house)
        return str(self.dispatcher.post(f"/tickets/{ticket}/orders", status=201)["id"])

    def accepted(self) -> str:
        order = self.opened()
        self.clerk.change(order, "accept")
        return order

    def agreed(self, hour: int = 10) -> tuple[str, str]:
        """An order and its visit, given to the engineer who has called and agreed two hours."""
        order = self.accepted()
        self.clerk.change(order, "assign", {"engineer": self.house.engineer.pk})
        visit = self.visit_of(order)
        self.do(visit, "call", result="reached")
        start, end = make.window(hour)
        self.do(visit, "agree", start=start, end=end)
        return order, visit

    def visit_of(self, order: str) -> str:
        visits = [v for v in self.clerk.get(f"/orders/{order}")["visits"] if v["status"] != "cancelled"]
        return str(visits[-1]["id"])

    def do(self, visit: str, kind: str, status: int = 200, **args: Any) -> Any:
        return self.engineer.post(f"/field/visits/{visit}/{kind}", args, status=status)

    def work(self, visit: str, *, phone: str = "") -> None:
        """On site, everything up to the signature."""
        for kind in ("depart", "arrive"):
            self.do(visit, kind)
        shown = self.engineer.get(f"/field/visits/{visit}")
        proof = self.engineer.photo(visit)
        self.do(visit, "scan", serial=shown["serial"])
        lines = [
            {"code": one["code"], **({"photo": self.engineer.photo(visit)} if one["needs_photo"] else {})}
            for one in shown["checklist"]
        ]
        self.do(visit, "checks", lines=lines)
        self.do(visit, "cause", code="sensor_failed")
        self.do(visit, "coverage", covered="in", reason="in_warranty", photo=proof)
        self.do(visit, "sign", name="周敏", photo=proof, device=phone)


@pytest.fixture
def day(db: None) -> Iterator[Day]:
    policies.forget()
    with clock.frozen(make.MORNING):
        yield Day()


def deliver() -> None:
    while handling.deliver_due():
        pass


def told(case_id: Any, name: str) -> list[dict[str, Any]]:
    return [event.payload for event in events.of_case(case_id) if event.name == name]


def test_customer_postponed_without_evidence_stays_on_record_and_holds_no_clock(day: Day) -> None:
    """The pause that hides a late visit: written down, not believed; with the call as evidence it holds."""
    ticket = make.ticket(day.house)
    order = day.dispatcher.post(f"/tickets/{ticket}/orders", status=201)["id"]
    before = {c["name"]: c["due_at"] for c in day.dispatcher.get(f"/tickets/{ticket}")["clocks"] if c["order_id"]}
    day.dispatcher.post(f"/tickets/{ticket}/pause", {"reason": "customer_postponed", "note": "客户说改天"})
    shown = day.dispatcher.get(f"/tickets/{ticket}")
    assert {c["name"]: c["due_at"] for c in shown["clocks"] if c["order_id"]} == before
    assert {c["state"] for c in shown["clocks"] if c["order_id"]} == {"running"}
    paused = told(shown["case_id"], "ClockPaused")
    assert paused and {line["believed"] for line in paused} == {False}
    contact = next(c["id"] for c in shown["clocks"] if c["order_id"] == order)
    assert day.dispatcher.get(f"/clocks/{contact}")["pauses"][0]["accepted"] is False
    again = {"reason": "customer_postponed"}
    day.dispatcher.post(f"/tickets/{ticket}/resume", again)
    with_call = {**again, "evidence": [{"kind": "call_rebooked", "ref": "call-1"}]}
    day.dispatcher.post(f"/tickets/{ticket}/pause", with_call)
    clocks = day.dispatcher.get(f"/tickets/{ticket}")["clocks"]
    held = next(c["id"] for c in clocks if c["order_id"] and c["state"] == "paused")
    believed = next(one["id"] for one in day.dispatcher.get(f"/clocks/{held}")["pauses"] if one["accepted"])
    refusing = f"/pauses/{believed}/reject?clock_id={held}"
    manager = Browser(staff.staff("centre_manager", day.house.centre))
    day.dispatcher.post(refusing, {"because": "客户没有改约"}, status=403)
    manager.post(refusing, {"because": "  "}, status=422)
    refused = manager.post(refusing, {"because": "客户没有改约"})
    assert refused["clock"]["state"] == "running"
    assert [one["accepted"] for one in refused["pauses"] if one["rejected_because"] == "客户没有改约"] == [False]
    manager.post(refusing, {"because": "再来一次"}, status=409)


def test_two_dispatchers_assign_two_engineers_at_once_and_one_is_told(day: Day) -> None:
    colleague = staff.engineer(day.house.outlet, name="刘师傅")
    staff.shifts(colleague.pk)
    order = day.accepted()
    seen = day.clerk.get(f"/orders/{order}")["version"]
    day.clerk.post(f"/orders/{order}/assign", {"engineer": day.house.engineer.pk}, version=seen)
    refused = day.dispatcher.post(f"/orders/{order}/assign", {"engineer": colleague.pk}, version=seen, status=412)
    assert refused["current"]["engineer_id"] == str(day.house.engineer.pk)
    visits = day.clerk.get(f"/orders/{order}")["visits"]
    assert [visit["engineer"]["id"] for visit in visits] == [str(day.house.engineer.pk)]
    assert Browser(day.house.worker).get(f"/field/visits/{visits[0]['id']}")["id"] == visits[0]["id"]


def test_the_engineers_phone_is_dead_until_evening_and_the_day_is_as_it_was(day: Day) -> None:
    """Everything done in the basement arrives at once, out of order, and counts from when it was done."""
    order, visit = day.agreed(10)
    shown = day.engineer.get(f"/field/visits/{visit}")
    noon = make.MORNING + timedelta(hours=2)

    def command(seq: int, kind: str, at: datetime, **args: Any) -> dict[str, Any]:
        return {"id": new_id(), "seq": seq, "at": at, "visit": visit, "kind": kind, "args": args}

    batch = [
        command(3, "scan", noon, serial=shown["serial"]),
        command(2, "arrive", noon),
        command(1, "depart", noon - timedelta(minutes=20)),
    ]
    with clock.frozen(EVENING):
        body = {"device": new_id(), "sent_at": EVENING, "commands": batch}
        results = day.engineer.post("/field/commands", body)["results"]
        again = day.engineer.post("/field/commands", body)["results"]
        deliver()
        seen = day.clerk.get(f"/orders/{order}")
    assert [one["state"] for one in results] == ["applied"] * 3
    assert [one["state"] for one in again] == ["applied"] * 3
    arrive = next(c for c in seen["clocks"] if c["name"] == "arrive")
    assert (arrive["state"], datetime.fromisoformat(arrive["stopped_at"])) == ("kept", noon)
    assert len(told(seen["case_id"], "EngineerArrived")) == 1


def test_the_outlet_refuses_and_the_backup_does_it(day: Day) -> None:
    backup = staff.outlet("城东网点", parent=day.house.centre)
    staff.authorisation(backup, make.AREA, rank=2)
    other = Browser(staff.staff("clerk", backup))
    order = day.opened()
    day.clerk.change(order, "return", {"reason": "no_capacity", "note": "人手不够"})
    day.clerk.get(f"/orders/{order}", status=404)
    assert other.change(order, "accept")["status"] == "accepted"


def test_a_certificate_that_expired_this_morning_keeps_the_engineer_out(day: Day) -> None:
    order = day.accepted()
    day.house.engineer.certificates.filter(kind="gas").update(valid_to=make.MORNING.date() - timedelta(days=1))
    offered = day.clerk.get(f"/orders/{order}/candidates")
    assert [one["engineer"]["id"] for one in offered["excluded"]] == [str(day.house.engineer.pk)]
    wish = {"engineer": day.house.engineer.pk, "overrule": "急单，先去"}
    manager = Browser(staff.staff("centre_manager", day.house.centre))
    manager.change(order, "overrule", wish, status=409)
    assert day.clerk.get(f"/orders/{order}")["visits"] == []


def test_nobody_answers_three_times_and_the_tries_are_the_evidence(day: Day) -> None:
    order = day.accepted()
    day.clerk.change(order, "assign", {"engineer": day.house.engineer.pk})
    visit = day.visit_of(order)
    for _ in range(3):
        day.do(visit, "call", result="missed")
    shown = day.clerk.get(f"/orders/{order}")
    assert [attempt["result"] for attempt in shown["contacts"]] == ["missed"] * 3
    assert shown["status"] == "assigned"


def test_a_part_is_missing_and_a_second_visit_finishes(day: Day) -> None:
    order, visit = day.agreed(10)
    for kind in ("depart", "arrive"):
        day.do(visit, kind)
    day.do(visit, "cannot", reason="part_missing", parts=["AXP-0001"])
    assert day.clerk.get(f"/orders/{order}")["status"] == "waiting_part"
    again = day.visit_of(order)
    assert again != visit
    day.clerk.post(f"/orders/{order}/parts-arrived")
    day.clerk.post(f"/orders/{order}/contact", {"result": "reached"})
    start, end = make.window(14)
    day.clerk.change(order, "agree", {"start": start, "end": end})
    day.work(again)
    day.do(again, "complete")
    assert day.clerk.get(f"/orders/{order}")["status"] == "completed"


def test_the_wrong_unit_scanned_waits_for_a_reviewer(day: Day) -> None:
    order, visit = day.agreed()
    day.work(visit)
    day.do(visit, "scan", serial="AX99999999")
    day.do(visit, "complete")
    deliver()
    assert "review.serial_differs" in hits(day, order)


def test_one_phone_signed_nine_other_orders_and_a_reviewer_looks(day: Day) -> None:
    phone = str(new_id())
    orders = []
    for hour in range(10):
        with clock.frozen(make.MORNING + timedelta(days=hour // 4, hours=2 * (hour % 4))):
            order, visit = day.agreed(9 + 2 * (hour % 4))
            day.work(visit, phone=phone)
            day.do(visit, "complete")
            deliver()
            orders.append(order)
    assert "review.one_phone" in hits(day, orders[-1])


def hits(day: Day, order: str) -> list[str]:
    """What the reviewer of the centre is shown of an order's review."""
    reviewer = Browser(staff.staff("reviewer", day.house.centre))
    found = [r for r in reviewer.get("/reviews")["items"] if r["order_id"] == order]
    assert len(found) == 1
    return [hit["code"] for hit in found[0]["hits"]]


def test_the_case_of_one_day_keeps_its_checks(day: Day) -> None:
    """The same walk without a bad day, so that what fails above is the bad day."""
    order, visit = day.agreed()
    day.work(visit)
    day.do(visit, "complete")
    case_id = day.clerk.get(f"/orders/{order}")["case_id"]
    assert "completed" in processes.run_card(UUID(case_id), UUID(order)).done
