"""The FAQ sets: find the entry a question means, and know when none does."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from anxin.engines.retrieval import Embedder, Entry, Index, Ranker
from anxin.engines.retrieval.ranker import Case, fit

from .score import auc, auc_error, coverage_at, ece, share_error


@dataclass(frozen=True)
class Prediction:
    """Entries best first, and the probability that the first is right."""

    ranked: tuple[str, ...]
    p: float


def predict(data: dict[str, Any], embedder: Embedder | None = None) -> list[Prediction]:
    """Predictions for q then ood, cross-fitted: even positions by a model of the odd ones and the reverse."""
    index = Index((Entry(e["id"], (e["std"], *e["sim"])) for e in data["kb"]), ranker=Ranker((), ()), embedder=embedder)
    found = [index.candidates(item["q"]) for item in (*data["q"], *data["ood"])]
    wanted = [item["rel"] for item in data["q"]] + [None] * len(data["ood"])
    cases = [_case(rows, features, rel) for (rows, features), rel in zip(found, wanted, strict=True)]
    rankers = {half: fit(cases[1 - half :: 2]) for half in (0, 1)}
    return [_apply(rankers[i % 2], rows, features) for i, (rows, features) in enumerate(found)]


def _case(rows: Sequence[Any], features: Any, rel: str | None) -> Case:
    right = next((i for i, row in enumerate(rows) if row.entry == rel), None)
    return features, right


def _apply(ranker: Ranker, rows: Sequence[Any], features: Any) -> Prediction:
    if not rows:
        return Prediction((), 0.0)
    scores = ranker.scores(features)
    order = np.argsort(-scores, kind="stable")
    return Prediction(tuple(rows[i].entry for i in order), ranker.p(features, scores))


def figures(data: dict[str, Any], predictions: Sequence[Prediction]) -> dict[str, float]:
    """r1 and r5 over the answerable, the rest over all queries."""
    answerable = len(data["q"])
    judged = [
        (p.p, bool(p.ranked) and i < answerable and p.ranked[0] == data["q"][i]["rel"])
        for i, p in enumerate(predictions)
    ]
    r1 = sum(ok for _, ok in judged) / answerable
    r5 = sum(q["rel"] in p.ranked[:5] for q, p in zip(data["q"], predictions, strict=False)) / answerable
    right = sum(ok for _, ok in judged)
    value = auc(judged)
    return {
        "r1": r1,
        "r1_se": share_error(r1, answerable),
        "r5": r5,
        "coverage_at_90": coverage_at(0.9, judged),
        "coverage_at_80": coverage_at(0.8, judged),
        "auc": value,
        "auc_se": auc_error(value, right, len(judged) - right),
        "ece": ece(judged),
    }


def run(path: Path, out: Path | None, embedder: Embedder | None = None) -> dict[str, float]:
    """Score a set; write its predictions as JSON lines if wanted."""
    data = json.loads(path.read_text(encoding="utf-8"))
    predictions = predict(data, embedder)
    if out:
        lines = (json.dumps({"ranked": p.ranked, "p": p.p}) for p in predictions)
        out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return figures(data, predictions)
