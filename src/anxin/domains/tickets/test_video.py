"""Guidance by video (standard 64): offered from the desk, joined from the customer's page, ended as a remote try."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from pydantic import ValidationError

from anxin.domains.customers import testing as customers
from anxin.domains.people import testing as people
from anxin.domains.processes import public as processes
from anxin.domains.tickets import services, testing
from anxin.domains.tickets.documents import VideoGuidance
from anxin.domains.tickets.models import Ticket, VideoCall
from anxin.kernel import clock, events, links, policies
from anxin.kernel.actor import SYSTEM, Actor
from anxin.kernel.errors import Conflict, Forbidden, NotFound
from anxin.kernel.events.handling import deliver_due

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 7, 14, 1, 0, tzinfo=UTC)
ROOMS = "https://meet.example.com/care/{room}"


@pytest.fixture(autouse=True)
def _tuesday() -> Iterator[None]:
    policies.forget()
    with clock.frozen(NINE):
        people.brand()
        yield
    policies.forget()


@pytest.fixture
def centre() -> Any:
    return people.centre()


@pytest.fixture
def ticket(centre: Any) -> Ticket:
    return testing.ticket(org_id=centre.pk)


@pytest.fixture
def agent(centre: Any) -> Actor:
    return people.staff("agent", centre)


def with_rooms() -> None:
    policies.publish(SYSTEM, VideoGuidance(room_url=ROOMS), effective_from=NINE, note="rooms")


def names(ticket: Ticket) -> list[str]:
    return [event.name for event in events.of_case(ticket.case_id)]


def browser(actor: Actor) -> Client:
    assert actor.id is not None
    client = Client()
    client.force_login(get_user_model().objects.get(pk=actor.id))
    return client


def tracked(ticket: Ticket) -> Any:
    token = links.sign("track", ticket.pk, NINE + timedelta(days=1))
    return Client().get(f"/api/portal/track/{token}").json()


def test_the_customer_is_sent_the_room_and_sees_it_until_it_is_over(agent: Actor, ticket: Ticket) -> None:
    with_rooms()
    assert tracked(ticket)["video_url"] is None
    call = services.offer_video(actor=agent, ticket_id=ticket.pk)
    head, _, room = call.url.rpartition("/")
    assert (head, len(room)) == ("https://meet.example.com/care", 32)
    seen = tracked(ticket)
    assert seen["video_url"] == call.url
    assert call.url in seen["messages"][-1]["text"]
    done = processes.run_card(ticket.case_id).done
    assert ("human_joined" in done, "remote_tried" in done) == (True, False)
    services.end_video(actor=agent, ticket_id=ticket.pk, solved=False, note="滤网要换")
    assert tracked(ticket)["video_url"] is None
    assert "remote_tried" in processes.run_card(ticket.case_id).done
    assert names(ticket)[-3:] == ["VideoEnded", "RemoteTried", "CheckSatisfied"]
    call.refresh_from_db()
    assert (call.url, call.solved, call.ended_at) == ("", False, NINE)


def test_the_ledger_knows_who_and_when_but_not_the_room(agent: Actor, ticket: Ticket) -> None:
    with_rooms()
    call = services.offer_video(actor=agent, ticket_id=ticket.pk)
    told = next(event for event in events.of_case(ticket.case_id) if event.name == "VideoOffered")
    assert (told.actor_id, told.occurred_at) == (agent.id, NINE)
    assert told.payload == {"ticket_id": str(ticket.pk), "video_id": str(call.pk)}


def test_rooms_are_never_the_same(agent: Actor, ticket: Ticket) -> None:
    with_rooms()
    rooms = set()
    for _ in range(3):
        rooms.add(services.offer_video(actor=agent, ticket_id=ticket.pk).url)
        services.end_video(actor=agent, ticket_id=ticket.pk, solved=False, note="")
    assert len(rooms) == 3


def test_a_call_that_solves_the_problem_solves_the_ticket(agent: Actor, ticket: Ticket) -> None:
    with_rooms()
    services.offer_video(actor=agent, ticket_id=ticket.pk)
    token = services.end_video(actor=agent, ticket_id=ticket.pk, solved=True, note="滤网洗了")
    ticket.refresh_from_db()
    assert (bool(token), ticket.status, ticket.solved_how) == (True, "solved", "remote")


def test_without_rooms_or_with_one_open_nothing_is_offered(agent: Actor, ticket: Ticket) -> None:
    before = names(ticket)
    with pytest.raises(Conflict) as refused:
        services.offer_video(actor=agent, ticket_id=ticket.pk)
    assert (refused.value.code, names(ticket)) == ("ticket.video_not_set_up", before)
    with pytest.raises(Conflict) as refused:
        services.end_video(actor=agent, ticket_id=ticket.pk, solved=True, note="")
    assert (refused.value.code, names(ticket)) == ("ticket.video_none", before)
    with_rooms()
    services.offer_video(actor=agent, ticket_id=ticket.pk)
    with pytest.raises(Conflict) as refused:
        services.offer_video(actor=agent, ticket_id=ticket.pk)
    assert (refused.value.code, VideoCall.objects.count()) == ("ticket.video_open", 1)


def test_only_the_desk_of_the_place_may_offer_one(centre: Any, ticket: Ticket) -> None:
    with_rooms()
    for actor, refusal in (
        (people.staff("agent", people.centre("上海服务中心")), NotFound),
        (people.staff("reviewer", centre), Forbidden),
        (SYSTEM, Forbidden),
    ):
        with pytest.raises(refusal):
            services.offer_video(actor=actor, ticket_id=ticket.pk)
    assert VideoCall.objects.count() == 0


def test_an_ended_ticket_shows_no_room(agent: Actor, ticket: Ticket) -> None:
    with_rooms()
    services.offer_video(actor=agent, ticket_id=ticket.pk)
    services.solve(actor=agent, ticket_id=ticket.pk, how="answer")
    assert tracked(ticket)["video_url"] is None


def test_who_is_forgotten_leaves_no_room_behind(agent: Actor, ticket: Ticket) -> None:
    with_rooms()
    call = services.offer_video(actor=agent, ticket_id=ticket.pk)
    customers.erased(ticket.customer_id)
    while deliver_due():
        pass
    call.refresh_from_db()
    assert call.url == ""


@pytest.mark.parametrize(
    "url",
    [
        "http://meet.example.com/{room}",
        "javascript:alert(1)//{room}",
        "//meet.example.com/{room}",
        "https://meet.example.com/",
        "https://meet.example.com/{room}/{room}",
        "https://{room}.example.com/",
        "https://house@evil.example.com/{room}",
        "https://meet.example.com\\@evil.example.com/{room}",
        "https://meet.example.com/?r={room}",
        'https://meet.example.com/{room}"onclick="x',
        "https://meet.example.com/{room}\nSet-Cookie: a",
        "https://meet.example.com/{room} x",
        "https://ｍeet.example.com/{room}",
        "https:///{room}",
    ],
)
def test_an_address_that_is_no_room_is_refused(url: str) -> None:
    with pytest.raises(ValidationError):
        VideoGuidance(room_url=url)


@pytest.mark.parametrize(
    "url", ["", "https://meet.example.com/{room}", "https://10.0.0.8:8443/a/{room}-x#config.startWithVideoMuted=true"]
)
def test_an_address_of_rooms_is_taken(url: str) -> None:
    assert VideoGuidance(room_url=url).room_url == url


def test_over_http_the_desk_offers_and_ends(agent: Actor, ticket: Ticket) -> None:
    client = browser(agent)

    def send(path: str, body: object) -> Any:
        path, headers = f"/api/tickets/{ticket.pk}/{path}", {"Idempotency-Key": f"{uuid4()}"}
        return client.post(path, json.dumps(body), content_type="application/json", headers=headers)

    def shown() -> Any:
        return client.get(f"/api/tickets/{ticket.pk}").json()["video"]

    assert shown() is None
    refused = send("video", {})
    assert (refused.status_code, refused.json()["code"]) == (409, "ticket.video_not_set_up")
    with_rooms()
    assert shown() == {"offered_at": None, "by": "", "url": None}
    assert send("video", {}).status_code == 200
    assert shown()["url"] == VideoCall.objects.get().url
    ended = send("video/end", {"solved": True, "note": "关阀重启后好了"})
    assert (ended.status_code, ended.json()["undo"]["seconds"]) == (200, 60)
    ticket.refresh_from_db()
    assert (ticket.status, ticket.solved_how) == ("solved", "remote")


def test_who_may_not_offer_one_is_not_told_the_room(centre: Any, agent: Actor, ticket: Ticket) -> None:
    with_rooms()
    services.offer_video(actor=agent, ticket_id=ticket.pk)
    reviewer = people.staff("reviewer", centre)
    shown = browser(reviewer).get(f"/api/tickets/{ticket.pk}").json()["video"]
    assert (shown["url"], shown["by"]) == (None, agent.name)
