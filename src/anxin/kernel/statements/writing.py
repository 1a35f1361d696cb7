"""Rows written: one text per model and columns, or per models that are written together."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, models
from django.db.models import Model

M = TypeVar("M", bound=Model)
Values = Mapping[str, Any]

#: Values of one INSERT; more rows go in several.
_MOST_VALUES = 900

#: How a value is handed to the database; None = as it is.
_Write = Callable[[Any], Any] | None


def insert(row: M) -> M:
    """Write a new row now and return it. Its key is its own (a UUID) or, where the database numbers, stays unknown."""
    insert_all([row])
    return row


def insert_all(rows: Sequence[Model], *, unless_there: bool = False) -> None:
    """Write new rows of one model now, in their order; `unless_there`: what a unique key already holds is left out."""
    if not rows:
        return
    _insert_values(type(rows[0]), [row.__dict__ for row in rows], unless_there=unless_there)
    for row in rows:
        row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def _insert_values(model: type[Model], rows: Sequence[Values], *, unless_there: bool = False) -> None:
    """The same of rows nobody looks at afterwards: their values by name, every column of them (no default is known
    here), without the objects."""
    database = connections[DEFAULT_DB_ALIAS]
    columns = _columns(model, database.vendor)
    at_once = max(1, _MOST_VALUES // len(columns))
    with database.cursor() as cursor:
        for start in range(0, len(rows), at_once):
            part = rows[start : start + at_once]
            cursor.execute(_insert_sql(model, len(part), unless_there), _values(part, columns))


def insert_together(rows: Mapping[type[Model], Sequence[Values]]) -> None:
    """Write new rows of several models, at least one of each, as `insert_all` those of one.

    On PostgreSQL it is one statement whose only values are the rows of each model as JSON: its text does not depend
    on how many there are, so it is planned once, and the way to the database and back is gone once.
    """
    if connections[DEFAULT_DB_ALIAS].vendor != "postgresql" or sum(map(len, rows.values())) == 1:
        for model, values in rows.items():
            _insert_values(model, values)
        return
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(_together_sql(tuple(rows)), [_as_json(model, values) for model, values in rows.items()])


def update(row: Model, *names: str) -> None:
    """Write some fields of a stored row. Raises DatabaseError when it is gone."""
    model, database = type(row), connections[DEFAULT_DB_ALIAS]
    columns = _named(model, database.vendor, (*names, model._meta.pk.attname))
    with database.cursor() as cursor:
        cursor.execute(_update_sql(model, names), _values([row.__dict__], columns))
        if cursor.rowcount != 1:
            raise DatabaseError(f"{model.__name__} {row.pk} is not there to be written")


def update_all(rows: Sequence[Model], *names: str) -> None:
    """Write some fields of stored rows of one model, many in one statement: each row is offered as a new one, and
    where its key is held the fields are taken over."""
    if not rows:
        return
    model, database = type(rows[0]), connections[DEFAULT_DB_ALIAS]
    columns = _columns(model, database.vendor)
    at_once = max(1, _MOST_VALUES // len(columns))
    taken = ", ".join(f'"{field.column}" = excluded."{field.column}"' for field in _fields(model, names))
    with database.cursor() as cursor:
        for start in range(0, len(rows), at_once):
            part = [row.__dict__ for row in rows[start : start + at_once]]
            said = (
                f'{_insert_sql(model, len(part), False)} ON CONFLICT ("{model._meta.pk.column}") DO UPDATE SET {taken}'
            )
            cursor.execute(said, _values(part, columns))


def _values(rows: Sequence[Values], columns: Sequence[tuple[str, _Write]]) -> list[Any]:
    return [row[name] if write is None else write(row[name]) for row in rows for name, write in columns]


@cache
def _insert_sql(model: type[Model], rows: int, unless_there: bool) -> str:
    line = f"({', '.join(['%s'] * len(_inserted(model)))})"
    said = f"{_into(model)} VALUES {', '.join([line] * rows)}"
    return f"{said} ON CONFLICT DO NOTHING" if unless_there else said


@cache
def _together_sql(of: tuple[type[Model], ...]) -> str:
    parts = [_from_json_sql(model) for model in of]
    first = ", ".join(f"part{place} AS ({part})" for place, part in enumerate(parts[:-1]))
    return f"WITH {first} {parts[-1]}" if first else parts[-1]


def _from_json_sql(model: type[Model]) -> str:
    """The table itself says of what kind each value is; what is too long for a column is refused, never cut."""
    # The names are the model's.
    given = f'SELECT {_column_list(model)} FROM json_populate_recordset(NULL::"{model._meta.db_table}", %s::json)'  # noqa: S608
    return f"{_into(model)} {given}"


def _into(model: type[Model]) -> str:
    return f'INSERT INTO "{model._meta.db_table}" ({_column_list(model)})'


def _column_list(model: type[Model]) -> str:
    return ", ".join(f'"{field.column}"' for field in _inserted(model))


def _as_json(model: type[Model], rows: Sequence[Values]) -> str:
    names = _names(model)
    return _JSON.encode([{column: row[name] for name, column in names} for row in rows])


@cache
def _names(model: type[Model]) -> tuple[tuple[str, str | None], ...]:
    return tuple((field.attname, field.column) for field in _inserted(model))


def _plain(value: Any) -> str:
    """What JSON has no word for, as PostgreSQL reads it. Raises TypeError for what is not foreseen."""
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, date):  # a datetime is one, too
        return value.isoformat()
    if isinstance(value, bytes):
        return f"\\x{value.hex()}"
    raise TypeError(f"{type(value).__name__} is not written together with other rows")


_JSON = json.JSONEncoder(default=_plain, ensure_ascii=False)


@cache
def _update_sql(model: type[Model], names: tuple[str, ...]) -> str:
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
    database = connections[DEFAULT_DB_ALIAS]  # what is asked of it is the same in every thread
    if type(source) is models.DateTimeField:
        return None if vendor == "postgresql" else _moment
    if type(source) is models.JSONField:
        as_json = database.ops.adapt_json_value
        return lambda value: None if value is None else as_json(value, source.encoder)
    return lambda value: source.get_db_prep_save(value, database)


def _hex(value: UUID | None) -> str | None:
    return None if value is None else value.hex


def _moment(value: datetime | None) -> str | None:
    """As Django writes it on SQLite: UTC, without saying so."""
    return None if value is None else value.astimezone(UTC).replace(tzinfo=None).isoformat(" ")
