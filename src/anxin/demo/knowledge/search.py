"""The index over the articles, and the answers with their texts."""

from functools import cache

from anxin.engines.dialogue import Found
from anxin.engines.retrieval import Entry, Index, Thresholds

from .load import Knowledge, load

THRESHOLDS = Thresholds()


@cache
def index() -> Index:
    """All articles by title, paraphrases, English title and body; about 0.5 s, kept for the process."""
    return Index((_entry(name) for name in load().articles), thresholds=THRESHOLDS)


def _entry(name: str) -> Entry:
    article = load().articles[name]
    return Entry(name, questions=(article.title, *article.ask, article.en), passages=(article.text(),))


def search(query: str, line: str = "") -> Found:
    """Answer a query; `line` leaves that product's and the general articles only."""
    knowledge = load()
    visible = (lambda name: _of(knowledge, name) in ("", line)) if line else None
    answer = index().search(query, visible=visible)
    names = {ranked.id for ranked in answer.ranked} | set(answer.choices)
    return Found(answer, {name: _text(knowledge, name) for name in names})


def _of(knowledge: Knowledge, name: str) -> str:
    return knowledge.articles[name].line


def _text(knowledge: Knowledge, name: str) -> tuple[str, str, str]:
    article = knowledge.articles[name]
    return article.title, article.text(), article.kind
