"""Export of what a list shows, as CSV or XLSX, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.http import HttpResponse
from openpyxl import Workbook

from anxin.kernel.errors import Invalid
from anxin.kernel.http.request import Request
from anxin.kernel.http.taking import exported
from anxin.kernel.i18n import t

T = TypeVar("T")

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: A cell that begins so is read as a formula by spreadsheets (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Column(Generic[T]):
    """A column: the message key of its head, and the value of a row."""

    title: str
    value: Callable[[T], Any]


def export(
    request: Request, rows: Sequence[T], columns: Sequence[Column[T]], *, what: str, format: str, name: str = ""
) -> HttpResponse:
    """The rows as a download named `name` (`what`, the code of the list, if none is given), told to the ledger.

    Raises Invalid for a format other than csv and xlsx.
    """
    heads = [t(column.title, request.actor.lang) for column in columns]
    table = ([column.value(row) for column in columns] for row in rows)
    response = download(heads, table, format=format, name=name or what)
    exported(request.actor, what, len(rows), format)
    return response


def download(heads: list[str], rows: Iterable[list[Any]], *, format: str, name: str) -> HttpResponse:
    """A table as a file, safe to open in a spreadsheet. Raises Invalid for a format other than csv and xlsx."""
    table = ([cell(value) for value in row] for row in rows)
    if format == "csv":
        return _download(_csv(heads, table), "text/csv; charset=utf-8", f"{name}.csv")
    if format == "xlsx":
        return _download(_xlsx(heads, table), _XLSX, f"{name}.xlsx")
    raise Invalid("error.unknown_format", field=format)


def cell(value: Any) -> Any:
    """A value as a spreadsheet may hold it: text that looks like a formula gets a leading apostrophe."""
    if value is None or isinstance(value, bool | int | float):
        return value
    text = value.isoformat() if isinstance(value, datetime) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv(heads: list[str], table: Iterator[list[Any]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows(table)
    return out.getvalue().encode("utf-8-sig")  # the mark lets spreadsheets see UTF-8


def _xlsx(heads: list[str], table: Iterator[list[Any]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(heads)
    for line in table:
        sheet.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _download(content: bytes, kind: str, filename: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response
