from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from anxin.kernel.actor import Actor
from anxin.kernel.errors import Invalid

Allows = Callable[[Actor, UUID], bool]


@dataclass(frozen=True, slots=True)
class Binding:
    """Who may add files to objects of one type, and who may read them there."""

    may_add: Allows
    may_read: Allows


_bindings: dict[str, Binding] = {}


def bind(object_type: str, *, may_add: Allows, may_read: Allows) -> None:
    """Let files be bound to objects of this type (call it in the domain's AppConfig.ready)."""
    _bindings[object_type] = Binding(may_add, may_read)


def binding(object_type: str) -> Binding:
    """The binding of a type a caller names: an allow-list, not a class looked up by name."""
    found = _bindings.get(object_type)
    if found is None:
        raise Invalid("error.file_bound_type_unknown", field="bound_type")
    return found
