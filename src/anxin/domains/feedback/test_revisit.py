"""The revisit: a link to all, calls by rule, and what an answer does to the case."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from anxin.domains.people import testing as people
from anxin.domains.tickets import public as tickets
from anxin.domains.tickets import testing as ticketing
from anxin.kernel import clock, policies
from anxin.kernel.actor import SYSTEM
from anxin.kernel.errors import Conflict, Invalid, NotFound
from anxin.kernel.events.handling import deliver_due

from . import rules, services
from .models import Revisit
from .rules import RevisitFacts, RevisitRules
from .services import Answer

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
        (RevisitFacts(UUID(int=1), "silver", "repair", "visit", 0, True, 1), ["revisit.call_pressed"]),
    ],
)
def test_who_is_called_and_why(facts: RevisitFacts, codes: list[str]) -> None:
    assert [reason.code for reason in rules.call_reasons(facts, RULES)] == codes


def solved(**policy: object) -> Revisit:
    """A ticket solved by an answer, its revisit sent."""
    published = RULES.model_copy(update=policy)
    policies.publish(SYSTEM, published, effective_from=NOON - timedelta(days=900), note="for the test")
    centre = people.centre()
    ticketing.solved(ticketing.ticket(org_id=centre.pk).pk)
    while deliver_due():
        pass
    return Revisit.objects.get()


def token(row: Revisit) -> str:
    return services.rating_path(row).removeprefix("/r/")


def status(row: Revisit) -> str:
    return tickets.context(row.ticket_id).status


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
def test_a_forged_link_opens_nothing() -> None:
    with clock.frozen(NOON):
        row = solved()
        with pytest.raises(NotFound):
            services.answer_by_link(token=token(row)[:-4] + "AAAA", answer=Answer(True, 5))
        assert status(row) == "solved"


@pytest.mark.django_db
def test_without_an_answer_the_revisit_ends_after_its_days() -> None:
    with clock.frozen(NOON):
        row = solved()
    with clock.frozen(NOON + timedelta(days=2, hours=23)):
        assert services.end_unanswered() == 0
    with clock.frozen(NOON + timedelta(days=3)):
        assert services.end_unanswered() == 1
        row.refresh_from_db()
        assert (row.state, status(row)) == ("no_reply", "closed")


@pytest.mark.django_db
def test_a_caller_of_another_centre_cannot_log_a_call() -> None:
    with clock.frozen(NOON):
        row = solved()
        stranger = people.staff("revisitor", people.centre("上海服务中心"))
        with pytest.raises(NotFound):
            services.log_call(actor=stranger, revisit_id=row.pk, result="no_answer")
        assert row.calls.count() == 0
