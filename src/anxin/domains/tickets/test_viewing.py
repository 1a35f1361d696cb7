"""Who looks at a ticket: only the present, only for who may see it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from anxin.domains.desk import public as desk
from anxin.domains.people import testing as people
from anxin.domains.tickets import testing
from anxin.domains.tickets.testing import browser
from anxin.kernel import clock, events

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


def look(client: Client, ticket_id: UUID) -> list[str]:
    answer = client.put(f"/api/tickets/{ticket_id}/viewing")
    assert answer.status_code == 200
    return [viewer["name"] for viewer in answer.json()]


def test_two_who_look_see_each_other_until_one_leaves(centre: Any) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    lin = browser(people.staff("agent", centre, name="林晓"))
    shen = browser(people.staff("dispatcher", centre, name="沈望"))
    assert look(lin, ticket.pk) == []
    assert look(shen, ticket.pk) == ["林晓"]
    assert look(lin, ticket.pk) == ["沈望"]
    assert shen.delete(f"/api/tickets/{ticket.pk}/viewing").status_code == 204
    assert look(lin, ticket.pk) == []


def test_who_falls_silent_is_forgotten_and_nothing_is_written_down(
    centre: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    told = [event.name for event in events.of_case(ticket.case_id)]
    look(browser(people.staff("agent", centre)), ticket.pk)
    other = people.staff("agent", centre)
    later = clock.real_now() + timedelta(seconds=31)
    monkeypatch.setattr(clock, "real_now", lambda: later)
    assert desk.look(actor=other, object_id=ticket.pk) == []
    desk.look_away(actor=other, object_id=ticket.pk)
    assert desk.look(actor=people.staff("agent", centre), object_id=ticket.pk) == []
    assert [event.name for event in events.of_case(ticket.case_id)] == told


def test_who_may_not_see_the_ticket_neither_looks_nor_learns_who_does(centre: Any) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    agent = browser(people.staff("agent", centre))
    look(agent, ticket.pk)
    stranger = browser(people.staff("agent", people.centre("西安服务中心")))
    assert stranger.put(f"/api/tickets/{ticket.pk}/viewing").status_code == 404
    assert stranger.delete(f"/api/tickets/{ticket.pk}/viewing").status_code == 404
    assert look(agent, ticket.pk) == []
