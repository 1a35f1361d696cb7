"""Dangers told in pieces: "空调滴水", "正好滴在插线板上". No single word is a sign, their company is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from ..clauses import Clause, clause_at
from ..normal import lines
from ..rules import rules

Place = tuple[int, int]

_BEFORE, _AFTER = 2, 1
"""Clauses around that of the core in which the other classes may stand."""
_CORES = 60
"""Places of a core looked at: nobody tells more, and a hostile message of 4,000 equal characters stays cheap."""


@dataclass(frozen=True, slots=True)
class Frame:
    """`near` classes stand in the clauses around the core, `beside` ones in its own clause."""

    name: str
    core: re.Pattern[str]
    near: tuple[re.Pattern[str], ...]
    beside: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A frame that stands: the place of its core, of its words in the clause of the core, and of all its words."""

    name: str
    core: Place
    clause: Place
    whole: Place


@lru_cache(maxsize=1)
def _frames() -> tuple[Frame, ...]:
    book = rules("danger_classes")
    made = []
    for line in lines("danger_frames.txt"):
        name, *classes, core = line.split()
        near = tuple(book[c] for c in classes if not c.startswith("&"))
        beside = tuple(book[c[1:]] for c in classes if c.startswith("&"))
        made.append(Frame(name, book[core], near, beside))
    return tuple(made)


def told_in_pieces(text: str, parts: list[Clause]) -> Iterator[Told]:
    """Every frame with all its classes, once per place of its core."""
    for frame in _frames():
        for core in islice(frame.core.finditer(text), _CORES):
            i = clause_at(parts, core.start())
            around = parts[max(0, i - _BEFORE)].start, parts[min(len(parts) - 1, i + _AFTER)].end
            places = [_apart(p, text, around, core.span()) for p in frame.near]
            places += [_apart(p, text, (parts[i].start, parts[i].end), core.span()) for p in frame.beside]
            found = [place for place in places if place]
            if len(found) == len(places):
                same = [place for place in found if parts[i].start <= place[0] and place[1] <= parts[i].end]
                yield Told(frame.name, core.span(), _over([core.span(), *same]), _over([core.span(), *found]))


def _over(places: Sequence[Place]) -> Place:
    return min(start for start, _ in places), max(end for _, end in places)


def _apart(pattern: re.Pattern[str], text: str, within: Place, core: Place) -> Place | None:
    """The first match within a range that does not overlap the core."""
    spans = (match.span() for match in pattern.finditer(text, *within))
    return next((span for span in spans if span[1] <= core[0] or span[0] >= core[1]), None)
