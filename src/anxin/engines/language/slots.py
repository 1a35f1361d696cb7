"""Values in a message."""

from __future__ import annotations

import re
from datetime import datetime

from .model import Calendar, Normalised, Slot, SlotName


def find_slots(message: Normalised, now: datetime, calendar: Calendar) -> dict[SlotName, tuple[Slot, ...]]:
    found = []
    for m in re.finditer(r"(?<!\d)1[3-9]\d{9}(?!\d)", message.text):
        e = message.evidence("slot.phone", m.start(), m.end())
        found.append(Slot(m.group(), e.text, e.span, e))
    return {"phone": tuple(found)} if found else {}
