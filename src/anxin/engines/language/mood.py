"""Sentiment of a turn (how it sounds) and upset (how near the customer is to losing patience).

A fault told in the customer's own words is negative and not upset; insults, threats and shouting upset. Words of
feeling are evidence; which mood they make together with the rest is weighed (`weighing`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .clauses import clauses
from .model import Evidence, Normalised, Sentiment
from .rules import rules
from .weighing import EVIDENCE, choices, choose, length_mark, marks, shares

_KINDS = ("very_bad", "bad", "light_bad", "good", "smile", "shout", "demand")
_REPEATED = 0.3
"""Upset added by a message said again."""


@dataclass(frozen=True, slots=True)
class Mood:
    """`score` from -1 to 1, `upset` from 0 to 1; `features` count the words of each kind and tell the shares."""

    sentiment: Sentiment
    score: float
    upset: float
    evidence: tuple[Evidence, ...]
    features: dict[str, float]


def feel(message: Normalised, history: Sequence[Normalised]) -> Mood:
    """The mood of a turn; upset carries over from the last turns at half strength each."""
    evidence, counts = _words(message)
    share = _shares(message)
    heat = share["upset"]
    for age, earlier in enumerate(reversed(history[-3:]), start=1):
        heat += 0.5**age * _shares(earlier)["upset"]
        heat += _REPEATED * (earlier.text == message.text)
    by_mood: dict[Sentiment, float] = {
        "negative": share["negative"] + share["upset"],
        "neutral": share["neutral"],
        "positive": share["positive"],
    }
    return Mood(
        max(by_mood, key=by_mood.__getitem__),
        by_mood["positive"] - by_mood["negative"],
        min(1.0, heat),
        evidence,
        {f"mood.{kind}": float(n) for kind, n in counts.items()}
        | {f"mood.p.{k}": round(p, 3) for k, p in share.items()},
    )


def mood_traits(message: Normalised) -> Counter[str]:
    """What the mood is weighed by: the marks of the message, and as evidence how many words of feeling of each kind it
    has, whether it shouts or asks, how long it is."""
    found = marks(message.text)
    found.update(f"{EVIDENCE}{kind}{min(3, n)}" for kind, n in _words(message)[1].items())
    found.update([f"{EVIDENCE}asks"] if asks(message) else [])
    found.update([f"{EVIDENCE}capitals"] if _shouts(message.source) else [])
    found[length_mark(message.text)] += 1
    return found


def asks(message: Normalised) -> bool:
    return bool(rules("mood")["asking"].search(message.text)) or any(c.asks for c in clauses(message.text))


@lru_cache(maxsize=512)
def _shares(message: Normalised) -> dict[str, float]:
    return shares(choose(choices("mood"), mood_traits(message)))


@lru_cache(maxsize=512)
def _words(message: Normalised) -> tuple[tuple[Evidence, ...], dict[str, int]]:
    book = rules("mood")
    text = book["mask"].sub(lambda match: "〇" * len(match.group()), message.text)
    evidence: list[Evidence] = []
    counts: dict[str, int] = {}
    for kind in _KINDS:
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
