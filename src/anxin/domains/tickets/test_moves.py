"""Where a card of the board may be put: one act of the desk, or what is missing."""

from __future__ import annotations

import pytest

from anxin.domains.people import testing as people
from anxin.domains.processes import public as processes
from anxin.domains.tickets import kanban, rules, selectors, services, testing
from anxin.domains.tickets.documents import DeskRules
from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.rules import Drop, Step
from anxin.domains.tickets.testing import NINE, Place
from anxin.kernel import policies
from anxin.kernel.actor import SYSTEM, Actor
from anxin.kernel.ids import new_id

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


def moves(actor: Actor, ticket: Ticket) -> dict[str, str | None]:
    found = kanban.moves(actor, selectors.one(actor, ticket.pk, "ticket.read"))
    return {move.stage: move.act for move in found}


def test_a_new_card_is_taken_sent_or_solved(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    assert moves(agent, ticket) == {
        "reported": None, "dispatch": "take", "visit": "visit", "repair": "visit", "revisit": "solve", "archive": None,
    }  # fmt: skip
    services.take(actor=agent, ticket_id=ticket.pk)
    assert moves(agent, ticket)["visit"] == "visit"
    assert moves(agent, ticket)["response"] is None


def test_a_solved_card_is_closed_or_reopened_by_who_may(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    services.solve(actor=agent, ticket_id=ticket.pk, how="answer")
    assert moves(agent, ticket)["dispatch"] == "reopen"
    assert moves(agent, ticket)["archive"] is None
    lead = people.staff("agent_lead", centre)
    assert moves(lead, ticket)["archive"] == "close"
    board = {
        column.stage: column.count
        for column in kanban.board(lead, selectors.Filters(), processes.stage_codes()).columns
    }
    assert board["revisit"] == 1


def test_with_an_order_open_the_missing_steps_are_named(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    services.take(actor=agent, ticket_id=ticket.pk)
    order = new_id()
    processes.start_run(
        actor=SYSTEM, case_id=ticket.case_id, order_id=order, subject=("order", order), order_type="repair", facts={}
    )
    processes.satisfy(actor=SYSTEM, case_id=ticket.case_id, order_id=order, check="outlet_accepted")
    found = {m.stage: m for m in kanban.moves(agent, selectors.one(agent, ticket.pk, "ticket.read"))}
    visit = found["visit"]
    assert (visit.act, [step.check for step in visit.missing]) == (
        None, ["engineer_assigned", "contacted", "window_agreed"],
    )  # fmt: skip
    assert all(step.of_order for step in visit.missing)
    assert "completed" in [step.check for step in found["revisit"].missing]


def test_a_column_at_its_limit_says_so(agent: Actor, centre: Place) -> None:
    policies.publish(SYSTEM, DeskRules(wip={"dispatch": 1}), effective_from=NINE, note="for the test")
    first, second = (testing.ticket(org_id=centre.pk) for _ in range(2))
    services.take(actor=agent, ticket_id=first.pk)
    found = {m.stage: m.full for m in kanban.moves(agent, selectors.one(agent, second.pk, "ticket.read"))}
    assert found == {
        "reported": False,
        "dispatch": True,
        "visit": False,
        "repair": False,
        "revisit": False,
        "archive": False,
    }


def test_a_card_never_goes_back_on_its_own() -> None:
    steps = [Step("human_joined", 1, False, True), Step("solved", 4, False, False)]
    assert rules.drop(1, stage=2, status="open", steps=steps, solved_at=4) == Drop(None, "ticket.drop_back")
    assert rules.drop(1, stage=5, status="closed", steps=steps, solved_at=4) == Drop("reopen")
