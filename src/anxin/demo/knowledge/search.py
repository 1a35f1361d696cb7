"""The index over the articles, and its answers with their texts."""

import json
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from anxin.engines.dialogue import Found
from anxin.engines.faultgraph import named_line
from anxin.engines.retrieval import Entry, Index, Ranker, Thresholds
from anxin.engines.retrieval.ranker import default_ranker

from .load import DATA, load
from .schema import Article


@dataclass(frozen=True, slots=True)
class Ranking:
    """What `fit.py` learnt from the paraphrases: the ranker, and the probabilities from which to answer or ask."""

    ranker: Ranker
    thresholds: Thresholds


@cache
def ranking() -> Ranking:
    """Raises ValueError when the engine's features have changed since: then run `fit.py` again."""
    stored = json.loads(DATA.joinpath("ranking.json").read_text("utf-8"))
    return Ranking(Ranker.from_json(json.dumps(stored["ranker"])), Thresholds(**stored["thresholds"]))


def _ranking_or_default() -> Ranking:
    try:
        return ranking()
    except ValueError as old:
        warnings.warn(f"{old}: run `python -m anxin.demo.knowledge.fit`; the default ranker serves", stacklevel=2)
        return Ranking(default_ranker(), Thresholds())


@cache
def index() -> Index:
    """All articles; about 1 s, kept for the process."""
    learnt = _ranking_or_default()
    entries = (entry(article, article.ask) for article in load().articles.values())
    return Index(entries, ranker=learnt.ranker, thresholds=learnt.thresholds)


def entry(article: Article, asks: Sequence[str]) -> Entry:
    """An article to index. All its questions together are one more passage, so that words spread over several
    paraphrases count for one article."""
    together = " ".join((article.title, *asks))
    return Entry(article.id, (article.title, *asks, article.en), (article.text(), together))


def visible_to(query: str, line: str = "") -> Callable[[str], bool] | None:
    """Articles of the line, or of the lines the query names, and the general ones; None = all."""
    knowledge = load()
    lines = {line} if line else set(named_line(knowledge.graphs.values(), query))
    if not lines:
        return None
    return lambda name: knowledge.articles[name].line in lines | {""}


def search(query: str, line: str = "") -> Found:
    """Answer a query, for one line if it is known."""
    answer = index().search(query, visible=visible_to(query, line))
    names = {ranked.id for ranked in answer.ranked} | set(answer.choices)
    return Found(answer, {name: _text(load().articles[name]) for name in names})


def _text(article: Article) -> tuple[str, str, str]:
    return article.title, article.text(), article.kind
