"""Vectors of the rows of an index, aligned with its row numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .embed import Embedder, Matrix


class Vectors:
    """`matrix[row]` is the unit vector of a row, zeros where there is none."""

    def __init__(self, embedder: Embedder) -> None:
        self.embedder = embedder
        self.matrix: Matrix = np.zeros((0, 0), np.float32)

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

    def remove(self, row: int) -> None:
        self.matrix[row] = 0.0

    def near(self, query: str, size: int) -> NDArray[np.float32]:
        """Cosine of the query with rows 0 to size - 1."""
        if not size:
            return np.zeros(0, np.float32)
        vector = np.asarray(self.embedder.queries([query]), np.float32)[0]
        return np.asarray(self.matrix[:size] @ vector)
