"""Rule books: named patterns kept as data, alternatives in lines, so that a reader can check them.

    [name]            the patterns below belong to this name
    一个|another      a regular expression; lines of one name are alternatives
    {PLACE}           stands for the alternatives of a name written in capitals
    # …               a comment

Matching is on normalised text (lower case, simplified, half width).
"""

from __future__ import annotations

import re
from functools import lru_cache

from .normal import lines

_NAME = re.compile(r"\[[A-Za-z_.]+\]")
_USE = re.compile(r"\{([A-Z_]+)\}")


@lru_cache(maxsize=32)
def rules(book: str) -> dict[str, re.Pattern[str]]:
    """The patterns of `data/<book>.rules` by name, in the order of the file."""
    sources: dict[str, list[str]] = {}
    name = ""
    for line in lines(f"{book}.rules"):
        if _NAME.fullmatch(line):
            name = line[1:-1]
            sources.setdefault(name, [])
        else:
            sources[name].append(line.strip())
    joined: dict[str, str] = {}
    for name, parts in sources.items():
        joined[name] = _USE.sub(lambda m: f"(?:{joined[m.group(1)]})", "|".join(parts))
    return {name: re.compile(source) for name, source in joined.items()}
