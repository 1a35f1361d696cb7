"""Is somebody in danger now? Gated on the danger, not on the product.

A sign is looked for in every message; guards may take it away. One sign that stands is enough.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import get_args

from ..clauses import Clause, clause_at, clauses
from ..model import Danger, DangerKind, Normalised
from ..rules import rules
from .guards import Sight, harmless

__all__ = ["find_danger"]

_KINDS: dict[str, DangerKind] = {kind: kind for kind in get_args(DangerKind)}
_SIGNS: tuple[tuple[DangerKind, str, re.Pattern[str]], ...] = tuple(
    (_KINDS[name.split(".")[0]], name, pattern) for name, pattern in rules("danger_signs").items() if "." in name
)
_COMPOUNDS = rules("danger_guards")["compounds"]
_PERIOD = 3
"""Clauses before a sign that still belong to its sentence."""


def find_danger(message: Normalised) -> tuple[Danger, ...]:
    """Present dangers, in the order of the signs of the rule book, each kind once."""
    return _read(message)


@lru_cache(maxsize=512)
def _read(message: Normalised) -> tuple[Danger, ...]:
    text = _COMPOUNDS.sub(lambda match: "〇" * len(match.group()), message.text)
    parts = clauses(text)
    found: dict[str, Danger] = {}
    for kind, name, pattern in _SIGNS:
        for match in pattern.finditer(text):
            if kind in found:
                break
            if harmless(_sight(name, text, parts, *match.span())) is None:
                evidence = message.evidence(f"danger.{name}", match.start(), match.end())
                found[kind] = Danger(kind, evidence.text, evidence.span, evidence)
    return tuple(found.values())


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
