"""The ledger: order, proof, forgetting, delivery."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from anxin.kernel import clock, events
from anxin.kernel.actor import SYSTEM
from anxin.kernel.db import atomic, attempt, is_sqlite
from anxin.kernel.events import handling, sequencer
from anxin.kernel.events.models import Case, Delivery, EventRecord, LedgerHead, PersonalValue, Seal
from anxin.kernel.events.verification import verify
from anxin.kernel.ids import new_id

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 14, 4, 0, tzinfo=UTC)


@dataclass(frozen=True)
class LampLit(events.Event):
    lamp_id: UUID
    words: Annotated[str, events.Personal]


@dataclass(frozen=True)
class LampPainted(events.Event):
    colour: str


heard: list[tuple[str, int]] = []
failing: set[str] = set()


@events.subscribe(LampLit, name="test.listen")
def listen(event: LampLit, meta: events.EventMeta) -> None:
    if event.words in failing:
        raise RuntimeError(f"cannot bear {event.words}")
    heard.append((event.words, meta.case_seq))


@events.subscribe(LampPainted, name="test.red", when={"colour": "red"})
def see_red(event: LampPainted, meta: events.EventMeta) -> None:
    heard.append((event.colour, meta.case_seq))


@pytest.fixture(autouse=True)
def _quiet() -> None:
    heard.clear()
    failing.clear()


def light_up(case: UUID, words: str) -> None:
    lamp = new_id()
    events.record(LampLit(lamp, words), actor=SYSTEM, subject=("lamp", lamp), case_id=case)


def light(case: UUID, words: str, about: UUID | None = None) -> UUID:
    with transaction.atomic():
        lamp = new_id()
        return events.record(LampLit(lamp, words), actor=SYSTEM, subject=("lamp", lamp), case_id=case, about=about)


def sealed(count: int) -> UUID:
    case = events.new_case()
    for number in range(count):
        light(case, f"word {number}", about=case)
    sequencer.sequence()
    sequencer.seal()
    return case


def test_events_of_a_case_are_numbered_without_gaps_and_read_back_whole() -> None:
    case, other = events.new_case(), events.new_case()
    for words in ("one", "two", "three"):
        light(case, words)
        light(other, words)
    told = events.of_case(case)
    assert [e.case_seq for e in told] == [1, 2, 3]
    assert [e.payload["words"] for e in told] == ["one", "two", "three"]
    assert sequencer.sequence() == 6
    assert set(EventRecord.objects.values_list("position", flat=True)) == {1, 2, 3, 4, 5, 6}


def test_a_case_opened_with_its_events_is_written_once_and_counts_on() -> None:
    with CaptureQueriesContext(connection) as made, atomic():
        case, empty = events.new_case(), events.new_case()
        light(case, "one")
        light(case, "two")
    assert sum("kernel_case" in query["sql"] for query in made) == 1
    assert (Case.objects.get(pk=case).seq, Case.objects.get(pk=empty).seq) == (2, 0)
    light(case, "three")
    assert [event.case_seq for event in events.of_case(case)] == [1, 2, 3]


def test_a_rolled_back_change_leaves_no_event() -> None:
    case = events.new_case()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        light(case, "never")
        raise ZeroDivisionError
    assert events.of_case(case) == []


def test_events_of_a_transaction_are_written_at_its_end_in_order_or_not_at_all() -> None:
    case = events.new_case()
    with atomic():
        light(case, "one")
        with atomic():
            light(case, "two")
        assert not EventRecord.objects.filter(case_id=case).exists()
    assert [(e.case_seq, e.payload["words"]) for e in events.of_case(case)] == [(1, "one"), (2, "two")]
    with pytest.raises(ZeroDivisionError), atomic():
        light(case, "three")
        raise ZeroDivisionError
    with atomic():
        light(case, "before")
        with pytest.raises(ZeroDivisionError), attempt():
            light(case, "lost")
            raise ZeroDivisionError
        light(case, "four")
    assert [(e.case_seq, e.payload["words"]) for e in events.of_case(case)][2:] == [(3, "before"), (4, "four")]


def test_who_reads_a_case_in_its_own_transaction_reads_what_it_just_recorded() -> None:
    case = events.new_case()
    with atomic():
        light(case, "one")
        assert [e.payload["words"] for e in events.of_case(case)] == ["one"]
        light(case, "two")
    assert [e.case_seq for e in events.of_case(case)] == [1, 2]


def test_an_error_swallowed_without_an_attempt_spoils_the_whole_transaction() -> None:
    case = events.new_case()
    with pytest.raises(TransactionManagementError), atomic():
        light(case, "one")
        with suppress(ZeroDivisionError), atomic():
            raise ZeroDivisionError
        events.of_case(case)
    assert events.of_case(case) == []


def test_an_event_committed_late_gets_a_later_position() -> None:
    case = events.new_case()
    early = light(case, "early id, late commit")
    EventRecord.objects.filter(pk=early).update(case_seq=99)
    light(case, "second")
    EventRecord.objects.filter(pk=early).update(position=None)
    sequencer.sequence()
    positions = set(EventRecord.objects.values_list("position", flat=True))
    assert positions == {1, 2}


def _flip(sql: str) -> Callable[[], None]:
    def act() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql)

    return act


@pytest.mark.parametrize(
    ("harm", "bad", "why"),
    [
        (_flip("UPDATE kernel_eventrecord SET name = 'LampStolen' WHERE position = 3"), 3, "ledger.altered"),
        (_flip("DELETE FROM kernel_personalvalue; "), None, None),
        (lambda: EventRecord.objects.filter(position=4).delete(), 4, "ledger.missing"),
        (lambda: EventRecord.objects.filter(position__gte=5).delete(), 5, "ledger.truncated"),
        (lambda: EventRecord.objects.filter(position=2).update(payload={"words": "x"}), 2, "ledger.altered"),
        (lambda: PersonalValue.objects.filter(event__position=3).update(value="lie"), 3, "ledger.personal_differs"),
        (lambda: Seal.objects.update(chain=bytes(32)), 6, "ledger.seal_differs"),
        (lambda: EventRecord.objects.filter(position=5).update(chain=None), 5, "ledger.altered"),
        (lambda: EventRecord.objects.filter(position=5).update(chain=bytes(32)), 5, "ledger.altered"),
        (lambda: EventRecord.objects.filter(position=5).update(position=None), 5, "ledger.missing"),
        (lambda: _insert(7), 7, "ledger.altered"),
    ],
)
def test_verification_names_the_first_bad_record(harm: Callable[[], object], bad: int | None, why: str | None) -> None:
    sealed(6)
    assert verify().ok
    harm()
    verdict = verify()
    assert (verdict.first_bad, verdict.why) == (bad, why)


def _insert(position: int) -> None:
    """A record that nobody recorded, copied from another."""
    row = EventRecord.objects.get(position=6)
    row.pk, row.position, row.case_seq = new_id(), position, 99
    row.save(force_insert=True)


@pytest.mark.parametrize("column", [name for name in sequencer.linked_columns() if name != "payload"])
def test_no_column_can_be_altered(column: str) -> None:
    sealed(3)
    for rows in (PersonalValue, Delivery):  # they name the record
        rows.objects.all().delete()
    row = EventRecord.objects.get(position=2)
    value = getattr(row, column)
    other: dict[type, object] = {str: "x", int: 77, datetime: NOON + timedelta(days=9)}
    case = Case.objects.create().pk
    EventRecord.objects.filter(pk=row.pk).update(
        **{column: case if column == "case_id" else other.get(type(value), new_id())}
    )
    assert (verify().first_bad, verify().why) == (2, "ledger.altered")


def test_a_tail_cut_off_and_written_anew_is_caught_by_an_older_line_of_the_anchor() -> None:
    """Who has the database alone cuts the tail; the house, unsuspecting, writes on and seals again."""
    case = sealed(6)
    kept = EventRecord.objects.get(position=3)
    EventRecord.objects.filter(position__gt=3).delete()
    Seal.objects.all().delete()
    LedgerHead.objects.update(position=3, chain=kept.chain)
    Case.objects.filter(pk=case).update(seq=3)
    for n in range(5):
        light(case, f"anew {n}")
    sequencer.sequence()
    sequencer.seal()
    assert EventRecord.objects.count() == 8
    assert (verify().first_bad, verify().why) == (6, "ledger.anchor_differs")


def test_two_swapped_records_are_noticed() -> None:
    sealed(6)
    rows = EventRecord.objects.filter(position__in=[2, 3]).order_by("position")
    (a, b) = list(rows)
    EventRecord.objects.filter(pk=a.pk).update(position=100)
    EventRecord.objects.filter(pk=b.pk).update(position=2)
    EventRecord.objects.filter(pk=a.pk).update(position=3)
    assert verify().first_bad == 2


def test_a_tail_cut_off_with_head_and_seals_is_caught_by_the_anchor_outside() -> None:
    sealed(6)
    EventRecord.objects.filter(position__gt=3).delete()
    Seal.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE kernel_ledgerhead SET position = 3")
    assert (verify().first_bad, verify().why) == (4, "ledger.truncated")


def test_a_person_is_forgotten_and_the_chain_still_holds() -> None:
    case = sealed(3)
    assert events.redact(case, because="asked by the customer") == 3
    told = events.of_case(case)
    assert [e.payload["words"] for e in told] == [None, None, None]
    assert told[0].redacted == ("words",)
    assert verify().ok


def test_each_subscriber_hears_once_and_in_the_order_of_the_case() -> None:
    case = events.new_case()
    for words in ("a", "b", "c"):
        light(case, words)
    while handling.deliver_due():
        pass
    assert heard == [("a", 1), ("b", 2), ("c", 3)]
    assert handling.deliver_due() == 0


def test_a_narrowed_subscriber_is_owed_only_what_it_asked_for() -> None:
    case = events.new_case()
    with transaction.atomic():
        for colour in ("red", "green", "red"):
            told = LampPainted(colour)
            events.record(told, actor=SYSTEM, subject=("lamp", new_id()), case_id=case)
    assert list(Delivery.objects.values_list("event__case_seq", flat=True)) == [1, 3]
    while handling.deliver_due():
        pass
    assert heard == [("red", 1), ("red", 3)]


def test_a_failing_handler_holds_back_only_its_own_case(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = clock.real_now()
    monkeypatch.setattr(clock, "real_now", lambda: moment)  # what is put off is not due again while this runs
    case, other = events.new_case(), events.new_case()
    failing.add("bad")
    light(case, "bad")
    light(case, "after bad")
    light(other, "fine")
    while handling.deliver_due():
        pass
    assert heard == [("fine", 1)]
    owed = Delivery.objects.get(event__case_id=case, event__case_seq=1)
    assert (owed.attempts, owed.state) == (1, "pending")
    assert "cannot bear bad" in owed.error


def test_a_case_is_handed_over_in_one_transaction_whose_cost_does_not_grow_with_it(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Record: savepoint of the test, number, event, what is owed (on PostgreSQL with the event), release. Deliver: due
    cases, savepoint, owed, personal values, done, release; and once more the due cases."""
    case = events.new_case()
    with clock.frozen(NOON), django_assert_num_queries(6 if is_sqlite() else 4), atomic():
        for words in ("a", "b", "c"):
            light_up(case, words)
    with django_assert_num_queries(7 if is_sqlite() else 8):  # PostgreSQL: does another worker hold some?
        while handling.deliver_due():
            pass
    assert heard == [("a", 1), ("b", 2), ("c", 3)]


def test_a_handler_that_never_works_becomes_a_dead_letter() -> None:
    failing.add("bad")
    light(events.new_case(), "bad")
    for _ in range(handling.MAX_ATTEMPTS):
        Delivery.objects.update(due_at=EventRecord.objects.get().recorded_at)
        handling.deliver_due()
    assert Delivery.objects.get().state == "dead"
