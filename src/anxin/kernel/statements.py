"""Statements said once.

Django builds the SQL of a query anew every time: for one row by its key that takes several times as long as the
database takes to answer. What is asked or written at every request is therefore put into SQL once per process and
kind of database, and only its values change:

    @prepared
    def _open_runs(case_id: UUID) -> QuerySet[Run]:
        return Run.objects.filter(case_id=case_id, state="open")

    _open_runs(case_id)  # → list[Run]

    insert(Check(run=run, code=code, at=at))
    update(run, "stage", "target_at")

The SQL follows from the code alone (models, the function's body), never from rows, so nothing can go stale.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, update_wrapper
from itertools import count
from typing import Any, Generic, ParamSpec, TypeVar
from uuid import UUID, uuid4

from django.db import DatabaseError, connection, models
from django.db.models import Model, QuerySet, prefetch_related_objects
from django.db.models.query import ModelIterable, get_related_populators

M = TypeVar("M", bound=Model)
R = TypeVar("R")
P = ParamSpec("P")

#: Values of one INSERT; more rows go in several.
_MOST_VALUES = 900

_MANY = (list, tuple, set, frozenset)

#: How a value is handed to the database; None = as it is.
_Write = Callable[[Any], Any] | None


def insert(row: M) -> M:
    """Store a new row and return it. Its key is its own (a UUID) or, where the database numbers, stays unknown."""
    insert_all([row])
    return row


def insert_all(rows: Sequence[Model], *, unless_there: bool = False) -> None:
    """Store new rows of one model, in their order; `unless_there`: what a unique key already holds is left out."""
    if not rows:
        return
    model = type(rows[0])
    columns = _columns(model, connection.vendor)
    at_once = max(1, _MOST_VALUES // len(columns))
    with connection.cursor() as cursor:
        for start in range(0, len(rows), at_once):
            part = rows[start : start + at_once]
            cursor.execute(_insert_sql(model, connection.vendor, len(part), unless_there), _values(part, columns))
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def update(row: Model, *names: str) -> None:
    """Write some fields of a stored row. Raises DatabaseError when it is gone."""
    model, vendor = type(row), connection.vendor
    columns = _named(model, vendor, (*names, model._meta.pk.attname))
    with connection.cursor() as cursor:
        cursor.execute(_update_sql(model, vendor, names), _values([row], columns))
        if cursor.rowcount != 1:
            raise DatabaseError(f"{model.__name__} {row.pk} is not there to be written")


def follow(row: Model, *names: str) -> None:
    """Read what a row points to by these foreign keys, as far as it is not read yet: Django does so too, when it is
    used, but says it anew each time."""
    for name in names:
        field = row._meta.get_field(name)
        key = getattr(row, field.attname)  # type: ignore[union-attr]
        if key is not None and not field.is_cached(row):  # type: ignore[union-attr]
            setattr(row, name, _by_key(field.related_model)(key)[0])


@cache
def _by_key(model: Any) -> prepared[[UUID], Any, Any]:
    def rows(key: UUID) -> QuerySet[Any]:
        found: QuerySet[Any] = model._base_manager.filter(pk=key)
        return found

    return prepared(rows)


def _values(rows: Sequence[Model], columns: Sequence[tuple[str, _Write]]) -> list[Any]:
    return [
        getattr(row, name) if write is None else write(getattr(row, name)) for row in rows for name, write in columns
    ]


@cache
def _insert_sql(model: type[Model], vendor: str, rows: int, unless_there: bool) -> str:
    fields = _inserted(model)
    names = ", ".join(f'"{field.column}"' for field in fields)
    line = f"({', '.join(['%s'] * len(fields))})"
    # Names come from the models.
    said = f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES {", ".join([line] * rows)}'  # noqa: S608
    return f"{said} ON CONFLICT DO NOTHING" if unless_there else said


@cache
def _update_sql(model: type[Model], vendor: str, names: tuple[str, ...]) -> str:
    assigned = ", ".join(f'"{field.column}" = %s' for field in _fields(model, names))
    return f'UPDATE "{model._meta.db_table}" SET {assigned} WHERE "{model._meta.pk.column}" = %s'  # noqa: S608


def _inserted(model: type[Model]) -> list[models.Field[Any, Any]]:
    """The columns a new row brings; a key the database numbers is none of them."""
    return [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]


@cache
def _columns(model: type[Model], vendor: str) -> tuple[tuple[str, _Write], ...]:
    return tuple((field.attname, _writer(field, vendor)) for field in _inserted(model))


@cache
def _named(model: type[Model], vendor: str, names: tuple[str, ...]) -> tuple[tuple[str, _Write], ...]:
    return tuple((field.attname, _writer(field, vendor)) for field in _fields(model, names))


def _fields(model: type[Model], names: Sequence[str]) -> list[models.Field[Any, Any]]:
    found = [model._meta.get_field(name) for name in names]
    return [field for field in found if isinstance(field, models.Field)]


#: Fields whose Python value is what the database takes.
_AS_IT_IS = (models.CharField, models.TextField, models.IntegerField, models.BooleanField, models.FloatField)


def _writer(field: Any, vendor: str) -> _Write:
    """How a field's value is handed to the database; None = as it is."""
    source = field.target_field if isinstance(field, models.ForeignKey) else field
    if getattr(source, "auto_now", False) or getattr(source, "auto_now_add", False) or source.generated:
        raise TypeError(f"{field} makes its own value: let Django write it")
    if isinstance(source, models.UUIDField):
        return None if vendor == "postgresql" else _hex
    if isinstance(source, _AS_IT_IS):
        return None
    if type(source) is models.DateTimeField:
        return _time
    return lambda value: source.get_db_prep_save(value, connection)


def _time(value: datetime | None) -> Any:
    return None if value is None else connection.ops.adapt_datetimefield_value(value)


def _hex(value: UUID | None) -> str | None:
    return None if value is None else value.hex


@dataclass(frozen=True, slots=True)
class _Said:
    """A query in SQL. `places`: which argument each value is, -1 = the query's own; then how a row is read."""

    sql: str
    values: tuple[Any, ...]
    places: tuple[int, ...]
    converters: tuple[tuple[int, list[Any], Any], ...]
    build: Callable[[Sequence[Any]], Any]
    prefetched: tuple[Any, ...]

    def rows(self, arguments: Sequence[Any]) -> list[Any]:
        pairs = zip(self.places, self.values, strict=True)
        bound = [value if place < 0 else _adapted(arguments[place]) for place, value in pairs]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, bound)
            found = cursor.fetchall()
        made = [self.build(self._converted(row)) for row in found]
        if self.prefetched:
            prefetch_related_objects(made, *self.prefetched)
        return made

    def _converted(self, row: Sequence[Any]) -> Sequence[Any]:
        values = list(row)
        for place, steps, expression in self.converters:
            for step in steps:
                values[place] = step(values[place], expression, connection)
        return values


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
        flat, shape = _flattened(args)
        key = (connection.vendor, *shape)
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = _say(self._query, args)
        return said.rows(flat)


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
    known = {_adapted(mark): place for place, mark in enumerate(flat)}
    places = tuple(known.get(value, -1) if isinstance(value, str | UUID | date) else -1 for value in values)
    if set(places) - {-1} != set(range(len(flat))):
        raise TypeError(f"{query.__name__}: a value does not reach the SQL as it is")
    converters = compiler.get_converters([column[0] for column in compiler.select]).items()
    return _Said(
        sql,
        tuple(values),
        places,
        tuple((place, *how) for place, how in converters),
        _builder(rows, compiler),
        rows._prefetch_related_lookups,  # type: ignore[attr-defined]
    )


_numbers = count()


def _mark(value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, UUID):
        return uuid4()
    if isinstance(value, str):
        return uuid4().hex
    if isinstance(value, datetime):
        return datetime(1902, 3, 4, tzinfo=UTC) + timedelta(seconds=next(_numbers))
    if isinstance(value, date):
        return date(1702, 3, 4) + timedelta(days=next(_numbers) % 60_000)
    raise TypeError(f"a query is not prepared for {value!r}")


def _adapted(value: Any) -> Any:
    if isinstance(value, UUID):
        return value if connection.vendor == "postgresql" else value.hex
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value


def _builder(rows: QuerySet[Any, Any], compiler: Any) -> Callable[[Sequence[Any]], Any]:
    """How a row becomes what the query yields: an object with what it joined, or (`values_list`) a tuple or value."""
    if rows._iterable_class is not ModelIterable:
        return (lambda row: row[0]) if "Flat" in rows._iterable_class.__name__ else tuple
    klass, select = compiler.klass_info, compiler.select
    model, fields = klass["model"], klass["select_fields"]
    start, end = fields[0], fields[-1] + 1
    names = [select[place][0].target.attname for place in range(start, end)]
    populators = get_related_populators(klass, select, connection.alias)  # type: ignore[call-arg]  # stubs of Django 6

    def build(row: Sequence[Any]) -> Any:
        found = model.from_db(connection.alias, names, row[start:end])
        for populator in populators:
            populator.populate(row, found)
        return found

    return build
