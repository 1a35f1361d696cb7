"""Taking back what was done to a ticket: within the minute it is as if it had never happened, to the clocks too."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from anxin.domains.people import testing as people
from anxin.domains.processes import public as processes
from anxin.domains.tickets import selectors, services, testing
from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.testing import NINE, Place
from anxin.kernel import clock, events, undo
from anxin.kernel.actor import Actor
from anxin.kernel.errors import Conflict

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


def after(minutes: float) -> Any:
    return clock.frozen(NINE + timedelta(minutes=minutes))


def fresh(ticket: Ticket) -> Ticket:
    return Ticket.objects.get(pk=ticket.pk)


def clocks(ticket: Ticket) -> dict[str, tuple[str, int]]:
    return {clock.name: (clock.state, clock.used_s) for clock in processes.clocks_of(ticket.case_id)}


def names(ticket: Ticket) -> list[str]:
    return [event.name for event in events.of_case(ticket.case_id)]


def test_a_take_undone_leaves_the_human_clock_running_as_if_never_stopped(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    with after(12):
        token = services.take(actor=agent, ticket_id=ticket.pk)
        assert clocks(ticket)["human"] == ("kept", 720)
    with after(12.5):
        undo.redeem(agent, UUID(token))
        assert (fresh(ticket).assignee_id, fresh(ticket).run.stage) == (None, "response")
    with after(20):
        assert clocks(ticket)["human"] == ("running", 1200)
    assert names(ticket)[-2:] == ["CheckTakenBack", "TicketAssigned"]
    with after(25):
        services.take(actor=agent, ticket_id=ticket.pk)
        assert clocks(ticket)["human"] == ("kept", 1500)


def test_taking_over_a_begun_ticket_undone_gives_it_back_and_keeps_what_was_begun(
    agent: Actor, lead: Actor, centre: Place
) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    services.take(actor=agent, ticket_id=ticket.pk)
    token = services.take(actor=lead, ticket_id=ticket.pk)
    undo.redeem(lead, UUID(token))
    assert fresh(ticket).assignee_id == agent.id
    assert clocks(ticket)["human"] == ("kept", 0)


def test_a_transfer_is_taken_back_although_the_ticket_is_out_of_reach(lead: Actor, agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    services.take(actor=agent, ticket_id=ticket.pk)
    token = services.transfer(
        actor=lead, ticket_id=ticket.pk, org_id=people.centre("宁波服务中心").pk, reason="客户搬家"
    )
    assert not selectors.visible_to(lead).exists()
    undo.redeem(lead, UUID(token))
    assert (fresh(ticket).org_id, fresh(ticket).assignee_id) == (centre.pk, agent.id)
    assert names(ticket)[-2:] == ["TicketTransferred", "TicketTransferred"]


def test_solving_undone_opens_the_ticket_and_no_clock_of_the_end_ever_ran(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    before = clocks(ticket)
    token = services.solve(actor=agent, ticket_id=ticket.pk, how="answer")
    assert fresh(ticket).status == "solved" and "revisit" in clocks(ticket)
    undo.redeem(agent, UUID(token))
    again = fresh(ticket)
    assert (again.status, again.solved_how, again.is_open) == ("open", "", True)
    assert clocks(ticket) == before
    assert names(ticket)[-3:] == ["CheckTakenBack", "CheckTakenBack", "TicketUnsolved"]
    services.solve(actor=agent, ticket_id=ticket.pk, how="answer")
    assert clocks(ticket)["revisit"] == ("running", 0)


def test_after_the_minute_nothing_is_taken_back(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    token = services.solve(actor=agent, ticket_id=ticket.pk, how="answer")
    with after(1.1), pytest.raises(Conflict) as refused, transaction.atomic():
        undo.redeem(agent, UUID(token))
    assert (refused.value.code, fresh(ticket).status) == ("error.undo_too_late", "solved")


def test_many_solved_at_once_are_taken_back_together_or_not_at_all(agent: Actor, centre: Place) -> None:
    two = [testing.ticket(org_id=centre.pk) for _ in range(2)]
    done = services.bulk(actor=agent, ids=[t.pk for t in two], action="solve", args={"how": "answer"})
    assert done.undo is not None
    services.note(actor=agent, ticket_id=two[1].pk, text="客户又来电")
    with pytest.raises(Conflict), transaction.atomic():
        undo.redeem(agent, UUID(done.undo))
    assert [fresh(t).status for t in two] == ["solved", "solved"]
    again = [testing.ticket(org_id=centre.pk) for _ in range(2)]
    done = services.bulk(actor=agent, ids=[t.pk for t in again], action="solve", args={"how": "answer"})
    undo.redeem(agent, UUID(done.undo or ""))
    assert [fresh(t).status for t in again] == ["open", "open"]


def test_closing_undone_lets_the_clocks_of_the_end_run_on(centre: Place, lead: Actor, agent: Actor) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    testing.solved_by(agent, ticket.pk)
    before, done = clocks(ticket), set(processes.run_card(ticket.case_id).done)
    token = services.close_undoable(actor=lead, ticket_id=ticket.pk)
    assert fresh(ticket).status == "closed"
    undo.redeem(lead, UUID(token))
    row = fresh(ticket)
    assert (row.status, row.closed_at, clocks(ticket)) == ("solved", None, before)
    assert set(processes.run_card(ticket.case_id).done) == done
    assert names(ticket)[-1] == "TicketCloseUndone"
    services.close(actor=lead, ticket_id=ticket.pk)
