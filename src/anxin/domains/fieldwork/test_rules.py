from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from anxin.domains.fieldwork import rules
from anxin.domains.fieldwork.rules import Job, Person, Stop, exclusion, metres, overlap, travel_minutes

DAY = date(2026, 7, 14)
NINE = datetime(2026, 7, 14, 1, 0, tzinfo=UTC)
SHIFT = (NINE, NINE + timedelta(hours=9))
WINDOW = (NINE + timedelta(hours=1), NINE + timedelta(hours=3))
JOB = Job("gas_heater", 1, False, frozenset({"gas"}), 60, DAY, WINDOW, 120.10, 30.28)
CHEN = Person(UUID(int=1), 2, {"gas": DAY}, SHIFT, (), (), 0, "ebike", 120.10, 30.28)


def rule(person: Person, job: Job = JOB) -> tuple[str, str, str] | None:
    found = exclusion(job, person, 8)
    return (found.rule, found.source, found.reason.code) if found else None


def test_an_able_engineer_is_not_excluded() -> None:
    assert rule(CHEN) is None


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"certificates": {}}, ("certificate", "law", "order.no_certificate")),
        ({"certificates": {"gas": date(2026, 7, 13)}}, ("certificate", "law", "order.certificate_expired")),
        ({"away": ((NINE, NINE + timedelta(hours=2)),)}, ("absence", "law", "order.absent")),
        ({"shift": None}, ("shift", "brand", "order.no_shift")),
        ({"shift": (NINE + timedelta(hours=2), SHIFT[1])}, ("shift", "brand", "order.outside_shift")),
        (
            {"stops": (Stop((WINDOW[1] - timedelta(minutes=1), SHIFT[1]), 60, None, None),)},
            ("busy", "law", "order.busy"),
        ),
        ({"level": 0}, ("level", "brand", "order.level_too_low")),
        ({"visits": 8}, ("load", "brand", "order.day_full")),
    ],
)
def test_each_hard_rule_excludes(change: dict[str, object], expected: tuple[str, str, str]) -> None:
    assert rule(replace(CHEN, **change)) == expected  # type: ignore[arg-type]


def test_a_certificate_that_ends_today_still_holds_and_one_that_expired_this_morning_does_not() -> None:
    assert rule(CHEN) is None
    assert rule(CHEN, replace(JOB, day=DAY + timedelta(days=1))) == (
        "certificate",
        "law",
        "order.certificate_expired",
    )


def test_high_end_devices_need_the_senior_level() -> None:
    high_end = replace(JOB, level=3, high_end=True)
    assert rule(CHEN, high_end) == ("level", "brand", "order.high_end_level")
    assert rule(replace(CHEN, level=3), high_end) is None


def test_the_law_is_named_before_the_brand() -> None:
    assert rule(replace(CHEN, certificates={}, level=0)) == ("certificate", "law", "order.no_certificate")


def test_half_open_periods_touch_without_overlapping() -> None:
    assert not overlap((NINE, WINDOW[0]), WINDOW)
    assert overlap((NINE, WINDOW[0] + timedelta(seconds=1)), WINDOW)


def test_distance_of_one_degree_of_latitude() -> None:
    assert metres((120.0, 30.0), (120.0, 31.0)) == 111195
    assert travel_minutes((120.0, 30.0), (120.0, 30.0), "car") == 3
    assert rules.metres((None, 30.0), (120.0, 30.0)) is None
