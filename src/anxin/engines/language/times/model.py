"""What the readers of days and hours hand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ..model import Interval

Minutes = int
"""Minutes after midnight."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days named in `text[start:end]`, first to last."""

    start: int
    end: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours named in `text[start:end]`; None for "all day". `part` is the part of the day they are in."""

    start: int
    end: int
    window: tuple[Minutes, Minutes] | None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """Intervals read from `text[start:end]`; `dated` when the words name a day."""

    start: int
    end: int
    intervals: tuple[Interval, ...]
    dated: bool


def on(day: date, window: tuple[Minutes, Minutes]) -> Interval:
    """A window of minutes on a day."""
    midnight = datetime.combine(day, time())
    return Interval(midnight + timedelta(minutes=window[0]), midnight + timedelta(minutes=window[1]))


def day_of(value: date) -> date:
    """The day of a day or of a moment."""
    return value.date() if isinstance(value, datetime) else value
