"""Values in a message: phone, serial, model, fault code, order number, name, address, time."""

from __future__ import annotations

from datetime import datetime

from ..correction import standing
from ..model import Calendar, Normalised, Slot, SlotName, Span
from ..times import find_times
from .addresses import addresses
from .codes import codes, foreign
from .found import Found, free
from .names import names
from .phone import phones

__all__ = ["find_slots"]


def find_slots(message: Normalised, now: datetime, calendar: Calendar) -> dict[SlotName, tuple[Slot, ...]]:
    """Every value that is meant, in the order said; after a correction only what was said last.

    Empty slots are left out.
    """
    text = message.text
    numbers = free(phones(text), foreign(text))
    places = free(addresses(text), numbers)
    coded = codes(text, [*numbers, *places])
    people = free(names(text, _cased(message)), places)
    found: dict[SlotName, list[Found]] = {
        "phone": numbers,
        "serial": coded["serial"],
        "model": coded["model"],
        "fault_code": coded["fault_code"],
        "order_number": coded["order_number"],
        "name": people,
        "address": places,
    }
    slots = {name: _slots(message, values) for name, values in found.items() if values}
    homes = [slot.span for slot in slots.get("address", ())]
    times = [t for t in find_times(message, now, calendar) if not any(_within(t.span, home) for home in homes)]
    if times:  # "人民南路四段27号" names a door, no day
        slots["time"] = tuple(times)
    return slots


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _slots(message: Normalised, found: list[Found]) -> tuple[Slot, ...]:
    out: dict[str, Slot] = {}
    for f in standing(message.text, sorted(found, key=lambda f: f.start)):
        evidence = message.evidence(f.rule, f.start, f.end)
        value = f.value or evidence.text
        out.setdefault(value, Slot(value, evidence.text, evidence.span, evidence))
    return tuple(out.values())


def _cased(message: Normalised) -> str:
    """The normalised text with the case of the source, for names that only a capital gives away."""
    return "".join(
        char.upper() if message.source[span.start].isupper() else char
        for char, span in zip(message.text, message.origin, strict=True)
    )
