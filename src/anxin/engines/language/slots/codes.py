"""Serial numbers, models, order numbers and fault codes: told apart by their label, else by their shape.

What has another label (tax number, parcel, bank card, price, room) is claimed first and belongs to no slot.
"""

from __future__ import annotations

import re

from ..numerals import spoken_digits
from ..rules import rules
from .found import Found, free, tidy

_BOOK = rules("codes")
_FOREIGN = _BOOK["foreign"]
_CONTACT = _BOOK["contact"]
_MONEY = _BOOK["money"]
_ORDER = _BOOK["order"]
_ORDER_SHAPE = _BOOK["order_shape"]
_SERIAL = _BOOK["serial"]
_SERIAL_SHAPE = _BOOK["serial_shape"]
_MODEL = _BOOK["model"]
_MODEL_SHAPE = _BOOK["model_shape"]
_MODEL_MIXED = _BOOK["model_mixed"]
_MODEL_NAMED = _BOOK["model_named"]
_NO_MODEL = _BOOK["no_model"]
_CODED = _BOOK["coded"]
_NUMBERED = _BOOK["numbered"]
_FOLLOWED = _BOOK["followed"]
_BARE = _BOOK["bare"]
_PLACE_AFTER = _BOOK["place_after"]
_PLACE_BEFORE = _BOOK["place_before"]
_NOT_CODES = frozenset(("A4", "A3", "H5", "5G", "4G", "3D", "2K", "4K", "8K", "3C", "CO2", "OK"))


def codes(text: str, taken: list[Found]) -> dict[str, list[Found]]:
    """Values for serial, model, order_number and fault_code; `taken` is claimed by other slots already."""
    claimed = [*taken, *foreign(text)]
    out: dict[str, list[Found]] = {}
    for slot, pattern, rule in (
        ("order_number", _ORDER, "labelled"),
        ("serial", _SERIAL, "labelled"),
        ("model", _MODEL, "labelled"),
        ("order_number", _ORDER_SHAPE, "shape"),
        ("serial", _SERIAL_SHAPE, "shape"),
        ("model", _MODEL_SHAPE, "shape"),
        ("model", _MODEL_MIXED, "shape"),
        ("model", _MODEL_NAMED, "named"),
    ):
        fresh = [f for f in free(_scan(text, pattern, f"{slot}.{rule}"), claimed) if _plausible(slot, rule, f)]
        out.setdefault(slot, []).extend(fresh)
        claimed += fresh
    out["fault_code"] = _fault_codes(text, claimed)
    return out


def _scan(text: str, pattern: re.Pattern[str], rule: str) -> list[Found]:
    found = []
    for match in pattern.finditer(text):
        group = next((g for g in ("v", "w", "x") if match.groupdict().get(g)), None)
        start, end = match.span(group) if group else match.span()
        found.append(Found(start, end, rule, tidy(spoken_digits(text[start:end]))))
    return found


def foreign(text: str) -> list[Found]:
    """Numbers that belong to no slot: tax, parcel, card, mail address, money."""
    return [
        Found(match.start(), match.end(), "foreign")
        for pattern in (_FOREIGN, _CONTACT, _MONEY)
        for match in pattern.finditer(text)
    ]


def _plausible(slot: str, rule: str, found: Found) -> bool:
    value = (found.value or "").lower()
    if slot == "model":
        return not _NO_MODEL.match(value) and (rule != "shape" or len(value) >= 5)
    if slot == "serial":
        return any(c.isdigit() for c in value)
    return sum(c.isdigit() for c in value) >= 4


def _fault_codes(text: str, claimed: list[Found]) -> list[Found]:
    found: list[Found] = []
    for rule, pattern in (
        ("cue", _CODED), ("followed", _FOLLOWED), ("number", _NUMBERED), ("shape", _BARE),
    ):  # fmt: skip
        for f in free(_scan(text, pattern, f"fault_code.{rule}"), [*claimed, *found]):
            if (rule == "cue" or f.value not in _NOT_CODES) and not _placed(text, f):
                found.append(f)
    now = [f for f in found if not _BOOK["former_before"].search(text[: f.start])]
    return sorted(now or found, key=lambda f: f.start)


def _placed(text: str, found: Found) -> bool:
    """A room, an exit, a sheet of paper: no code."""
    if _BOOK["former_code"].match(text[found.end :]):
        return True
    return bool(_PLACE_AFTER.match(text[found.end :])) or bool(_PLACE_BEFORE.search(text[: found.start]))
