"""`python -m anxin.demo.knowledge.fit`: learn the ranking from the paraphrases alone, about half a minute.

Each fold leaves a quarter of every article's paraphrases out of the index and asks them. So that the judge knows
questions without an answer, every third is asked once more with its article hidden. Nothing of `data/exam` is read.
Writes the demo's ranking and the same ranker as the one that ships; the same texts give the same files."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from anxin.engines import retrieval
from anxin.engines.retrieval import Index, Thresholds, thresholds_for
from anxin.engines.retrieval.ranker import Case, Ranker, fit

from .load import load
from .schema import Article
from .search import entry, visible_to

FOLDS = 4
HIDDEN_EVERY = 3
PRECISION = 0.9
PRECISION_OF_CHOICES = 0.85
WHOLE = 8  # characters from which a paraphrase is a question of its own; shorter ones are catchwords
CHOICES = 3
OUT = Path(__file__).parent / "data" / "ranking.json"
SHIPPED = Path(retrieval.__file__).parent / "ranker.json"


def main() -> None:
    cases = list(_cases())
    ranker = fit([case for case, *_ in cases])
    thresholds = _thresholds(cases)
    stored = {
        "ranker": json.loads(ranker.to_json()),
        "thresholds": {"answer": thresholds.answer, "clarify": thresholds.clarify},
    }
    OUT.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")
    SHIPPED.write_text(ranker.to_json() + "\n", "utf-8")


def _cases() -> Iterator[tuple[Case, int, bool]]:
    """Candidates of every left-out paraphrase with the row of its article; its fold; whether it is WHOLE."""
    articles = load().articles.values()
    for fold in range(FOLDS):
        index = Index(entry(article, _kept(article, fold)) for article in articles)
        for article in articles:
            for place, asked in enumerate(article.ask[fold::FOLDS]):
                yield _case(index, article, asked, visible_to(asked)), fold, len(asked) >= WHOLE
                if place % HIDDEN_EVERY == 0:
                    unseen = _without(article.id, visible_to(asked))
                    yield _case(index, article, asked, unseen), fold, len(asked) >= WHOLE


def _kept(article: Article, fold: int) -> tuple[str, ...]:
    return tuple(asked for place, asked in enumerate(article.ask) if place % FOLDS != fold)


def _without(hidden: str, visible: Callable[[str], bool] | None) -> Callable[[str], bool]:
    return lambda name: name != hidden and (visible is None or visible(name))


def _case(index: Index, article: Article, asked: str, visible: Callable[[str], bool] | None) -> Case:
    rows, features = index.candidates(asked, visible=visible)
    return features, next((place for place, row in enumerate(rows) if row.entry == article.id), None)


def _thresholds(cases: list[tuple[Case, int, bool]]) -> Thresholds:
    """For PRECISION, judged by rankers that have not seen the fold."""
    judged: list[tuple[float, bool]] = []
    offered: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        ranker = fit([case for case, its, _ in cases if its != fold])
        for (features, right), its, whole in cases:
            if its == fold and whole and len(features):
                first, among = _outcome(ranker, features, right)
                judged.append(first)
                offered.append(among)
    answer = thresholds_for(PRECISION, judged, judged).answer
    return Thresholds(answer, min(answer, thresholds_for(PRECISION_OF_CHOICES, offered, offered).answer))


def _outcome(
    ranker: Ranker, features: NDArray[np.float64], right: int | None
) -> tuple[tuple[float, bool], tuple[float, bool]]:
    scores = ranker.scores(features)
    p = ranker.p(features, scores)
    order = np.argsort(-scores, kind="stable")[:CHOICES].tolist()
    return (p, right == order[0]), (p, right in order)


if __name__ == "__main__":
    main()
