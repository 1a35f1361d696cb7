"""What the ranker sees of a question and one candidate text: shared words, order, numbers, negation."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from anxin.engines.language import fold, normalise
from anxin.engines.language.tokenise import units

Idf = Callable[[str], float]

NAMES = (
    "bm25",
    "covered",
    "covers",
    "pairs",
    "gaps",
    "characters",
    "run",
    "order",
    "length",
    "numbers",
    "words",
    "negation",
    "asking",
    "exact",
    "first",
    "last",
    "rarest",
    "missing",
    "lacking",
    "replaced",
    "inserted",
    "deleted",
    "swapped",
    "ends",
    "vector",
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?|[一二三四五六七八九十百千万两]+")
_NOT = re.compile(r"不|没|别|无|未|\bnot?\b|n't\b")
_ASKING = re.compile(r"为什么|怎么样|怎么|什么时候|什么|哪里|哪个|谁|多少|多久|几|how|what|when|where|who|why|which")
_LATIN = re.compile(r"[a-z][a-z0-9]*")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text taken apart once."""

    text: str
    units: tuple[str, ...]
    pairs: Counter[str]
    gaps: frozenset[str]
    numbers: frozenset[str]
    latin: frozenset[str]
    asking: frozenset[str]
    negations: int


@lru_cache(maxsize=20_000)
def sketch(text: str) -> Sketch:
    folded = fold(text)
    flat = tuple(unit for run in units(folded) for unit in run)
    return Sketch(
        text=folded,
        units=flat,
        pairs=Counter(a + b for a, b in itertools.pairwise(flat)),
        gaps=frozenset(a + "_" + b for a, b in zip(flat, flat[2:], strict=False)),
        numbers=frozenset(_NUMBER.findall(normalise(text).text)),
        latin=frozenset(_LATIN.findall(folded)),
        asking=frozenset(_ASKING.findall(folded)),
        negations=len(_NOT.findall(folded)),
    )


def compare(query: str, text: str, bm25: float, idf: Idf, vector: float = 0.0) -> dict[str, float]:
    """The features of one candidate, by name, all within about -1 to 1. `bm25` is relative to the best there
    could be."""
    q, t = sketch(query), sketch(text)
    q_units, t_units = Counter(q.units), Counter(t.units)
    shared = _mass(q_units & t_units, idf)
    q_mass, t_mass = _mass(q_units, idf) or 1.0, _mass(t_units, idf) or 1.0
    match = SequenceMatcher(None, q.units, t.units, autojunk=False)
    longest = match.find_longest_match()
    rare = max(q_units, key=lambda u: (idf(u), u), default="")
    edits = _edits(q, t, match, idf)
    longer = max(len(q.units), len(t.units), 1)
    return {
        "bm25": bm25,
        "covered": shared / q_mass,
        "covers": shared / t_mass,
        "pairs": _dice(q.pairs, t.pairs),
        "gaps": _jaccard(q.gaps, t.gaps),
        "characters": _dice(q_units, t_units),
        "run": longest.size / longer,
        "order": match.ratio(),
        "length": min(len(q.units), len(t.units)) / longer,
        "numbers": _agree(q.numbers, t.numbers),
        "words": _agree(q.latin, t.latin),
        "negation": float(q.negations % 2 == t.negations % 2),
        "asking": _agree(q.asking, t.asking),
        "exact": float(q.text == t.text),
        "first": float(q.units[:1] == t.units[:1]),
        "last": float(q.units[-1:] == t.units[-1:]),
        "rarest": float(rare in t_units),
        "missing": -_heaviest(t_units - q_units, idf) / 10.0,
        "lacking": -_heaviest(q_units - t_units, idf) / 10.0,
        "replaced": -edits["replace"] / 10.0,
        "inserted": -edits["insert"] / 10.0,
        "deleted": -edits["delete"] / 10.0,
        "swapped": -(_dice(q_units, t_units) - match.ratio()),
        "ends": float(q.units[-2:] == t.units[-2:]),
        "vector": vector,
    }


def _heaviest(counts: Counter[str], idf: Idf) -> float:
    return max(map(idf, counts), default=0.0)


def _edits(q: Sketch, t: Sketch, match: SequenceMatcher[str], idf: Idf) -> dict[str, float]:
    """The heaviest edit of each kind that turns the question into the text. A replacement weighs as much as
    its lighter side: two rare words in one place mean two different things."""
    heaviest = {"replace": 0.0, "insert": 0.0, "delete": 0.0}
    for kind, i, j, k, n in match.get_opcodes():
        if kind != "equal":
            gone = sum(map(idf, q.units[i:j]))
            come = sum(map(idf, t.units[k:n]))
            weight = min(gone, come) if kind == "replace" else max(gone, come)
            heaviest[kind] = max(heaviest[kind], min(weight, 20.0))
    return heaviest


def _mass(counts: Counter[str], idf: Idf) -> float:
    return sum(n * idf(unit) for unit, n in counts.items())


def _dice(a: Counter[str], b: Counter[str]) -> float:
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


def _agree(a: frozenset[str], b: frozenset[str]) -> float:
    """1 the same, 0 neither has any or they overlap in part, -1 they differ."""
    if not a and not b:
        return 0.0
    return 1.0 if a == b else 0.0 if a & b else -1.0
