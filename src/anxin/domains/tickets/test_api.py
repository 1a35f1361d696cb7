"""The desk's tickets through HTTP: what a browser sends, what comes back, and how many queries it costs."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from anxin.domains.assets import testing as assets
from anxin.domains.customers import testing as customers
from anxin.domains.desk import testing as desk
from anxin.domains.people import testing as people
from anxin.domains.tickets import services, testing
from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.testing import NINE, Place, ask, browser, create, send
from anxin.kernel import clock, events
from anxin.kernel.db import is_sqlite
from anxin.kernel.files import storing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _house(db: None, tuesday: None) -> None:
    people.brand()


def _of_the_request(made: CaptureQueriesContext) -> int:
    """Every few seconds a process asks for the clock, the places and whether the policies changed: that is not the
    request's; nor is where a transaction begins and ends."""
    others = ("kernel_policyversion", "kernel_businessclock", "people_orgunit", "SAVEPOINT", "BEGIN", "COMMIT")
    return sum(not any(word in query["sql"] for word in others) for query in made.captured_queries)


def test_an_agent_takes_a_call_and_sees_everything_of_the_ticket(centre: Place) -> None:
    agent = people.staff("agent")
    noted = customers.noted()
    unit = assets.unit(noted.household_id)
    body = {
        "text": "热水器没有热水", "customer_id": str(noted.customer_id), "household_id": str(noted.household_id),
        "unit_id": str(unit.pk), "order_type": "repair", "symptom": "no_hot_water", "when": "明天上午",
    }  # fmt: skip
    answer = create(browser(agent), "/tickets", body)
    assert answer.status_code == 200, answer.content
    assert answer.json()["joined"] is False
    told = ask(browser(agent), f"/tickets/{answer.json()['id']}")
    assert (told["channel"], told["unit"]["serial"], told["wish"]) == ("phone", unit.serial, "明天上午")
    assert told["assignee"]["id"] == str(agent.id)
    assert [stage["state"] for stage in told["stages"]][:3] == ["done", "done", "current"]
    assert told["clock"] is None or told["clock"]["name"] != "human"
    assert {clock_["name"]: clock_["state"] for clock_ in told["clocks"]} == {"acknowledge": "kept", "human": "kept"}
    assert told["phone"].startswith("138")
    assert told["coverage"]["stage"] == "provisional"


@pytest.mark.parametrize("whose", ["household_id", "customer_id", "unit_id"])
def test_a_call_for_what_is_out_of_reach_is_refused_like_for_what_is_not_there(centre: Place, whose: str) -> None:
    """The form's ids are asked for like any row: a key without the right to customers and units opens nothing."""
    noted = customers.noted(org_id=centre.pk)
    key = people.api_key(people.staff("agent", centre), ["ticket.open", "ticket.read"])
    client = Client(headers={"Authorization": f"Bearer {key}"})
    there = {
        "customer_id": str(noted.customer_id),
        "household_id": str(noted.household_id),
        "unit_id": str(assets.unit(noted.household_id).pk),
    }
    wanted = ["customer_id", "household_id"] if whose == "household_id" else [whose]

    def refused(ids: dict[str, str]) -> tuple[int, dict[str, Any]]:
        body = {
            "text": "热水器没有热水",
            "phone": "13857100001",
            "name": "王强",
            **{name: ids[name] for name in wanted},
        }
        answer = create(client, "/tickets", body)
        return answer.status_code, {k: v for k, v in answer.json().items() if k != "request_id"}

    assert refused(there) == refused({name: str(uuid4()) for name in there})
    assert refused(there)[0] == 404
    assert not Ticket.objects.exists()


def test_the_list_costs_the_same_queries_for_one_and_for_many(centre: Place) -> None:
    agent = people.staff("agent", centre)
    client = browser(agent)
    testing.ticket(org_id=centre.pk)
    ask(client, "/tickets")
    with CaptureQueriesContext(connection) as one:
        assert len(ask(client, "/tickets")["items"]) == 1
    for _ in range(9):
        testing.ticket(org_id=centre.pk)
    with CaptureQueriesContext(connection) as many:
        assert len(ask(client, "/tickets")["items"]) == 10
    with CaptureQueriesContext(connection) as page:
        assert ask(client, "/tickets?limit=3")["count"] == 10
    assert [_of_the_request(made) for made in (one, many, page)] == [7, 7, 8]


def test_taking_a_call_costs_so_many_statements(centre: Place) -> None:
    agent, noted = people.staff("agent"), customers.noted()
    unit = assets.unit(noted.household_id)
    body = {
        "text": "热水器没有热水", "customer_id": str(noted.customer_id), "household_id": str(noted.household_id),
        "unit_id": str(unit.pk),
    }  # fmt: skip
    client = browser(agent)
    create(client, "/tickets", body)
    with CaptureQueriesContext(connection) as made:
        assert create(client, "/tickets", body).status_code == 200
    assert _of_the_request(made) == (24 if is_sqlite() else 15), "what is new is one statement on PostgreSQL"


def test_one_ticket_and_its_timeline_cost_bounded_queries(
    centre: Place, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    agent = people.staff("agent", centre)
    ticket = testing.ticket(org_id=centre.pk)
    client = browser(agent)
    ask(client, f"/tickets/{ticket.pk}")
    with CaptureQueriesContext(connection) as made:
        assert ask(client, f"/tickets/{ticket.pk}")["id"] == str(ticket.pk)
    assert _of_the_request(made) <= 24
    for n in range(5):
        services.note(actor=agent, ticket_id=ticket.pk, text=f"note {n}")
    with django_assert_max_num_queries(14):
        told = ask(client, f"/tickets/{ticket.pk}/timeline")
    assert [entry["text"] for entry in told if entry["kind"] == "note"] == [f"note {n}" for n in range(5)]
    assert told[0]["kind"] == "event"


def test_pages_follow_each_other_without_gap_or_repeat(centre: Place) -> None:
    client = browser(people.staff("agent", centre))
    numbers = [testing.ticket(org_id=centre.pk).number for _ in range(5)]
    first = ask(client, "/tickets?limit=2&sort=number")
    second = ask(client, f"/tickets?limit=2&sort=number&cursor={first['next']}")
    third = ask(client, f"/tickets?limit=2&sort=number&cursor={second['next']}")
    assert [row["number"] for page in (first, second, third) for row in page["items"]] == numbers
    assert third["next"] is None
    assert client.get("/api/tickets?sort=customer__name").status_code == 400


def test_the_board_has_a_column_per_stage_with_its_limit(centre: Place) -> None:
    agent = people.staff("agent", centre)
    ticket = testing.ticket(org_id=centre.pk)
    testing.ticket(org_id=centre.pk)
    services.take(actor=agent, ticket_id=ticket.pk)
    with clock.frozen(NINE + timedelta(hours=1)):
        columns = {column["stage"]: column for column in ask(browser(agent), "/tickets/kanban")["columns"]}
    assert list(columns) == ["reported", "response", "dispatch", "visit", "repair", "revisit", "archive"]
    assert (columns["response"]["count"], columns["dispatch"]["count"]) == (1, 1)
    assert (columns["dispatch"]["limit"], columns["dispatch"]["full"], columns["dispatch"]["median_s"]) == (
        80,
        False,
        3600,
    )
    assert columns["dispatch"]["cards"][0]["number"] == ticket.number


def test_an_edit_names_its_version_and_a_late_one_is_told_the_present_state(centre: Place) -> None:
    client = browser(people.staff("agent", centre))
    ticket = testing.ticket(org_id=centre.pk)
    path = f"/api/tickets/{ticket.pk}"

    def edit(body: dict[str, str], **headers: str) -> Any:
        return client.patch(path, json.dumps(body), content_type="application/json", headers=headers)

    version = client.get(path)["ETag"]
    assert edit({"wish": "周三"}).status_code == 428
    first = edit({"wish": "周三"}, **{"If-Match": version})
    assert (first.status_code, first.json()["wish"]) == (200, "周三")
    late = edit({"wish": "周四"}, **{"If-Match": version})
    assert (late.status_code, late.json()["current"]["wish"]) == (412, "周三")
    assert Ticket.objects.get(pk=ticket.pk).wish == "周三"
    merged: Any = {"urgency": "urgent", "set_aside": {"wish": "周四"}}
    assert edit(merged, **{"If-Match": late.headers.get("ETag", first["ETag"])}).status_code == 200
    told = {event.name: event.payload for event in events.of_case(ticket.case_id)}
    assert told["EditSetAside"]["values"] == {"wish": "周四"}
    assert told["TicketChanged"]["after"] == {"urgency": "urgent"}
    assert Ticket.objects.get(pk=ticket.pk).wish == "周三"


def test_actions_answer_with_the_new_version_and_undo_goes_through(centre: Place) -> None:
    lead, agent = people.staff("agent_lead", centre), people.staff("agent", centre)
    ticket = testing.ticket(org_id=centre.pk)
    client = browser(lead)
    stale = send(client, f"/tickets/{ticket.pk}/take", {}, **{"If-Match": '"99"'})
    assert stale.status_code == 412
    done = send(client, f"/tickets/{ticket.pk}/assign", {"user_id": str(agent.id)}).json()
    assert (done["version"], done["undo"]["seconds"]) == (ticket.version + 1, 60)
    assert send(client, f"/undo/{done['undo']['token']}").status_code == 200
    assert Ticket.objects.get(pk=ticket.pk).assignee_id is None


def test_bulk_tells_each_refusal_in_the_readers_language(centre: Place) -> None:
    lead, agent = people.staff("agent_lead", centre), people.staff("agent", centre)
    good = testing.ticket(org_id=centre.pk)
    ended = testing.ticket(org_id=centre.pk)
    services.cancel(actor=agent, ticket_id=ended.pk, reason="x")
    body = {"ids": [str(good.pk), str(ended.pk)], "action": "assign", "args": {"user_id": str(agent.id)}}
    told = send(browser(lead), "/tickets/bulk", body).json()
    assert (told["done"], [r["number"] for r in told["refused"]]) == (1, [ended.number])
    assert told["refused"][0]["text"] == "这个服务请求已取消。"


@pytest.mark.parametrize("path", ["", "/timeline", "/similar"])
def test_a_foreign_ticket_is_not_found_by_any_door(path: str, centre: Place) -> None:
    ticket = testing.ticket(org_id=people.centre("宁波服务中心").pk)
    client = browser(people.staff("agent", centre))
    assert client.get(f"/api/tickets/{ticket.pk}{path}").status_code == 404
    assert Client().get(f"/api/tickets/{ticket.pk}{path}").status_code == 401
    assert ask(client, "/tickets?view=all")["items"] == []


def test_files_are_reached_by_those_who_reach_the_ticket(centre: Place) -> None:
    agent, stranger = people.staff("agent", centre), people.staff("agent", people.centre("宁波服务中心"))
    ticket = testing.ticket(org_id=centre.pk)

    class Picture:
        name = "现场.png"

        def read(self) -> bytes:
            return bytes.fromhex(
                "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
                "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
            )

    stored = storing.store(agent, Picture(), bound_to=("ticket", ticket.pk))
    read = browser(agent).get(f"/api/files/{stored.pk}")
    assert (read.status_code, b"".join(read)[1:4]) == (200, b"PNG")
    assert browser(stranger).get(f"/api/files/{stored.pk}").status_code in (403, 404)


def test_the_export_holds_what_the_list_shows_and_no_formula(centre: Place) -> None:
    lead = people.staff("agent_lead", centre)
    testing.ticket(org_id=centre.pk, text="=HYPERLINK(1) 漏水", customer_id=customers.noted("=2+3").customer_id)
    testing.ticket(org_id=people.centre("宁波服务中心").pk)
    answer = browser(lead).get("/api/tickets/export?format=csv")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert ",'=2+3,'=HYPERLINK(1) 漏水," in lines[1]
    assert browser(people.staff("agent", centre)).get("/api/tickets/export").status_code == 403


def test_a_clock_explains_itself_and_a_false_pause_is_refused(centre: Place) -> None:
    agent, lead = people.staff("agent", centre), people.staff("agent_lead", centre)
    ticket = testing.ticket(org_id=centre.pk)
    services.hold_clocks(
        actor=agent, ticket_id=ticket.pk, reason="waiting_customer", evidence=[{"kind": "message_sent", "ref": "m1"}]
    )
    clock_id = next(c["id"] for c in ask(browser(agent), f"/tickets/{ticket.pk}")["clocks"] if c["name"] == "human")
    told = ask(browser(agent), f"/clocks/{clock_id}")
    assert told["clock"]["title"] == "人工介入"
    binding = [promise for promise in told["promises"] if promise["binds"]]
    assert [(p["source"], p["minutes"]) for p in binding] == [("standard", 30)]
    assert told["stored_due_agrees"] is True
    pause = told["pauses"][0]
    assert (pause["reason_name"], pause["accepted"]) == ("等客户回复", True)
    path = f"/pauses/{pause['id']}/reject?clock_id={clock_id}"
    assert send(browser(agent), path, {"because": "没有发过"}).status_code == 403
    refused = send(browser(lead), path, {"because": "没有发过"}).json()
    assert refused["pauses"][0]["accepted"] is False
    assert (
        browser(people.staff("agent", people.centre("宁波服务中心"))).get(f"/api/clocks/{clock_id}").status_code == 404
    )


def test_canned_replies_and_views_are_kept(centre: Place) -> None:
    lead = browser(people.staff("agent_lead", centre))
    body = {"code": "arrive", "title": "上门时间", "text": "师傅会在约定时间上门", "lang": "zh"}
    assert send(lead, "/tickets/canned", body).status_code == 200
    assert [row["code"] for row in ask(lead, "/tickets/canned")] == ["arrive"]
    view = send(lead, "/tickets/views", {"name": "催单", "query": {"sort": "-presses"}, "shared": True}).json()
    assert [row["name"] for row in ask(lead, "/tickets/views")] == ["催单"]
    assert lead.delete(f"/api/tickets/views/{view['id']}").status_code == 204
    assert ask(lead, "/tickets/views") == []


def test_the_ledger_tells_people_and_codes_by_name_and_keeps_the_codes_beside() -> None:
    ticket = testing.ticket()
    (row,) = ask(people.browser("auditor"), f"/ledger/events?case={ticket.case_id}&name=TicketOpened")["items"]
    said = {field["name"]: (field["label"], field["value"], field["raw"]) for field in row["told"]}
    assert said["order_type"] == ("类型", "维修", "repair")
    assert "ticket_id" not in said and row["payload"]["order_type"] == "repair"


def test_a_queue_is_told_by_its_name_in_the_story(centre: Place) -> None:
    desk.queue(centre.pk, code="hz-main")
    ticket = testing.ticket(org_id=centre.pk)
    told = ask(people.browser("admin"), f"/tickets/{ticket.pk}/timeline")
    (line,) = [entry["text"] for entry in told if entry["name"] == "TicketRouted"]
    assert "总队列" in line and "hz-main" not in line
