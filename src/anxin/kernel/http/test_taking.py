"""What leaves the house is told, and too much of it rings once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from anxin.kernel import clock, events, policies
from anxin.kernel.actor import ANONYMOUS, SYSTEM, Actor, ActorKind
from anxin.kernel.events.models import EventRecord
from anxin.kernel.http import taking
from anxin.kernel.http.taking import Taking, exported, paged

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> Iterator[Actor]:
    policies.publish(SYSTEM, Taking(rows_a_file=100, rows_a_day=1000), effective_from=clock.now(), note="test")
    taking._held.clear()
    taking._seen.clear()
    with clock.frozen(clock.now()):
        yield Actor(kind=ActorKind.PERSON, id=events.new_case())


def told() -> list[tuple[str, dict[str, Any]]]:
    rows = EventRecord.objects.order_by("case_seq").values_list("name", "payload")
    return [(name, {k: v for k, v in payload.items() if k != "user_id"}) for name, payload in rows]


def turned(actor: Actor, what: str, rows: int = 100) -> None:
    paged(actor, what, range(rows), on_screen=False)


def alarms() -> list[tuple[str, int]]:
    return [(payload["rule"], payload["rows"]) for name, payload in told() if name == "TooMuchTaken"]


def test_every_file_is_told_and_one_row_too_many_is_an_alarm(me: Actor) -> None:
    exported(me, "lamps", 100, "csv")
    exported(replace(me, only_verbs=frozenset({"lamp.see"})), "lamps", 101, "xlsx")
    assert told() == [
        ("RowsExported", {"what": "lamps", "rows": 100, "format": "csv", "way": "session"}),
        ("RowsExported", {"what": "lamps", "rows": 101, "format": "xlsx", "way": "key"}),
        ("TooMuchTaken", {"what": "lamps", "rule": "file", "rows": 101, "limit": 100, "way": "key"}),
    ]


def test_many_small_files_ring_once_a_day(me: Actor) -> None:
    for _ in range(10):
        exported(me, "lamps", 100, "csv")
    assert alarms() == []  # 1000 of 1000
    exported(me, "lamps", 1, "csv")
    exported(me, "lamps", 90, "csv")
    assert alarms() == [("day", 1001)]


def test_a_new_day_counts_anew(me: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    start = clock.real_now()
    monkeypatch.setattr(clock, "real_now", lambda: start)
    for _ in range(10):
        exported(me, "lamps", 100, "csv")
    monkeypatch.setattr(clock, "real_now", lambda: start + timedelta(days=1))
    for _ in range(10):
        exported(me, "lamps", 100, "csv")
    assert alarms() == []
    exported(me, "lamps", 1, "csv")
    assert alarms() == [("day", 1001)]


def test_turned_pages_count_with_the_files_in_portions(me: Actor, django_assert_num_queries: Any) -> None:
    exported(me, "lamps", 100, "csv")
    with django_assert_num_queries(0):
        for _ in range(4):
            turned(me, "lamps")
    turned(me, "lamps")
    for _ in range(5):
        turned(me, "shades")
    assert alarms() == [("day", 1100)]
    assert told()[-1][1]["what"] == "shades"


def test_each_is_counted_alone_and_customers_are_not(me: Actor) -> None:
    other = replace(me, id=events.new_case())
    for _ in range(9):
        turned(me, "lamps")
        turned(other, "lamps")
        turned(replace(me, kind=ActorKind.CUSTOMER), "lamps", 1000)
        turned(ANONYMOUS, "lamps", 1000)
    assert alarms() == []


def test_first_pages_under_one_filter_after_another_are_counted_once_a_row(
    me: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = clock.real_now()
    monkeypatch.setattr(clock, "real_now", lambda: start)
    for first in range(0, 1000, 100):
        for _ in range(20):  # the screen reads anew
            paged(me, "lamps", range(first, first + 100), on_screen=True)
    assert alarms() == []  # 1000 of 1000
    for first in range(1000, 1500, 100):
        paged(me, "lamps", range(first, first + 100), on_screen=True)
    assert alarms() == [("day", 1500)]


def test_the_same_rows_on_screen_count_again_the_next_day(me: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    start = clock.real_now()
    for day in range(2):
        monkeypatch.setattr(clock, "real_now", lambda day=day: start + timedelta(days=day))
        paged(me, "lamps", range(499), on_screen=True)
        assert taking._held[me.id or events.new_case()] == (499 if day == 0 else 0)  # 998: a portion was written down


def test_more_than_is_remembered_counts_as_often_as_it_is_read(me: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "REMEMBERED", 600)
    for _ in range(2):
        paged(me, "lamps", range(700), on_screen=True)
    assert alarms() == [("day", 1400)]
