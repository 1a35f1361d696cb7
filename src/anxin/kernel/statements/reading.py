"""Rows read: from the database's values to what a query yields.

Django makes each object through its constructor, which looks at every field and tells listeners; for a list of 25
lines of seven joined objects that was a third of the whole answer. A plain model's object is its values in its
`__dict__` and its state, so here they are put there at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache, partial
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import DateTimeField, ForeignKey, Model, QuerySet, UUIDField
from django.db.models.base import ModelState
from django.db.models.query import ModelIterable
from django.db.models.signals import post_init, pre_init

Row = Sequence[Any]


def reader(rows: QuerySet[Any, Any], compiler: Any) -> Callable[[Sequence[Row]], list[Any]]:
    """How the database's rows become what the query yields: objects with what they join, or (`values_list`) tuples
    or values. Raises TypeError for a model that must be made by its own constructor."""
    converted = _converted(compiler)
    made = _made(rows, compiler)
    return lambda found: [made(converted(row)) for row in found]


def _made(rows: QuerySet[Any, Any], compiler: Any) -> Callable[[Row], Any]:
    if rows._iterable_class is ModelIterable:
        return _part(compiler.klass_info, compiler.select).build
    return (lambda row: row[0]) if "Flat" in rows._iterable_class.__name__ else tuple


def _converted(compiler: Any) -> Callable[[Row], Row]:
    """A row with its values as Python has them; NULL stays None."""
    converters = compiler.get_converters([column[0] for column in compiler.select])
    steps = [(place, _convert(expression, how)) for place, (how, expression) in converters.items()]

    def converted(row: Row) -> Row:
        values = list(row)
        for place, step in steps:
            if values[place] is not None:
                values[place] = step(values[place])
        return values

    return converted


def _convert(expression: Any, steps: Sequence[Callable[[Any, Any, Any], Any]]) -> Callable[[Any], Any]:
    if connection.vendor == "sqlite" and len(steps) == 1:
        field = expression.output_field
        target = field.target_field if isinstance(field, ForeignKey) else field
        if type(target) is UUIDField:
            return _id
        if type(target) is DateTimeField:
            return partial(_moment, zone=connection.timezone)

    if len(steps) == 1:
        (only,) = steps
        return lambda value: only(value, expression, connection)

    def convert(value: Any) -> Any:
        for step in steps:
            value = step(value, expression, connection)
        return value

    return convert


@lru_cache(maxsize=8192)  # the rows of a page point to the same few places, people and products
def _id(value: str) -> UUID:
    return UUID(int=int(value, 16))


def _moment(value: datetime | str, zone: tzinfo | None) -> datetime:
    """A stored time; what an expression yields SQLite gives as text."""
    return (datetime.fromisoformat(value) if isinstance(value, str) else value).replace(tzinfo=zone)


@dataclass(frozen=True, slots=True)
class _Part:
    """One object of a row: where its columns lie (`key`: its own key), and what hangs on it."""

    model: type[Model]
    names: tuple[str, ...]
    columns: slice
    key: int
    joined: tuple[_Joined, ...]

    def build(self, row: Row) -> Any:
        made = self.model.__new__(self.model)
        values = made.__dict__
        values.update(zip(self.names, row[self.columns], strict=True))
        state = values["_state"] = ModelState()
        state.adding, state.db = False, "default"
        if self.joined:
            state.fields_cache = {one.name: one.build(row, made) for one in self.joined}
        return made


@dataclass(frozen=True, slots=True)
class _Joined:
    """What a foreign key points to; the one end of a pair knows the other (`back`)."""

    name: str
    back: str
    part: _Part

    def build(self, row: Row, holder: Any) -> Any:
        if row[self.part.key] is None:
            return None
        made = self.part.build(row)
        if self.back:
            made._state.fields_cache[self.back] = holder
        return made


def _part(klass: Any, select: Any) -> _Part:
    model, places = klass["model"], klass["select_fields"]
    if _makes_itself(model):
        raise TypeError(f"{model.__name__} must be made by its own constructor: let Django read it")
    names = tuple(select[place][0].target.attname for place in places)
    return _Part(
        model=model,
        names=names,
        columns=slice(places[0], places[-1] + 1),
        key=places[names.index(model._meta.pk.attname)],
        joined=tuple(_joined(info, select) for info in klass.get("related_klass_infos", ())),
    )


def _joined(info: Any, select: Any) -> _Joined:
    field = info["field"]
    if info["reverse"]:
        raise TypeError(f"{field} is joined backward: let Django read it")
    return _Joined(field.name, field.remote_field.cache_name if field.unique else "", _part(info, select))


def _makes_itself(model: type[Model]) -> bool:
    """Whether somebody wants to know of, or to do, the making of its objects."""
    ours = model.__mro__[: model.__mro__.index(Model)]
    own = any(name in vars(base) for base in ours for name in ("__init__", "from_db"))
    return own or pre_init.has_listeners(model) or post_init.has_listeners(model)
