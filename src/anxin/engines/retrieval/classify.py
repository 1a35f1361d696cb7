"""A text classifier for labelled utterances: tf-idf of our tokens and of character runs, multinomial logistic
regression by AdaGrad (Duchi, Hazan, Singer 2011). Small, quick, and the same for the same data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from anxin.engines.language import normalise
from anxin.engines.language.tokenise import pieces as runs_and_tokens

Floats = NDArray[np.float32]
Sparse = list[tuple[NDArray[np.int64], Floats]]
Read = Callable[[str], Counter[str]]
"""A text to what it is judged by, counted."""


def pieces(text: str) -> Counter[str]:
    return runs_and_tokens(normalise(text).text)


@dataclass(frozen=True)
class Classifier:
    """`weights` has shape (features + 1, classes), the last row being the constants."""

    labels: tuple[str, ...]
    vocabulary: dict[str, int]
    idf: Floats
    weights: Floats
    read: Read = pieces
    whole: str = ""
    """Pieces that start with one of these characters count 1, however long the text is."""

    def probabilities(self, texts: Sequence[str]) -> Floats:
        """Shape (texts, classes), rows sum to 1. What is not in the vocabulary speaks for no class, so the more of a
        text is strange, the less sure any class is; which is likeliest stays as it is."""
        counted = [self.read(text) for text in texts]
        read = zip(counted, self._vectors(counted), strict=True)
        scores = [self._known(counts) * (values @ self.weights[ids]) for counts, (ids, values) in read]
        return np.asarray([_softmax(score) for score in scores], np.float32)

    def _known(self, counts: Counter[str]) -> float:
        """The length of the known part of a text over that of the whole, a strange piece weighing as the rarest."""
        rarest = float(self.idf.max(initial=1.0))
        known = strange = 0.0
        for piece, n in counts.items():
            at = self.vocabulary.get(piece)
            if at is None:
                strange += ((1 + np.log(n)) * rarest) ** 2
            else:
                known += ((1 + np.log(n)) * float(self.idf[at])) ** 2
        return float(np.sqrt(known / (known + strange))) if known else 0.0

    def predict(self, texts: Sequence[str]) -> list[str]:
        return [self.labels[i] for i in self.probabilities(texts).argmax(axis=1)]

    def _vectors(self, counted: Iterable[Counter[str]]) -> Sparse:
        """Sublinear tf-idf of length 1, and a constant 1 behind the vocabulary."""
        out: Sparse = []
        for counts in counted:
            known = [(self.vocabulary[p], n) for p, n in counts.items() if p in self.vocabulary]
            ids = np.asarray([i for i, _ in known] + [len(self.vocabulary)], np.int64)
            values = np.asarray([1 + np.log(n) for _, n in known] + [0.0], np.float32)
            whole = np.asarray([piece[0] in self.whole for piece in counts if piece in self.vocabulary] + [True])
            values[:-1] *= self.idf[ids[:-1]]
            values[~whole] /= np.linalg.norm(values[~whole]) or 1.0
            values[whole] = 1.0
            out.append((ids, values))
        return out


def fit(
    texts: Sequence[str],
    labels: Sequence[str],
    *,
    read: Read = pieces,
    epochs: int = 10,
    rate: float = 0.2,
    start: float = 1e-6,
    seed: int = 0,
    least: int = 2,
    whole: str = "",
) -> Classifier:
    """Fit on texts and their labels. Pieces met in fewer than `least` texts are left out.

    A weight steps by `rate` over the root of the squared gradients it has met, `start` to begin with. From a small
    start a rare piece counts at once, which many classes with few texts each need; from 1e-3 it is trusted less,
    which carries further to texts of another kind."""
    counted = [read(text) for text in texts]
    met = Counter(piece for counts in counted for piece in counts)
    kept = sorted(piece for piece, n in met.items() if n >= least)
    idf = np.log((1 + len(texts)) / (1 + np.asarray([met[p] for p in kept], np.float32))) + 1
    names = tuple(sorted(set(labels)))
    model = Classifier(
        names,
        {piece: i for i, piece in enumerate(kept)},
        np.asarray(idf, np.float32),
        np.zeros((len(kept) + 1, len(names)), np.float32),
        read,
        whole,
    )
    targets = np.asarray([names.index(label) for label in labels])
    _descend(model, model._vectors(counted), targets, epochs, rate, start, np.random.default_rng(seed))
    return model


def _descend(
    model: Classifier,
    vectors: Sparse,
    targets: NDArray[np.int64],
    epochs: int,
    rate: float,
    start: float,
    rng: np.random.Generator,
) -> None:
    """Pass over the data in batches; each batch works on the few features it has, as one small dense matrix."""
    seen = np.full(model.weights.shape, start, np.float32)
    for _ in range(epochs):
        for batch in np.array_split(rng.permutation(len(vectors)), max(1, len(vectors) // 32)):
            ids, inverse = np.unique(np.concatenate([vectors[i][0] for i in batch]), return_inverse=True)
            x = np.zeros((len(batch), len(ids)), np.float32)
            x[np.repeat(np.arange(len(batch)), [len(vectors[i][0]) for i in batch]), inverse] = np.concatenate(
                [vectors[i][1] for i in batch]
            )
            p = _softmax(x @ model.weights[ids])
            p[np.arange(len(batch)), targets[batch]] -= 1
            gradient = x.T @ p / len(batch)
            seen[ids] += gradient**2
            model.weights[ids] -= rate * gradient / np.sqrt(seen[ids])


def _softmax(scores: Floats) -> Floats:
    p = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(p / p.sum(axis=-1, keepdims=True))
