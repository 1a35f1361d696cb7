"""What all rows of the catalogue have in common when they are written: many at once, in a handful of statements."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model

from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.errors import Invalid, NotFound, refuse_others
from anxin.kernel.statements import insert_all, update_all

from ..events import CatalogueRestored, CatalogueRetired
from ..models import Category, Part, Product, ServiceItem

Wanted = Mapping[UUID, Mapping[str, Any]]
#: Field → old and new value, of what differs.
Difference = dict[str, tuple[Any, Any]]


#: What stands in a list of its own.
R = TypeVar("R", Part, Product, ServiceItem)
K = TypeVar("K", Category, Part, Product, ServiceItem)


def take_in(rows: Sequence[R], added: Callable[[R], events.Event], *, what: str, actor: Actor) -> None:
    """Store new rows, each the case of its own events, and tell of them."""
    insert_all(rows)
    events.new_cases([row.pk for row in rows])
    events.record_all([entry for row in rows for entry in entries(what, row.pk, [added(row)])], actor=actor)


def change(
    model: type[R],
    wanted: Wanted,
    changeable: Collection[str],
    happened: Callable[[R, Difference], Sequence[events.Event]],
    *,
    what: str,
    actor: Actor,
) -> list[tuple[R, Difference]]:
    """Give rows the values wanted and tell of it. Returns those that differed.

    Raises NotFound, Invalid for a field that is not `changeable` or an unknown category.
    """
    for changes in wanted.values():
        refuse_others(changes, changeable)
    rows = model.objects.select_for_update().filter(pk__in=wanted).order_by("pk")
    altered = alter(rows, {key: _stored(changes) for key, changes in wanted.items()})
    check_categories({differs["category_id"][1] for _, differs in altered if "category_id" in differs})
    told = [entry for row, differs in altered for entry in entries(what, row.pk, happened(row, differs))]
    events.record_all(told, actor=actor)
    return altered


def _stored(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Values under the names of their columns: a category is given by its code."""
    return {"category_id" if name == "category" else name: value for name, value in changes.items()}


def alter(rows: Iterable[K], wanted: Mapping[Any, Mapping[str, Any]]) -> list[tuple[K, Difference]]:
    """Give rows the values wanted for their keys and store those that differ, a version on. Returns what differed.

    Raises NotFound when a key has no row.
    """
    found = {row.pk: row for row in rows}
    if found.keys() != set(wanted):
        raise NotFound
    altered = [(row, differs) for key, row in found.items() if (differs := difference(row, wanted[key]))]
    for row, differs in altered:
        vars(row).update({name: new for name, (_, new) in differs.items()}, version=row.version + 1)
    names = sorted({name for _, differs in altered for name in differs})
    update_all([row for row, _ in altered], *names, "version")
    return altered


def difference(row: Model, wanted: Mapping[str, Any]) -> Difference:
    return {name: (getattr(row, name), new) for name, new in wanted.items() if getattr(row, name) != new}


def sides(differs: Difference, *without: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The old values and the new ones, for an event."""
    rest = {name: pair for name, pair in differs.items() if name not in without}
    return {name: old for name, (old, _) in rest.items()}, {name: new for name, (_, new) in rest.items()}


def turned(what: str, code: str, differs: Difference) -> list[events.Event]:
    """Retired, restored, or neither."""
    if "active" not in differs:
        return []
    return [CatalogueRestored(what, code) if differs["active"][1] else CatalogueRetired(what, code)]


def entries(what: str, key: UUID, happened: Sequence[events.Event]) -> list[events.Entry]:
    """What happened to one row; a row is its own case."""
    return [events.Entry(event, (what, key), key) for event in happened]


def check_categories(codes: Iterable[str | None]) -> None:
    """Raises Invalid naming a category that is not there or retired; None is no category."""
    wanted = {code for code in codes if code is not None}
    known = set(Category.objects.filter(pk__in=wanted, active=True).values_list("code", flat=True)) if wanted else set()
    if missing := sorted(wanted - known):
        raise Invalid("catalog.no_category", category=missing[0])
