"""Dates and times on Wednesday, 2026-11-18 at 09:30. A line: text, then from..to, several with ";"."""

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.engines.language import Interval, analyse

NOW = datetime(2026, 11, 18, 9, 30)
ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent.parent / "testdata" / "times.tsv").read_text(encoding="utf-8").split("\n")[:-1]
]


def wished(text: str, now: datetime = NOW) -> list[str]:
    found = [slot.as_json() for slot in analyse(text, now=now).slots.get("time", ())]
    return [f"{value['from']}..{value['to']}" for value in found if isinstance(value, dict)]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_wished_times(text: str, expected: str) -> None:
    assert ";".join(wished(text)) == expected


@given(st.datetimes(datetime(2025, 1, 1), datetime(2035, 12, 31)), st.sampled_from([row[0] for row in ROWS]))
def test_intervals_never_end_before_they_start(now: datetime, text: str) -> None:
    for slot in analyse(text, now=now).slots.get("time", ()):
        assert isinstance(slot.value, Interval)
        assert slot.value.start <= slot.value.end


def test_workdays_follow_the_calendar() -> None:
    class Holiday:
        def is_workday(self, day: date) -> bool:
            return day.weekday() < 5 and day != date(2026, 11, 20)

    (slot,) = analyse("工作日都行", now=NOW, calendar=Holiday()).slots["time"]
    assert slot.value == Interval(date(2026, 11, 18), date(2026, 11, 19))
