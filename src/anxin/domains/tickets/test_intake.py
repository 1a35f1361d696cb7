"""What is told becomes a ticket: joined with what is known, in danger, or refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction

from anxin.domains.assets import testing as assets
from anxin.domains.conversations import public as conversations
from anxin.domains.customers import testing as customers
from anxin.domains.processes import public as processes
from anxin.domains.tickets import rules, services, shapes, testing
from anxin.domains.tickets.documents import Safety, Triage
from anxin.domains.tickets.intake import Told, take_in
from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.public import link_holder
from anxin.domains.tickets.testing import NINE, Place, names, payload
from anxin.kernel import clock, policies
from anxin.kernel.actor import ANONYMOUS, Actor
from anxin.kernel.errors import Invalid
from anxin.kernel.events.models import PersonalValue

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


def fresh(ticket: Ticket) -> Ticket:
    return Ticket.objects.get(pk=ticket.pk)


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
    gas = cards.card("gas")
    assert gas is not None
    assert [step["title"] for step in shapes.safety(gas, "zh")["steps"]] == [
        "关阀",
        "开窗",
        "别碰任何开关",
        "离开后再打电话",
    ]


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
