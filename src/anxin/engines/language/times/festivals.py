"""Festivals people make appointments by. A lunar one is known for the years of the almanac only."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from ..normal import lines

MonthDay = tuple[int, int]


@lru_cache(maxsize=1)
def _almanac() -> dict[str, tuple[dict[int, MonthDay], int]]:
    """name → ({year: (month, day)}, days); year 0 stands for every year."""
    table = {}
    for line in lines("festivals.txt"):
        name, *dates, days = line.split()
        table[name] = ({_year(entry): _month_day(entry) for entry in dates}, int(days))
    return table


def _year(entry: str) -> int:
    year, found, _ = entry.partition("=")
    return int(year) if found else 0


def _month_day(entry: str) -> MonthDay:
    month, _, day = entry.rpartition("=")[2].partition("-")
    return int(month), int(day)


def festivals() -> tuple[str, ...]:
    """Names, longer ones first, so that 双十一 is not read as 十一."""
    return tuple(sorted(_almanac(), key=lambda name: (-len(name), name)))


def festival(name: str, today: date) -> tuple[date, date] | None:
    """First and last day of the next festival of that name that has not ended; None if no almanac has it."""
    years, days = _almanac()[name]
    for year in (today.year, today.year + 1):
        said = years.get(year) or years.get(0)
        if said:
            first = date(year, *said)
            last = first + timedelta(days - 1)
            if last >= today:
                return first, last
    return None
