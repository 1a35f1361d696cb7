"""What an event is: a frozen dataclass in the past tense, with its personal fields declared.

    @dataclass(frozen=True)
    class TicketOpened(Event):
        ticket_id: UUID
        text: Annotated[str, Personal]

A personal field's value is stored apart, under its own salt; the ledger holds only the commitment
`HMAC-SHA256(salt, canonical JSON of the value)`, so that forgetting the value leaves the chain whole.
"""

import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, get_type_hints

from pydantic import TypeAdapter

COMMITMENT = "hmac-sha256:"

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]

_registry: dict[str, type["Event"]] = {}


class Personal:
    """Marks a field whose value is about a person: `Annotated[str, Personal]`."""


class Event:
    """Base of all events. `version` grows when fields change; `upcasters[n]` lifts a payload from n to n + 1.

    `enums`: fields whose codes stand in the catalogue under another name than their own: {"how": "solved_how"} for
    `enum.solved_how.visit`.
    """

    version: ClassVar[int] = 1
    upcasters: ClassVar[dict[int, Upcaster]] = {}
    enums: ClassVar[Mapping[str, str]] = {}

    def __init_subclass__(cls) -> None:
        known = _registry.get(cls.__name__)
        if known is not None and known.__module__ != cls.__module__:
            raise TypeError(f"event {cls.__name__} is defined in {known.__module__} and {cls.__module__}")
        _registry[cls.__name__] = cls


def registered(name: str) -> type[Event]:
    """The class of an event's name. Raises KeyError for a name no installed app defines."""
    return _registry[name]


def all_registered() -> dict[str, type[Event]]:
    return dict(_registry)


def personal_fields(name: str) -> frozenset[str]:
    """Names of the fields an event declares `Personal`."""
    return _shape(name).personal


@dataclass(frozen=True, slots=True)
class _Shape:
    personal: frozenset[str]
    texts: frozenset[str]
    adapter: TypeAdapter[Any]


@cache
def _shape(name: str) -> _Shape:
    cls = registered(name)
    hints = get_type_hints(cls, include_extras=True)
    personal = {field for field, hint in hints.items() if Personal in getattr(hint, "__metadata__", ())}
    texts = {field for field, hint in get_type_hints(cls).items() if hint is str}
    return _Shape(frozenset(personal), frozenset(texts), TypeAdapter(cls))


def dump(event: Event) -> dict[str, Any]:
    """The event's fields as JSON values."""
    values = _shape(type(event).__name__).adapter.dump_python(event, mode="json")
    assert isinstance(values, dict)
    return values


def load(name: str, version: int, payload: dict[str, Any]) -> Event:
    """An event from its stored payload of any version ever shipped."""
    cls = registered(name)
    for step in range(version, cls.version):
        payload = cls.upcasters[step](payload)
    shape = _shape(name)
    for field in shape.personal:
        if is_commitment(payload.get(field)):  # forgotten: empty text, or nothing
            payload = {**payload, field: "" if field in shape.texts else None}
    event = shape.adapter.validate_python(payload)
    assert isinstance(event, Event)
    return event


def canonical(value: Any) -> bytes:
    """One byte string per JSON value: sorted keys, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def commitment(salt: bytes, value: Any) -> str:
    """The ledger's stand-in for a personal value."""
    return COMMITMENT + hmac.new(salt, canonical(value), hashlib.sha256).hexdigest()


def is_commitment(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(COMMITMENT)
