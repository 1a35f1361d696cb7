"""From a ranking and a probability to what to do: answer, offer two or three choices, or abstain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .model import Answer, Ranked, Reason

CHOICES = 3


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities from which to answer, and from which to offer choices."""

    answer: float = 0.6
    clarify: float = 0.3


def thresholds_for(
    precision: float, judged: Sequence[tuple[float, bool]], offered: Sequence[tuple[float, bool]]
) -> Thresholds:
    """The lowest thresholds that keep a target precision on judged questions.

    `judged` are pairs (p, the first was right), `offered` pairs (p, one of the choices was right). At least
    20 questions stand behind each threshold; where none reaches the target it is 1.01, which never fires.
    """
    answer = _lowest(precision, judged)
    return Thresholds(answer, min(answer, _lowest(precision, offered)))


def _lowest(precision: float, judged: Sequence[tuple[float, bool]]) -> float:
    best, right = 1.01, 0
    ordered = sorted(judged, reverse=True)
    for n, (p, ok) in enumerate(ordered, start=1):
        right += ok
        tied = n < len(ordered) and ordered[n][0] == p
        if n >= 20 and not tied and right / n >= precision:
            best = p
    return best


def decide(ranked: tuple[Ranked, ...], p: float, at: Thresholds, unknown: Sequence[str]) -> Answer:
    """Decide on a ranking. A code asked for that nobody knows is never answered, at most clarified."""
    first = ranked[0]
    reasons = [
        Reason("matched", {"entry": first.id, "text": first.text, "p": round(p, 3)}),
        *(Reason("code_unknown", {"code": code}) for code in unknown[:1]),
    ]
    if p >= at.answer and not unknown:
        return Answer(ranked, p, "answer", (), (*reasons, Reason("sure_enough", {"at": at.answer})))
    if p >= at.clarify:
        choices = tuple(r.id for r in ranked[:CHOICES])
        return Answer(ranked, p, "clarify", choices, (*reasons, Reason("between", {"at": at.clarify})))
    return Answer(ranked, p, "abstain", (), (*reasons, Reason("too_unsure", {"at": at.clarify})))
