"""Bad days of one case at intake and after: each through the doors people use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from anxin.domains.assets import testing as assets
from anxin.domains.conversations import public as conversations
from anxin.domains.customers import testing as customers
from anxin.domains.people import testing as people
from anxin.domains.tickets import public as tickets
from anxin.domains.tickets import testing
from anxin.kernel import clock, events, links, policies
from anxin.kernel.events import handling

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 7, 14, 1, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _tuesday(db: None) -> Iterator[None]:
    policies.forget()
    with clock.frozen(NINE):
        people.brand()
        yield


def send(client: Client, path: str, body: dict[str, Any]) -> Any:
    response = client.post(
        f"/api{path}", json.dumps(body), content_type="application/json", headers={"Idempotency-Key": str(uuid4())}
    )
    assert response.status_code == 200, response.content
    return response.json()


def deliver() -> None:
    while handling.deliver_due():
        pass


def ticket_of(url: str) -> tickets.TicketContext:
    return tickets.context(links.read("track", url.removeprefix("/t/")).object_id)


def report(**told: str) -> dict[str, Any]:
    return {"text": "热水器没有热水", "name": "周敏", "phone": "13812345678", "address": customers.ADDRESS, **told}


def test_the_phone_number_of_somebody_else_opens_nothing_of_his() -> None:
    """A stranger types the number of a known customer: he gets his own request and reads nothing of the other's."""
    owner = customers.noted("周敏", number="13812345678")
    unit = assets.unit(owner.household_id)
    own = send(Client(), "/portal/requests", report(qr_token=unit.qr_token, symptom="no_hot_water"))
    stranger = send(Client(), "/portal/requests", report(name="王五", text="空调不制冷", address="宁波市鄞州区"))
    theirs, his = ticket_of(own["tracking_url"]), ticket_of(stranger["tracking_url"])
    assert theirs.customer_id == owner.customer_id
    assert his.customer_id != owner.customer_id
    assert (his.unit_id, his.household_id == theirs.household_id) == (None, False)
    token = stranger["tracking_url"].removeprefix("/t/")
    page = Client().get(f"/api/portal/track/{token}").json()
    assert [message["text"] for message in page["messages"]] == ["空调不制冷"]
    assert page["verified"] is False


def test_husband_and_wife_scan_the_same_code_and_one_ticket_carries_both_words() -> None:
    unit = assets.unit(customers.household().pk)
    first = send(Client(), "/portal/requests", report(qr_token=unit.qr_token, symptom="no_hot_water"))
    second = send(
        Client(), "/portal/requests",
        report(qr_token=unit.qr_token, symptom="no_hot_water", name="李强", phone="13900000000", text="老婆说没热水"),
    )  # fmt: skip
    assert (second["joined"], second["ticket_number"]) == (True, first["ticket_number"])
    ticket = ticket_of(first["tracking_url"])
    said = [message.text for message in conversations.messages(ticket.case_id, internal=False)]
    assert said == ["热水器没有热水", "老婆说没热水"]


def test_who_joined_is_forgotten_with_his_own_words_and_the_ticket_lives_on() -> None:
    unit = assets.unit(customers.household().pk)
    first = send(Client(), "/portal/requests", report(qr_token=unit.qr_token, symptom="no_hot_water"))
    send(
        Client(), "/portal/requests",
        report(qr_token=unit.qr_token, symptom="no_hot_water", name="李强", phone="13900000000", text="老婆说没热水"),
    )  # fmt: skip
    ticket = ticket_of(first["tracking_url"])
    joined = next(e.payload for e in events.of_case(ticket.case_id) if e.name == "TicketJoined")
    customers.erased(UUID(joined["customer_id"]))
    deliver()
    said = [message.text for message in conversations.messages(ticket.case_id, internal=False)]
    assert said == ["热水器没有热水", ""]
    redacted = {e.name for e in events.of_case(ticket.case_id) if e.redacted}
    assert redacted == {"TicketJoined", "MessageSent"}
    assert tickets.context(ticket.id).text == "热水器没有热水"


def test_not_solved_the_answer_opens_the_case_again_and_its_clocks_go_on() -> None:
    url = send(Client(), "/portal/requests", report())["tracking_url"]
    ticket = ticket_of(url)
    testing.solved(ticket.id)
    deliver()
    sent = next(e for e in events.of_case(ticket.case_id) if e.name == "RevisitSent")
    token = links.sign("rate", UUID(sent.payload["revisit_id"]), NINE + timedelta(days=7))
    with clock.frozen(NINE + timedelta(hours=5)):
        answer = send(Client(), f"/portal/rate/{token}", {"solved": False, "csat": 2, "comment": "还是没热水"})
        deliver()
    assert answer["reopened"] is True
    assert tickets.context(ticket.id).status == "open"
    page = Client().get(f"/api/portal/track/{url.removeprefix('/t/')}").json()
    assert [stage["state"] for stage in page["stages"]].count("now") == 1
    assert [e.name for e in events.of_case(ticket.case_id)].count("TicketReopened") == 1


def test_after_the_solution_the_tracking_page_leads_to_the_rating() -> None:
    url = send(Client(), "/portal/requests", report())["tracking_url"]
    ticket = ticket_of(url)
    testing.solved(ticket.id)
    deliver()
    page = Client().get(f"/api/portal/track/{url.removeprefix('/t/')}").json()
    assert page["may"]["rate"] is True
    rated = Client().get(f"/api/portal/rate/{page['rate_url'].removeprefix('/r/')}")
    assert rated.json()["ticket_number"] == ticket.number
