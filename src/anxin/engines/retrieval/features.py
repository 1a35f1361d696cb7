"""What the ranker sees of a question and one candidate text: shared words, order, numbers, question words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from anxin.engines.language import fold, normalise
from anxin.engines.language.tokenise import units

Idf = Callable[[str], float]

NAMES = (
    "bm25",
    "covered",
    "covers",
    "pairs",
    "characters",
    "order",
    "plain_units",
    "plain_pairs",
    "plain_triples",
    "plain_order",
    "only_asked",
    "only_told",
    "asking",
    "numbers",
    "exact",
    "long",
    "vector",
    "centred",
    "crowd",
    "second",
)
"""Shares are of idf mass unless they count; "plain" looks at the words before folding."""

_LONG = 12
"""Units from which a question is as long as it matters."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?|[一二三四五六七八九十百千万两]+")
_ASKING = re.compile(r"为什么|怎么样|怎么|什么时候|什么|哪里|哪个|谁|多少|多久|几|how|what|when|where|who|why|which")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text taken apart once: folded, and plain."""

    text: str
    units: Counter[str]
    ordered: tuple[str, ...]
    pairs: Counter[str]
    plain: Counter[str]
    plain_ordered: tuple[str, ...]
    plain_pairs: Counter[str]
    plain_triples: Counter[str]
    numbers: frozenset[str]
    asking: frozenset[str]


@lru_cache(maxsize=20_000)
def sketch(text: str) -> Sketch:
    folded, plain = fold(text), normalise(text).text
    ordered, plain_ordered = _flat(folded), _flat(plain)
    return Sketch(
        text=folded,
        units=Counter(ordered),
        ordered=ordered,
        pairs=Counter(a + b for a, b in pairwise(ordered)),
        plain=Counter(plain_ordered),
        plain_ordered=plain_ordered,
        plain_pairs=Counter(a + b for a, b in pairwise(plain_ordered)),
        plain_triples=Counter(a + b + c for (a, b), (_, c) in pairwise(pairwise(plain_ordered))),
        numbers=frozenset(_NUMBER.findall(plain)),
        asking=frozenset(_ASKING.findall(folded)),
    )


@dataclass(frozen=True, slots=True)
class Near:
    """What vectors say of a candidate: cosine of its nearest text and the same seen from the middle of all texts;
    and of the whole place, so alike for each: the mean of the ten nearest texts, and the second nearest."""

    vector: float = 0.0
    centred: float = 0.0
    crowd: float = 0.0
    second: float = 0.0


def compare(query: str, text: str, bm25: float, idf: Idf, near: Near = Near()) -> dict[str, float]:
    """The features of one candidate, by name, all within about -5 to 1; `bm25` is relative to the best possible."""
    q, t = sketch(query), sketch(text)
    shared = _mass(q.units & t.units, idf)
    return {
        "bm25": bm25,
        "covered": shared / (_mass(q.units, idf) or 1.0),
        "covers": shared / (_mass(t.units, idf) or 1.0),
        "pairs": _alike(q.pairs, t.pairs),
        "characters": _alike(q.units, t.units),
        "order": _order(q.ordered, t.ordered),
        "plain_units": _alike(q.plain, t.plain, idf),
        "plain_pairs": _alike(q.plain_pairs, t.plain_pairs, idf),
        "plain_triples": _alike(q.plain_triples, t.plain_triples),
        "plain_order": _order(q.plain_ordered, t.plain_ordered),
        "only_asked": -_mass(q.plain - t.plain, idf) / 10,
        "only_told": -min(_mass(t.plain - q.plain, idf) / 10, 5.0),
        "asking": _agree(q.asking, t.asking),
        "numbers": _agree(q.numbers, t.numbers),
        "exact": float(q.text == t.text),
        "long": min(len(q.plain_ordered), _LONG) / _LONG,
        "vector": near.vector,
        "centred": near.centred,
        "crowd": near.crowd,
        "second": near.second,
    }


def _flat(text: str) -> tuple[str, ...]:
    return tuple(unit for run in units(text) for unit in run)


def _order(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """How much of both stands in the same order (Ratcliff, Obershelp 1988)."""
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _mass(counts: Counter[str], idf: Idf) -> float:
    return sum(n * idf(unit) for unit, n in counts.items())


def _alike(a: Counter[str], b: Counter[str], idf: Idf = lambda _: 1.0) -> float:
    """Twice what both have over all they have (Dice 1945), by weight."""
    total = _mass(a, idf) + _mass(b, idf)
    return 2 * _mass(a & b, idf) / total if total else 0.0


def _agree(a: frozenset[str], b: frozenset[str]) -> float:
    """1 the same, 0 neither has any or they overlap in part, -1 they differ."""
    if not a and not b:
        return 0.0
    return 1.0 if a == b else 0.0 if a & b else -1.0
