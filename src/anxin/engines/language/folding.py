"""Fold the many ways to say one thing onto one form each, so that "如何调温" and "怎么调温呢" meet."""

from __future__ import annotations

import re
from functools import lru_cache

from .normal import lines, normalise


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    table: dict[str, str] = {}
    for line in lines("folds.txt"):
        form, *others = line.split()
        table |= dict.fromkeys(others, "" if form == "-" else form)
        if form != "-":
            table[form] = form
    longest_first = sorted(table, key=lambda form: (-len(form), form))
    return re.compile("|".join(map(re.escape, longest_first))), table


def fold(text: str) -> str:
    """The normalised text with its small words folded; never empty where the text was not."""
    plain = normalise(text).text
    pattern, table = _table()
    folded = pattern.sub(lambda match: table[match.group()], plain).strip()
    return folded or plain
