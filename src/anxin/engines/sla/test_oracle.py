"""The engine against a second-by-second count: 20,480 generated clocks, every figure equal.

The oracle shares no code with the engine: it asks the tz database for the wall time of every minute, marks
each second of an era open or closed, strikes out the pauses and counts seconds one by one (numpy arrays).
"""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from anxin.engines import sla

Mask = np.ndarray[tuple[int], np.dtype[np.bool_]]
ERA_DAYS = 26
CASES_PER_SEED = 640
SEEDS = range(32)

SPRING_FESTIVAL = {date(2026, 2, 15) + timedelta(days=n): "春节" for n in range(9)}
MAKEUP = {date(2026, 2, 14): "春节", date(2026, 2, 28): "春节"}
HOLIDAYS = sla.Holidays(SPRING_FESTIVAL, MAKEUP, frozenset({2026}))

ERAS = {  # the second at which each era begins
    "spring festival 2026": datetime(2026, 2, 8, tzinfo=UTC),
    "clocks go forward 2026": datetime(2026, 3, 6, tzinfo=UTC),
    "clocks go back 2026": datetime(2026, 10, 20, tzinfo=UTC),
    "year end 2026": datetime(2026, 12, 20, tzinfo=UTC),
}


def hours(*spans: str) -> sla.Periods:
    """ "08:30-12:00" → periods."""
    return tuple(sla.Period(*(_seconds(clock) for clock in span.split("-"))) for span in spans)


def _seconds(text: str) -> int:
    hour, minute, second = (*map(int, text.split(":")), 0)[:3]
    return hour * 3600 + minute * 60 + second


OFFICE = (hours("08:30-12:00", "13:30-18:00"),) * 5 + ((), ())
DAILY = (hours("08:00-20:00"),) * 7
NIGHT = (hours("00:00-06:00", "22:00-24:00"),) * 7
ODD = tuple(hours(f"0{n}:07:13-0{n + 1}:59:59", "23:59:59-24:00") if n % 3 else () for n in range(7))

CALENDARS = {
    calendar.key: calendar
    for calendar in (
        sla.Calendar("office", "Asia/Shanghai", OFFICE, HOLIDAYS),
        sla.Calendar("daily", "Asia/Shanghai", DAILY, HOLIDAYS, {date(2026, 3, 9): hours("10:00-10:20")}),
        sla.Calendar("night-new-york", "America/New_York", NIGHT),
        sla.Calendar("odd-lord-howe", "Australia/Lord_Howe", ODD, HOLIDAYS, {}, hours("02:15-02:45")),
        sla.Calendar("daily-kathmandu", "Asia/Kathmandu", DAILY),
        sla.Calendar("night-havana", "America/Havana", NIGHT),  # changes its clocks at midnight
        sla.all_hours(),
    )
}
TIMELINES = {key: sla.Timeline(calendar) for key, calendar in CALENDARS.items()}

RULES = sla.ClockRules(
    pauses={
        "part": sla.PauseRule("part", frozenset({"complete"}), 90_000, 100_000, frozenset({"part_order"})),
        "customer": sla.PauseRule("customer", frozenset({"complete"}), 7_000, 9_000, frozenset({"call"})),
        "other": sla.PauseRule("other", frozenset({"arrive"}), 7_000, 9_000, frozenset({"call"})),
    },
    stop_evidence={"complete": frozenset({"record"})},
    ladder={
        "complete": (
            sla.Step("early", 80),
            sla.Step("due"),
            sla.Step("late", 100, 3600),
            sla.Step("half", 0, -9),
        )
    },
)


@cache
def era_mask(era: str, calendar_key: str) -> Mask:
    """Open or closed, for every second of the era, from wall time alone."""
    calendar = CALENDARS[calendar_key]
    begin = int(ERAS[era].timestamp())
    zone = ZoneInfo(calendar.zone)
    minutes = range(begin, begin + ERA_DAYS * 86_400, 60)
    walls = [datetime.fromtimestamp(minute, zone) for minute in minutes]
    days = np.repeat(np.array([wall.toordinal() for wall in walls]), 60)
    at_minute = np.array([wall.hour * 3600 + wall.minute * 60 for wall in walls])
    of_day = np.repeat(at_minute, 60) + np.tile(np.arange(60), len(walls))
    mask = np.zeros(len(of_day), dtype=np.bool_)
    for ordinal in np.unique(days):
        for period in oracle_periods(calendar, date.fromordinal(int(ordinal))):
            mask |= (days == ordinal) & (of_day >= period.start) & (of_day < period.end)
    return mask


def oracle_periods(calendar: sla.Calendar, day: date) -> sla.Periods:
    table = calendar.holidays or sla.Holidays()
    if day in calendar.special:
        return calendar.special[day]
    if day in table.off:
        return ()
    if day in table.makeup:
        return calendar.makeup_hours or calendar.week[0]
    return calendar.week[day.weekday()]


@dataclass
class Oracle:
    """Counts the seconds of one case. All indices are seconds since the era's begin."""

    era: str
    facts: sla.ClockFacts
    now: int

    def __post_init__(self) -> None:
        self.begin = int(ERAS[self.era].timestamp())
        self.start, self.stop = -1, -1
        self.dead: list[tuple[int, int]] = []
        for mark in sorted(self.facts.marks, key=lambda mark: mark.at):
            if mark.kind == "started" and self.start < 0:
                self.start = mark.at
            elif mark.kind == "stopped" and self.stop < 0 and mark.evidence:
                self.stop = mark.at
            elif mark.kind == "reopened" and self.stop >= 0:
                self.dead.append((self.stop, mark.at))
                self.stop = -1
        self.end = self.stop if self.stop >= 0 else self.now

    def pauses(self, if_resumed: bool) -> list[tuple[int, int]]:
        left, spans = {"part": 100_000, "customer": 9_000}, []
        for pause in sorted(self.facts.pauses, key=lambda pause: pause.start):
            wanted, cap = {"part": ("part_order", 90_000), "customer": ("call", 7_000)}.get(pause.reason, ("", 0))
            if pause.rejected or not any(item.kind == wanted for item in pause.evidence):
                continue
            upto = 10**12 if pause.end is None else pause.end
            upto = min(upto, pause.start + min(cap, left[pause.reason]))
            left[pause.reason] -= upto - pause.start
            if if_resumed and pause.end is None:
                upto = min(upto, max(self.now, pause.start))
            spans.append((pause.start, upto))
        return spans

    def mask(self, calendar: str, paused: bool = True, if_resumed: bool = False, days: int = 2) -> Mask:
        """Which seconds from the start on count."""
        first = self.start - self.begin
        mask = era_mask(self.era, calendar)[first : first + days * 86_400].copy()
        for low, high in (self.pauses(if_resumed) + self.dead) if paused else []:
            mask[max(0, low - self.start) : max(0, high - self.start)] = False
        return mask

    def due(self, budget: int, calendar: str, paused: bool = True, if_resumed: bool = False) -> int:
        for days in (1, 3, ERA_DAYS):
            seconds = np.flatnonzero(self.mask(calendar, paused, if_resumed, days))
            if len(seconds) >= budget:
                return self.start + int(seconds[budget - 1]) + 1
        raise AssertionError("the case runs out of its era")

    def promise_due(self, promise: sla.Promise) -> int:
        return self.due(promise.budget, promise.calendar) if promise.budget else promise.due or 0

    def binding_due(self) -> int:
        apply = [
            p
            for p in self.facts.promises
            if p.clock == "complete"
            and (p.told or all(self.facts.facts[name] in values for name, values in p.when.items()))
        ]
        finalists = [self.promise_due(p) for p in apply if p.told]
        for source in {p.source for p in apply}:
            rows = [p for p in apply if p.source == source and not p.told]
            top = max((len(p.when) for p in rows), default=0)
            finalists += [self.promise_due(p) for p in rows if len(p.when) == top]
        return min(finalists)

    def used(self, calendar: str) -> Mask:
        return self.mask(calendar, days=8)[: max(0, self.end - self.start)]


def draw_case(seed: random.Random, era: str) -> tuple[sla.ClockFacts, int]:
    begin = int(ERAS[era].timestamp())
    start = begin + seed.randrange(8 * 86_400)
    now = start + int(seed.triangular(-500, 3 * 86_400, 20_000))
    record = (sla.Evidence("record", "r1"),)
    marks = [sla.Mark(sla.MarkKind.STARTED, start)]
    at = start
    for kind in (sla.MarkKind.STOPPED, sla.MarkKind.REOPENED, sla.MarkKind.STOPPED)[: seed.choice((0, 0, 0, 1, 2, 3))]:
        at += 1 + seed.randrange(30_000)
        marks.append(sla.Mark(kind, at, record if seed.random() < 0.9 else ()))
    if seed.random() < 0.2:
        marks.append(sla.Mark(sla.MarkKind.STARTED, start + 1 + seed.randrange(9_000)))  # 改派
    seed.shuffle(marks)
    promises = tuple(draw_promise(seed, n, start) for n in range(seed.choice((1, 2, 3, 5))))
    pauses = tuple(draw_pause(seed, n, start, now) for n in range(seed.choice((0, 0, 1, 2, 4))))
    facts = {"tier": seed.choice("ABC"), "urgency": seed.choice("UN")}
    return sla.ClockFacts("complete", tuple(marks), promises, facts, pauses), max(now, at)


def draw_promise(seed: random.Random, n: int, start: int) -> sla.Promise:
    told = n > 0 and seed.random() < 0.2
    when: dict[str, frozenset[str]] = {}
    if n > 0 and seed.random() < 0.6:
        when["tier"] = frozenset(seed.sample("ABC", 2))
    if n > 0 and seed.random() < 0.4:
        when["urgency"] = frozenset("U")
    source = f"source{seed.randrange(3)}"
    if n > 0 and seed.random() < 0.1:
        due = start + seed.randrange(1, 90_000)
        return sla.Promise(f"p{n}", source, "complete", due=due, when=when, told=told)
    budget = int(seed.choice((1, 60, 600, 7_200, 20_000)) * seed.uniform(0.3, 1.7)) + 1
    clock = "arrive" if n > 0 and seed.random() < 0.1 else "complete"
    return sla.Promise(f"p{n}", source, clock, seed.choice(list(CALENDARS)), budget, when=when, told=told)


def draw_pause(seed: random.Random, n: int, start: int, now: int) -> sla.Pause:
    begin = start + seed.randrange(-2_000, 40_000)
    length = seed.choice((1, 500, 8_000, 50_000, 120_000))
    end = None if seed.random() < 0.3 else begin + seed.randrange(length + 1)
    kind, ref = seed.choice((("part_order", "PO-1"), ("call", "c-1"), ("call", "")))
    evidence = (sla.Evidence(kind, ref),) if ref else ()
    reason = seed.choice(("part", "customer", "other", "lunch"))
    return sla.Pause(f"h{n}", reason, begin, end, "clerk", evidence, seed.random() < 0.1)


@pytest.mark.parametrize("seed", SEEDS)
def test_equal_to_the_count_of_seconds(seed: int) -> None:
    draw = random.Random(f"sla {seed}")
    era = list(ERAS)[seed % len(ERAS)]
    for _ in range(CASES_PER_SEED):
        facts, now = draw_case(draw, era)
        check_case(Oracle(era, facts, now), sla.explain(facts, RULES, TIMELINES, now))


def check_case(oracle: Oracle, found: sla.Explanation) -> None:
    state, reading, binding = found.state, found.state.reading, found.state.binding
    assert reading is not None
    assert binding is not None
    assert reading.due == oracle.binding_due()
    assert [v.due for v in state.verdicts] == [oracle.promise_due(v.promise) for v in state.verdicts]
    assert len(found.verdicts) == len(oracle.facts.promises)
    assert reading.kept == (False if oracle.end > reading.due else True if oracle.stop >= 0 else None)
    assert state.phase == oracle_phase(oracle, binding)
    if binding.budget is not None:
        check_counts(oracle, found, reading, binding.calendar, binding.budget)


def check_counts(oracle: Oracle, found: sla.Explanation, reading: sla.Reading, calendar: str, budget: int) -> None:
    used = oracle.used(calendar)
    assert reading.used == np.count_nonzero(used)
    assert reading.original_due == oracle.due(budget, calendar, paused=False)
    assert reading.due_if_resumed == oracle.due(budget, calendar, if_resumed=True)
    assert [(rung.key, rung.at) for rung in reading.ladder] == [
        (key, oracle.due(seconds, calendar))
        for key, seconds in (("early", budget * 80 // 100), ("due", budget), ("late", budget + 3600))
        if seconds > 0
    ]
    told = np.zeros(len(used), dtype=np.bool_)
    for interval in found.intervals:
        told[interval.start - oracle.start : interval.end - oracle.start] = interval.counted
    assert np.array_equal(told, used)


def oracle_phase(oracle: Oracle, binding: sla.Promise) -> str:
    if oracle.stop >= 0:
        return "stopped"
    if any(low <= oracle.now < high for low, high in oracle.pauses(False) + oracle.dead):
        return "paused"
    if binding.budget is None:
        return "running"
    return "running" if era_mask(oracle.era, binding.calendar)[oracle.now - oracle.begin] else "off_hours"
