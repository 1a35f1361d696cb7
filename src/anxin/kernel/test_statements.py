from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError
from django.db.models import Model, QuerySet
from django.db.models.signals import post_init
from pytest_django import DjangoAssertNumQueries

from anxin.kernel.db import atomic, store_values
from anxin.kernel.events.models import Case, EventRecord
from anxin.kernel.http.models import CreatedOnce
from anxin.kernel.ids import new_id
from anxin.kernel.search.models import Posting
from anxin.kernel.statements import by_key, follow, insert, insert_all, prepared, update

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)


def event(case: Case, seq: int, actor: UUID | None = None) -> EventRecord:
    return EventRecord(
        name="Rung", subject_type="bell", subject_id=case.pk, case=case, case_seq=seq, actor_kind="system",
        actor_id=actor, assurance="verified", occurred_at=NOON, recorded_at=NOON, payload={"词": [seq, None]},
    )  # fmt: skip


@prepared
def of_case(case_id: UUID, actor_id: UUID | None) -> QuerySet[EventRecord]:
    rows = EventRecord.objects.filter(case_id=case_id, actor_id=actor_id, name="Rung")
    return rows.select_related("case").order_by("case_seq")


@prepared
def numbers(cases: list[UUID], since: datetime) -> QuerySet[EventRecord, int]:
    rows = EventRecord.objects.filter(case_id__in=cases, occurred_at__gte=since).order_by("case_seq")
    return rows.values_list("case_seq", flat=True)


@prepared
def tokens(kind: str, objects: tuple[UUID, ...]) -> QuerySet[Posting, tuple[UUID, int]]:
    return Posting.objects.filter(kind=kind, object_id__in=objects).order_by("token").values_list("object_id", "token")


@prepared
def of_words(words: str) -> QuerySet[EventRecord]:
    return EventRecord.objects.filter(name__contains=words)


def test_what_is_inserted_is_what_django_reads() -> None:
    case, actor = insert(Case()), new_id()
    insert_all([event(case, 1), event(case, 2, actor)])
    first, second = EventRecord.objects.order_by("case_seq")
    assert (first.payload, first.occurred_at, first.actor_id, first.position) == ({"词": [1, None]}, NOON, None, None)
    assert (second.case_id, second.actor_id, second.chain) == (case.pk, actor, None)
    insert_all([])
    assert not case._state.adding and case.seq == 0


def test_values_are_written_without_an_object_and_none_of_them_is_guessed() -> None:
    case = new_id()
    store_values(Case, [{"id": case, "seq": 3}])
    assert Case.objects.get(pk=case).seq == 3
    with pytest.raises(KeyError):
        store_values(Case, [{"id": new_id()}])
    assert Case.objects.count() == 1


def test_a_time_of_another_zone_is_stored_as_the_same_instant() -> None:
    row = event(insert(Case()), 1)
    row.occurred_at = NOON.astimezone(timezone(timedelta(hours=8)))
    insert(row)
    (kept,) = EventRecord.objects.filter(occurred_at=NOON)
    assert kept.occurred_at.isoformat() == "2026-07-14T12:00:00+00:00"


def test_many_rows_go_in_several_statements(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    one = new_id()
    with django_assert_num_queries(2):  # 900 values a statement, three a row, the key the database's
        insert_all([Posting(kind="bell", object_id=one, token=n) for n in range(301)])
    assert tokens("bell", (one,)) == [(one, n) for n in range(301)]


def test_what_a_unique_key_holds_already_is_left_out_where_asked() -> None:
    one = new_id()
    insert(Posting(kind="bell", object_id=one, token=1))
    insert_all([Posting(kind="bell", object_id=one, token=n) for n in (1, 2)], unless_there=True)
    assert tokens("bell", (one,)) == [(one, 1), (one, 2)]
    with pytest.raises(IntegrityError), atomic():
        insert(Posting(kind="bell", object_id=one, token=2))


def test_what_a_row_points_to_is_read_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    insert(event(insert(Case(seq=4)), 1))
    row = EventRecord.objects.get()
    with django_assert_num_queries(1):
        follow(row, "case")
        follow(row, "case")
        assert row.case.seq == 4


def test_a_row_is_found_by_its_key_or_missed_as_django_misses_it() -> None:
    case = insert(Case())
    assert by_key(Case, case.pk) == case
    with pytest.raises(Case.DoesNotExist):
        by_key(Case, new_id())


def test_update_writes_the_named_fields_alone() -> None:
    case = insert(Case())
    row = insert(event(case, 1))
    row.name, row.payload, row.case_seq = "Struck", {"n": 7}, 9
    update(row, "name", "payload")
    row.refresh_from_db()
    assert (row.name, row.payload, row.case_seq) == ("Struck", {"n": 7}, 1)
    with pytest.raises(DatabaseError):
        update(event(case, 2), "name")


def test_a_prepared_query_answers_as_the_query_itself(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    case, other, actor = insert(Case()), insert(Case(seq=3)), new_id()
    insert_all([event(case, 2), event(case, 1), event(other, 1), event(other, 5, actor)])
    with django_assert_num_queries(3):
        assert [row.case_seq for row in of_case(case.pk, None)] == [1, 2]
        assert [row.case_seq for row in of_case(other.pk, None)] == [1]
        (found,) = of_case(other.pk, actor)
        assert (found.case.seq, found.payload, found.recorded_at) == (3, {"词": [5, None]}, NOON)
    assert numbers([case.pk, other.pk], NOON) == [1, 1, 2, 5]
    assert numbers([other.pk], NOON) == [1, 5]
    assert numbers([other.pk], NOON.replace(hour=13)) == []


def test_an_object_is_made_as_django_makes_it() -> None:
    insert(event(insert(Case(seq=4)), 1, new_id()))
    by_django = EventRecord.objects.select_related("case").defer("payload").get()
    (made,) = with_less(by_django.case_id)
    assert without_state(made) == without_state(by_django)
    assert without_state(made.case) == without_state(by_django.case)
    assert not made._state.adding and made._state.db == by_django._state.db
    assert made.get_deferred_fields() == {"payload"} and made.payload == {"词": [1, None]}
    made.case_seq = 7
    made.save(update_fields=["case_seq"])
    made.refresh_from_db()
    assert made.case_seq == 7


def without_state(row: Model) -> dict[str, object]:
    return {name: value for name, value in vars(row).items() if name != "_state"}


@prepared
def with_less(case_id: UUID) -> QuerySet[EventRecord]:
    return EventRecord.objects.filter(case_id=case_id).select_related("case").defer("payload")


def test_a_model_somebody_listens_to_is_left_to_django() -> None:
    def heard(**about: object) -> None: ...

    post_init.connect(heard, sender=Posting)
    try:
        with pytest.raises(TypeError, match="Posting"):
            whole("bell")
    finally:
        post_init.disconnect(heard, sender=Posting)
    assert whole("bell") == []


@prepared
def whole(kind: str) -> QuerySet[Posting]:
    return Posting.objects.filter(kind=kind)


def test_what_cannot_be_prepared_is_refused_at_once() -> None:
    with pytest.raises(ValidationError):
        of_case(str(new_id()), None)  # type: ignore[arg-type]  # a text is no id
    with pytest.raises(TypeError):
        of_words("Ru")  # %Ru% is not the value
    with pytest.raises(TypeError):
        numbers([new_id()], True)  # type: ignore[arg-type]


def test_bytes_and_texts_pass() -> None:
    kept = insert(
        CreatedOnce(key="k", request_hash="h", status=200, content_type="", body=b"\x00\xff", created_at=NOON)
    )
    assert bytes(CreatedOnce.objects.get(pk=kept.pk).body) == b"\x00\xff"
