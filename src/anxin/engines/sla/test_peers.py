"""Clock bugs that peers really shipped (faults.md F5), each as one line of a story told to our clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from anxin.engines import sla

NINE_TO_FIVE = (sla.Period(9 * 3600, 17 * 3600),)
WITH_LUNCH = (sla.Period(9 * 3600, 12 * 3600), sla.Period(13 * 3600, 18 * 3600))
WEEK = (NINE_TO_FIVE,) * 5 + ((), ())
HOUR = 3600
NO_DAYS = sla.Holidays(years=frozenset({2026}))
RULES = sla.ClockRules(
    pauses={"hold": sla.PauseRule("hold", frozenset({"complete"}), 400 * sla.DAY, 400 * sla.DAY, frozenset({"call"}))},
    ladder={"complete": (sla.Step("warn", 100, -HOUR), sla.Step("due"))},
)


def at(text: str, zone: str = "Asia/Shanghai") -> int:
    return int(datetime.fromisoformat(f"2026-{text}").replace(tzinfo=ZoneInfo(zone)).timestamp())


def calendar(zone: str = "Asia/Shanghai", week: tuple[sla.Periods, ...] = WEEK) -> dict[str, sla.Timeline]:
    return {"week": sla.Timeline(sla.Calendar("week", zone, week, NO_DAYS))}


def clock(
    start: int,
    hours: float,
    *holds: tuple[int, int | None],
    stop: int | None = None,
    promises: tuple[sla.Promise, ...] = (),
) -> sla.ClockFacts:
    marks = [sla.Mark(sla.MarkKind.STARTED, start)]
    if stop is not None:
        marks.append(sla.Mark(sla.MarkKind.STOPPED, stop))
    promise = sla.Promise("p", "standard", "complete", "week", int(hours * HOUR))
    call = (sla.Evidence("call", "c1"),)
    pauses = tuple(sla.Pause(f"h{n}", "hold", a, b, "agent", call) for n, (a, b) in enumerate(holds))
    return sla.ClockFacts("complete", tuple(marks), promises or (promise,), {}, pauses)


def read(facts: sla.ClockFacts, lines: dict[str, sla.Timeline], now: int) -> sla.Reading:
    reading = sla.evaluate(facts, RULES, lines, now).reading
    assert reading is not None
    return reading


@pytest.mark.parametrize("viewer", ["Asia/Kolkata", "Asia/Riyadh", "America/New_York", "Pacific/Chatham"])
def test_frappe_3776_the_viewers_zone_does_not_move_a_due_time(viewer: str) -> None:
    start = at("03-02 10:00", "Asia/Riyadh")
    reading = read(clock(start, 0.5), calendar("Asia/Riyadh"), start + 1)
    assert reading.due == start + 1800
    assert reading.kept is None
    assert datetime.fromtimestamp(reading.due, ZoneInfo(viewer)).timestamp() == start + 1800


def test_erpnext_38745_a_new_clock_has_not_failed() -> None:
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Shanghai"):
        start = at("06-03 09:00", zone)
        assert read(clock(start, 1), calendar(zone), start).kept is None


def test_frappe_3776_stopped_straight_from_a_pause_the_hold_does_not_count() -> None:
    start, stop = at("02-02 10:00"), at("08-03 12:00")
    reading = read(clock(start, 8, (at("02-02 11:00"), None), stop=stop), calendar(), at("08-03 12:00"))
    assert reading.used == HOUR
    assert reading.kept is True


def test_frappe_2449_created_on_a_day_off_the_hold_takes_its_working_part_only() -> None:
    start = at("03-07 20:00")  # Saturday night
    reading = read(clock(start, 8, (start, at("03-09 10:00"))), calendar(), start)
    assert reading.due == at("03-10 10:00")


def test_erpnext_49414_a_hold_over_night_moves_nothing() -> None:
    reading = read(clock(at("03-02 09:00"), 8, (at("03-02 17:00"), at("03-03 09:00"))), calendar(), at("03-03 09:00"))
    assert reading.due == at("03-02 17:00")


def test_glpi_10594_pending_over_the_weekend_adds_no_time() -> None:
    start = at("03-06 16:00")  # Friday
    reading = read(clock(start, 8, (at("03-06 17:00"), at("03-09 09:00"))), calendar(), at("03-09 09:00"))
    assert reading.due == at("03-09 16:00")


def test_glpi_15429_a_warning_before_due_on_a_custom_calendar_does_not_fire_at_creation() -> None:
    start = at("03-06 16:30")
    reading = read(clock(start, 4), calendar(), start)
    assert [(rung.key, rung.at, rung.fired) for rung in reading.ladder] == [
        ("warn", at("03-09 11:30"), False),
        ("due", at("03-09 12:30"), False),
    ]
    short = read(clock(start, 0.5), calendar(), start)
    assert [rung.key for rung in short.ladder] == ["due"]


def test_glpi_6902_15605_another_promise_keeps_the_pause() -> None:
    start, held = at("03-02 09:00"), (at("03-02 10:00"), at("03-02 12:00"))
    urgent = sla.Promise("urgent", "urgency", "complete", "week", 4 * HOUR)
    before = read(clock(start, 8, held), calendar(), at("03-02 12:00"))
    after = read(clock(start, 8, held, promises=(urgent,)), calendar(), at("03-02 12:00"))
    assert (before.due, after.due) == (at("03-03 11:00"), at("03-02 15:00"))
    assert before.used == after.used == HOUR


def test_frappe_2449_an_edited_holiday_replays_open_clocks_but_never_loosens_what_was_told() -> None:
    facts = clock(at("03-06 16:00"), 2)
    closed = sla.Holidays({date(2026, 3, 9): "盘点"}, years=frozenset({2026}))
    edited = {"week": sla.Timeline(sla.Calendar("week", "Asia/Shanghai", WEEK, closed))}
    now = at("03-06 16:00")
    assert read(facts, calendar(), now).due == at("03-09 10:00")
    assert read(facts, edited, now).due == at("03-10 10:00")
    told = sla.Promise("told", "standard", "complete", "week@1", 2 * HOUR, told=True)
    both = {"week@1": calendar()["week"], "week": edited["week"]}
    assert read(clock(now, 2, promises=(*facts.promises, told)), both, now).due == at("03-09 10:00")


def test_frappe_2212_lunch_does_not_count() -> None:
    lines = calendar(week=(WITH_LUNCH,) * 7)
    assert read(clock(at("03-02 12:10"), 0.5), lines, at("03-02 12:10")).due == at("03-02 13:30")


def test_the_servers_clock_goes_back_an_hour_nothing_is_late_and_nothing_is_negative() -> None:
    start = at("03-02 10:00")
    reading = read(clock(start, 1), calendar(), start - HOUR)
    assert (reading.used, reading.remaining, reading.kept) == (0, HOUR, None)
    assert not any(rung.fired for rung in reading.ladder)


def test_a_year_without_a_table_computes_on_and_warns() -> None:
    start = int(datetime(2026, 12, 31, 16, tzinfo=ZoneInfo("Asia/Shanghai")).timestamp())
    reading = read(clock(start, 2), calendar(), start)
    assert reading.due == int(datetime(2027, 1, 1, 10, tzinfo=ZoneInfo("Asia/Shanghai")).timestamp())
    assert reading.unsure_years == ((2027, "holiday_table_missing"),)
