"""Vectors of the rows of an index, aligned with its row numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .embed import Embedder, Matrix

Floats = NDArray[np.float32]


class Vectors:
    """`matrix[row]` is the unit vector of a row, zeros where there is none."""

    def __init__(self, embedder: Embedder) -> None:
        self.embedder = embedder
        self._matrix: Matrix = np.zeros((0, 0), np.float32)
        self._middle: _Middle | None = None

    @property
    def matrix(self) -> Matrix:
        return self._matrix

    @matrix.setter
    def matrix(self, made: Matrix) -> None:
        self._matrix = made
        self._middle = None

    def add(self, texts: Sequence[tuple[int, str]]) -> None:
        """Embed the texts of new rows, numbered upwards."""
        made = np.asarray(self.embedder.documents([text for _, text in texts]), np.float32)
        last = max(row for row, _ in texts) + 1
        if last > len(self.matrix):
            grown = np.zeros((max(last, len(self.matrix) * 3 // 2), made.shape[1]), np.float32)
            if len(self.matrix):
                grown[: len(self.matrix)] = self.matrix
            self.matrix = grown
        self.matrix[[row for row, _ in texts]] = made
        self._middle = None

    def remove(self, row: int) -> None:
        self.matrix[row] = 0.0
        self._middle = None

    def near(self, query: str, size: int) -> tuple[Floats, Floats]:
        """Cosine of the query with rows 0 to size - 1, as it is and seen from the middle of all rows.

        Sentence vectors crowd in a narrow cone, so that strangers look alike; taking the mean away spreads them
        (Mu, Viswanath 2018: "All-but-the-Top").
        """
        if not size:
            return np.zeros(0, np.float32), np.zeros(0, np.float32)
        vector = np.asarray(self.embedder.queries([query]), np.float32)[0]
        if self._middle is None:
            self._middle = _Middle.of(self.matrix)
        cosine = np.asarray(self.matrix[:size] @ vector)
        return cosine, self._middle.cosine(cosine, vector)


@dataclass(frozen=True, slots=True)
class _Middle:
    """The mean of the rows, what each row has in its direction, and the length each row has left without it."""

    mean: Floats
    along: Floats
    left: Floats

    @classmethod
    def of(cls, matrix: Matrix) -> _Middle:
        there = matrix.any(axis=1)
        mean = matrix[there].mean(axis=0, dtype=np.float64).astype(np.float32) if there.any() else matrix.sum(axis=0)
        along = matrix @ mean
        left = np.sqrt(np.maximum(there - 2 * along + mean @ mean, 1e-6))
        return cls(mean, along, left.astype(np.float32))

    def cosine(self, plain: Floats, vector: Floats) -> Floats:
        """Cosines without the mean, from plain ones; rows that are not there come out as 0."""
        shift, size = float(vector @ self.mean), len(plain)
        left = np.sqrt(max(1 - 2 * shift + float(self.mean @ self.mean), 1e-6))
        turned = (plain - shift - self.along[:size] + float(self.mean @ self.mean)) / (self.left[:size] * left)
        return np.asarray(np.where(plain == 0, 0, turned), np.float32)
