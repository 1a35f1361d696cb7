"""A message weighed by what was learnt: logistic regression over marks of a text, kept as data.

`weigh` answers one question (is it a danger, a wish for a person), `choose` picks among several (intent, mood).

Fitted on our own texts alone by `anxin.demo.knowledge.fit_weights`; the same texts give the same weights. A weighing
keeps the part of each mark, so a verdict can be told.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from typing import Any

from .tokenise import split, units

_GAPS = (2, 3)
"""How far apart two units of a gapped pair stand: "插头 黑" in "插头都黑了" and in "插头有点黑"."""
EVIDENCE = "#"
"""Starts the marks that are no words of the message but what the rules say of it."""
_TOLD = 6
"""Marks told of a verdict."""


@dataclass(frozen=True, slots=True)
class Weights:
    """`marks` gives the log-odds per unit of tf-idf, and the idf, of each mark."""

    bias: float
    marks: Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Choices:
    """The same for several answers at once: `marks` gives the idf of each mark, and its log-odds for every label."""

    labels: tuple[str, ...]
    biases: tuple[float, ...]
    marks: Mapping[str, tuple[float, tuple[float, ...]]]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Log-odds of a text, and what each known mark adds to them."""

    odds: float
    parts: Mapping[str, float]

    def told(self, name: str) -> dict[str, float]:
        """`name.odds`, and `name:mark` of the marks that say most, as features of an analysis."""
        most = sorted(self.parts.items(), key=lambda part: (-abs(part[1]), part[0]))[:_TOLD]
        return {f"{name}.odds": round(self.odds, 2), **{f"{name}:{mark}": round(part, 2) for mark, part in most}}


def stored(name: str) -> dict[str, Any]:
    """The data file of a fit: `bias` and the columns `mark`, `weight`, `idf` (all numbers in hundredths), and whatever
    else the fit told of marks."""
    data = json.loads((files("anxin.engines.language") / "data" / f"{name}_weights.json").read_text("utf-8"))
    return dict(data)


@lru_cache(maxsize=4)
def weights(name: str) -> Weights:
    data = stored(name)
    columns = zip(data["mark"], data["weight"], data["idf"], strict=True)
    return Weights(data["bias"] / 100, {mark: (weight / 100, idf / 100) for mark, weight, idf in columns})


@lru_cache(maxsize=4)
def choices(name: str) -> Choices:
    """The weights of a choice among several: one column of hundredths per label."""
    data = stored(name)
    rows = zip(*data["weight"], strict=True)
    columns = zip(data["mark"], data["idf"], rows, strict=True)
    kept = {mark: (idf / 100, tuple(weight / 100 for weight in row)) for mark, idf, row in columns}
    return Choices(tuple(data["labels"]), tuple(bias / 100 for bias in data["bias"]), kept)


def marks(plain: str) -> Counter[str]:
    """Tokens of a normalised text and pairs of its units with one or two left out, each once."""
    return Counter(_marks(plain))


@lru_cache(maxsize=512)
def _marks(plain: str) -> tuple[str, ...]:
    found = dict.fromkeys(split(plain))
    for run in units(plain):
        for gap in _GAPS:
            found.update((f"{a}_{b}", None) for a, b in zip(run, islice(run, gap, None), strict=False))
    return tuple(found)


def weigh(by: Weights, found: Iterable[str]) -> Weighed:
    """Marks nobody has met weigh nothing."""
    known = [(mark, *by.marks[mark]) for mark in found if mark in by.marks]
    length = math.sqrt(sum(idf**2 for _, _, idf in known)) or 1.0
    parts = {mark: weight * idf / length for mark, weight, idf in known}
    return Weighed(by.bias + sum(parts.values()), parts)


def choose(by: Choices, found: Iterable[str]) -> dict[str, Weighed]:
    """Each label weighed. What the rules say (`EVIDENCE`) counts whole, however long the message is."""
    known = [(mark, *by.marks[mark]) for mark in found if mark in by.marks]
    length = math.sqrt(sum(idf**2 for mark, idf, _ in known if mark[0] != EVIDENCE)) or 1.0
    worth = [(mark, 1.0 if mark[0] == EVIDENCE else idf / length, row) for mark, idf, row in known]
    parts = [{mark: value * row[i] for mark, value, row in worth} for i in range(len(by.labels))]
    return {
        label: Weighed(bias + sum(part.values()), part)
        for label, bias, part in zip(by.labels, by.biases, parts, strict=True)
    }


def shares(weighed: Mapping[str, Weighed]) -> dict[str, float]:
    """The probability of each label; they sum to 1."""
    highest = max(found.odds for found in weighed.values())
    raised = {label: math.exp(found.odds - highest) for label, found in weighed.items()}
    return {label: value / sum(raised.values()) for label, value in raised.items()}


def length_mark(plain: str) -> str:
    """How long a message is, in tens of characters, as a piece of evidence."""
    return f"{EVIDENCE}long{min(6, len(plain) // 10)}"


def mostly_latin(plain: str) -> bool:
    """Whom the weights do not know: too few English texts have been told, and strange ones looked like anything."""
    return 2 * sum(map(str.isascii, plain)) > len(plain)
