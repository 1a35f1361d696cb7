"""Wished times."""

from __future__ import annotations

from datetime import date


class WorkWeek:
    """Monday to Friday."""

    def is_workday(self, day: date) -> bool:
        return day.weekday() < 5
