"""Rows that wait for the end of their transaction."""

from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, DataError, IntegrityError, connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext

from anxin.kernel.db import atomic, attempt, is_sqlite, store, store_all, store_values
from anxin.kernel.events.models import Case, EventRecord, PersonalValue
from anxin.kernel.http.models import CreatedOnce
from anxin.kernel.ids import new_id
from anxin.kernel.search.models import Posting
from anxin.kernel.statements import by_key, insert, prepared, update

pytestmark = pytest.mark.django_db
EVENING = datetime(2026, 7, 14, 20, 0, 1, 234567, tzinfo=timezone(timedelta(hours=8)))
ODD = "引号\" 撇' 反\\斜 行\n制\t 🧯 %s {} null"


@prepared
def cases(key: UUID) -> Any:
    return Case.objects.filter(pk=key)


def event(case: Case, seq: int = 1) -> EventRecord:
    return EventRecord(
        name="Rung", subject_type=ODD[:20], subject_id=case.pk, case=case, case_seq=seq, actor_kind="system",
        assurance="verified", occurred_at=EVENING, recorded_at=EVENING,
        payload={ODD: [1, None, 2.5, True, {"词": ODD}]},
    )  # fmt: skip


def personal(of: EventRecord, field: str, value: object) -> PersonalValue:
    return PersonalValue(event=of, field=field, salt=bytes(range(16)), value=value, about=None)


def answer() -> CreatedOnce:
    return CreatedOnce(
        key=new_id().hex, request_hash="", status=201, content_type="text/plain", body=b"\x00\xff'\\",
        created_at=EVENING,
    )  # fmt: skip


def posting(token: int) -> Posting:
    return Posting(kind="bell", object_id=UUID(int=1), token=token)


def test_what_is_stored_is_what_insert_would_have_written() -> None:
    def values(row: Model) -> dict[str, Any]:
        kept = type(row)._base_manager.get(pk=row.pk)
        mine = {field.attname: getattr(kept, field.attname) for field in kept._meta.concrete_fields}
        return {name: bytes(v) if isinstance(v, memoryview) else v for name, v in mine.items()}

    one, other = insert(Case(seq=7)), insert(Case(seq=7))
    rows: list[Model] = [insert(event(one)), insert(answer())]
    with atomic():
        stored: list[Model] = [store(event(other)), store(answer())]
    assert not any(row._state.adding for row in stored)
    own = {"id", "key", "case_id", "subject_id"}
    for was, now in zip(rows, stored, strict=True):
        known, found = values(was), values(now)
        assert {k: v for k, v in found.items() if k not in own} == {k: v for k, v in known.items() if k not in own}
    assert values(stored[0])["occurred_at"] == EVENING
    assert values(stored[1])["body"] == b"\x00\xff'\\"


def test_a_value_that_is_no_object_stays_what_it_is() -> None:
    told = {"text": ODD, "number": 3, "list": [ODD, 1], "nothing": {}}
    with atomic():
        rung = store(event(store(Case())))
        store_all([personal(rung, name, value) for name, value in told.items()])
    kept = PersonalValue.objects.filter(event_id=rung.pk)
    assert {row.field: row.value for row in kept} == told
    assert {bytes(row.salt) for row in kept} == {bytes(range(16))}


def test_all_is_written_together_at_the_end() -> None:
    with CaptureQueriesContext(connection) as made, atomic():
        case = store(Case())
        store_all([event(case, 1), event(case, 2)])
        store(answer())
        store(event(case, 3))
        before = len(made)
    inserts = [query for query in made.captured_queries[before:] if "INSERT" in query["sql"]]
    assert len(inserts) == (3 if is_sqlite() else 1), "on SQLite a statement a model"
    assert EventRecord.objects.filter(case=case).count() == 3


def test_whoever_asks_finds_what_was_stored() -> None:
    with atomic():
        first = store(Case(seq=1))
        assert by_key(Case, first.pk).seq == 1
        second = store(Case(seq=2))
        assert Case.objects.get(pk=second.pk).seq == 2
        third = store(Case(seq=3))
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM kernel_case")
            assert cursor.fetchone() == (3,)
        third.seq = 4
        update(third, "seq")
        fourth = store(Case(seq=5))
        assert len(cases(fourth.pk)) == 1
    assert sorted(Case.objects.values_list("seq", flat=True)) == [1, 2, 4, 5]


def test_what_is_changed_after_it_was_stored_must_be_written_anew() -> None:
    with atomic():
        case = store(Case(seq=1))
        case.seq = 9
    assert Case.objects.get(pk=case.pk).seq == 1


def test_outside_a_transaction_it_is_written_at_once() -> None:
    case = store(Case())
    with CaptureQueriesContext(connection) as made:
        store_values(Case, [])
        store_all([])
    assert Case.objects.filter(pk=case.pk).exists()
    assert not made.captured_queries


def test_what_is_rolled_back_was_never_stored() -> None:
    with pytest.raises(ZeroDivisionError), atomic():
        store(Case())
        raise ZeroDivisionError
    with atomic():
        pass
    assert not Case.objects.exists()


def test_an_attempt_hears_of_a_key_that_is_taken_and_the_rest_stays() -> None:
    insert(posting(1))
    with atomic():
        before = store(Case())
        with pytest.raises(IntegrityError), attempt():
            store(posting(2))
            store(posting(1))
        store(posting(3))
    assert Case.objects.filter(pk=before.pk).exists()
    assert sorted(Posting.objects.values_list("token", flat=True)) == [1, 3]


def test_an_attempt_that_fails_takes_its_own_rows_along() -> None:
    with atomic():
        store(posting(1))
        with pytest.raises(ZeroDivisionError), attempt():
            store(posting(2))
            raise ZeroDivisionError
    assert list(Posting.objects.values_list("token", flat=True)) == [1]


def test_the_transaction_hears_of_a_key_that_is_taken() -> None:
    insert(posting(1))
    with pytest.raises(IntegrityError), atomic():
        store_all([posting(2), posting(1)])
    assert Posting.objects.count() == 1


def test_what_is_too_long_is_never_cut() -> None:
    long = "长" * 500
    try:
        with atomic():
            store(Case())
            store_values(CreatedOnce, [vars(answer()) | {"content_type": long}])
    except DataError:
        assert not CreatedOnce.objects.exists()
    else:
        assert is_sqlite(), "PostgreSQL keeps to the length of the column"
        assert CreatedOnce.objects.get().content_type == long


def test_a_kind_of_value_nobody_foresaw_is_refused() -> None:
    with pytest.raises((TypeError, DatabaseError)), atomic():
        store(Case())
        store_values(CreatedOnce, [vars(answer()) | {"content_type": complex(1)}])
