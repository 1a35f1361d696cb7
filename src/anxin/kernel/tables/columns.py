"""What a column of a table may hold, and what is wrong with a cell in the words of who wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from anxin.kernel.errors import Invalid
from anxin.kernel.i18n import LANGUAGES, Reason, t

#: A text cell to its value; raises Invalid.
Read = Callable[[str], Any]

_YES = frozenset({"1", "是", "有", "√", "yes", "y", "true"})
_NO = frozenset({"0", "否", "无", "×", "no", "n", "false"})
_DAY = re.compile(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T]00:00(?::00)?)?")
_PARTED = re.compile(r"[;；,，、\n]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
#: An export puts an apostrophe before what a spreadsheet would take for a formula; here it goes again.
_GUARDED = re.compile(r"'(?=[=+\-@])")


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is what the column is called in code and its value among those of a row; `enum.{title}` the key of its
    head.

    `needed`: a new row must say it, and it is never empty. `empty` is the value of an empty cell.
    """

    name: str
    title: str
    read: Read
    needed: bool = False
    empty: Any = None
    sample: str = ""

    def value(self, cell: str) -> Any:
        """Raises Invalid with what is wrong."""
        plain = _GUARDED.sub("", cell, count=1).strip()
        if not plain:
            if self.needed:
                raise Invalid("tables.missing")
            return self.empty
        if _CONTROL.search(plain):
            raise Invalid("tables.control")
        return self.read(plain)

    def heads(self) -> set[str]:
        """What the column may be called in a file."""
        return {folded(self.name), *(folded(t(f"enum.{self.title}", lang)) for lang in LANGUAGES)}


def folded(head: str) -> str:
    return re.sub(r"[\s*＊_]+", "", head).casefold()


def shown(value: Any, lang: str) -> str:
    """A value as a cell of a file shows it, and as it can be read back."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return t("tables.yes" if value else "tables.no", lang)
    if isinstance(value, frozenset | tuple | list):
        return "; ".join(sorted(str(one) for one in value))
    if isinstance(value, dict):
        return "; ".join(f"{key}:{held}" for key, held in sorted(value.items()))
    return value.isoformat() if isinstance(value, date) else str(value)


def text(limit: int) -> Read:
    def read(cell: str) -> str:
        if len(cell) > limit:
            raise Invalid("tables.too_long", limit=limit)
        return cell

    return read


def code(limit: int) -> Read:
    """A number or model as it is printed: a spreadsheet that made 8.01E+12 of it has lost it."""
    plain = text(limit)

    def read(cell: str) -> str:
        if re.fullmatch(r"\d(\.\d+)?E\+\d+", cell):
            raise Invalid("tables.rounded", value=cell)
        return str(plain(cell))

    return read


def whole(low: int, high: int) -> Read:
    def read(cell: str) -> int:
        if not re.fullmatch(r"\d{1,9}", cell) or not low <= int(cell) <= high:
            raise Invalid("tables.no_number", value=cell[:40], low=low, high=high)
        return int(cell)

    return read


def money(cell: str) -> Decimal:
    """CNY: 68, 68.00, ¥1,280.50, 68元."""
    try:
        value = Decimal(re.sub(r"[¥￥,，元\s]", "", cell))
    except InvalidOperation as error:
        raise Invalid("tables.no_money", value=cell[:40]) from error
    if not value.is_finite() or not 0 <= value < 10**8 or round(value, 2) != value:
        raise Invalid("tables.no_money", value=cell[:40])
    return round(value, 2)


def flag(cell: str) -> bool:
    if cell.casefold() not in _YES | _NO:
        raise Invalid("tables.no_flag", value=cell[:40])
    return cell.casefold() in _YES


def day(cell: str) -> date:
    """2026-07-14, 2026/7/14, 2026年7月14日, 20260714."""
    found = _DAY.fullmatch(cell)
    try:
        if found:
            return date(*(int(part) for part in found.groups()))
    except ValueError:
        pass  # 30 February: told below like everything that is no day
    raise Invalid("tables.no_day", value=cell[:40])


def many(most: int) -> Read:
    """Codes parted by ; or , or 、 as a set."""

    def read(cell: str) -> frozenset[str]:
        found = frozenset(part.strip() for part in _PARTED.split(cell) if part.strip())
        if len(found) > most:
            raise Invalid("tables.too_many", limit=most)
        return found

    return read


def reason(error: Invalid, column: Column) -> Reason:
    """What is wrong with a cell, with the name of its column in the reader's language."""
    return Reason(error.code, {**error.params, "column": f"enum.{column.title}"})
