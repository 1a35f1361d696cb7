"""The next ticket for me: whose turn it is, why, and that the desk's books follow."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from anxin.domains.desk import public as desk
from anxin.domains.desk import testing as desks
from anxin.domains.people import testing as people
from anxin.domains.processes import public as processes
from anxin.domains.tickets import services, testing
from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.testing import NINE, Place
from anxin.kernel import clock, undo
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


@pytest.fixture
def centre(centre: Place) -> Place:
    """With a queue of its own."""
    desks.queue(centre.pk)
    return centre


def load(actor: Actor) -> int:
    assert actor.id is not None
    return desk.desk_of(actor.id).load


def test_the_tightest_promise_is_next_and_it_becomes_the_askers(agent: Actor, centre: Place) -> None:
    testing.ticket(org_id=centre.pk)
    with clock.frozen(NINE - timedelta(hours=2)):
        earlier = testing.ticket(org_id=centre.pk)
    found = services.take_next(actor=agent)
    assert (found.ticket.pk, load(agent)) == (earlier.pk, 5)
    assert [reason.code for reason in found.reasons] == [
        "desk.turn_over_minutes", "desk.turn_tier", "desk.turn_waited_hours", "desk.turn_fits", "desk.turn_others",
    ]  # fmt: skip
    earlier.refresh_from_db()
    assert earlier.assignee_id == agent.id
    assert "human_joined" in processes.run_card(earlier.case_id).done


def test_what_the_router_gave_and_was_not_begun_comes_too_and_only_once(agent: Actor, centre: Place) -> None:
    desks.present(agent)
    ticket = testing.ticket(org_id=centre.pk)
    assert ticket.assignee_id == agent.id
    found = services.take_next(actor=agent)
    assert (found.ticket.pk, found.reasons[-1].code) == (ticket.pk, "desk.turn_own")
    with pytest.raises(NotFound):
        services.take_next(actor=agent)


def test_a_colleagues_work_and_a_foreign_category_are_left_alone(agent: Actor, centre: Place) -> None:
    colleague = people.staff("agent", centre)
    desks.present(colleague)
    testing.ticket(org_id=centre.pk)
    desks.present(agent, skills=["ac"])
    waits = testing.ticket(org_id=centre.pk)
    services.assign(actor=people.staff("agent_lead", centre), ticket_id=waits.pk, user_id=None)
    with pytest.raises(NotFound):
        services.take_next(actor=agent)
    assert Ticket.objects.get(pk=waits.pk).assignee_id is None


def test_given_back_within_the_minute_it_waits_as_before(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    found = services.take_next(actor=agent)
    undo.redeem(agent, UUID(found.undo))
    ticket.refresh_from_db()
    assert (ticket.assignee_id, load(agent)) == (None, 0)
    assert "human_joined" not in processes.run_card(ticket.case_id).done
    assert services.take_next(actor=agent).ticket.pk == ticket.pk


def test_back_to_the_queue_books_nobody_though_somebody_is_free(agent: Actor, centre: Place) -> None:
    desks.present(agent)
    ticket = testing.ticket(org_id=centre.pk)
    services.assign(actor=people.staff("agent_lead", centre), ticket_id=ticket.pk, user_id=None)
    ticket.refresh_from_db()
    assert (ticket.assignee_id, load(agent)) == (None, 0)


def test_solved_and_taken_back_it_lies_where_it_lay(agent: Actor, centre: Place) -> None:
    desks.present(people.staff("agent", centre))
    ticket = testing.ticket(org_id=centre.pk)
    services.assign(actor=people.staff("agent_lead", centre), ticket_id=ticket.pk, user_id=agent.id)
    token = testing.solved_by(agent, ticket.pk)
    assert load(agent) == 0
    undo.redeem(agent, UUID(token))
    assert load(agent) == 5
