"""A message weighed by what was learnt: logistic regression over marks of a text, kept as data.

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
_TOLD = 6
"""Marks told of a verdict."""


@dataclass(frozen=True, slots=True)
class Weights:
    """`marks` gives the log-odds per unit of tf-idf, and the idf, of each mark."""

    bias: float
    marks: Mapping[str, tuple[float, float]]


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


def marks(plain: str) -> Counter[str]:
    """Tokens of a normalised text and pairs of its units with one or two left out, each once."""
    found = dict.fromkeys(split(plain), 1)
    for run in units(plain):
        for gap in _GAPS:
            found.update((f"{a}_{b}", 1) for a, b in zip(run, islice(run, gap, None), strict=False))
    return Counter(found)


def weigh(by: Weights, found: Iterable[str]) -> Weighed:
    """Marks nobody has met weigh nothing."""
    known = [(mark, *by.marks[mark]) for mark in found if mark in by.marks]
    length = math.sqrt(sum(idf**2 for _, _, idf in known)) or 1.0
    parts = {mark: weight * idf / length for mark, weight, idf in known}
    return Weighed(by.bias + sum(parts.values()), parts)


def mostly_latin(plain: str) -> bool:
    """Whom the weights do not know: too few English texts have been told, and strange ones looked like anything."""
    return 2 * sum(map(str.isascii, plain)) > len(plain)
