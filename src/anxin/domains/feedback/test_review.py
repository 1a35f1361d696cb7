"""The completion review: what the rules see, and what a person decides."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import transaction

from anxin.domains.fieldwork import testing as field
from anxin.domains.fieldwork.public import VisitFacts, order_card
from anxin.domains.people import testing as people
from anxin.domains.processes import public as processes
from anxin.domains.tickets import public as tickets
from anxin.domains.tickets import testing as ticketing
from anxin.kernel import clock, policies
from anxin.kernel.actor import SYSTEM, Actor
from anxin.kernel.errors import Conflict, Invalid, NotFound
from anxin.kernel.events.handling import deliver_due
from anxin.kernel.ids import new_id

from . import rules, services
from .models import Review, Revisit
from .rules import Answer, ReviewRules

NOON = datetime(2026, 7, 14, 4, tzinfo=UTC)
CLEAN = VisitFacts(
    order_id=UUID(int=1),
    visit_id=UUID(int=2),
    engineer_id=UUID(int=3),
    arrived_at=NOON,
    finished_at=NOON + timedelta(minutes=40),
    distance_m=60,
    accuracy_m=20,
    place_accuracy_m=30,
    scanned_serial="AX1",
    scan_match=True,
    photos=5,
    reused_photos=(),
    signed=True,
    unsigned_reason="",
    signed_orders=1,
    visits=1,
)
RULES = ReviewRules(sample_per_mille=0)


def hits(**changes: object) -> list[str]:
    return [hit.code for hit in rules.review_hits(replace(CLEAN, **changes), RULES)]  # type: ignore[arg-type]


def test_a_clean_visit_passes_by_rule() -> None:
    assert hits() == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"distance_m": 551}, "review.far_away"),
        ({"finished_at": NOON + timedelta(minutes=4, seconds=59)}, "review.too_short"),
        ({"reused_photos": (UUID(int=9),)}, "review.photo_seen"),
        ({"scan_match": False}, "review.serial_differs"),
        ({"signed_orders": 10}, "review.one_phone"),
        ({"signed": False, "unsigned_reason": "absent"}, "review.unsigned"),
    ],
)
def test_each_rule_fires_at_its_value(changes: dict[str, object], code: str) -> None:
    assert hits(**changes) == [code]


@pytest.mark.parametrize(
    "changes",
    [
        {"distance_m": 550},  # 500 m and the inaccuracy of both places
        {"finished_at": NOON + timedelta(minutes=5)},
        {"signed_orders": 9},
        {"distance_m": None},
        {"distance_m": 1800, "place_accuracy_m": 1500},  # a home known only to its street accuses nobody
    ],
)
def test_and_not_before(changes: dict[str, object]) -> None:
    assert hits(**changes) == []


def test_a_sample_of_clean_visits_is_drawn_the_same_whenever_asked() -> None:
    drawn = [
        bool(rules.review_hits(replace(CLEAN, visit_id=UUID(int=n)), ReviewRules(sample_per_mille=100)))
        for n in range(2000)
    ]
    again = [
        bool(rules.review_hits(replace(CLEAN, visit_id=UUID(int=n)), ReviewRules(sample_per_mille=100)))
        for n in range(2000)
    ]
    assert drawn == again
    assert 140 < sum(drawn) < 260


@pytest.fixture
def house() -> Iterator[field.House]:
    """A house at work, the clock held at its morning."""
    policies.publish(SYSTEM, RULES, effective_from=NOON - timedelta(days=900), note="no sample in tests")
    with clock.frozen(field.MORNING):
        yield field.house()


def heard() -> None:
    while deliver_due():
        pass


def odd_visit(house: field.House) -> Review:
    """A visit of two minutes, completed: queued by the rules."""
    field.completed(house)
    heard()
    return Review.objects.get()


@pytest.mark.django_db
def test_a_visit_of_no_minutes_waits_for_a_person_and_closes_when_passed(house: field.House) -> None:
    review = odd_visit(house)
    assert (review.state, [h["code"] for h in review.hits]) == ("queued", ["review.too_short"])
    assert order_card(review.order_id).status == "completed"
    reviewer = people.staff("reviewer", house.centre)
    services.pass_review(actor=reviewer, review_id=review.pk, note="seen")
    assert order_card(review.order_id).status == "closed"
    with pytest.raises(Conflict):
        services.reject_review(actor=reviewer, review_id=review.pk, reason="too late")
    assert Review.objects.get().state == "passed"


@pytest.mark.django_db
def test_a_rejected_order_goes_back_to_its_outlet(house: field.House) -> None:
    review = odd_visit(house)
    reviewer = people.staff("reviewer", house.centre)
    with pytest.raises(Invalid):
        services.reject_review(actor=reviewer, review_id=review.pk, reason=" ")
    assert Review.objects.get().state == "queued"
    services.reject_review(actor=reviewer, review_id=review.pk, reason="photos of another machine")
    assert order_card(review.order_id).status == "accepted"


@pytest.mark.django_db
def test_hearing_of_the_completion_twice_makes_one_review(house: field.House) -> None:
    review = odd_visit(house)
    services.review_visit(order_id=review.order_id)
    assert Review.objects.count() == 1


@pytest.mark.django_db
def test_a_reviewer_of_another_centre_sees_no_such_review(house: field.House) -> None:
    review = odd_visit(house)
    stranger: Actor = people.staff("reviewer", people.centre("上海服务中心"))
    with pytest.raises(NotFound):
        services.pass_review(actor=stranger, review_id=review.pk)
    with pytest.raises(NotFound):
        services.pass_review(actor=stranger, review_id=new_id())
    assert Review.objects.get().state == "queued"


@pytest.mark.django_db
def test_what_the_rules_closed_can_be_sent_back_and_done_again(house: field.House) -> None:
    policies.publish(SYSTEM, ReviewRules(sample_per_mille=0, min_minutes=0), effective_from=clock.now(), note="test")
    review = odd_visit(house)
    ticket_id = order_card(review.order_id).ticket_id
    assert (review.state, order_card(review.order_id).status) == ("auto_passed", "closed")
    assert tickets.context(ticket_id).status == "solved"
    reviewer = people.staff("reviewer", house.centre)
    with pytest.raises(Conflict):
        services.pass_review(actor=reviewer, review_id=review.pk)
    services.reject_review(actor=reviewer, review_id=review.pk, reason="photos of another machine")
    heard()
    assert (Review.objects.get().state, order_card(review.order_id).status) == ("rejected", "accepted")
    assert tickets.context(ticket_id).status == "open"
    assert list(Revisit.objects.values_list("state", flat=True)) == ["no_reply"]
    visit = field.again(house, review.order_id)
    assert [order_card(visit.order_id).status, tickets.context(ticket_id).status] == ["completed", "open"]
    heard()
    assert [order_card(visit.order_id).status, tickets.context(ticket_id).status] == ["closed", "solved"]


@pytest.mark.django_db
def test_an_archived_case_stays_as_it_is(house: field.House) -> None:
    policies.publish(SYSTEM, ReviewRules(sample_per_mille=0, min_minutes=0), effective_from=clock.now(), note="test")
    review = odd_visit(house)
    ticket_id = order_card(review.order_id).ticket_id
    for check in ("acknowledged", "human_joined"):
        processes.satisfy(actor=SYSTEM, case_id=review.case_id, check=check)
    services.answer_by_link(
        token=services.rating_path(Revisit.objects.get()).split("/")[-1], answer=Answer(solved=True)
    )
    ticketing.archived()
    assert tickets.context(ticket_id).status == "archived"
    with pytest.raises(Conflict), transaction.atomic():
        services.reject_review(actor=people.staff("reviewer", house.centre), review_id=review.pk, reason="too late")
    assert (Review.objects.get().state, order_card(review.order_id).status) == ("auto_passed", "closed")
