"""Order the candidates, and say how likely the first one is right.

Two small linear models. The ranker is a softmax over the candidates of one question (a conditional logit,
McFadden 1974); the judge a logistic regression on how the first stands against the rest. Both are fitted by
Newton steps with a ridge penalty, so a fit has no randomness.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
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
    """The ranker that ships, fitted on the demo company's own questions by `bench/knowledge`."""
    return Ranker.from_json((files(__package__) / "ranker.json").read_text(encoding="utf-8"))


def stand(features: Vector, scores: Vector) -> Vector:
    """How the first candidate stands: its features, its score, its lead over the second and the crowd."""
    order = np.argsort(-scores, kind="stable")
    top = scores[order[0]]
    rest = scores[order[1:]]
    lead = top - rest[0] if len(rest) else 8.0
    share = 1.0 / np.exp(np.clip(scores - top, -50, 0)).sum()
    first = features[order[0]]
    beaten = features[order[1]] if len(rest) else np.zeros_like(first)
    return np.concatenate([first, [top, min(lead, 8.0), share, *(first - beaten)[[0, 3]]]])


def fit(cases: Sequence[Case], ridge: float = 1.0, judge_ridge: float = 1.0) -> Ranker:
    """Fit on questions with candidates. The judge is fitted on held-out scores (five folds), since a ranker
    flatters the questions it has seen."""
    weights = fit_ranker(cases, ridge)
    rows, labels = [], []
    for fold in range(5):
        inner = fit_ranker([c for i, c in enumerate(cases) if i % 5 != fold], ridge)
        for features, right in cases[fold::5]:
            scores = features @ inner
            rows.append(stand(features, scores))
            labels.append(float(right is not None and int(np.argmax(scores)) == right))
    judge = logistic(_with_constant(np.asarray(rows)), np.asarray(labels), judge_ridge)
    return Ranker(tuple(weights.tolist()), tuple(judge.tolist()))


def fit_ranker(cases: Sequence[Case], ridge: float) -> Vector:
    """Conditional logit by Newton's method, ten steps."""
    known = [(features, right) for features, right in cases if right is not None and len(features) > 1]
    width = len(NAMES)
    weights = np.zeros(width)
    for _ in range(10):
        gradient, hessian = -ridge * weights, ridge * np.eye(width)
        for features, right in known:
            scores = features @ weights
            p = np.exp(scores - scores.max())
            p /= p.sum()
            mean = p @ features
            gradient += features[right] - mean
            hessian += (features * p[:, None]).T @ features - np.outer(mean, mean)
        weights = weights + np.linalg.solve(hessian, gradient)
    return weights


def logistic(x: Vector, y: Vector, ridge: float) -> Vector:
    """Ridge logistic regression by Newton's method; the last column is the constant and is not penalised."""
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], ridge)
    penalty[-1] = 1e-6
    for _ in range(15):
        p = _sigmoid(x @ weights)
        gradient = x.T @ (y - p) - penalty * weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-9)
        weights = weights + np.linalg.solve(hessian, gradient)
    return weights


def _with_constant(x: Vector) -> Vector:
    return np.hstack([x, np.ones((len(x), 1))])


def _sigmoid(x: Vector) -> Vector:
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -40, 40))))
