"""The installed base by table: what a file would do, and that exactly that is done."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from anxin.domains.catalog import testing as catalog
from anxin.domains.people import testing as people
from anxin.kernel.events.models import EventRecord
from anxin.kernel.ids import new_id
from anxin.kernel.tables import judge
from anxin.kernel.tables.judging import CHUNK, Line, apply

from . import imports, testing
from .models import Unit

pytestmark = pytest.mark.django_db

UNITS = "/api/units"
JSON = "application/json"
HEAD = "序列号,型号,购买日期,安装日期\n"


@pytest.fixture
def agent() -> Client:
    return people.browser("agent")


def look(client: Client, text: str | bytes) -> Any:
    data = text if isinstance(text, bytes) else text.encode()
    return client.post(f"{UNITS}/import-check", {"file": SimpleUploadedFile("table.csv", data)})


def take(client: Client, rows: list[dict[str, Any]], *, leave_out_wrong: bool = False) -> Any:
    body = {"rows": [{"line": row["line"], "cells": row["cells"]} for row in rows], "leave_out_wrong": leave_out_wrong}
    return client.post(f"{UNITS}/import", body, content_type=JSON, headers={"Idempotency-Key": str(new_id())})


def told(answer: Any) -> list[tuple[int, str, list[str]]]:
    return [(row["line"], row["state"], row["wrong"]) for row in answer.json()["rows"]]


def test_a_file_saved_by_excel_in_china_adds_units_and_again_changes_nothing(agent: Client) -> None:
    model = catalog.product().model
    text = f"{HEAD}AX1,{model},2026-03-01,2026/3/5\nAX2,{model},,\n"
    seen = look(agent, text.encode("gbk"))
    assert (told(seen), Unit.objects.count()) == ([(2, "new", []), (3, "new", [])], 0)
    assert take(agent, seen.json()["rows"]).json()["counts"]["new"] == 2
    kept = {unit.serial: (unit.bought_on, unit.installed_on, unit.household_id) for unit in Unit.objects.all()}
    assert kept == {"AX1": (date(2026, 3, 1), date(2026, 3, 5), None), "AX2": (None, None, None)}
    names = list(EventRecord.objects.values_list("name", flat=True))
    assert (names.count("UnitAdded"), names.count("RowsImported")) == (2, 1)
    before = EventRecord.objects.count()
    again = look(agent, text.encode("utf-8-sig"))
    assert told(again) == [(2, "same", []), (3, "same", [])]
    assert EventRecord.objects.count() == before


def test_a_unit_known_already_keeps_its_dates_and_with_another_model_is_wrong(agent: Client) -> None:
    mine, other = catalog.product(), catalog.product()
    unit = testing.unit(product_id=mine.id, bought_on=date(2025, 1, 1))
    seen = look(agent, f"{HEAD}{unit.serial},{mine.model},2020-01-01,\n")
    assert told(seen) == [(2, "same", [])]
    wrong = look(agent, f"{HEAD}{unit.serial},{other.model},,\n")
    assert told(wrong) == [(2, "wrong", [f"这个序列号已登记为型号 {mine.model}"])]
    assert take(agent, wrong.json()["rows"]).status_code == 409
    unit.refresh_from_db()
    assert (unit.product_id, unit.bought_on, unit.version) == (mine.id, date(2025, 1, 1), 1)


def test_what_is_wrong_is_said_with_its_line_in_the_readers_words(agent: Client) -> None:
    model = catalog.product().model
    rows = f"AX1,NONE-1,,\n---,{model},,\nAX3,{model},soon,\nAX4,{model},,\nAX4,{model},,\n,{model},,\nAX7,,,\n"
    assert told(look(agent, HEAD + rows)) == [
        (2, "wrong", ["型号“NONE-1”在系统里没有"]),
        (3, "wrong", ["序列号不对。"]),
        (4, "wrong", ["购买日期“soon”不是日期，请写成 2026-07-14"]),
        (5, "new", []),
        (6, "wrong", ["AX4 在第 5 行已经有了"]),
        (7, "wrong", ["序列号没有填"]),
        (8, "wrong", ["型号没有填"]),
    ]


def test_a_table_of_serials_alone_finds_the_known_and_adds_nothing(agent: Client) -> None:
    unit = testing.unit()
    seen = look(agent, f"serial\n{unit.serial}\nAX-NEW\n")
    assert told(seen) == [(2, "same", []), (3, "wrong", ["型号没有填"])]


def test_the_world_may_move_between_the_look_and_the_act(agent: Client) -> None:
    mine, other = catalog.product(), catalog.product()
    rows = look(agent, f"{HEAD}AX1,{mine.model},,\nAX2,{mine.model},,\n").json()["rows"]
    agent.post(
        UNITS, {"serial": "AX1", "product_id": str(other.id)}, content_type=JSON, headers={"Idempotency-Key": "1"}
    )
    assert (take(agent, rows).status_code, Unit.objects.count()) == (409, 1)
    done = take(agent, rows, leave_out_wrong=True).json()
    assert (done["counts"]["new"], [row["line"] for row in done["wrong"]]) == (1, [2])


def test_who_may_bring_units() -> None:
    for role in ("reviewer", "clerk", "parts_keeper"):
        assert look(people.browser(role), "serial\nAX1\n").status_code == 403
        assert people.browser(role).get(f"{UNITS}/import-template").status_code == 403
    assert look(Client(), "serial\nAX1\n").status_code == 401
    assert Unit.objects.count() == 0


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_the_template_is_read_back_as_it_was_given(agent: Client, format: str) -> None:
    answer = agent.get(f"{UNITS}/import-template?format={format}")
    seen = look(agent, answer.content).json()
    assert (seen["unknown"], [row["wrong"] for row in seen["rows"]]) == ([], [["型号“JSQ30-AX1”在系统里没有"]])


def test_no_unit_asks_for_itself() -> None:
    """A chunk of units costs as many statements as a few."""
    model, actor = catalog.product().model, people.staff("agent")

    def statements(first: int, number: int) -> int:
        lines = [Line(n, {"serial": f"AX{n:06d}", "model": model}) for n in range(first, first + number)]
        with CaptureQueriesContext(connection) as asked:
            judge(imports.units, lines)
            apply(imports.units, lines, actor=actor, leave_out_wrong=False)
        return len(asked)

    statements(1, 1)  # warm
    assert statements(100, CHUNK) <= statements(1000, 3) + 4
    assert Unit.objects.count() == CHUNK + 4
