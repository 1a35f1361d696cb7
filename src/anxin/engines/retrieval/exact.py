"""Fault codes and models, looked up exactly: what the index has under a code, never a guess at it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from anxin.engines.language import normalise

from .model import Entry

_SPOKEN = re.compile(
    r"(?:故障|错误|报警|异常)?(?:代码|代號|码)|报错?|显示|出现|跳出?|提示|fault|error|code|display\w*|shows?"
)
_CODE = re.compile(r"(?<![a-z0-9])(?=[a-z0-9./-]*\d|[a-z]{2}(?![a-z]))[a-z0-9]+(?:[-./][a-z0-9]+)*(?![a-z0-9])")
_RUN = re.compile(r"[^\s\u3400-\u9fff,，。?？:：;；\"'“”()（）]+")
"""Anything that is no Chinese: beside words like "显示" even letters alone or a sign may be a code."""


@dataclass(frozen=True, slots=True)
class Found:
    """`ids` of the entries under the `codes` of a text, and `unknown`: what looks like a code but is none."""

    ids: tuple[str, ...]
    codes: tuple[str, ...]
    unknown: tuple[str, ...]


def code_key(code: str) -> str:
    """The spelling under which a code is kept: upper case, no blanks, no hyphens ("e-1" → "E1")."""
    return re.sub(r"[\s\-_]", "", normalise(code).text).upper()


class Codes:
    """code → entries, and model → entries."""

    def __init__(self) -> None:
        self._codes: dict[str, set[str]] = {}
        self._models: dict[str, set[str]] = {}

    def add(self, entry: Entry) -> None:
        for table, keys in self._tables(entry):
            for key in keys:
                table.setdefault(code_key(key), set()).add(entry.id)

    def remove(self, entry: Entry) -> None:
        for table, keys in self._tables(entry):
            for key in {code_key(k) for k in keys}:
                table[key].discard(entry.id)
                if not table[key]:
                    del table[key]

    def _tables(self, entry: Entry) -> tuple[tuple[dict[str, set[str]], tuple[str, ...]], ...]:
        return (self._codes, entry.codes), (self._models, entry.models)

    def entries(self, code: str, allowed: Callable[[str], bool] = lambda _: True) -> tuple[str, ...]:
        """All visible entries under a code, by id."""
        return tuple(sorted(filter(allowed, self._codes.get(code_key(code), ()))))

    def find(self, query: str, allowed: Callable[[str], bool]) -> Found:
        """The codes named in a text. A model named too narrows the entries to those for it."""
        text = normalise(query).text
        spoken = bool(_SPOKEN.search(text))
        words = [code_key(m.group()) for m in _CODE.finditer(text)]
        runs = [code_key(m.group()) for m in _RUN.finditer(text) if spoken or m.group() == text]
        codes = list(dict.fromkeys(w for w in (*words, *runs) if w in self._codes))
        ids = {i for code in codes for i in self._codes[code] if allowed(i)}
        for word in words:
            narrowed = ids & self._models.get(word, set())
            ids = narrowed or ids
        unknown = [w for w in words if w not in self._codes and w not in self._models and spoken]
        return Found(tuple(sorted(ids)), tuple(codes if ids else ()), tuple(unknown))
