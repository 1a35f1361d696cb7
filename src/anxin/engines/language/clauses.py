"""Sentences and clauses: the reach of a "not", an "if" or a "last year"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BORDER = re.compile(r"[,，;。!?\n…~]|\.(?!\d)|(?<=[^\d])[:](?=[^\d/])|、| - ")
_FULL = frozenset("。!?\n;…~.")


@dataclass(frozen=True, slots=True)
class Clause:
    """`text[start:end]` without its closing mark; `mark` is that mark ("" at the end)."""

    start: int
    end: int
    text: str
    mark: str
    sentence: int

    @property
    def asks(self) -> bool:
        return self.mark == "?" or self.text.endswith(("吗", "么", "嘛", "呢"))


def clauses(text: str) -> list[Clause]:
    """The clauses of a normalised text, in order."""
    out: list[Clause] = []
    start = sentence = 0
    for match in [*_BORDER.finditer(text), None]:
        end = match.start() if match else len(text)
        mark = match.group().strip() if match else ""
        if text[start:end].strip():
            out.append(Clause(start, end, text[start:end], mark, sentence))
        if mark in _FULL:
            sentence += 1
        start = match.end() if match else end
    return out


def clause_at(parts: list[Clause], position: int) -> int:
    """Index of the clause that holds a position (the last one that starts before it)."""
    return max((i for i, c in enumerate(parts) if c.start <= position), default=0)
