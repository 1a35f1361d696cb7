"""The plain tools we measure ourselves against, run on the same rows in the same run."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression


class CharacterModel:
    """Character tf-idf (runs of 1 to 3) with logistic regression."""

    def __init__(self, texts: Sequence[str], labels: Sequence[str]) -> None:
        self._features = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True, min_df=2)
        self._model = LogisticRegression(C=10, max_iter=300).fit(self._features.fit_transform(texts), labels)

    def probabilities(self, texts: Sequence[str]) -> NDArray[np.float64]:
        return np.asarray(self._model.predict_proba(self._features.transform(texts)))

    def predict(self, texts: Sequence[str]) -> list[str]:
        return [str(self._model.classes_[i]) for i in self.probabilities(texts).argmax(axis=1)]


class CharacterBm25:
    """BM25 (k1 1.2, b 0.75) over characters and pairs of characters."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._counter = CountVectorizer(analyzer="char", ngram_range=(1, 2))
        counts = self._counter.fit_transform(texts).tocsr().astype(np.float64)
        lengths = np.asarray(counts.sum(axis=1)).ravel()
        held = np.asarray((counts > 0).sum(axis=0)).ravel()
        idf = np.log1p((len(texts) - held + 0.5) / (held + 0.5))
        norm = 1.2 * (0.25 + 0.75 * lengths / lengths.mean())
        row = np.repeat(np.arange(len(texts)), np.diff(counts.indptr))
        counts.data = idf[counts.indices] * counts.data * 2.2 / (counts.data + norm[row])
        self._weights: csr_matrix = counts

    def best(self, query: str, k: int) -> list[int]:
        asked = (self._counter.transform([query]) > 0).astype(np.float64)
        scores = np.asarray((self._weights @ asked.T).todense()).ravel()
        return [int(i) for i in np.argsort(-scores, kind="stable")[:k]]
