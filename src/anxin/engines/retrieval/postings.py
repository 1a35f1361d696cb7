"""Inverted lists that change in place: add and remove a row without touching the others."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log1p

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@dataclass(slots=True)
class _List:
    rows: array[int] = field(default_factory=lambda: array("i"))
    weights: array[float] = field(default_factory=lambda: array("f"))


class Postings:
    """token → ascending row numbers with weighted frequencies; row lengths; BM25 over them.

    Rows are numbered upwards and never reused, so every list stays sorted by appending. Removing a row takes
    it out of its lists, so that adding and removing leaves exactly the lists there were.
    """

    def __init__(self, k1: float, b: float) -> None:
        self.k1, self.b = k1, b
        self.size = 0
        self.live = 0
        self._lists: dict[str, _List] = {}
        self._lengths = array("f")
        self._total = 0.0
        self._norm: Floats | None = None

    def __contains__(self, token: str) -> bool:
        return token in self._lists

    def idf(self, token: str) -> float:
        """Inverse document frequency as in BM25, never negative."""
        found = self._lists.get(token)
        df = len(found.rows) if found else 0
        return log1p((self.live - df + 0.5) / (df + 0.5))

    def add(self, weights: Mapping[str, float]) -> int:
        """Append a row of weighted token frequencies; its number."""
        row = self.size
        for token, weight in weights.items():
            found = self._lists.get(token)
            if found is None:
                found = self._lists[token] = _List()
            found.rows.append(row)
            found.weights.append(weight)
        length = sum(weights.values())
        self._lengths.append(length)
        self._total += length
        self.size += 1
        self.live += 1
        self._norm = None
        return row

    def remove(self, row: int, tokens: Iterable[str]) -> None:
        """Take a row out of the lists of its tokens."""
        for token in tokens:
            found = self._lists[token]
            at = bisect_left(found.rows, row)
            del found.rows[at], found.weights[at]
            if not found.rows:
                del self._lists[token]
        self._total -= self._lengths[row]
        self._lengths[row] = 0.0
        self.live -= 1
        self._norm = None

    def scores(self, tokens: Sequence[str]) -> Floats:
        """BM25 of every row for these tokens, shape (size,)."""
        total = np.zeros(self.size, np.float32)
        norm = self._norms()
        for token in sorted(set(tokens)):
            found = self._lists.get(token)
            if found is None:
                continue
            rows = np.frombuffer(found.rows, np.int32)
            tf = np.frombuffer(found.weights, np.float32)
            total[rows] += np.float32(self.idf(token) * (self.k1 + 1)) * tf / (tf + norm[rows])
        return total

    def best(self, tokens: Sequence[str]) -> float:
        """The score of a row of average length that holds each of these tokens once."""
        known = {t for t in tokens if t in self._lists}
        return sum(self.idf(t) for t in sorted(known)) or 1.0

    def _norms(self) -> Floats:
        if self._norm is None:
            mean = round(self._total, 3) / max(self.live, 1) or 1.0
            lengths = np.frombuffer(self._lengths, np.float32)
            self._norm = np.asarray(self.k1 * (1 - self.b + self.b * lengths / np.float32(mean)), np.float32)
        return self._norm

    def dump(self, live: Sequence[int]) -> dict[str, NDArray[np.generic]]:
        """Flat arrays: tokens as UTF-8 lines, list bounds, rows, weights, lengths. `live` are the rows there
        are, ascending; they are renumbered from 0."""
        tokens = list(self._lists)
        lists = [self._lists[t] for t in tokens]
        bounds = np.cumsum([0, *(len(x.rows) for x in lists)], dtype=np.int64)
        return {
            "tokens": np.frombuffer("\n".join(tokens).encode(), np.uint8),
            "bounds": bounds,
            "rows": np.searchsorted(live, np.frombuffer(b"".join(x.rows.tobytes() for x in lists), np.int32)).astype(
                np.int32
            ),
            "weights": np.frombuffer(b"".join(x.weights.tobytes() for x in lists), np.float32),
            "lengths": np.asarray(self._lengths, np.float32)[list(live)],
        }

    def restore(self, flat: Mapping[str, NDArray[np.generic]]) -> None:
        """Fill from what `dump` gave."""
        text = flat["tokens"].tobytes().decode()
        bounds = (flat["bounds"] * 4).tolist()
        rows, weights = memoryview(flat["rows"].tobytes()), memoryview(flat["weights"].tobytes())
        for token, start, end in zip(text.split("\n") if text else (), bounds, bounds[1:], strict=False):
            self._lists[token] = _List(array("i", rows[start:end].tobytes()), array("f", weights[start:end].tobytes()))
        self._lengths = array("f", flat["lengths"].tobytes())
        self.size = self.live = len(self._lengths)
        self._total = float(sum(self._lengths))
        self._norm = None
