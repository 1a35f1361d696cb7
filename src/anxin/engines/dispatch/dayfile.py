"""A working day as plain data (the `dispatch_day` format: kilometres, seconds from midnight) and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from anxin.engines.dispatch.model import Engineer, Job, Lunch, Problem, Shift, Weights
from anxin.engines.dispatch.result import Plan
from anxin.engines.dispatch.travel import Place, Planar


@dataclass(frozen=True, slots=True)
class Row:
    """One object of the file, at `path`. What is missing or of another kind is a ValueError that says where."""

    path: str
    data: Mapping[str, Any]

    @classmethod
    def of(cls, path: str, data: object) -> Row:
        """`data` as a row."""
        if not isinstance(data, dict):
            raise ValueError(f"{path} is no object but {_shown(data)}")
        return cls(path, data)

    def __contains__(self, key: str) -> bool:
        return self.data.get(key) is not None

    def __getitem__(self, key: str) -> object:
        if key not in self:
            raise ValueError(f"{self.path} has no {key!r}")
        return self.data[key]

    def row(self, key: str) -> Row:
        """An object inside this one."""
        return Row.of(f"{self.path}.{key}", self[key])

    def rows(self, key: str) -> list[Row]:
        """A list of objects."""
        items = self[key]
        if not isinstance(items, list):
            raise ValueError(f"{self.path}.{key} is no list but {_shown(items)}")
        return [Row.of(f"{self.path}.{key}[{k}]", item) for k, item in enumerate(items)]

    def text(self, key: str) -> str:
        """A text that is not empty."""
        value = self[key]
        if not isinstance(value, str) or not value:
            raise ValueError(f"{self.path}.{key} is no text but {_shown(value)}")
        return value

    def whole(self, key: str) -> int:
        """A whole number: seconds, a level."""
        return self._whole(key, self[key])

    def wholes(self) -> dict[str, int]:
        """An object of whole numbers."""
        return {key: self._whole(key, value) for key, value in self.data.items()}

    def pair(self, key: str) -> tuple[int, int]:
        """Two whole numbers."""
        first, second = self._two(key)
        return self._whole(key, first), self._whole(key, second)

    def place(self, key: str) -> Place:
        """Kilometres east and north."""
        x, y = self._two(key)
        if not all(isinstance(v, int | float) for v in (x, y)):
            raise ValueError(f"{self.path}.{key} is no place but {_shown(self[key])}")
        return Place(x, y)

    def _two(self, key: str) -> list[Any]:
        value = self[key]
        if not isinstance(value, list) or len(value) != 2:
            raise ValueError(f"{self.path}.{key} is no pair but {_shown(value)}")
        return value

    def _whole(self, key: str, value: object) -> int:
        if isinstance(value, float) and value.is_integer():
            return int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError(f"{self.path}.{key} is no whole number but {_shown(value)}")
        return value


def _shown(value: object) -> str:
    return repr(value)[:60]


def day_problem(data: object) -> Problem:
    """The day without its urgent calls. Travel = round(1.3 km / 32 km/h); penalties as given; nothing else costs.

    Lunch, skill, level, window, priority and penalties may be missing. ValueError for anything else that is.
    """
    day, weights = Row.of("day", data), Weights(overtime=0)
    if "unserved_penalty_seconds" in day:
        penalties = day.row("unserved_penalty_seconds").wholes()
        weights = replace(weights, unserved={int(priority): cost for priority, cost in penalties.items()})
    engineers = tuple(map(_engineer, day.rows("engineers")))
    jobs = tuple(map(_job, day.rows("jobs")))
    return Problem(engineers, jobs, Planar(1.3, {"car": 32.0}), weights)


def day_calls(data: object) -> list[tuple[int, Job]]:
    """(reported at, job) of each urgent call of the day, in time order."""
    day = Row.of("day", data)
    calls = [(row.whole("reported_at"), _job(row)) for row in (day.rows("urgent") if "urgent" in day else ())]
    return sorted(calls, key=lambda call: (call[0], call[1].id))


def _job(row: Row) -> Job:
    windows = (row.pair("start_window"),) if "start_window" in row else ()
    level = row.whole("min_level") if "min_level" in row else 1
    skills = {row.text("skill"): level} if "skill" in row else {}
    priority = row.whole("priority") if "priority" in row else 3
    return Job(row.text("id"), row.place("at"), row.whole("service"), windows, priority=priority, skills=skills)


def _engineer(row: Row) -> Engineer:
    opens, closes = row.pair("shift")
    shift = Shift(opens, closes, _lunch(row.row("lunch")) if "lunch" in row else None)
    skills = row.row("skills").wholes() if "skills" in row else {}
    return Engineer(row.text("id"), row.place("home"), (shift,), skills=skills)


def _lunch(row: Row) -> Lunch:
    earliest, latest = row.pair("start_between")
    return Lunch(earliest, latest, row.whole("duration"))


def day_plan(name: str, plan: Plan) -> dict[str, object]:
    """`{"name", "routes": {engineer: [job, ...]}}`."""
    return {"name": name, "routes": {route.engineer: [v.job for v in route.visits] for route in plan.routes}}
