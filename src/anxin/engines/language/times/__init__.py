"""Wished times: what days and hours a message names, which of them are meant, and as which intervals.

The rules of reading: weeks run from Monday to Sunday; the parts of the day are those of data/day_parts.txt;
an hour from 1 to 7 without 上午 or 下午 is in the afternoon; "N点前" starts with its part of the day,
"N点后" ends with it; whole days are dates; a moment has from = to. "周三前" runs from today to that day,
"周三后" from that day to the Sunday of its week.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from ..clauses import Clause, clause_at, clauses
from ..correction import standing
from ..model import Calendar, Interval, Normalised, Slot
from ..numerals import NUMBER, number
from .days import find_days
from .hours import find_hours
from .meant import excepted, is_meant, refused, says_no_more
from .model import Days, Hours, Wish, day_of, on

__all__ = ["WorkWeek", "find_times", "read_times"]

_GLUE = re.compile(r"[的,、\s是在]{0,2}(?:on|at|in the)?\s?")
_THEN_DAY = re.compile(r"(?:来|都行|都可以|可以|行|方便|有空|在家)?[吧呗哈啊]?[,、\s](?:就|那就|要不)?")
"""Between hours and the day they are meant for: "中午来吧, 明天"."""
_OR = re.compile(r"[、,]?(?:或者?|和|跟|与|还有|、)?")
_DAY_SIDE = re.compile(r"(?:之|以)?(前|后)(?![天面边台院厅])")
_EXCEPT = re.compile(r"[^。!?;\n]{0,10}(?:除了?|除开|except|but not)\s?")
"""Between a week and the day of it that is no good."""
_BEFORE_DAY = re.compile(r"(?:by|before|不晚于|不迟于|最晚|最迟|截至)\s?$")
_SOON = re.compile(
    rf"(?P<half>半)个?(?:小时|钟头)(?:以|之)?后|(?P<n>{NUMBER})个?半?(?P<unit>小时|钟头|分钟)(?P<side>(?:以|之)?(?:后|内))"
)
_VAGUE = 7
"""Days a span must be longer than for a day in it to make it exact; "这周都行, 周三最好" names two wishes."""
_LONGEST = 14
"""Days for which hours are spelled out one day at a time."""


class WorkWeek:
    """The calendar of a place without holidays: Monday to Friday are workdays."""

    def is_workday(self, day: date) -> bool:
        return day.weekday() < 5


def find_times(message: Normalised, now: datetime, calendar: Calendar) -> tuple[Slot, ...]:
    """The times the customer wishes for, in the order said; after a correction only the last."""
    text = message.text
    parts = clauses(text)
    named = read_times(text, now, calendar)
    alone = says_no_more(text, named)
    wishes = [w for w in named if w.intervals and is_meant(text, parts, w, now, alone)]
    slots: dict[Interval, Slot] = {}
    for wish in _narrowed(standing(text, wishes)):
        evidence = message.evidence("time", wish.start, wish.end)
        for interval in wish.intervals:
            slots.setdefault(interval, Slot(interval, evidence.text, evidence.span, evidence))
    return tuple(slots.values())


def _narrowed(wishes: list[Wish]) -> list[Wish]:
    """Without what the next wish makes exact: "月底来，31号吧", "下班以后，六点以后"."""
    exact = [any(_makes_exact(wide, close) for close in wishes[i + 1 :]) for i, wide in enumerate(wishes)]
    return [wish for wish, done in zip(wishes, exact, strict=True) if not done]


def _makes_exact(wide: Wish, close: Wish) -> bool:
    if len(wide.intervals) > 1 or len(close.intervals) > 1:
        return False
    first, then = wide.intervals[0], close.intervals[0]
    if not wide.dated and not close.dated:
        return first.start <= then.start and then.end <= first.end
    vague = (first.end - first.start).days >= _VAGUE
    return vague and day_of(first.start) <= day_of(then.start) and day_of(then.end) <= day_of(first.end)


def read_times(text: str, now: datetime, calendar: Calendar) -> list[Wish]:
    """All times named in a normalised text, meant or not, in order."""
    days = find_days(text, now.date(), calendar)
    hours = [h for h in find_hours(text) if not any(d.start < h.start and h.end < d.end for d in days)]
    days = [d for d in days if not any(h.start < d.start and d.end <= h.end for h in hours)]
    parts = clauses(text)
    wishes = [_soon(match, now) for match in _SOON.finditer(text)]
    left = list(hours)
    said: list[list[Hours]] = []
    for i, day in enumerate(days):
        until = days[i + 1].start if i + 1 < len(days) else len(text)
        said.append(_hours_of(text, parts, day, left, until))
        left = [h for h in left if h not in said[-1]]
    for i, day in enumerate(days):
        shared = not said[i] and i + 1 < len(days) and _of_both(text, day, days[i + 1], said[i + 1])
        wish = _dated(text, day, said[i + shared], now.date())
        if i + 1 < len(days) and not said[i + 1] and _EXCEPT.fullmatch(text[day.end : days[i + 1].start]):
            wish = _without(wish, day, days[i + 1])
        wishes.append(wish)
    wishes += [_undated(h, now) for h in left if not any(w.start <= h.start < w.end for w in wishes)]
    return sorted(wishes, key=lambda w: (w.start, w.end))


def _hours_of(text: str, parts: list[Clause], day: Days, hours: list[Hours], until: int) -> list[Hours]:
    """The hours said of a day: right before it, or after it in its sentence up to the next day."""
    sentence = parts[clause_at(parts, day.start)].sentence if parts else 0
    mine = []
    for h in hours:
        between = text[h.end : day.start] if h.end <= day.start else None
        close_before = between is not None and bool(_GLUE.fullmatch(between) or _THEN_DAY.fullmatch(between))
        follows = day.start <= h.start < until and parts[clause_at(parts, h.start)].sentence == sentence
        if (close_before or follows) and not excepted(text, h):
            mine.append(h)
    standing = [h for h in mine if not refused(text, parts, h)]
    return standing or mine


def _of_both(text: str, day: Days, after: Days, hours: list[Hours]) -> bool:
    """ "25号或26号的上午": the hours behind 的 are those of both days."""
    joined = _OR.fullmatch(text[day.end : after.start])
    return bool(joined and hours and text[after.end : hours[0].start].strip() == "的")


def _dated(text: str, day: Days, hours: list[Hours], today: date) -> Wish:
    start = min([day.start, *(h.start for h in hours)])
    end = max([day.end, *(h.end for h in hours)])
    if not hours:
        return _sided(text, day, today)
    intervals: list[Interval] = []
    for d in _each(day):
        for h in hours:
            intervals.append(Interval(d, d) if h.window is None else on(d, h.window))
    if all(h.window is None for h in hours):
        intervals = [Interval(day.first, day.last)]
    return Wish(start, end, tuple(intervals), True)


def _without(wish: Wish, week: Days, day: Days) -> Wish:
    """ "下周除了周三都行": the days on both sides of the one that is no good."""
    one = timedelta(1)
    ahead = timedelta(7 * -((day.first - week.first).days // 7))  # "周三" alone is of the week that is named
    first, last = (day.first + ahead, day.last + ahead) if day.first < week.first else (day.first, day.last)
    if isinstance(wish.intervals[0].start, datetime):
        kept = tuple(i for i in wish.intervals if not first <= day_of(i.start) <= last)
        return Wish(wish.start, wish.end, kept or wish.intervals, True)
    sides = ((week.first, min(week.last, first - one)), (max(week.first, last + one), week.last))
    kept = tuple(Interval(a, b) for a, b in sides if a <= b)
    return Wish(wish.start, wish.end, kept or wish.intervals, True)


def _each(day: Days) -> list[date]:
    length = (day.last - day.first).days + 1
    return [day.first + timedelta(i) for i in range(min(length, _LONGEST))]


def _sided(text: str, day: Days, today: date) -> Wish:
    """A day alone, or with 前 or 后 after it: open towards today, or towards the end of its week."""
    side = _DAY_SIDE.match(text, day.end)
    end = side.end() if side else day.end
    first, last = day.first, day.last
    if (side and side.group(1) == "前") or _BEFORE_DAY.search(text[: day.start]):
        to_its_end = first == last or text[: day.end].endswith(("月底", "月末"))
        until = last if to_its_end else first - timedelta(1)
        return Wish(day.start, end, (Interval(min(today, until), until),), True)
    if side and side.group(1) == "后":
        last = first + timedelta(6 - first.weekday()) if first.weekday() < 6 else last + timedelta(7)
    return Wish(day.start, end, (Interval(first, last),), True)


def _undated(hours: Hours, now: datetime) -> Wish:
    """Hours without a day: today while they last, else tomorrow."""
    today = now.date()
    if hours.window is None:
        return Wish(hours.start, hours.end, (), False)
    interval = on(today, hours.window)
    if isinstance(interval.end, datetime) and interval.end <= now:
        interval = on(today + timedelta(1), hours.window)
    return Wish(hours.start, hours.end, (interval,), False)


def _soon(match: re.Match[str], now: datetime) -> Wish:
    """ "两小时后" is a moment, "两小时内" the time until then."""
    minutes = 30
    if match["n"]:
        minutes = number(match["n"]) * (1 if match["unit"] == "分钟" else 60) + 30 * ("半" in match.group())
    then = now + timedelta(minutes=minutes)
    first = now if (match["side"] or "").endswith("内") else then
    return Wish(match.start(), match.end(), (Interval(first, then),), False)
