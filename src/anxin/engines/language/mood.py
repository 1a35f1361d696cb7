"""Sentiment and upset of one turn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .model import Evidence, Normalised, Sentiment


@dataclass(frozen=True, slots=True)
class Mood:
    """`score` from -1 to 1, `upset` from 0 to 1."""

    sentiment: Sentiment
    score: float
    upset: float
    evidence: tuple[Evidence, ...]
    features: dict[str, float]


_BAD = re.compile(r"投诉|垃圾|差劲|太差|骗|气死|无语|失望|烦")
_GOOD = re.compile(r"谢谢|感谢|满意|很好|不错|点赞")


def feel(message: Normalised, history: Sequence[Normalised]) -> Mood:
    bad, good = list(_BAD.finditer(message.text)), list(_GOOD.finditer(message.text))
    score = max(-1.0, min(1.0, 0.5 * (len(good) - len(bad))))
    sentiment: Sentiment = "negative" if score < -0.1 else "positive" if score > 0.1 else "neutral"
    evidence = tuple(message.evidence("mood", m.start(), m.end()) for m in bad + good)
    return Mood(sentiment, score, min(1.0, 0.5 * len(bad)), evidence, {})
