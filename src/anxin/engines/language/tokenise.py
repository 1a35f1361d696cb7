"""Search tokens: characters of Chinese, words of everything else, and every pair of neighbours.

No word list and no segmenter: a new product name works on the day it is written.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter

from .normal import normalise

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff"
_UNIT = re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:['.\-/][^\W_{HAN}]+)*|[^\w\s]", re.UNICODE)
_PART = re.compile(r"[^\W\d_]+|\d+")


def units(text: str) -> list[list[str]]:
    """The runs of a normalised text: characters and words in order, cut at punctuation."""
    runs: list[list[str]] = [[]]
    for match in _UNIT.finditer(text):
        unit = match.group()
        if unit[0].isalnum():
            runs[-1].append(unit)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def tokens(text: str) -> list[str]:
    """Tokens of a message: units, pairs of neighbouring units ("漏 水" → "漏水"), parts of codes.

    Order and repetition are kept; two calls on the same text give the same list.
    """
    return split(normalise(text).text)


def split(plain: str) -> list[str]:
    """The tokens of a text that is normalised already."""
    out: list[str] = []
    for run in units(plain):
        out.extend(run)
        out.extend(_pair(a, b) for a, b in itertools.pairwise(run))
        for unit in run:
            if len(unit) > 1 and len(parts := _PART.findall(unit)) > 1:
                out.extend(parts)
    return out


_RUNS = {"han": (3,), "latin": (3, 4)}
"""Lengths of character runs; they forgive misspelling and inflection."""


def pieces(plain: str) -> Counter[str]:
    """What a normalised text is judged by: tokens and runs of characters, longer ones where most letters are Latin."""
    found = Counter(split(plain))
    padded = f" {plain} "
    for n in _RUNS["latin" if 2 * sum(map(str.isascii, plain)) > len(plain) else "han"]:
        found.update("#" + padded[i : i + n] for i in range(len(padded) - n + 1))
    return found


def _pair(a: str, b: str) -> str:
    """Chinese neighbours join directly, so a pair of characters equals the two-character word."""
    return a + b if len(a) == 1 and len(b) == 1 and not a.isascii() else f"{a} {b}"
