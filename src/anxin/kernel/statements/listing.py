"""Lists whose SQL is said once per kind of question: which columns are narrowed, to how many values, in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import prod
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import F, Model, OrderBy, Q, QuerySet

from anxin.kernel.statements.asking import prepared

M = TypeVar("M", bound=Model)

#: Branches of one question; beyond, rows are sorted.
_MOST_BRANCHES = 24


@dataclass(frozen=True, slots=True)
class Order:
    """By a column of the model (or joined to it), downward or upward, empty values last; the key breaks ties."""

    column: str
    down: bool

    def of(self, model: type[Model]) -> tuple[OrderBy, OrderBy]:
        # Said only where it matters: PostgreSQL reads no index backward for "NULLS LAST", even without any NULL.
        last = True if _may_be_null(model, self.column) else None
        column, key = F(self.column), F("pk")
        return (column.desc(nulls_last=last), key.desc()) if self.down else (column.asc(nulls_last=last), key.asc())


@dataclass(frozen=True, slots=True)
class Listing(Generic[M]):
    """The rows of a model that all lookups hold for: `(("org_id__in", {…}), ("category", "boiler"), ("closed", None))`,
    several values as a frozenset.

    `apart`: lookups of several values on columns that stand before the order's in an index. No index gives the order
    over several values of such a column, so they are asked apart and united: each branch comes from the index in
    order, and the database merges them until the page is full instead of reading and sorting all.
    """

    model: type[M]
    lookups: tuple[tuple[str, Any], ...]
    apart: tuple[str, ...] = ()

    def rows(self) -> QuerySet[M]:
        """By Django, to be asked otherwise."""
        return _narrowed(self.model, self.lookups)

    def first(self, order: Order, limit: int) -> tuple[Any, ...]:
        """The keys of the first rows."""
        if self._empty():
            return ()
        asked = _first(self.model, self._names(), self._split(), order, limit)
        return tuple(key for _, key in asked(*self._values()))

    def count(self, most: int) -> int:
        """How many rows, `most` at most."""
        if self._empty():
            return 0
        asked = _some(self.model, self._names(), most)
        return int(asked.count(*self._values()))

    def _empty(self) -> bool:
        return any(value == frozenset() for _, value in self.lookups)

    def _names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.lookups)

    def _values(self) -> list[Any]:
        return [value for _, value in self.lookups]

    def _split(self) -> tuple[str, ...]:
        branches = prod(len(value) for name, value in self.lookups if name in self.apart)
        return self.apart if branches <= _MOST_BRANCHES else ()


@lru_cache(maxsize=256)
def _first(model: type[Model], names: Sequence[str], apart: Sequence[str], order: Order, limit: int) -> Any:
    def rows(*values: Any) -> QuerySet[Any, Any]:
        choices = [
            [(name.removesuffix("__in"), one) for one in value] if name in apart else [(name, value)]
            for name, value in zip(names, values, strict=True)
        ]
        first, *others = (_narrowed(model, lookups).values_list(order.column, "pk") for lookups in product(*choices))
        ordered = order.of(model)
        if others and connection.features.supports_slicing_ordering_in_compound:
            # PostgreSQL merges only what comes in order already.
            first, *others = (branch.order_by(*ordered)[:limit] for branch in (first, *others))
        return (first.union(*others, all=True) if others else first).order_by(*ordered)[:limit]

    return prepared(rows)


@lru_cache(maxsize=256)
def _some(model: type[Model], names: Sequence[str], most: int) -> Any:
    def rows(*values: Any) -> QuerySet[Any, Any]:
        return _narrowed(model, tuple(zip(names, values, strict=True))).values_list("pk", flat=True)[:most]

    return prepared(rows)


def _narrowed(model: type[M], lookups: Sequence[tuple[str, Any]]) -> QuerySet[M]:
    return model._default_manager.filter(Q(*lookups)).order_by()


def _may_be_null(model: Any, column: str) -> bool:
    for name in column.split("__"):
        field = model._meta.get_field(name)
        if field.null:
            return True
        model = field.related_model
    return False
