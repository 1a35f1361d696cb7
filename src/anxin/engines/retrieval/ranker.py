"""Order the candidates, and say how likely the first one is right.

Two small linear models. The ranker is a softmax over the candidates of one question (a conditional logit,
McFadden 1974); the judge a logistic regression on how the first stands against the rest. Both are fitted by
Newton steps with a ridge penalty, so a fit has no randomness.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from .features import NAMES

Vector = NDArray[np.float64]
Case = tuple[Vector, int | None]
"""Candidate features, shape (candidates, features), and the row that is right (None: none is)."""


@dataclass(frozen=True, slots=True)
class Ranker:
    """`weights` has one number per feature of `features.NAMES`; `judge` one per feature of `stand` and a
    constant."""

    weights: tuple[float, ...]
    judge: tuple[float, ...]

    @classmethod
    def unfitted(cls) -> Ranker:
        """BM25 alone, and even odds for whatever comes first: for texts unlike any that were judged."""
        return cls(tuple(float(name == "bm25") for name in NAMES), (0.0,) * len(default_ranker().judge))

    def scores(self, features: Vector) -> Vector:
        """Scores of candidates, shape (candidates,)."""
        return np.asarray(features @ np.asarray(self.weights))

    def p(self, features: Vector, scores: Vector) -> float:
        """Calibrated probability that the best-scored candidate is right."""
        return float(_sigmoid(_with_constant(stand(features, scores)[None]) @ np.asarray(self.judge))[0])

    def to_json(self) -> str:
        return json.dumps({"features": NAMES, "weights": self.weights, "judge": self.judge})

    @classmethod
    def from_json(cls, text: str) -> Ranker:
        """Raises ValueError if the model was fitted for other features."""
        data = json.loads(text)
        if tuple(data["features"]) != NAMES:
            raise ValueError("the ranker was fitted for other features")
        return cls(tuple(data["weights"]), tuple(data["judge"]))


@lru_cache(maxsize=1)
def default_ranker() -> Ranker:
    """The ranker that ships, fitted on the demo company's own paraphrases (`anxin.demo.knowledge.fit`)."""
    return Ranker.from_json((files(__package__) / "ranker.json").read_text(encoding="utf-8"))


_COMPARED = [NAMES.index(name) for name in ("bm25", "pairs", "vector", "centred")]


def stand(features: Vector, scores: Vector) -> Vector:
    """How the first candidate stands: its features, its score, its lead over the second and the crowd."""
    order = np.argsort(-scores, kind="stable")
    top = scores[order[0]]
    rest = scores[order[1:]]
    lead = top - rest[0] if len(rest) else 8.0
    share = 1.0 / np.exp(np.clip(scores - top, -50, 0)).sum()
    first = features[order[0]]
    beaten = features[order[1]] if len(rest) else np.zeros_like(first)
    return np.concatenate([first, [top, min(lead, 8.0), share, *(first - beaten)[_COMPARED]]])


def fit(cases: Sequence[Case], ridge: float = 10.0, judge_ridge: float = 5.0) -> Ranker:
    """Fit on questions with candidates. The judge is fitted on held-out scores (five folds), since a ranker
    flatters the questions it has seen."""
    weights = fit_ranker(cases, ridge)
    rows, labels = [], []
    for fold in range(5):
        inner = fit_ranker([c for i, c in enumerate(cases) if i % 5 != fold], ridge)
        for features, right in (c for c in cases[fold::5] if len(c[0])):
            scores = features @ inner
            rows.append(stand(features, scores))
            labels.append(float(right is not None and int(np.argmax(scores)) == right))
    judge = _standardised(np.asarray(rows), np.asarray(labels), judge_ridge)
    return Ranker(tuple(weights.tolist()), tuple(judge.tolist()))


def _standardised(x: Vector, y: Vector, ridge: float) -> Vector:
    """`logistic` on columns of spread 1, so that the penalty is fair; weights for the columns as they came."""
    middle, spread = x.mean(axis=0), x.std(axis=0) + 1e-6
    weights = logistic(_with_constant((x - middle) / spread), y, ridge)
    plain = weights[:-1] / spread
    return np.append(plain, weights[-1] - plain @ middle)


def fit_ranker(cases: Sequence[Case], ridge: float) -> Vector:
    """Conditional logit: raise the likelihood of the right candidate among the candidates of its question.

    Fitted on features of spread 1, so that the penalty is fair; weights are for the features as they came.
    """
    spread = np.vstack([features for features, _ in cases if len(features)]).std(axis=0) + 1e-6
    known = [(f / spread, right) for f, right in cases if right is not None and len(f) > 1]

    def look(weights: Vector) -> Look:
        value = -0.5 * ridge * weights @ weights
        gradient, hessian = -ridge * weights, ridge * np.eye(len(weights))
        for features, right in known:
            p = _softmax(features @ weights)
            mean = p @ features
            value += np.log(p[right] + 1e-300)
            gradient += features[right] - mean
            hessian += (features * p[:, None]).T @ features - np.outer(mean, mean)
        return float(value), gradient, hessian

    return np.asarray(_climb(look, np.zeros(len(NAMES))) / spread)


def logistic(x: Vector, y: Vector, ridge: float) -> Vector:
    """Ridge logistic regression; the last column is the constant and is hardly penalised."""
    penalty = np.append(np.full(x.shape[1] - 1, ridge), 1e-6)

    def look(weights: Vector) -> Look:
        p = _sigmoid(x @ weights)
        value = np.log(np.where(y > 0, p, 1 - p) + 1e-300).sum() - 0.5 * (penalty * weights**2).sum()
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-9)
        return float(value), x.T @ (y - p) - penalty * weights, hessian

    return _climb(look, np.zeros(x.shape[1]))


Look = tuple[float, Vector, Vector]
"""Value of a concave function at a point, its gradient, and minus its Hessian."""


def _climb(look: Callable[[Vector], Look], at: Vector) -> Vector:
    """Newton's method with the step halved until it gains; stops when it gains no more."""
    value, gradient, hessian = look(at)
    for _ in range(30):
        step = np.linalg.solve(hessian, gradient)
        while (ahead := look(at + step))[0] < value and np.abs(step).max() > 1e-9:
            step = step / 2
        if ahead[0] - value < 1e-7:
            break
        at = at + step
        value, gradient, hessian = ahead
    return at


def _with_constant(x: Vector) -> Vector:
    return np.hstack([x, np.ones((len(x), 1))])


def _sigmoid(x: Vector) -> Vector:
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -40, 40))))


def _softmax(x: Vector) -> Vector:
    p = np.exp(x - x.max())
    return np.asarray(p / p.sum())
