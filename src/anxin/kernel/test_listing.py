from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from anxin.kernel.events.models import Case, EventRecord
from anxin.kernel.ids import new_id
from anxin.kernel.statements import Listing, Order, insert_all

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)
APART = ("case_id__in", "name__in")
NAMES = frozenset({"Rung", "Struck"})


@pytest.fixture
def cases() -> list[UUID]:
    """Three cases of eight events; two events each at the same time, every third without a position."""
    made = [Case() for _ in range(3)]
    insert_all(made)
    insert_all(
        [
            EventRecord(
                name=("Rung", "Struck", "Muffled")[seq % 3], subject_type="bell", subject_id=case.pk, case=case,
                case_seq=seq, actor_kind="system", assurance="verified", occurred_at=NOON + timedelta(hours=seq // 2),
                recorded_at=NOON, payload={}, position=None if seq % 3 == 0 else 10 * seq + place,
            )
            for place, case in enumerate(made)
            for seq in range(8)
        ]
    )  # fmt: skip
    return [case.pk for case in made]


@pytest.mark.parametrize("column", ["occurred_at", "position", "case__seq"])
@pytest.mark.parametrize("down", [True, False])
def test_the_first_rows_are_those_django_finds_in_that_order(cases: list[UUID], column: str, down: bool) -> None:
    lookups = (("case_id__in", frozenset(cases[:2])), ("name__in", NAMES), ("actor_id", None))
    listing = Listing(EventRecord, lookups, apart=APART)
    by = F(column).desc(nulls_last=True) if down else F(column).asc(nulls_last=True)
    expected = list(listing.rows().order_by(by, "-pk" if down else "pk").values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as asked:
        assert list(listing.first(Order(column, down), 7)) == expected[:7]
    assert len(expected) == 12 and len(asked) == 1 and asked[0]["sql"].count("UNION ALL") == 3
    assert list(Listing(EventRecord, listing.lookups).first(Order(column, down), 100)) == expected


def test_rows_are_counted_no_further_than_asked(cases: list[UUID]) -> None:
    listing = Listing(EventRecord, (("case_id__in", frozenset(cases)), ("name", "Rung")), apart=APART)
    assert (listing.count(100), listing.count(4)) == (9, 4)
    assert Listing(EventRecord, ()).count(100) == 24


def test_too_many_branches_are_sorted_instead(cases: list[UUID]) -> None:
    many = frozenset([*cases, *(new_id() for _ in range(10))])  # of two names each
    listing = Listing(EventRecord, (("case_id__in", many), ("name__in", NAMES)), apart=APART)
    with CaptureQueriesContext(connection) as asked:
        assert len(listing.first(Order("occurred_at", True), 100)) == 18
    assert "UNION" not in asked[0]["sql"]


def test_where_nothing_may_be_nothing_is_asked(
    cases: list[UUID], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    listing = Listing(EventRecord, (("case_id__in", frozenset[UUID]()), ("name", "Rung")), apart=APART)
    with django_assert_num_queries(0):
        assert listing.first(Order("occurred_at", True), 7) == ()
        assert listing.count(7) == 0
