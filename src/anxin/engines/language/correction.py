"""A customer who corrects himself means his last word: "138…, 不对, 139…", "从周三改到周五"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from .rules import rules

_CORRECTS = rules("correction")["corrects"]
_DENIED = re.compile(r"(?:不是|并非|不要|别用|别打|别再打|不要打|not)\s?$")


class Placed(Protocol):
    """Anything read from `text[start:end]`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placed)


def standing(text: str, found: Sequence[P]) -> list[P]:
    """The values that stand: those after the last correction that has a value on both sides, else all."""
    for match in reversed(list(_CORRECTS.finditer(text))):
        later = [value for value in found if value.start >= match.start() and value.end > match.end()]
        if later and any(value.end <= match.start() for value in found):
            return later
    return _negated_first(text, found)


def _negated_first(text: str, found: Sequence[P]) -> list[P]:
    """ "不是A是B" without an earlier value: A is the one denied."""
    kept = [value for value in found if not _DENIED.search(text[: value.start])]
    return kept or list(found)
