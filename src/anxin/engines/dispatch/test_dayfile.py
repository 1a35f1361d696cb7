"""A day file that is not one is refused in one line that says where; whatever is accepted can be planned."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from anxin.engines.dispatch import Budget, check, plan
from anxin.engines.dispatch.__main__ import main
from anxin.engines.dispatch.dayfile import day_calls, day_problem

DAY: dict[str, Any] = {
    "name": "small",
    "unserved_penalty_seconds": {"1": 90000, "3": 15000},
    "engineers": [
        {
            "id": "E1",
            "home": [0.5, 1],
            "shift": [28800, 61200],
            "lunch": {"start_between": [41400, 48600], "duration": 2700},
            "skills": {"S1": 3},
        }
    ],
    "jobs": [
        {"id": "J1", "at": [3, 4], "skill": "S1", "min_level": 2, "service": 3600, "start_window": [28800, 43200]},
        {"id": "J2", "at": [5.5, 0], "service": 1800.0, "priority": 1},
    ],
    "urgent": [{"id": "U1", "reported_at": 33938, "at": [1, 1], "service": 5400, "start_window": [33938, 48338]}],
}
BAD: tuple[object, ...] = (
    None,
    True,
    "x",
    "",
    [],
    {},
    -1,
    1.5,
    10**20,
    float("nan"),
    float("inf"),
    [1],
    [1, "2"],
    {"a": "b"},
)


def spots(data: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The path of everything in the file."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(p for key, value in inner for p in spots(value, (*path, key)))]


def changed(path: tuple[str | int, ...], value: object) -> object:
    """The day with one thing in it exchanged."""
    if not path:
        return value
    day: Any = deepcopy(DAY)
    at = day
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return day


def test_a_day_is_read() -> None:
    problem = day_problem(DAY)
    assert [(j.id, j.service, j.windows, j.priority) for j in problem.jobs] == [
        ("J1", 3600, ((28800, 43200),), 3),
        ("J2", 1800, (), 1),
    ]
    assert [(at, job.id) for at, job in day_calls(DAY)] == [(33938, "U1")]


@given(st.sampled_from(spots(DAY)), st.sampled_from(BAD))
def test_whatever_is_exchanged_is_refused_in_a_line_or_planned(path: tuple[str | int, ...], value: object) -> None:
    day = changed(path, value)
    try:
        problem = day_problem(day)
        day_calls(day)
        found = plan(problem, budget=Budget(iterations=2))
    except ValueError as error:
        assert str(error)
        assert "\n" not in str(error)
    else:
        assert check(problem, found).faults == ()


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ((), [1, 2], "day is no object but [1, 2]"),
        (("jobs", 0, "service"), -5, "job J1: a negative or endless service, age, tier, penalty or quantity"),
        (("jobs", 1, "at"), [float("nan"), 1], "no place: nan, 1"),
        (("jobs", 0, "start_window"), [2, 1], "job J1: a window that ends before it begins, or never"),
        (("engineers", 0, "skills", "S1"), "high", "day.engineers[0].skills.S1 is no whole number but 'high'"),
        (("engineers", 0, "home"), None, "day.engineers[0] has no 'home'"),
        (("engineers", 0, "shift"), [61200, 28800], "no shift: from 61200 to 28800, overtime 0"),
    ],
)
def test_what_is_said(path: tuple[str | int, ...], value: object, said: str) -> None:
    with pytest.raises(ValueError) as refused:
        day_problem(changed(path, value))
    assert str(refused.value) == said


def test_a_day_without_jobs_is_a_day_off() -> None:
    found = plan(day_problem({**DAY, "jobs": []}))
    assert (found.routes, found.unserved, found.cost.total) == ((), (), 0)


@pytest.mark.parametrize("text", ["", "[1, 2]", '{"jobs": []}', "[" * 100_000, "NaN"])
def test_the_command_refuses_what_is_no_day(tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "day.json"
    file.write_text(text)
    with pytest.raises(SystemExit) as ended:
        main([str(file), "--out", str(tmp_path / "plan.html")])
    assert ended.value.code == 2
    assert "not a working day" in capsys.readouterr().err
    assert not (tmp_path / "plan.html").exists()


def test_the_command_draws_a_day(tmp_path: Path) -> None:
    file = tmp_path / "day.json"
    file.write_text(json.dumps(DAY))
    assert main([str(file), "--out", str(tmp_path / "plan.html"), "--iterations", "5"]) == 0
    assert "J1" in (tmp_path / "plan.html").read_text(encoding="utf-8")
