"""Optional sentence vectors. The engine runs without; with them paraphrases sharing no word are found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


class Embedder(Protocol):
    """Anything that turns texts into unit vectors: a local model or an adapter to a remote one."""

    @property
    def name(self) -> str:
        """Names the model and its version: vectors of different names are never compared."""
        ...

    def documents(self, texts: Sequence[str]) -> Matrix:
        """Vectors of entries, shape (len(texts), dimension), rows of length 1."""
        ...

    def queries(self, texts: Sequence[str]) -> Matrix:
        """Vectors of questions, same shape and space."""
        ...
