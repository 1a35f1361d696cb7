"""Cursor paging over an allow-listed order."""

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, Model, Q, QuerySet
from pydantic import BaseModel

from anxin.kernel.errors import Invalid
from anxin.kernel.http.request import Request
from anxin.kernel.http.taking import paged
from anxin.kernel.statements import Listing, Order, count_of

T = TypeVar("T")
M = TypeVar("M", bound=Model)

#: Beyond this, counting costs more than it tells: "1,000+".
COUNTED = 1000
MAX_LIMIT = 100


class Page(BaseModel, Generic[T]):
    """One page of a list; `next` is the cursor of the following one."""

    items: list[T]
    next: str | None
    count: int
    count_exact: bool


def paginate(
    request: Request,
    rows: QuerySet[M] | Listing[M],
    *,
    what: str,
    shape: Callable[[Sequence[M]], list[T]],
    orders: Mapping[str, str],
    sort: str,
    cursor: str | None,
    limit: int = 25,
    read: Callable[[tuple[Any, ...]], Iterable[M]] | None = None,
) -> Page[T]:
    """One page of `rows`, of the list with the code `what`.

    `read` brings the rows of some keys with what a line shows (joins, columns): keys are found and put in order first.
    The first page of a `Listing`, which needs it, is asked in SQL said once.
    `orders` maps the sort names a caller may use to a column; `-name` turns it round. The key breaks ties.
    `shape` turns the page's rows into items at once, so that it can read what they share in one query.
    Raises Invalid for an unknown order or a cursor that is not ours.
    """
    order = _order(orders, sort)
    limit = max(1, min(limit, MAX_LIMIT))
    found = _found(rows, order, cursor, limit + 1, read)
    more, found = found[limit:], found[:limit]
    count = len(found) if not cursor and not more else _counted(rows)
    paged(request.actor, what, [row.pk for row in found], on_screen=not cursor and request.actor_by_cookie)
    following = _write(_value(found[-1], order.column), found[-1].pk) if more else None
    return Page(items=shape(found), next=following, count=min(count, COUNTED), count_exact=count <= COUNTED)


def _found(
    rows: QuerySet[M] | Listing[M],
    order: Order,
    cursor: str | None,
    limit: int,
    read: Callable[[tuple[Any, ...]], Iterable[M]] | None,
) -> list[M]:
    if isinstance(rows, Listing):
        assert read is not None, "a listing finds keys"
        if not cursor:
            return _by_key(read, rows.first(order, limit))
        rows = rows.rows()
    column = F(order.column)
    ordered = (column.desc(nulls_last=True), "-pk") if order.down else (column.asc(nulls_last=True), "pk")
    rows = rows.order_by(*ordered)
    if cursor:
        rows = rows.filter(_after(order.column, order.down, *_read(cursor)))
    wanted = rows[:limit]
    return list(wanted) if read is None else _by_key(read, wanted.values_list("pk", flat=True))


def _counted(rows: QuerySet[Any] | Listing[Any]) -> int:
    """How many rows, as far as that is told. Django's own `count()` of a slice takes longer to say than to answer."""
    if isinstance(rows, Listing):
        return rows.count(COUNTED + 1)
    try:
        said, values = rows.order_by()[: COUNTED + 1].values_list("pk").query.sql_with_params()
    except EmptyResultSet:
        return 0
    return count_of(connection, said, values)


def _by_key(read: Callable[[tuple[Any, ...]], Iterable[M]], keys: Iterable[Any]) -> list[M]:
    ordered = tuple(keys)
    rows = {row.pk: row for row in read(ordered)} if ordered else {}
    return [rows[key] for key in ordered if key in rows]


def _order(orders: Mapping[str, str], sort: str) -> Order:
    name = sort.removeprefix("-")
    if name not in orders:
        raise Invalid("error.unknown_sort", field=name)
    return Order(orders[name], down=sort.startswith("-"))


def _after(column: str, down: bool, value: Any, key: str) -> Q:
    past, later_key = ("lt", Q(pk__lt=key)) if down else ("gt", Q(pk__gt=key))
    if value is None:
        return Q(**{f"{column}__isnull": True}) & later_key
    return Q(**{f"{column}__{past}": value}) | (Q(**{column: value}) & later_key) | Q(**{f"{column}__isnull": True})


def _value(row: Model, column: str) -> Any:
    value: Any = row
    for part in column.split("__"):
        value = getattr(value, part)
    return value.isoformat() if isinstance(value, datetime) else value


def _write(value: Any, key: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps([value, str(key)], default=str).encode()).decode().rstrip("=")


def _read(cursor: str) -> tuple[Any, str]:
    try:
        value, key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, TypeError) as error:
        raise Invalid("error.bad_cursor") from error
    if not isinstance(key, str) or isinstance(value, dict | list):
        raise Invalid("error.bad_cursor")
    return value, key
