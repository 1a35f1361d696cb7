"""A second look at what no rule knows: is a message more like the dangers we have been told of, or the harmless ones?

A logistic regression over pieces of text (`tokenise.pieces`) and over the classes of words the rules know, so that what
is learnt of one word holds for its like. Fitted on our own texts alone by `anxin.demo.knowledge.fit_danger` and kept as
data. It can only add a danger, never take one away.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ..clauses import Clause
from ..model import DangerKind
from ..rules import rules
from ..tokenise import pieces

LIMIT = 0.0
"""Log-odds from which a text nothing was suspected in is a danger: fewer than 2 in 100 harmless ones, left out of the
fitting set by set, reach it."""
LIMIT_GUARDED = 2.0
"""The same for a text with a sign that a guard took away ("没有漏气"): the guards have read its "not"."""
_SHORTEST = 7
"""Characters below which there is too little to be alike in: "不知道" is an answer. The rules know the short cries."""
_WINDOW = 4
"""Clauses judged together: a danger in the middle of a long message is not diluted by the rest."""
_FRAMING = (
    "past",
    "past_weak",
    "if",
    "how_to",
    "told",
    "own",
    "now",
    "happening",
    "over",
    "again",
    "shopping",
    "recent",
)
"""Guards that say when and whose a danger is, wherever they stand; the others look at the words beside a sign."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`weight` is log-odds for danger per unit of tf-idf; `kind` the danger this piece was met with most."""

    weight: float
    idf: float
    kind: DangerKind


@dataclass(frozen=True, slots=True)
class Likeness:
    """The log-odds of a window of clauses, its place, and the kind most of it speaks of."""

    odds: float
    start: int
    end: int
    kind: DangerKind


@lru_cache(maxsize=1)
def _fitted() -> tuple[float, dict[str, Piece]]:
    stored = json.loads((files("anxin.engines.language") / "data" / "danger_alike.json").read_text("utf-8"))
    kinds: list[DangerKind] = stored["kinds"]
    columns = zip(stored["pieces"], stored["weights"], stored["idf"], stored["kind"], strict=True)
    return stored["bias"], {name: Piece(w / 100, idf / 100, kinds[kind]) for name, w, idf, kind in columns}


@lru_cache(maxsize=1)
def _classes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    guards = rules("danger_guards")
    told = [(f"@{name}", pattern) for name, pattern in rules("danger_classes").items()]
    return (*told, *((f"@{name}", guards[name]) for name in _FRAMING))


def traits(text: str) -> Counter[str]:
    """What a normalised text is judged by: its pieces, and "@" with the name of each class of words it holds."""
    return _traits(text, _met(text), 0, len(text))


def _met(text: str) -> list[tuple[str, int, int]]:
    """The class, start and end of every word of a class; compounds that only look like one are blanked."""
    seen = rules("danger_guards")["compounds"].sub(lambda match: "〇" * len(match.group()), text)
    return [(name, *match.span()) for name, pattern in _classes() for match in pattern.finditer(seen)]


def _traits(text: str, met: list[tuple[str, int, int]], start: int, end: int) -> Counter[str]:
    found = pieces(text[start:end])
    found.update(sorted({name for name, at, to in met if start <= at and to <= end}))
    return found


def likeness(text: str, parts: list[Clause]) -> Likeness | None:
    """The most dangerous window of a normalised text, or None for a text too short to tell, or mostly in Latin letters:
    it has been told of too few English texts (every twelfth question to a bank looked like a danger)."""
    if len(text) < _SHORTEST or 2 * sum(map(str.isascii, text)) > len(text):
        return None
    last = max(1, len(parts) - _WINDOW + 1)
    windows = [parts[i : i + _WINDOW] for i in range(last) if parts]
    met = _met(text)
    judged = [_judge(_traits(text, met, w[0].start, w[-1].end), w[0].start, w[-1].end) for w in windows]
    return max(judged, key=lambda found: found.odds, default=None)


def _judge(found: Counter[str], start: int, end: int) -> Likeness:
    bias, known = _fitted()
    met = [(known[name], 1 + math.log(n)) for name, n in found.items() if name in known]
    length = math.sqrt(sum((times * piece.idf) ** 2 for piece, times in met)) or 1.0
    odds, kinds = bias, defaultdict[DangerKind, float](float)
    for piece, times in met:
        part = piece.weight * times * piece.idf / length
        odds += part
        kinds[piece.kind] += max(0.0, part)
    return Likeness(odds, start, end, max(sorted(kinds), key=kinds.__getitem__, default="person"))
