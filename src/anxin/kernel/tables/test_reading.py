"""Files as spreadsheets save them, and files that are none."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook

from anxin.kernel.errors import Invalid, TooLarge

from . import columns, reading
from .reading import Table, read

TEXT = "型号,中文名称\r\nJSQ30-AX1,热水器\r\n,\r\nJSQ30-AX2,“恒温”热水器\r\n"
ROWS = ((2, ("JSQ30-AX1", "热水器")), (4, ("JSQ30-AX2", "“恒温”热水器")))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_text_is_read_in_every_encoding_spreadsheets_save(encoding: str) -> None:
    assert read(TEXT.encode(encoding)) == Table(("型号", "中文名称"), ROWS)


@pytest.mark.parametrize("mark", ["\t", ";"])
def test_cells_pasted_from_a_spreadsheet_are_parted_by_other_marks(mark: str) -> None:
    assert read(f"a{mark}b\n1{mark}2,5\n".encode()) == Table(("a", "b"), ((2, ("1", "2,5")),))


def test_a_quoted_cell_may_hold_the_mark_and_a_new_line() -> None:
    assert read(b'a,b\n"1,\n2",3\nx,y\n').rows == ((2, ("1,\n2", "3")), (3, ("x", "y")))


def book(*rows: tuple[Any, ...]) -> bytes:
    made, out = Workbook(), io.BytesIO()
    for row in rows:
        made.worksheets[0].append(row)
    made.save(out)
    return out.getvalue()


def test_a_workbook_says_numbers_and_days_as_people_do() -> None:
    read_back = read(
        book(("a", "b", "c", "d"), (12.0, 68.5, date(2026, 7, 14), True), (None,) * 4, ("x", None, None, 7))
    )
    assert read_back.rows == ((2, ("12", "68.5", "2026-07-14", "1")), (4, ("x", "", "", "7")))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "tables.empty"),
        (b"a,b\n", "tables.empty"),
        (b"\xd0\xcf\x11\xe0 old", "tables.old_workbook"),
        (b"PK\x03\x04 no archive", "tables.unreadable"),
        (b"a\n\x81\xff\xfe", "tables.unreadable"),
        (b"a\n" + b"1\n" * 50_001, "tables.too_many_rows"),
        (b"," * 60 + b"a\n1\n", "tables.too_many_columns"),
        (b"a\n" + b"x" * 200_000, "tables.unreadable"),
    ],
)
def test_what_is_no_table_is_refused_in_words(data: bytes, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(data)
    assert refused.value.code == code


def test_too_many_bytes_are_not_looked_at() -> None:
    with pytest.raises(TooLarge):
        read(b"x" * (reading.MAX_BYTES + 1))


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_UNPACKED", 100_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 200_000)
    with pytest.raises(TooLarge):
        read(out.getvalue())


@pytest.mark.parametrize(
    ("reader", "cell", "value"),
    [
        (columns.money, "¥1,280.50元", Decimal("1280.50")),
        (columns.money, "68", Decimal("68.00")),
        (columns.day, "2026/7/4", date(2026, 7, 4)),
        (columns.day, "2026年7月4日", date(2026, 7, 4)),
        (columns.day, "20260704", date(2026, 7, 4)),
        (columns.day, datetime(2026, 7, 4).isoformat(" "), date(2026, 7, 4)),
        (columns.flag, "是", True),
        (columns.flag, "No", False),
        (columns.whole(0, 600), "72", 72),
        (columns.many(3), "A1；A2、A1", frozenset({"A1", "A2"})),
    ],
)
def test_cells_are_read_as_people_write_them(reader: Any, cell: str, value: Any) -> None:
    assert reader(cell) == value


@pytest.mark.parametrize(
    ("reader", "cell", "code"),
    [
        (columns.money, "-1", "tables.no_money"),
        (columns.money, "1.005", "tables.no_money"),
        (columns.money, "NaN", "tables.no_money"),
        (columns.money, "1e9", "tables.no_money"),
        (columns.day, "2026-02-30", "tables.no_day"),
        (columns.flag, "maybe", "tables.no_flag"),
        (columns.whole(1, 1440), "0", "tables.no_number"),
        (columns.whole(1, 1440), "1.5", "tables.no_number"),
        (columns.code(40), "8.01E+12", "tables.rounded"),
        (columns.code(4), "12345", "tables.too_long"),
        (columns.many(1), "a;b", "tables.too_many"),
    ],
)
def test_cells_that_are_wrong_say_so(reader: Any, cell: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        reader(cell)
    assert refused.value.code == code


def test_what_an_export_guarded_is_read_back_as_it_was() -> None:
    column = columns.Column("name", "column.name_zh", columns.text(20))
    assert [column.value(cell) for cell in ("'=1+1", "'-5", "O'Neill", "'quoted")] == [
        "=1+1",
        "-5",
        "O'Neill",
        "'quoted",
    ]
