"""Sentiment of a turn (how it sounds) and upset (how near the customer is to losing patience).

A fault told calmly is mildly negative and not upset; insults, threats, shouting and repetition upset.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .model import Evidence, Normalised, Sentiment
from .rules import rules

_SENTIMENT = {
    "very_bad": -2.0,
    "bad": -1.2,
    "light_bad": -0.6,
    "good": 1.2,
    "smile": 1.0,
    "shout": -0.5,
    "demand": -0.4,
}
_UPSET = {
    "very_bad": 0.9,
    "bad": 0.45,
    "light_bad": 0.04,
    "shout": 0.35,
    "demand": 0.4,
    "good": -0.3,
    "smile": -0.2,
}
_CAPITALS = 0.3


@dataclass(frozen=True, slots=True)
class Mood:
    """`score` from -1 to 1, `upset` from 0 to 1; `features` count the words of each kind."""

    sentiment: Sentiment
    score: float
    upset: float
    evidence: tuple[Evidence, ...]
    features: dict[str, float]


def feel(message: Normalised, history: Sequence[Normalised]) -> Mood:
    """The mood of a turn; upset carries over from the last turns at half strength each."""
    evidence, counts = _words(message)
    raw = sum(_SENTIMENT[kind] * n for kind, n in counts.items())
    score = math.tanh(raw / 2)
    heat = sum(_UPSET[kind] * min(n, 3) for kind, n in counts.items()) + _CAPITALS * _shouts(message.source)
    for age, earlier in enumerate(reversed(history[-3:]), start=1):
        _, before = _words(earlier)
        heat += 0.5**age * max(0.0, sum(_UPSET[kind] * min(n, 3) for kind, n in before.items()))
        heat += 0.3 * (earlier.text == message.text)
    sentiment: Sentiment = "negative" if score < -0.25 else "positive" if score > 0.25 else "neutral"
    return Mood(
        sentiment,
        score,
        min(1.0, max(0.0, heat)),
        evidence,
        {f"mood.{kind}": float(n) for kind, n in counts.items()},
    )


@lru_cache(maxsize=512)
def _words(message: Normalised) -> tuple[tuple[Evidence, ...], dict[str, int]]:
    book = rules("mood")
    text = book["mask"].sub(lambda match: "〇" * len(match.group()), message.text)
    evidence: list[Evidence] = []
    counts: dict[str, int] = {}
    for kind in _SENTIMENT:
        for match in book[kind].finditer(text):
            held = _turned(kind, text[max(0, match.start() - 8) : match.start()])
            if held:
                counts[held] = counts.get(held, 0) + 1
                evidence.append(message.evidence(f"mood.{held}", match.start(), match.end()))
    return tuple(evidence), counts


def _turned(kind: str, before: str) -> str | None:
    """The kind a word counts as after what stands before it: "不满意" is bad, "不生气" is nothing."""
    if not rules("mood")["negation"].search(before):
        return kind
    return {"good": "bad", "bad": None, "very_bad": None}.get(kind, kind)


def _shouts(source: str) -> bool:
    letters = [c for c in source if c.isascii() and c.isalpha()]
    return len(letters) >= 12 and sum(c.isupper() for c in letters) > 0.7 * len(letters)
