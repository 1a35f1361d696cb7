"""Is somebody in danger now? Gated on the danger, not on the product.

Signs (words that are dangerous by themselves) and frames (words that are so together) are looked for in every
message; guards may take them away. One that stands is enough. Where none stands, a second look asks whether the
message is like the dangers we know (`alike`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import get_args

from ..clauses import Clause, clause_at, clauses
from ..model import Danger, DangerKind, Normalised
from ..rules import rules
from .alike import LIMIT, LIMIT_GUARDED, likeness
from .frames import told_in_pieces
from .guards import Sight, harmless

__all__ = ["find_danger", "find_danger_by_rule"]

Place = tuple[int, int]

_KINDS: dict[str, DangerKind] = {kind: kind for kind in get_args(DangerKind)}
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, pattern) for name, pattern in rules("danger_signs").items() if "." in name
)
_COMPOUNDS = rules("danger_guards")["compounds"]
_PERIOD = 3
"""Clauses before a sign that still belong to its sentence."""


def find_danger(message: Normalised) -> tuple[Danger, ...]:
    """Present dangers, in the order of the signs and frames, each kind once."""
    return find_danger_by_rule(message) or _alike(message)


def find_danger_by_rule(message: Normalised) -> tuple[Danger, ...]:
    return _read(message)[0]


@lru_cache(maxsize=512)
def _read(message: Normalised) -> tuple[tuple[Danger, ...], bool]:
    """The dangers that stand, and whether any was suspected."""
    text = _COMPOUNDS.sub(lambda match: "〇" * len(match.group()), message.text)
    parts = clauses(text)
    found: dict[DangerKind, Danger] = {}
    suspected = False
    for name, places, whole in _suspected(text, parts):
        suspected = True
        kind = _KINDS[name.split(".")[0]]
        if kind not in found and not any(harmless(_sight(name, text, parts, *place)) for place in places):
            evidence = message.evidence(f"danger.{name}", *whole)
            found[kind] = Danger(kind, evidence.text, evidence.span, evidence)
    return tuple(found.values()), suspected


@lru_cache(maxsize=512)
def _alike(message: Normalised) -> tuple[Danger, ...]:
    found = likeness(message.text, clauses(message.text))
    _, suspected = _read(message)
    if not found or found.odds < (LIMIT_GUARDED if suspected else LIMIT):
        return ()
    evidence = message.evidence(f"danger.{found.kind}.alike", found.start, found.end)
    return (Danger(found.kind, evidence.text, evidence.span, evidence),)


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
