"""Bytes to rows of text: CSV as spreadsheets save it, or the first sheet of a workbook (.xlsx)."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from anxin.kernel.errors import Invalid, TooLarge

MAX_BYTES = 8 * 1024 * 1024
MAX_ROWS = 50_000
MAX_COLUMNS = 60
#: What a workbook may unpack to: a few kilobytes can be made to unpack to gigabytes.
MAX_UNPACKED = 120 * 1024 * 1024

_WORKBOOK, _OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_DELIMITERS = ",\t;"
#: Excel in China saves CSV as GB18030 (which holds GBK and GB2312); what is valid UTF-8 is hardly ever that.
_ENCODINGS = ("utf-8-sig", "gb18030")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Table:
    """`rows`: number of the line as a spreadsheet counts it (the head is 1), and cells in the order of heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read(data: bytes) -> Table:
    """The table in a file. Raises TooLarge, or Invalid when it is no table or holds more than `MAX_ROWS` rows."""
    if len(data) > MAX_BYTES:
        raise TooLarge("tables.too_large", limit=MAX_BYTES // 1024 // 1024)
    if data.startswith(_OLD_WORKBOOK):
        raise Invalid("tables.old_workbook")
    lines = _workbook(data) if data.startswith(_WORKBOOK) else _csv(_decoded(data))
    return _table(lines)


def _table(lines: Iterable[Sequence[str]]) -> Table:
    heads, rows = tuple[str, ...](), list[tuple[int, tuple[str, ...]]]()
    for number, cells in enumerate(lines, start=1):
        trimmed = [cell.strip() for cell in cells]
        if not any(trimmed):
            continue
        if not heads:
            heads = _without_tail(trimmed)
            if len(heads) > MAX_COLUMNS:
                raise Invalid("tables.too_many_columns", limit=MAX_COLUMNS)
            continue
        if len(rows) == MAX_ROWS:
            raise Invalid("tables.too_many_rows", limit=MAX_ROWS)
        rows.append((number, tuple((*trimmed, *[""] * len(heads))[: len(heads)])))
    if not heads or not rows:
        raise Invalid("tables.empty")
    return Table(heads, tuple(rows))


def _without_tail(heads: Sequence[str]) -> tuple[str, ...]:
    """Columns to the right of the last head are nobody's."""
    named = [place for place, head in enumerate(heads) if head]
    return tuple(heads[: named[-1] + 1])


def _decoded(data: bytes) -> str:
    encodings = ("utf-16",) if data.startswith(_UTF16) else _ENCODINGS
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Invalid("tables.unreadable")


def _csv(text: str) -> Iterable[Sequence[str]]:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise Invalid("tables.unreadable") from error


def _workbook(data: bytes) -> list[list[str]]:
    """The first sheet's values; formulas count by the value last seen."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MAX_UNPACKED:
                raise TooLarge("tables.too_large", limit=MAX_BYTES // 1024 // 1024)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a file says of its own size need not be so
        rows = sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS + 1, max_row=MAX_ROWS + 1000)
        return [[_said(value) for value in row] for row in rows]
    except (zipfile.BadZipFile, InvalidFileException, ParseError, KeyError, IndexError, ValueError) as error:
        raise Invalid("tables.unreadable") from error


def _said(value: Any) -> str:
    """A cell as a person reads it: 12.0 is 12, midnight is a day."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return format(value, ".15g")
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
