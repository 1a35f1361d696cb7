"""Text → tokens, the same on every database: SQLite's trigrams cannot find 漏水, nor PostgreSQL's parser.

Runs of letters and digits are cut into overlapping pairs of characters; Han characters count alone too, and a
Latin or digit run also as a whole. So 漏水, 水, 0186 and `WH-6` inside `WH-60A` are found.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

MAX_TEXT = 4000
_RUN = re.compile(r"[㐀-䶿一-鿿豈-﫿]+|[^\W_㐀-䶿一-鿿豈-﫿]+")


def runs(text: str) -> list[str]:
    """Normalised runs: full width folded (Ａ → a), case folded, punctuation dropped."""
    return _RUN.findall(unicodedata.normalize("NFKC", text[:MAX_TEXT]).casefold())


def of_text(text: str) -> frozenset[int]:
    """All tokens under which a text shall be found."""
    found: set[str] = set()
    for run in runs(text):
        found.update(pairs(run))
        found.update(run if is_han(run) else [run])
    return frozenset(map(hashed, found))


def of_query(query: str) -> frozenset[int]:
    """The tokens a text must all have: pairs of every run, or the run itself when it is one character."""
    found: set[str] = set()
    for run in runs(query):
        found.update(pairs(run) or [run])
    return frozenset(map(hashed, found))


def pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)]


def is_han(run: str) -> bool:
    return "㐀" <= run[0] <= "鿿" or "豈" <= run[0] <= "﫿"


def hashed(token: str) -> int:
    """A signed 64-bit number (fits BIGINT)."""
    return int.from_bytes(blake2b(token.encode(), digest_size=8).digest(), "big", signed=True)
