"""Exports cannot carry a formula into a spreadsheet."""

import io
from typing import Any

import pytest
from django.test import RequestFactory
from openpyxl import load_workbook

from anxin.kernel import events
from anxin.kernel.actor import Actor, ActorKind
from anxin.kernel.errors import Invalid
from anxin.kernel.http import Column, export
from anxin.kernel.http.export import cell

HOSTILE = ["=1+1", "+cmd", "-2", "@sum", "\tx", "\rx"]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_a_formula_is_made_text(text: str) -> None:
    assert cell(text) == f"'{text}"


def test_numbers_and_plain_words_stay() -> None:
    assert [cell(v) for v in (3, 2.5, None, True, "漏水", "a=b")] == [3, 2.5, None, True, "漏水", "a=b"]


@pytest.mark.django_db
def test_csv_and_xlsx_hold_the_same_rows(rf: RequestFactory) -> None:
    request: Any = rf.get("/")
    request.actor = Actor(kind=ActorKind.PERSON, id=events.new_case())
    columns: list[Column[tuple[str, int]]] = [Column("error.invalid", lambda r: r[0]), Column("x", lambda r: r[1])]
    rows = [("=HYPERLINK()", 1), ("正常", 2)]
    csv = export(request, rows, columns, what="t", format="csv").content.decode("utf-8-sig").splitlines()
    assert csv[1:] == ["'=HYPERLINK(),1", "正常,2"]
    book = load_workbook(io.BytesIO(export(request, rows, columns, what="t", format="xlsx").content))
    assert list(book[book.sheetnames[0]].iter_rows(min_row=2, values_only=True)) == [("'=HYPERLINK()", 1), ("正常", 2)]
    with pytest.raises(Invalid):
        export(request, rows, columns, what="t", format="pdf")
