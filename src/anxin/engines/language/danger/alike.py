"""How much is a message like the dangers we have been told of, and how much like the harmless mentions?

Weighed (`weighing`) by its marks and by the classes of words the rules know, so that what is learnt of one word holds
for its like. The rules' own verdict counts too, as much as it was worth on texts they had not been mended on.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from ..clauses import Clause
from ..model import DangerKind
from ..rules import rules
from ..weighing import Weighed, marks, mostly_latin, stored, weigh, weights

LIMIT = -0.2
"""Log-odds from which a text is a danger in which the rules suspect nothing."""
LIMIT_GUARDED = 0.6
"""The same where a guard took a sign away ("没有漏气")."""
LIMIT_STANDING = -1.8
"""The same where a sign stands. Sets c to h were each read by the rules as they were before they were mended on it,
and weighed by what the other sets teach. A logistic regression on both gave the distances, 4 in 100 harmless mentions
stopped the height."""
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
class Likeness:
    """A window of clauses weighed, its place, and the kind most of it speaks of."""

    weighed: Weighed
    start: int
    end: int
    kind: DangerKind


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, DangerKind]:
    """The danger each mark was met with most."""
    data = stored("danger")
    return {mark: data["kinds"][kind] for mark, kind in zip(data["mark"], data["kind"], strict=True)}


@lru_cache(maxsize=1)
def _classes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    guards = rules("danger_guards")
    told = [(f"@{name}", pattern) for name, pattern in rules("danger_classes").items()]
    return (*told, *((f"@{name}", guards[name]) for name in _FRAMING))


def traits(text: str) -> Counter[str]:
    """What a normalised text is weighed by: its marks, and "@" with the name of each class of words it holds."""
    return _traits(text, _met(text), 0, len(text))


def _met(text: str) -> list[tuple[str, int, int]]:
    """The class, start and end of every word of a class; compounds that only look like one are blanked."""
    seen = rules("danger_guards")["compounds"].sub(lambda match: "〇" * len(match.group()), text)
    return [(name, *match.span()) for name, pattern in _classes() for match in pattern.finditer(seen)]


def _traits(text: str, met: list[tuple[str, int, int]], start: int, end: int) -> Counter[str]:
    found = marks(text[start:end])
    found.update(sorted({name for name, at, to in met if start <= at and to <= end}))
    return found


def likeness(text: str, parts: list[Clause]) -> Likeness | None:
    """The most dangerous window or sentence of a normalised text, or None for a text too short to tell or mostly in
    Latin letters."""
    if too_short(text) or mostly_latin(text):
        return None
    met = _met(text)
    weighed = [_weighed(text, met, start, end) for start, end in _windows(parts)]
    return max(weighed, key=lambda found: found.weighed.odds, default=None)


def too_short(text: str) -> bool:
    return len(text) < _SHORTEST


def _windows(parts: list[Clause]) -> list[tuple[int, int]]:
    last = max(1, len(parts) - _WINDOW + 1)
    found = [(parts[i].start, parts[min(i + _WINDOW, len(parts)) - 1].end) for i in range(last) if parts]
    for _, told in groupby(parts, key=lambda clause: clause.sentence):
        sentence = list(told)
        if sentence[-1].end - sentence[0].start >= _SHORTEST:
            found.append((sentence[0].start, sentence[-1].end))
    return list(dict.fromkeys(found))


def _weighed(text: str, met: list[tuple[str, int, int]], start: int, end: int) -> Likeness:
    found = weigh(weights("danger"), _traits(text, met, start, end))
    of, kinds = _kinds(), defaultdict[DangerKind, float](float)
    for mark, part in found.parts.items():
        kinds[of[mark]] += max(0.0, part)
    return Likeness(found, start, end, max(sorted(kinds), key=kinds.__getitem__, default="person"))
