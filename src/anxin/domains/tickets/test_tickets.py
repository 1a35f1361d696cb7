"""Work on a ticket through its services, and how it ends."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction

from anxin.domains.conversations import public as conversations
from anxin.domains.people import testing as people
from anxin.domains.processes import public as processes
from anxin.domains.tickets import rules, selectors, services, testing, timeline
from anxin.domains.tickets.documents import DeskRules
from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.public import link_holder
from anxin.domains.tickets.testing import NINE, Place, names, payload
from anxin.kernel import clock, events, undo
from anxin.kernel.actor import SYSTEM, Actor
from anxin.kernel.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from anxin.kernel.ids import new_id

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]
PROOF = [{"kind": "message_sent", "ref": "m1"}]


def fresh(ticket: Ticket) -> Ticket:
    return Ticket.objects.get(pk=ticket.pk)


def test_taking_stops_the_human_clock(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    with clock.frozen(NINE + timedelta(minutes=12)):
        services.take(actor=agent, ticket_id=ticket.pk)
    human = next(c for c in processes.clocks_of(ticket.case_id) if c.name == "human")
    assert (human.state, human.used_s, fresh(ticket).assignee_id) == ("kept", 720, agent.id)


def test_of_two_who_take_one_wins_and_the_lead_may_take_over(agent: Actor, lead: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    second = people.staff("agent", centre)
    services.take(actor=agent, ticket_id=ticket.pk)
    with pytest.raises(Conflict) as refused, transaction.atomic():
        services.take(actor=second, ticket_id=ticket.pk)
    assert refused.value.current == {"assignee_id": str(agent.id), "version": fresh(ticket).version}
    assert fresh(ticket).assignee_id == agent.id
    services.take(actor=lead, ticket_id=ticket.pk)
    assert fresh(ticket).assignee_id == lead.id


def test_an_agent_of_another_place_sees_and_takes_nothing(centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    stranger = people.staff("agent", people.centre("宁波服务中心"))
    assert not selectors.visible_to(stranger).exists()
    before = names(ticket)
    for refused in (services.take, services.press):
        with pytest.raises(NotFound), transaction.atomic():
            refused(actor=stranger, ticket_id=ticket.pk)
    assert (names(ticket), fresh(ticket).version) == (before, ticket.version)


def test_a_read_only_role_is_refused_each_verb(centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    auditor = people.staff("auditor")
    with pytest.raises(Forbidden), transaction.atomic():
        services.take(actor=auditor, ticket_id=ticket.pk)
    with pytest.raises(Forbidden), transaction.atomic():
        services.note(actor=auditor, ticket_id=ticket.pk, text="x")
    assert selectors.visible_to(auditor).count() == 1


def test_assigning_is_taken_back_within_a_minute_and_not_after_a_change(
    lead: Actor, agent: Actor, centre: Place
) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    token = services.assign(actor=lead, ticket_id=ticket.pk, user_id=agent.id)
    assert fresh(ticket).assignee_id == agent.id
    undo.redeem(lead, UUID(token))
    assert fresh(ticket).assignee_id is None
    token = services.assign(actor=lead, ticket_id=ticket.pk, user_id=agent.id)
    services.note(actor=agent, ticket_id=ticket.pk, text="已看")
    with pytest.raises(Conflict) as refused, transaction.atomic():
        undo.redeem(lead, UUID(token))
    assert refused.value.code == "error.undo_changed_since"
    assert fresh(ticket).assignee_id == agent.id


def test_a_colleague_of_another_place_is_not_given_the_ticket(lead: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    stranger = people.staff("agent", people.centre("宁波服务中心"))
    with pytest.raises(Invalid), transaction.atomic():
        services.assign(actor=lead, ticket_id=ticket.pk, user_id=stranger.id)
    assert fresh(ticket).assignee_id is None


def test_a_transfer_keeps_the_clocks(lead: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    other = people.centre("宁波服务中心")
    before = [(c.name, c.due_at) for c in processes.clocks_of(ticket.case_id)]
    services.transfer(actor=lead, ticket_id=ticket.pk, org_id=other.pk, reason="客户搬家")
    assert fresh(ticket).org_id == other.pk
    assert [(c.name, c.due_at) for c in processes.clocks_of(ticket.case_id)] == before
    assert not selectors.visible_to(lead).exists()


def test_pressing_is_counted_and_goes_up(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    for _ in range(4):
        services.press(actor=agent, ticket_id=ticket.pk)
    told = [e.payload for e in events.of_case(ticket.case_id) if e.name == "TicketPressed"]
    assert [(p["count"], p["tell"]) for p in told] == [
        (1, "assignee"), (2, "outlet_manager"), (3, "regional_manager"), (4, "regional_manager"),
    ]  # fmt: skip
    assert fresh(ticket).presses == 4


def test_notes_are_for_the_staff_alone(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    services.note(actor=agent, ticket_id=ticket.pk, text="客户很急")
    services.reply(actor=agent, ticket_id=ticket.pk, text="马上为您安排")
    shown = [m.text for m in conversations.messages(ticket.case_id, internal=False)]
    assert shown == [testing.TEXT, "马上为您安排"]
    holder = link_holder(ticket.pk)
    told = timeline.of(selectors.one(holder, ticket.pk), holder)
    assert "客户很急" not in [entry.text for entry in told]
    with pytest.raises(DomainError), transaction.atomic():
        services.note(actor=holder, ticket_id=ticket.pk, text="x")


def test_changing_urgency_replays_clocks_and_tells_before_and_after(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    services.change(actor=agent, ticket_id=ticket.pk, urgency="urgent")
    human = next(c for c in processes.clocks_of(ticket.case_id) if c.name == "human")
    assert human.allowed_s == 300
    told = payload(ticket, "TicketChanged")
    assert (told["before"], told["after"]) == ({"urgency": "normal"}, {"urgency": "urgent"})
    for wrong in ({"urgency": "very"}, {"number": "1"}, {"status": "closed"}):
        with pytest.raises(Invalid), transaction.atomic():
            services.change(actor=agent, ticket_id=ticket.pk, **wrong)
    assert fresh(ticket).status == "open"


def test_a_case_called_complex_reaches_a_person(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    services.change(actor=agent, ticket_id=ticket.pk, complexity="complex")
    assert fresh(ticket).complexity == "complex"
    facts = fresh(ticket).run.facts
    assert (facts["complexity"], facts["care"]) == ("complex", "complex")
    with pytest.raises(Invalid), transaction.atomic():
        services.change(actor=agent, ticket_id=ticket.pk, complexity="mad")


def test_holding_and_resuming(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    services.hold_clocks(actor=agent, ticket_id=ticket.pk, reason="waiting_customer", evidence=PROOF)
    assert fresh(ticket).status == "waiting"
    services.resume_clocks(actor=agent, ticket_id=ticket.pk, reason="waiting_customer")
    assert fresh(ticket).status == "open"


def test_from_solved_to_archive(agent: Actor, lead: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    services.take(actor=agent, ticket_id=ticket.pk)
    services.try_remote(actor=agent, ticket_id=ticket.pk, solved=True, note="关阀重启")
    assert fresh(ticket).solved_how == "remote"
    services.close(actor=lead, ticket_id=ticket.pk)
    assert services.archive_due() == 1
    assert services.archive_due() == 0
    assert fresh(ticket).status == "archived"
    assert [s.state for s in processes.stages_of(ticket.case_id)] == [
        "done", "done", "skipped", "skipped", "done", "done", "done",
    ]  # fmt: skip
    assert names(ticket)[-1] == "CaseArchived"


def test_the_last_closed_order_solves_the_ticket(centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    order_id = new_id()
    processes.start_run(
        actor=SYSTEM,
        case_id=ticket.case_id,
        order_type="repair",
        subject=("ticket", ticket.pk),
        facts={},
        order_id=order_id,
    )
    processes.satisfy(actor=SYSTEM, case_id=ticket.case_id, check="human_joined")
    call = [{"kind": "call_reached", "ref": "c1"}]
    for check in processes.run_card(ticket.case_id, order_id).missing:
        processes.satisfy(actor=SYSTEM, case_id=ticket.case_id, order_id=order_id, check=check, evidence=call)
    processes.end(actor=SYSTEM, case_id=ticket.case_id, order_id=order_id)
    testing.deliver()
    assert (fresh(ticket).status, fresh(ticket).solved_how) == ("solved", "visit")
    testing.deliver()
    assert names(ticket).count("TicketSolved") == 1


def test_an_open_order_holds_the_ticket_open(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    processes.start_run(
        actor=SYSTEM,
        case_id=ticket.case_id,
        order_type="repair",
        subject=("ticket", ticket.pk),
        facts={},
        order_id=new_id(),
    )
    with pytest.raises(Conflict), transaction.atomic():
        services.solve(actor=agent, ticket_id=ticket.pk, how="remote")
    with pytest.raises(Conflict), transaction.atomic():
        services.cancel(actor=agent, ticket_id=ticket.pk, reason="不要了")
    assert fresh(ticket).status == "open"


def test_reopened_it_comes_back_to_the_desk_and_a_rival_stays(agent: Actor, lead: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk, symptom="no_hot_water")
    services.solve(actor=agent, ticket_id=ticket.pk, how="remote")
    rival = testing.ticket(
        org_id=centre.pk, symptom="no_hot_water", customer_id=ticket.customer_id, unit_id=ticket.unit_id
    )
    services.reopen(actor=agent, ticket_id=ticket.pk, reason="还是打不着")
    assert (fresh(ticket).status, fresh(rival).status) == ("open", "open")
    with pytest.raises(Conflict), transaction.atomic():
        services.reopen(actor=agent, ticket_id=ticket.pk, reason="again")


@pytest.mark.parametrize("action", ["take", "solve", "cancel", "press"])
def test_an_ended_ticket_is_left_alone(action: str, agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    services.cancel(actor=agent, ticket_id=ticket.pk, reason="买了新的")
    extra = {"solve": {"how": "remote"}, "cancel": {"reason": "x"}}.get(action, {})
    before = names(ticket)
    with pytest.raises(Conflict), transaction.atomic():
        getattr(services, action)(actor=agent, ticket_id=ticket.pk, **extra)
    assert names(ticket) == before


def test_the_press_ladder_is_the_policys() -> None:
    assert rules.press_tells(1, DeskRules().press_tells) == "assignee"
    assert rules.press_tells(9, ("lead",)) == "lead"
