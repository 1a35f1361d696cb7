"""A second look at what no rule knows: is a message more like the dangers we have been told of, or the harmless ones?

A logistic regression over pieces of text (`tokenise.pieces`), fitted on our own texts alone by
`anxin.demo.knowledge.fit_danger` and kept as data. It can only add a danger, never take one away.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ..clauses import Clause
from ..model import DangerKind
from ..tokenise import pieces

LIMIT = 0.5
"""Log-odds from which a text nothing was suspected in is a danger: fewer than 2 in 100 harmless ones, left out of the
fitting set by set, reach it."""
LIMIT_GUARDED = 2.0
"""The same for a text with a sign that a guard took away ("没有漏气"): the guards have read its "not"."""
_SHORTEST = 7
"""Characters below which there is too little to be alike in: "不知道" is an answer. The rules know the short cries."""
_WINDOW = 4
"""Clauses judged together: a danger in the middle of a long message is not diluted by the rest."""


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


def likeness(text: str, parts: list[Clause]) -> Likeness | None:
    """The most dangerous window of a normalised text, or None for a text too short to tell, or mostly in Latin letters:
    it has been told of too few English texts (every twelfth question to a bank looked like a danger)."""
    if len(text) < _SHORTEST or 2 * sum(map(str.isascii, text)) > len(text):
        return None
    last = max(1, len(parts) - _WINDOW + 1)
    windows = [parts[i : i + _WINDOW] for i in range(last) if parts]
    judged = [_judge(text, window[0].start, window[-1].end) for window in windows]
    return max(judged, key=lambda found: found.odds, default=None)


def _judge(text: str, start: int, end: int) -> Likeness:
    bias, known = _fitted()
    met = [(known[name], 1 + math.log(n)) for name, n in pieces(text[start:end]).items() if name in known]
    length = math.sqrt(sum((times * piece.idf) ** 2 for piece, times in met)) or 1.0
    odds, kinds = bias, defaultdict[DangerKind, float](float)
    for piece, times in met:
        part = piece.weight * times * piece.idf / length
        odds += part
        kinds[piece.kind] += max(0.0, part)
    return Likeness(odds, start, end, max(sorted(kinds), key=kinds.__getitem__, default="person"))
