"""Business calendars: which local hours of which day count.

A calendar speaks local wall time of one IANA zone; `timeline.Timeline` turns it into UTC seconds.
Instants everywhere in this engine are whole seconds since 1970-01-01T00:00:00Z (`int`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from zoneinfo import ZoneInfo

DAY = 86_400
WEEKDAYS = 7


@dataclass(frozen=True, slots=True)
class Period:
    """Open hours `[start, end)` in seconds since local midnight; a night shift is two periods."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= DAY:
            raise ValueError(f"a period lies within one day and is not empty: {self.start}-{self.end}")


Periods = tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Holidays:
    """Public holidays and make-up workdays of the years somebody has entered.

    `years` are complete; a year in `provisional` knows its statutory days but not yet the notice with the
    make-up days. Any other year is computed from the plain week, with a warning.
    """

    off: Mapping[date, str] = field(default_factory=dict)
    makeup: Mapping[date, str] = field(default_factory=dict)
    years: frozenset[int] = frozenset()
    provisional: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if both := self.off.keys() & self.makeup.keys():
            raise ValueError(f"a day is a holiday or a make-up workday, not both: {min(both)}")


@dataclass(frozen=True, slots=True)
class DayHours:
    """The open periods of one local day and why it has them: a code of `words.WORDS`, and a name."""

    periods: Periods
    code: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Weekly hours (Monday first), a holiday table or none (an all-hours desk), and hours of special days.

    `key` carries the version ("office@3"): a promise told under one version keeps that version.
    A make-up workday has the hours `makeup_hours`, or those of Monday.
    """

    key: str
    zone: str
    week: tuple[Periods, ...]
    holidays: Holidays | None = None
    special: Mapping[date, Periods] = field(default_factory=dict)
    makeup_hours: Periods | None = None

    def __post_init__(self) -> None:
        ZoneInfo(self.zone)
        if len(self.week) != WEEKDAYS or not any(self.week):
            raise ValueError("a calendar has seven days and is open on at least one")
        for periods in (*self.week, *self.special.values(), self.makeup_hours or ()):
            _check_order(periods)

    def hours(self, day: date) -> DayHours:
        """Special hours first, then holiday, make-up workday, plain week."""
        if day in self.special:
            return DayHours(self.special[day], "special_day")
        if self.holidays and day in self.holidays.off:
            return DayHours((), "holiday", self.holidays.off[day])
        if self.holidays and day in self.holidays.makeup:
            return DayHours(self.makeup_hours or self.week[0], "makeup_workday", self.holidays.makeup[day])
        periods = self.week[day.weekday()]
        return DayHours(periods, "service_hours" if periods else "rest_day")


def _check_order(periods: Periods) -> None:
    if any(left.end > right.start for left, right in pairwise(periods)):
        raise ValueError("periods of one day are in order and do not overlap")


def all_hours(key: str = "all-hours", zone: str = "Asia/Shanghai") -> Calendar:
    """24 hours on every day, holidays included."""
    return Calendar(key, zone, ((Period(0, DAY),),) * WEEKDAYS)
