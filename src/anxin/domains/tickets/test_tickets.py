"""Tickets through their services: intake, joining, work, ends, shapes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from anxin.domains.assets import testing as assets
from anxin.domains.conversations import public as conversations
from anxin.domains.customers import testing as customers
from anxin.domains.people import testing as people
from anxin.domains.processes import public as processes
from anxin.domains.tickets import rules, selectors, services, shapes, testing, timeline
from anxin.domains.tickets.documents import DeskRules, Safety, Triage
from anxin.domains.tickets.intake import Told, take_in
from anxin.domains.tickets.models import Ticket, TicketLink
from anxin.domains.tickets.public import link_holder
from anxin.kernel import clock, events, policies, undo
from anxin.kernel.actor import ANONYMOUS, SYSTEM, Actor
from anxin.kernel.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from anxin.kernel.events import handling
from anxin.kernel.events.models import PersonalValue
from anxin.kernel.ids import new_id
from anxin.kernel.statements import Listing, Order

Place = Any  # a node of the organisation tree, as the people's builders give it
pytestmark = pytest.mark.django_db
NINE = datetime(2026, 7, 14, 1, 0, tzinfo=UTC)  # 09:00 in Shanghai
PROOF = [{"kind": "message_sent", "ref": "m1"}]


@pytest.fixture(autouse=True)
def _tuesday() -> Iterator[None]:
    policies.forget()
    with clock.frozen(NINE):
        yield


@pytest.fixture
def centre() -> Place:
    return people.centre()


@pytest.fixture
def agent(centre: Place) -> Actor:
    return people.staff("agent", centre)


@pytest.fixture
def lead(centre: Place) -> Actor:
    return people.staff("agent_lead", centre)


def names(ticket: Ticket) -> list[str]:
    return [event.name for event in events.of_case(ticket.case_id)]


def payload(ticket: Ticket, name: str) -> dict[str, object]:
    return next(event.payload for event in events.of_case(ticket.case_id) if event.name == name)


def fresh(ticket: Ticket) -> Ticket:
    return Ticket.objects.get(pk=ticket.pk)


def deliver() -> None:
    while handling.deliver_due():
        pass


# Intake


def test_a_request_becomes_a_ticket_acknowledged_at_once(centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    assert (ticket.number, ticket.status, ticket.channel) == ("260714-0001", "open", "portal")
    done = processes.run_card(ticket.case_id).done
    assert done == {"received": NINE, "acknowledged": NINE}
    assert conversations.messages(ticket.case_id, internal=False)[0].text == testing.TEXT
    assert payload(ticket, "TicketOpened")["number"] == "260714-0001"
    assert "TicketRouted" in names(ticket)


def test_numbers_are_never_given_twice() -> None:
    assert [testing.ticket().number for _ in range(3)] == ["260714-0001", "260714-0002", "260714-0003"]
    with clock.frozen(NINE + timedelta(hours=16)):
        assert testing.ticket().number == "260715-0001"


def test_on_the_phone_a_person_has_joined(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk, channel="phone", actor=agent)
    assert "human_joined" in processes.run_card(ticket.case_id).done
    assert ticket.assignee_id == agent.id


@pytest.mark.parametrize(("symptom", "joins"), [("no_hot_water", True), ("unknown", False)])
def test_the_same_problem_told_twice_is_joined_an_unknown_one_never(symptom: str, joins: bool) -> None:
    first = testing.ticket(symptom=symptom)
    again = testing.ticket(
        symptom=symptom,
        customer_id=first.customer_id,
        household_id=first.household_id,
        unit_id=first.unit_id,
        text="还是没有热水",
    )
    assert (again.pk == first.pk) is joins
    assert Ticket.objects.count() == (1 if joins else 2)
    assert names(first).count("TicketJoined") == (1 if joins else 0)
    said = [m.text for m in conversations.messages(first.case_id, internal=False)]
    assert said == ([testing.TEXT, "还是没有热水"] if joins else [testing.TEXT])


def test_husband_and_wife_scan_twice_one_ticket() -> None:
    first = testing.ticket(symptom="no_hot_water")
    other = testing.ticket()
    again = testing.ticket(symptom="no_hot_water", customer_id=other.customer_id, unit_id=first.unit_id)
    assert again.pk == first.pk


def test_after_the_end_the_same_problem_is_a_new_ticket(agent: Actor, centre: Place) -> None:
    first = testing.ticket(symptom="no_hot_water", org_id=centre.pk)
    services.solve(actor=agent, ticket_id=first.pk, how="remote")
    again = testing.ticket(symptom="no_hot_water", customer_id=first.customer_id, unit_id=first.unit_id)
    assert again.pk != first.pk


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("厨房有燃气味，热水器在漏气", "gas"),
        ("热水器冒烟了", "fire"),
        ("洗澡的时候手麻，好像漏电", "electricity"),
        ("热水器打不着火，没有热水", ""),
        ("燃气热水器怎么调温度", ""),
    ],
)
def test_the_safety_gate_stands_on_the_danger_not_on_the_product(text: str, danger: str) -> None:
    noted = testing.ticket(text=text)
    assert noted.danger == danger
    assert noted.urgency == ("urgent" if danger else "normal")
    assert ("DangerSeen" in names(noted)) is bool(danger)
    human = next(c for c in processes.clocks_of(noted.case_id) if c.name == "human")
    assert human.allowed_s == (300 if danger else 1800)


def test_every_danger_of_the_engine_has_its_card_in_both_languages() -> None:
    from typing import get_args

    from anxin.engines.language.model import DangerKind

    cards = policies.current(Safety)
    for danger in get_args(DangerKind):
        card = cards.card(danger)
        assert card is not None
        for lang in ("zh", "en"):
            shown = shapes.safety(card, lang)
            assert shown["title"] and all(step["title"] and step["detail"] for step in shown["steps"])
    gas = shapes.safety(cards.card("gas"), "zh")  # type: ignore[arg-type]
    assert [step["title"] for step in gas["steps"]] == ["关阀", "开窗", "别碰任何开关", "离开后再打电话"]


def test_a_danger_told_later_makes_the_ticket_urgent() -> None:
    ticket = testing.ticket()
    services.reply(actor=link_holder(ticket.pk), ticket_id=ticket.pk, text="现在闻到燃气味了", verb="ticket.see")
    assert (fresh(ticket).danger, fresh(ticket).urgency) == ("gas", "urgent")
    human = next(c for c in processes.clocks_of(ticket.case_id) if c.name == "human")
    assert human.allowed_s == 300


def test_who_must_reach_a_person_standard_101() -> None:
    policy = policies.current(Triage)

    def care(text: str, elderly: bool = False) -> str:
        return rules.triage(text, symptom="unknown", elderly=elderly, policy=policy).care

    assert care("没有热水", elderly=True) == "elderly"
    assert care("转人工，我要和真人说话") == "upset"
    assert care("没有热水") == ""


def test_a_text_of_nothing_is_refused_and_nothing_is_opened() -> None:
    with pytest.raises(Invalid), transaction.atomic():
        testing.ticket(text="   ")
    assert Ticket.objects.count() == 0


# Work


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


def test_a_bought_plan_is_known_from_the_start(centre: Place) -> None:
    noted = customers.noted(org_id=centre.pk)
    machine = assets.unit(noted.household_id, plan="fast", plan_until=NINE.date())
    told = Told(channel="qr", text="打不着火", qr_token=machine.qr_token, name="周敏", phone=customers.phone())
    ticket = take_in(actor=ANONYMOUS, told=told).ticket
    assert fresh(ticket).run.facts["plan"] == "fast"
    with clock.frozen(NINE + timedelta(days=1)):
        late = replace(told, phone=customers.phone())
        assert "plan" not in fresh(take_in(actor=ANONYMOUS, told=late).ticket).run.facts


def test_a_password_told_is_stored_nowhere(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(text="门锁打不开，密码是 a1b2c3d4，请看看", org_id=centre.pk)
    services.note(actor=agent, ticket_id=ticket.pk, text="后台 token=9f8e7d6c5b4a")
    told = [str(value) for value in PersonalValue.objects.values_list("value", flat=True)]
    kept = [fresh(ticket).text, *told, *(m.text for m in conversations.messages(ticket.case_id, internal=True))]
    assert not [text for text in kept if "a1b2c3d4" in text or "9f8e7d6c5b4a" in text]
    assert fresh(ticket).text == "门锁打不开，密码是 ▇▇▇，请看看"


def test_holding_and_resuming(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    services.hold_clocks(actor=agent, ticket_id=ticket.pk, reason="waiting_customer", evidence=PROOF)
    assert fresh(ticket).status == "waiting"
    services.resume_clocks(actor=agent, ticket_id=ticket.pk, reason="waiting_customer")
    assert fresh(ticket).status == "open"


# Ends


def test_from_solved_to_archive(agent: Actor, lead: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    services.take(actor=agent, ticket_id=ticket.pk)
    services.try_remote(actor=agent, ticket_id=ticket.pk, solved=True, note="关阀重启")
    services.solve(actor=agent, ticket_id=ticket.pk, how="remote")
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
    deliver()
    assert (fresh(ticket).status, fresh(ticket).solved_how) == ("solved", "visit")
    deliver()
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


# Shapes


def test_a_merge_is_an_alias_and_its_case_ends_after_the_minute(agent: Actor, centre: Place) -> None:
    kept = testing.ticket(org_id=centre.pk)
    other = testing.ticket(
        org_id=centre.pk, customer_id=kept.customer_id, household_id=kept.household_id, unit_id=kept.unit_id
    )
    token = services.merge(actor=agent, ticket_id=other.pk, into=kept.pk)
    assert (fresh(other).merged_into_id, fresh(other).status) == (kept.pk, "open")
    undo.redeem(agent, UUID(token))
    services.finish_merge(other.pk)
    assert (fresh(other).merged_into_id, fresh(other).status) == (None, "open")
    services.merge(actor=agent, ticket_id=other.pk, into=kept.pk)
    services.finish_merge(other.pk)
    services.finish_merge(other.pk)
    assert fresh(other).status == "cancelled"
    assert processes.run_card(other.case_id).state == "cancelled"


def test_tickets_of_different_people_are_not_merged(agent: Actor, centre: Place) -> None:
    one, other = (testing.ticket(org_id=centre.pk) for _ in range(2))
    with pytest.raises(Invalid), transaction.atomic():
        services.merge(actor=agent, ticket_id=one.pk, into=other.pk)
    assert fresh(one).merged_into_id is None


def test_a_split_makes_a_linked_ticket_with_its_own_clocks(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk)
    second = services.split(actor=agent, ticket_id=ticket.pk, text="另外空调也不制冷", symptom="not_cooling")
    assert second.case_id != ticket.case_id
    assert TicketLink.objects.get().kind == "split"
    with pytest.raises(Conflict), transaction.atomic():
        services.split(actor=agent, ticket_id=ticket.pk, text="再说一次", symptom="not_cooling")
    assert Ticket.objects.count() == 2


def test_linking_twice_changes_nothing_and_a_foreign_ticket_is_not_found(agent: Actor, centre: Place) -> None:
    one, other = (testing.ticket(org_id=centre.pk) for _ in range(2))
    foreign = testing.ticket(org_id=people.centre("宁波服务中心").pk)
    for _ in range(2):
        services.link(actor=agent, ticket_id=one.pk, other_id=other.pk, kind="related")
    assert names(one).count("TicketLinked") == 1
    with pytest.raises(NotFound), transaction.atomic():
        services.link(actor=agent, ticket_id=one.pk, other_id=foreign.pk, kind="related")
    assert TicketLink.objects.count() == 1


def test_bulk_does_what_it_can_says_what_it_cannot_and_is_undone(lead: Actor, agent: Actor, centre: Place) -> None:
    good = [testing.ticket(org_id=centre.pk) for _ in range(2)]
    foreign = testing.ticket(org_id=people.centre("宁波服务中心").pk)
    found = services.bulk(
        actor=lead, ids=[*(t.pk for t in good), foreign.pk], action="assign", args={"user_id": agent.id}
    )
    assert (found.done, [r.ticket_id for r in found.refused]) == (2, [foreign.pk])
    assert {fresh(t).assignee_id for t in good} == {agent.id}
    assert found.undo is not None
    undo.redeem(lead, UUID(found.undo))
    assert {fresh(t).assignee_id for t in good} == {None}
    with pytest.raises(Invalid):
        services.bulk(actor=lead, ids=[good[0].pk], action="archive", args={})


# Reads


def test_lists_are_narrowed_searched_and_counted(agent: Actor, centre: Place) -> None:
    leak = testing.ticket(org_id=centre.pk, text="热水器底部漏水")
    noise = testing.ticket(org_id=centre.pk, text="空调噪音大")
    testing.ticket(org_id=people.centre("宁波服务中心").pk, text="也漏水")
    services.take(actor=agent, ticket_id=noise.pk)
    deliver()

    def found(**filters: object) -> set[UUID]:
        listed = selectors.listed(agent, selectors.Filters(**filters))  # type: ignore[arg-type]
        rows = set(selectors.narrowed(agent, selectors.Filters(**filters)).values_list("pk", flat=True))  # type: ignore[arg-type]
        if isinstance(listed, Listing):
            assert set(listed.first(Order("updated_at", True), 9)) == rows
        return rows

    assert found() == {leak.pk, noise.pk}
    assert found(q="漏水") == {leak.pk}
    assert found(q="冰箱") == set()
    assert found(q=leak.number) == {leak.pk}
    assert found(view="mine") == {noise.pk}
    assert found(view="queue") == {leak.pk}
    assert found(stage="dispatch") == {noise.pk}
    with clock.frozen(NINE + timedelta(minutes=31)):
        assert found(clock="breached") == {leak.pk}
        assert selectors.counts(agent)["breached"] == 1
    assert selectors.counts(agent)["all"] == 2
    for wrong in ({"view": "x"}, {"status": "gone"}, {"clock": "never"}):
        with pytest.raises(Invalid):
            found(**wrong)


def test_similar_tickets_are_those_one_may_see(agent: Actor, centre: Place) -> None:
    ticket = testing.ticket(org_id=centre.pk, text="热水器底部漏水")
    near = testing.ticket(org_id=centre.pk, text="燃气热水器漏水")
    testing.ticket(org_id=people.centre("宁波服务中心").pk, text="热水器底部漏水")
    deliver()
    assert [row.pk for row in selectors.similar(agent, ticket)] == [near.pk]


def test_views_are_ones_own_or_shared_at_ones_place(agent: Actor, lead: Actor) -> None:
    services.save_view(actor=agent, name="超时", query={"clock": "breached"}, shared=False)
    shared = services.save_view(actor=lead, name="催单", query={"sort": "-presses"}, shared=True)
    services.save_view(actor=lead, name="私人", query={}, shared=False)
    assert [view.name for view in selectors.views_of(agent)] == ["催单", "超时"]
    with pytest.raises(NotFound):
        services.drop_view(actor=agent, view_id=shared.pk)


def test_the_press_ladder_is_the_policys() -> None:
    assert rules.press_tells(1, DeskRules().press_tells) == "assignee"
    assert rules.press_tells(9, ("lead",)) == "lead"
