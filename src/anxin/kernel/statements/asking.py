"""Queries said once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, update_wrapper
from itertools import count
from typing import Any, Generic, ParamSpec, TypeVar
from uuid import UUID, uuid4

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import ForeignKey, Model, QuerySet, prefetch_related_objects

from anxin.kernel.statements.reading import reader

M = TypeVar("M", bound=Model)
R = TypeVar("R")
P = ParamSpec("P")

_MANY = (list, tuple, set, frozenset)


@dataclass(frozen=True, slots=True)
class _Said:
    """A query in SQL. `places`: which argument each value is, -1 = the query's own; then how a row is read."""

    sql: str
    values: tuple[Any, ...]
    places: tuple[int, ...]
    read: Callable[[Sequence[tuple[Any, ...]]], list[Any]]
    prefetched: tuple[Any, ...]

    def rows(self, database: Any, arguments: Sequence[Any]) -> list[Any]:
        made = self.read(_fetched(database, self.sql, self._bound(database, arguments)))
        if self.prefetched:
            prefetch_related_objects(made, *self.prefetched)
        return made

    def count(self, database: Any, arguments: Sequence[Any]) -> int:
        return count_of(database, self.sql, self._bound(database, arguments))

    def _bound(self, database: Any, arguments: Sequence[Any]) -> list[Any]:
        adapted = adapted_to(database.vendor)
        pairs = zip(self.places, self.values, strict=True)
        return [value if place < 0 else adapted(arguments[place]) for place, value in pairs]


def count_of(database: Any, sql: str, values: Sequence[Any]) -> int:
    """How many rows a query in Django's own words finds."""
    ((found,),) = _fetched(database, f"SELECT COUNT(*) FROM ({sql}) counted", values)  # noqa: S608
    return int(found)


def _fetched(database: Any, sql: str, values: Sequence[Any]) -> Any:
    with database.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


class prepared(Generic[P, M, R]):  # a decorator
    """A query put into SQL at its first use; called with its values it returns the rows as a list.

    Values are UUIDs, texts, days, times, None, or a sequence of them for `__in` (never empty), given by position and
    reaching the database as they are; one that chooses between queries belongs outside. One SQL is kept per kind of
    database, per length of each sequence and per argument that is None.
    """

    def __init__(self, query: Callable[P, QuerySet[M, R]]) -> None:
        self._query = query
        self._said: dict[tuple[Any, ...], _Said] = {}
        update_wrapper(self, query)

    def __call__(self, *args: P.args, **named: P.kwargs) -> list[R]:
        assert not named, "values are given by position"
        said, database, flat = self._asked(args)
        return said.rows(database, flat)

    def count(self, *args: P.args, **named: P.kwargs) -> int:
        """How many rows there are; of a query with a limit, no more than that."""
        assert not named, "values are given by position"
        said, database, flat = self._asked(args)
        return said.count(database, flat)

    def _asked(self, args: Sequence[Any]) -> tuple[_Said, Any, list[Any]]:
        flat, shape = _flattened(args)
        database = connections[DEFAULT_DB_ALIAS]
        key = (database.vendor, *shape)
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = _say(self._query, args)
        return said, database, flat


def _flattened(args: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """All values in a row, None left out; and what of them the SQL depends on."""
    flat, shape = list[Any](), list[Any]()
    for arg in args:
        if isinstance(arg, _MANY):
            flat.extend(arg)
            shape.append(len(arg))
        elif arg is None:
            shape.append(None)
        else:
            flat.append(arg)
            shape.append(type(arg))
    return flat, shape


def _say(query: Callable[..., QuerySet[Any, Any]], args: Sequence[Any]) -> _Said:
    """Ask for the SQL with values that cannot be mistaken for others, and see where they went."""
    marks = [[_mark(one) for one in arg] if isinstance(arg, _MANY) else _mark(arg) for arg in args]
    flat, _ = _flattened(marks)
    rows = query(*marks)
    compiler = rows.query.get_compiler(using=connection.alias)
    sql, values = compiler.as_sql()
    adapted = adapted_to(connection.vendor)
    known = {adapted(mark): place for place, mark in enumerate(flat)}
    places = tuple(known.get(value, -1) if isinstance(value, str | UUID | date) else -1 for value in values)
    if set(places) - {-1} != set(range(len(flat))):
        raise TypeError(f"{query.__name__}: a value does not reach the SQL as it is")
    prefetched = rows._prefetch_related_lookups  # type: ignore[attr-defined]
    return _Said(sql, tuple(values), places, reader(rows, compiler), prefetched)


_numbers = count()


def _mark(value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, UUID):
        return uuid4()
    if isinstance(value, str):
        return f"~{uuid4().hex}"  # no id: where one is wanted, Django refuses it
    if isinstance(value, datetime):
        return datetime(1902, 3, 4, tzinfo=UTC) + timedelta(seconds=next(_numbers))
    if isinstance(value, date):
        return date(1702, 3, 4) + timedelta(days=next(_numbers) % 60_000)
    raise TypeError(f"a query is not prepared for {value!r}")


@cache
def adapted_to(vendor: str) -> Callable[[Any], Any]:
    """How a value is handed to this kind of database."""
    as_time, as_day = connection.ops.adapt_datetimefield_value, connection.ops.adapt_datefield_value
    keeps_ids = vendor == "postgresql"

    def adapted(value: Any) -> Any:
        if isinstance(value, UUID):
            return value if keeps_ids else value.hex
        if isinstance(value, datetime):
            return as_time(value)
        return as_day(value) if isinstance(value, date) else value

    return adapted


def follow(row: Model, *names: str) -> None:
    """Read what a row points to by these foreign keys, as far as it is not read yet: Django does so too, when it is
    used, but says it anew each time."""
    for name in names:
        field = row._meta.get_field(name)
        assert isinstance(field, ForeignKey), f"{field} is no foreign key"
        key = getattr(row, field.attname)
        if key is not None and not field.is_cached(row):
            setattr(row, name, _by_key(field.related_model)(key)[0])


def by_key(model: type[M], key: UUID) -> M:
    """The row of a key. Raises the model's DoesNotExist."""
    rows: list[M] = _by_key(model)(key)
    return rows[0] if rows else model._base_manager.none().get()  # nothing to get: it raises in the model's name


@cache
def _by_key(model: Any) -> prepared[[UUID], Any, Any]:
    def rows(key: UUID) -> QuerySet[Any]:
        found: QuerySet[Any] = model._base_manager.filter(pk=key)
        return found

    return prepared(rows)
