"""Is somebody in danger now? Gated on the danger, not on the product.

Signs (words that are dangerous by themselves) and frames (words that are so together) are looked for in every
message; guards may take them away. What they say is weighed together with how like the message is to the dangers we
know (`alike`): likeness finds what no rule names, and a sign in a message that is nothing like a danger is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from ..clauses import Clause, clause_at, clauses
from ..model import Danger, DangerKind, Normalised
from ..rules import rules
from .alike import LIMIT, LIMIT_GUARDED, LIMIT_STANDING, Likeness, likeness, too_short
from .frames import told_in_pieces
from .guards import Sight, harmless

__all__ = ["find_danger", "find_danger_by_rule", "weighed_danger"]

Place = tuple[int, int]

_KINDS: dict[str, DangerKind] = {kind: kind for kind in get_args(DangerKind)}
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, pattern) for name, pattern in rules("danger_signs").items() if "." in name
)
_COMPOUNDS = rules("danger_guards")["compounds"]
_PERIOD = 3
"""Clauses before a sign that still belong to its sentence."""


def find_danger(message: Normalised) -> tuple[Danger, ...]:
    """Present dangers, in the order of the signs and frames, each kind once; one kind if only likeness tells it."""
    read = _read(message)
    found = _alike(message)
    if found is None or read.curt:
        return read.dangers
    limit = LIMIT_STANDING if read.dangers else LIMIT_GUARDED if read.suspected else LIMIT
    if found.weighed.odds < limit:
        return ()
    evidence = message.evidence(f"danger.{found.kind}.alike", found.start, found.end)
    return read.dangers or (Danger(found.kind, evidence.text, evidence.span, evidence),)


def weighed_danger(message: Normalised) -> dict[str, float]:
    """The log-odds of danger and the marks that made them, for whoever asks why; empty where nothing was weighed."""
    found = _alike(message)
    return found.weighed.told("danger") if found else {}


def find_danger_by_rule(message: Normalised) -> tuple[Danger, ...]:
    return _read(message).dangers


@dataclass(frozen=True, slots=True)
class _Read:
    """The dangers that stand, whether any was suspected, and whether one is told in a sentence too short to weigh."""

    dangers: tuple[Danger, ...]
    suspected: bool
    curt: bool


@lru_cache(maxsize=512)
def _read(message: Normalised) -> _Read:
    text = _COMPOUNDS.sub(lambda match: "〇" * len(match.group()), message.text)
    parts = clauses(text)
    found: dict[DangerKind, Danger] = {}
    suspected = curt = False
    for name, places, whole in _suspected(text, parts):
        suspected = True
        kind = _KINDS[name.split(".")[0]]
        if kind not in found and not any(harmless(_sight(name, text, parts, *place)) for place in places):
            evidence = message.evidence(f"danger.{name}", *whole)
            found[kind] = Danger(kind, evidence.text, evidence.span, evidence)
            sentence = parts[clause_at(parts, whole[0])].sentence
            curt |= too_short("".join(clause.text for clause in parts if clause.sentence == sentence))
    return _Read(tuple(found.values()), suspected, curt)


@lru_cache(maxsize=512)
def _alike(message: Normalised) -> Likeness | None:
    return likeness(message.text, clauses(message.text))


def _suspected(text: str, parts: list[Clause]) -> Iterator[tuple[str, tuple[Place, ...], Place]]:
    """Name, places the guards look around, and place of the evidence, of everything that may be a danger."""
    for name, pattern in _SIGNS:
        for match in pattern.finditer(text):
            yield name, (match.span(),), match.span()
    for told in told_in_pieces(text, parts):
        yield told.name, (told.core, told.clause), told.whole


def _sight(rule: str, text: str, parts: list[Clause], start: int, end: int) -> Sight:
    i = clause_at(parts, start)
    clause = parts[i]
    earlier = [c for c in parts[max(0, i - _PERIOD) : i] if c.sentence == clause.sentence]
    later = [c for c in parts[i + 1 : i + 3] if c.sentence == clause.sentence]
    return Sight(
        rule=rule,
        sign=text[start:end],
        text=text,
        before=text[clause.start : start],
        after=text[end : max(clause.end, end)],
        earlier="".join(c.text + "," for c in earlier),
        later="".join("," + c.text for c in later),
        clause=clause,
    )
