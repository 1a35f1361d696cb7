"""The revisit: a link to all, calls by rule, and what an answer does to the case."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from anxin.domains.people import testing as people
from anxin.domains.processes import public as processes
from anxin.domains.tickets import public as tickets
from anxin.domains.tickets import testing as ticketing
from anxin.kernel import clock, events, policies, undo
from anxin.kernel.actor import SYSTEM
from anxin.kernel.errors import Conflict, Invalid, NotFound
from anxin.kernel.events.handling import deliver_due
from anxin.kernel.jobs.models import Job

from . import follow_ups, rules, services
from .jobs import ask
from .models import Revisit
from .rules import Answer, RevisitFacts, RevisitRules

NOON = datetime(2026, 7, 14, 4, tzinfo=UTC)
RULES = RevisitRules(sample_per_mille=0)
PLAIN = RevisitFacts(UUID(int=1), "silver", "repair", "remote", 0, False, 1)


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        (PLAIN, []),
        (RevisitFacts(UUID(int=1), "diamond", "repair", "visit", 0, False, 1), ["revisit.call_tier"]),
        (RevisitFacts(UUID(int=1), "silver", "repair", "complaint", 0, False, 0), ["revisit.call_complaint"]),
        (RevisitFacts(UUID(int=1), "silver", "repair", "visit", 0, False, 2), ["revisit.call_major"]),
        (RevisitFacts(UUID(int=1), "silver", "repair", "visit", 1, False, 1), ["revisit.call_pressed"]),
        (RevisitFacts(UUID(int=1), "silver", "repair", "visit", 0, True, 1), ["revisit.call_reopened"]),
    ],
)
def test_who_is_called_and_why(facts: RevisitFacts, codes: list[str]) -> None:
    assert [reason.code for reason in rules.call_reasons(facts, RULES)] == codes


@pytest.mark.parametrize(
    ("facts", "major"),
    [
        (PLAIN, False),
        (replace(PLAIN, visits=2), True),
        (replace(PLAIN, order_type="exchange"), True),
        (replace(PLAIN, danger="gas"), True),
    ],
)
def test_what_a_major_fault_is(facts: RevisitFacts, major: bool) -> None:
    assert rules.is_major(facts, RULES) is major


def solved(**policy: object) -> Revisit:
    """A ticket solved by an answer, its revisit sent."""
    published = RULES.model_copy(update=policy)
    policies.publish(SYSTEM, published, effective_from=NOON - timedelta(days=900), note="for the test")
    centre = people.centre()
    ticketing.solved(ticketing.ticket(org_id=centre.pk).pk)
    while deliver_due():
        pass
    return Revisit.objects.get(purpose="solved")


def token(row: Revisit) -> str:
    return services.rating_path(row).removeprefix("/r/")


def status(row: Revisit) -> str:
    return tickets.context(row.ticket_id).status


def revisit_clock(row: Revisit) -> processes.ClockCard:
    return next(card for card in processes.clocks_of(row.case_id) if card.name == "revisit")


@pytest.mark.django_db
def test_a_good_answer_closes_the_ticket_and_is_given_once() -> None:
    with clock.frozen(NOON):
        row = solved()
        services.answer_by_link(token=token(row), answer=Answer(True, 5, Decimal("50.00"), "谢谢"))
        row.refresh_from_db()
        assert (row.state, row.csat, row.paid, row.answered_by) == ("answered", 5, Decimal("50.00"), "link")
        assert status(row) == "closed"
        with pytest.raises(Conflict):
            services.answer_by_link(token=token(row), answer=Answer(False))
        assert status(row) == "closed"


@pytest.mark.django_db
def test_not_solved_opens_the_case_again() -> None:
    with clock.frozen(NOON):
        row = solved()
        services.answer_by_link(token=token(row), answer=Answer(False, 1))
        row.refresh_from_db()
        assert (row.state, row.solved, status(row)) == ("answered", False, "open")


@pytest.mark.django_db
def test_a_low_score_keeps_the_case_for_a_call() -> None:
    with clock.frozen(NOON):
        row = solved()
        services.answer_by_link(token=token(row), answer=Answer(True, 2))
        row.refresh_from_db()
        assert (row.state, [c["code"] for c in row.call], status(row)) == ("open", ["revisit.call_low"], "solved")
        caller = people.staff("revisitor")
        services.log_call(actor=caller, revisit_id=row.pk, result="reached", answer=Answer(True, 3))
        row.refresh_from_db()
        assert (row.state, row.csat, status(row)) == ("answered", 3, "closed")


@pytest.mark.django_db
def test_three_calls_that_reach_nobody_end_it_as_unreached() -> None:
    with clock.frozen(NOON):
        row = solved(tiers_called=["silver"])
        caller = people.staff("revisitor")
        for _ in range(3):
            assert status(row) == "solved"
            services.log_call(actor=caller, revisit_id=row.pk, result="no_answer")
        row.refresh_from_db()
        assert (row.state, row.attempts, row.csat, status(row)) == ("unreached", 3, None, "closed")
        with pytest.raises(Conflict):
            services.log_call(actor=caller, revisit_id=row.pk, result="no_answer")
        assert row.calls.count() == 3


@pytest.mark.django_db
def test_reached_needs_an_answer_and_nothing_else_has_one() -> None:
    with clock.frozen(NOON):
        row = solved()
        caller = people.staff("revisitor")
        for result, answer in (("reached", None), ("no_answer", Answer(True)), ("dreamt", None)):
            with pytest.raises(Invalid):
                services.log_call(actor=caller, revisit_id=row.pk, result=result, answer=answer)
        assert row.calls.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize("answer", [Answer(True, 6), Answer(True, 0), Answer(True, 5, Decimal(-1))])
def test_an_impossible_answer_changes_nothing(answer: Answer) -> None:
    with clock.frozen(NOON):
        row = solved()
        with pytest.raises(Invalid):
            services.answer_by_link(token=token(row), answer=answer)
        row.refresh_from_db()
        assert (row.state, row.answered_at, status(row)) == ("open", None, "solved")


@pytest.mark.django_db
def test_a_solution_is_asked_about_once_even_where_the_asking_is_repeated_after_the_answer() -> None:
    with clock.frozen(NOON):
        row = solved()
    with clock.frozen(NOON + timedelta(hours=1)):
        services.answer_by_link(token=token(row), answer=Answer(True, 5))
        assert services.send_revisit(ticket_id=row.ticket_id) == row
    assert Revisit.objects.filter(ticket_id=row.ticket_id).count() == 1


@pytest.mark.django_db
def test_a_forged_link_opens_nothing() -> None:
    with clock.frozen(NOON):
        row = solved()
        with pytest.raises(NotFound):
            services.answer_by_link(token=token(row)[:-4] + "AAAA", answer=Answer(True, 5))
        assert status(row) == "solved"


@pytest.mark.django_db
def test_nobody_answers_the_link_so_somebody_calls_and_the_day_is_kept() -> None:
    """Standard 33 in the bad case: link, silence, three calls in vain, 未访成, within 24 hours of the completion."""
    with clock.frozen(NOON):
        row = solved()
        assert (row.call, row.due_at) == ([], NOON + timedelta(hours=24))
    with clock.frozen(NOON + timedelta(hours=4, seconds=-1)):
        assert services.follow_silent() == 0
    with clock.frozen(NOON + timedelta(hours=4)):
        assert services.follow_silent() == 1
        assert services.follow_silent() == 0
    row.refresh_from_db()
    why = {"code": "revisit.call_silent", "params": {"hours": 20}}
    assert (row.state, row.call, row.due_at) == ("open", [why], NOON + timedelta(hours=24))
    told = [e.payload for e in events.of_case(row.case_id) if e.name == "RevisitSilent"]
    assert [one["call"] for one in told] == [[why]]
    caller = people.staff("revisitor")
    for hours in (4, 19, 23):
        with clock.frozen(NOON + timedelta(hours=hours)):
            services.log_call(actor=caller, revisit_id=row.pk, result="no_answer")
    row.refresh_from_db()
    assert (row.state, row.attempts, status(row), revisit_clock(row).state) == ("unreached", 3, "closed", "kept")


@pytest.mark.django_db
def test_who_answers_the_link_while_the_call_waits_is_not_called() -> None:
    with clock.frozen(NOON):
        row = solved()
    with clock.frozen(NOON + timedelta(hours=5)):
        services.follow_silent()
        services.answer_by_link(token=token(row), answer=Answer(True, 5))
        row.refresh_from_db()
        assert (row.state, row.answered_by, status(row)) == ("answered", "link", "closed")


@pytest.mark.django_db
def test_a_house_that_does_not_call_the_silent_asks_no_further_but_hears_a_late_answer() -> None:
    with clock.frozen(NOON):
        row = solved(call_silent=False, silent_hours=1)
    with clock.frozen(NOON + timedelta(hours=23)):
        assert services.follow_silent() == 1
        row.refresh_from_db()
        assert (row.state, row.call, status(row), revisit_clock(row).state) == ("no_reply", [], "closed", "kept")
    with clock.frozen(NOON + timedelta(days=10)):
        services.answer_by_link(token=token(row), answer=Answer(False, 1))
        row.refresh_from_db()
        assert (row.state, row.solved, status(row)) == ("answered", False, "open")


@pytest.mark.django_db
def test_the_policy_promises_no_more_time_than_the_clock_of_the_process() -> None:
    with clock.frozen(NOON):
        row = solved(call_within_hours=72)
        assert (row.due_at, revisit_clock(row).due_at) == (NOON + timedelta(hours=24), NOON + timedelta(hours=24))
    with clock.frozen(NOON + timedelta(hours=3)):
        services.answer_by_link(token=token(row), answer=Answer(True, 2))
        row.refresh_from_db()
        assert (row.state, row.due_at) == ("open", NOON + timedelta(hours=24))


@pytest.mark.django_db
def test_the_list_tells_how_many_calls_were_made_and_how_many_there_may_be() -> None:
    with clock.frozen(NOON):
        row = solved(attempts=5)
        caller = people.staff("revisitor")
        services.log_call(actor=caller, revisit_id=row.pk, result="no_answer")
        client = Client()
        client.force_login(get_user_model().objects.get(pk=str(caller.id)))
        (line,) = client.get("/api/revisits?calls=false").json()["items"]
    assert (line["id"], line["attempts"], line["attempts_most"]) == (str(row.pk), 1, 5)


def test_a_revisit_policy_of_before_the_silent_were_called_is_still_read() -> None:
    old = RevisitRules.load({"attempts": 5, "reply_days": 3}, 1)
    assert old == RevisitRules(attempts=5)


@pytest.mark.django_db
def test_a_caller_of_another_centre_cannot_log_a_call() -> None:
    with clock.frozen(NOON):
        row = solved()
        stranger = people.staff("revisitor", people.centre("上海服务中心"))
        with pytest.raises(NotFound):
            services.log_call(actor=stranger, revisit_id=row.pk, result="no_answer")
        assert row.calls.count() == 0


def major() -> Revisit:
    """A fault that counts as major, solved, closed after a good answer and archived; its planned check."""
    row = solved(major_visits=0)
    services.answer_by_link(token=token(row), answer=Answer(True, 5))
    return Revisit.objects.get(purpose="major")


@pytest.mark.django_db
def test_a_major_fault_is_checked_by_a_call_within_a_week() -> None:
    with clock.frozen(NOON):
        planned = major()
        assert (planned.state, planned.due_at) == ("planned", NOON + timedelta(days=7))
        clocks = {c.name: c.due_at for c in processes.clocks_of(planned.case_id)}
        assert clocks["major_check"] == NOON + timedelta(days=7)
        ticketing.archived()
        assert status(planned) == "archived"
    with clock.frozen(NOON + timedelta(days=4)):
        assert follow_ups.open_planned(clock.now()) == 0
    with clock.frozen(NOON + timedelta(days=5)):
        assert follow_ups.open_planned(clock.now()) == 1
        services.log_call(
            actor=people.staff("revisitor"), revisit_id=planned.pk, result="reached", answer=Answer(True, 5)
        )
        planned.refresh_from_db()
        assert (planned.state, planned.csat, status(planned)) == ("answered", 5, "archived")
        found = next(c for c in processes.clocks_of(planned.case_id) if c.name == "major_check")
        assert found.state == "kept"


@pytest.mark.django_db
def test_a_major_fault_that_came_back_after_the_archive_becomes_a_ticket_of_rework() -> None:
    with clock.frozen(NOON):
        planned = major()
        ticketing.archived()
    with clock.frozen(NOON + timedelta(days=5)):
        follow_ups.open_planned(clock.now())
        said = Answer(False, 1, None, "昨天又漏水了")
        services.log_call(actor=people.staff("revisitor"), revisit_id=planned.pk, result="reached", answer=said)
        again = tickets.visible_to(SYSTEM).get(order_type="rework")
        assert (again.text, again.customer_id, status(planned)) == ("昨天又漏水了", planned.customer_id, "archived")
        assert list(again.links_out.values_list("target", "kind")) == [(planned.ticket_id, "rework")]


@pytest.mark.django_db
def test_a_reopened_case_withdraws_its_planned_calls() -> None:
    with clock.frozen(NOON):
        planned = major()
        tickets.reopen(actor=SYSTEM, ticket_id=planned.ticket_id, reason="x")
        while deliver_due():
            pass
        planned.refresh_from_db()
        assert planned.state == "no_reply"


@pytest.mark.django_db
def test_a_new_purchase_is_asked_after_a_month() -> None:
    with clock.frozen(NOON):
        policies.publish(SYSTEM, RULES, effective_from=NOON - timedelta(days=900), note="for the test")
        ticketing.solved(ticketing.ticket(org_id=people.centre().pk, order_type="installation").pk)
        while deliver_due():
            pass
        planned = Revisit.objects.get(purpose="purchase")
        assert (planned.sent_at, planned.due_at) == (NOON + timedelta(days=28), NOON + timedelta(days=30))


@pytest.mark.django_db
def test_who_solves_by_hand_can_undo_before_the_customer_is_asked() -> None:
    with clock.frozen(NOON):
        centre = people.centre()
        agent = people.staff("agent", centre)
        kept, undone = (ticketing.ticket(org_id=centre.pk) for _ in range(2))
        for ticket in (kept, undone):
            token = ticketing.solved_by(agent, ticket.pk)
        while deliver_due():
            pass
        assert not Revisit.objects.exists()
        undo.redeem(agent, UUID(token))
    waiting = Job.objects.filter(task__endswith="feedback.jobs.ask")
    assert {job.run_at for job in waiting} == {NOON + undo.WINDOW}
    for ticket in (kept, undone):
        ask.func(str(ticket.pk))
    assert [row.ticket_id for row in Revisit.objects.all()] == [kept.pk]
