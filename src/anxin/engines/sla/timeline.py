"""A calendar as open windows on the UTC axis, with running totals, so that every question is a binary search.

A second is open when its local wall time lies in a period of its local date. So an hour that a
daylight-saving change repeats counts twice, and an hour it skips does not count.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import accumulate, pairwise
from zoneinfo import ZoneInfo

from anxin.engines.sla.calendar import DAY, Calendar, Periods

EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
SEARCH_YEARS = 20


class NeverOpen(ValueError):
    """The calendar has not that many open seconds in the next `SEARCH_YEARS` years."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch `[start, end)` of one local day that is wholly open or wholly closed, and why."""

    start: int
    end: int
    open: bool
    code: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """Open windows of one UTC year; `before[i]` = open seconds before window i, and the year's total last."""

    year: int
    begin: int
    end: int
    starts: list[int]
    ends: list[int]
    before: list[int]

    @property
    def total(self) -> int:
        return self.before[-1]

    def upto(self, at: int) -> int:
        """Open seconds of this year before `at`."""
        i = bisect_right(self.starts, at) - 1
        return self.before[i] + min(at, self.ends[i]) - self.starts[i] if i >= 0 else 0

    def instant(self, seconds: int) -> int:
        """The end of the `seconds`-th open second (1 ≤ seconds ≤ total)."""
        i = bisect_left(self.before, seconds) - 1
        return self.starts[i] + seconds - self.before[i]


class Timeline:
    """Open windows of one calendar, compiled year by year when asked for and kept."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.zone = ZoneInfo(calendar.zone)
        self._years: dict[int, Year] = {}
        self._latest = Year(0, 0, 0, [], [], [0])

    def opened(self, start: int, end: int) -> int:
        """Open seconds in `[start, end)`; 0 when end ≤ start."""
        if end <= start:
            return 0
        first, last = self._year_of(start), self._year_of(end)
        if first is last:
            return last.upto(end) - first.upto(start)
        between = sum(self._year(year).total for year in range(first.year + 1, last.year))
        return first.total - first.upto(start) + between + last.upto(end)

    def after(self, start: int, seconds: int) -> int:
        """The first instant t ≥ start with `opened(start, t) == seconds`."""
        if seconds <= 0:
            return start
        year = self._year_of(start)
        wanted = year.upto(start) + seconds
        for _ in range(SEARCH_YEARS):
            if wanted <= year.total:
                return year.instant(wanted)
            wanted -= year.total
            year = self._year(year.year + 1)
        raise NeverOpen(self.calendar.key)

    def segments(self, start: int, end: int) -> Iterator[Segment]:
        """`[start, end)` cut at local midnights and period borders, in order, without gaps."""
        for piece_start, piece_end, offset in _pieces(self.zone, start, end):
            first, last = (piece_start + offset) // DAY, (piece_end - 1 + offset) // DAY
            for ordinal in range(first, last + 1):
                midnight = ordinal * DAY - offset
                hours = self.calendar.hours(date.fromordinal(EPOCH_ORDINAL + ordinal))
                for left, right, is_open in _day(hours.periods):
                    low, high = max(midnight + left, piece_start), min(midnight + right, piece_end)
                    if low < high:
                        code = hours.code if is_open or not hours.periods else "outside_hours"
                        yield Segment(low, high, is_open, code, hours.name)

    def unsure_years(self, start: int, end: int) -> list[tuple[int, str]]:
        """Local years of `[start, end]` without a complete holiday table: (year, code of the warning)."""
        table = self.calendar.holidays
        if table is None:
            return []
        first, last = (datetime.fromtimestamp(at, self.zone).year for at in (start, end))
        return [
            (year, "holiday_table_provisional" if year in table.provisional else "holiday_table_missing")
            for year in range(first, last + 1)
            if year not in table.years
        ]

    def _year_of(self, at: int) -> Year:
        """The instant's year; clocks ask mostly about the same one, so the latest answer is tried first."""
        latest = self._latest
        if latest.begin <= at < latest.end:
            return latest
        self._latest = found = self._year(datetime.fromtimestamp(at, UTC).year)
        return found

    def _year(self, year: int) -> Year:
        found = self._years.get(year)
        if found is None:
            found = self._years[year] = self._compile(year)
        return found

    def _compile(self, year: int) -> Year:
        windows: list[list[int]] = []
        begin, end = _new_year(year), _new_year(year + 1)
        for segment in self.segments(begin, end):
            if segment.open and windows and windows[-1][1] == segment.start:
                windows[-1][1] = segment.end
            elif segment.open:
                windows.append([segment.start, segment.end])
        before = list(accumulate((right - left for left, right in windows), initial=0))
        return Year(year, begin, end, [left for left, _ in windows], [right for _, right in windows], before)


def _new_year(year: int) -> int:
    return int(datetime(year, 1, 1, tzinfo=UTC).timestamp())


def _day(periods: Periods) -> Iterator[tuple[int, int, bool]]:
    """The day's seconds 0..DAY as alternating closed and open stretches."""
    at = 0
    for period in periods:
        if at < period.start:
            yield at, period.start, False
        yield period.start, period.end, True
        at = period.end
    if at < DAY:
        yield at, DAY, False


def _pieces(zone: ZoneInfo, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """`[start, end)` cut where the zone's offset changes: (start, end, offset in seconds).

    Looks once a day; no zone has changed twice within 24 hours and come back.
    """
    piece_start, offset = start, _offset(zone, start)
    for left, right in pairwise([*range(start, end, DAY), end]):
        if _offset(zone, right) != offset:
            change = _change(zone, left, right)
            yield piece_start, change, offset
            piece_start, offset = change, _offset(zone, right)
    if piece_start < end:
        yield piece_start, end, offset


def _change(zone: ZoneInfo, low: int, high: int) -> int:
    """First second after `low` with another offset than at `low`, by bisection."""
    before = _offset(zone, low)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
    return high


def _offset(zone: ZoneInfo, at: int) -> int:
    """Seconds east of UTC at the instant."""
    offset = datetime.fromtimestamp(at, zone).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0
