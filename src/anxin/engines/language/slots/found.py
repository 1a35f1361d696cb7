"""A value on its way to a slot, and words that only look like one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A value read from `text[start:end]` of the normalised message; None: its words are the value."""

    start: int
    end: int
    rule: str
    value: str | None = None


def free(found: Iterable[Found], taken: Iterable[Found]) -> list[Found]:
    """Those that share no character with what is taken already."""
    used = [(t.start, t.end) for t in taken]
    return [f for f in found if not any(f.start < end and start < f.end for start, end in used)]


def tidy(code: str) -> str:
    """A code as it is kept: upper case, no blanks."""
    return re.sub(r"\s", "", code).upper()
