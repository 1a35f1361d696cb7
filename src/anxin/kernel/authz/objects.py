"""Objects named by type and id (files, streams, undo): an allow-list, each with its own door."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound

Door = Callable[[Actor], QuerySet[Any]]

_doors: dict[str, Door] = {}


def register_object(object_type: str, door: Door) -> None:
    """Name a type; `door(actor)` gives the rows of it that the actor may see."""
    _doors[object_type] = door


def visible_objects(actor: Actor, object_type: str, ids: Iterable[UUID]) -> set[UUID]:
    """Those of `ids` the actor may see; an unknown type gives none."""
    door = _doors.get(object_type)
    if door is None:
        return set()
    return set(door(actor).filter(pk__in=list(ids)).values_list("pk", flat=True))


def may_see(actor: Actor, object_type: str, object_id: UUID) -> None:
    """Raises NotFound unless the actor may see the object: what one may not see does not exist."""
    if object_id not in visible_objects(actor, object_type, [object_id]):
        raise NotFound
