"""`python -m anxin.demo.knowledge.fit_danger`: learn the second look of `engines.language.danger` from our own texts.

Dangers and harmless mentions of the exam and of the engine's tests, what customers ask, and what they want. About half
a minute. Nothing but this project's own words is read, so the weights may ship."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np

from anxin.engines.language import DangerKind, normalise
from anxin.engines.language.danger import find_danger_by_rule
from anxin.engines.language.danger.alike import traits
from anxin.engines.retrieval import classify

from . import exam
from .load import load

KINDS: Sequence[DangerKind] = ("gas", "electricity", "fire", "co", "battery", "person")
EPOCHS = 10
RATE = 0.3
TIMES_DANGER = 3
"""How often a danger is shown for once a harmless text: a miss costs more than a question too many."""


def main() -> None:
    texts = dict.fromkeys(dangers(), True) | dict.fromkeys(harmless(), False)
    shown = [text for text, bad in texts.items() for _ in range(TIMES_DANGER if bad else 1)]
    labels = [str(texts[text]) for text in shown]
    model = classify.fit(shown, labels, read=lambda text: traits(normalise(text).text), epochs=EPOCHS, rate=RATE)
    weights = model.weights[:, 1] - model.weights[:, 0]
    kinds = _kinds([text for text, bad in texts.items() if bad])
    stored = {
        "bias": round(float(weights[-1]), 4),
        "kinds": KINDS,
        "pieces": list(model.vocabulary),
        "weights": [round(100 * float(w)) for w in weights[:-1]],
        "idf": [round(100 * float(idf)) for idf in model.idf],
        "kind": [kinds.get(piece, KINDS.index("person")) for piece in model.vocabulary],
    }
    out = files("anxin.engines.language") / "data" / "danger_alike.json"
    Path(str(out)).write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def dangers() -> Iterator[str]:
    for texts in exam.dangers().values():
        yield from texts
    yield from exam.second_set()["danger"]
    yield from exam.taught()["danger"]
    yield from _cases("danger")
    for which in exam.FRESH:
        yield from exam.fresh_gates(which)["danger"]


def harmless() -> Iterator[str]:
    """Mentions, wishes, orders and questions; an article's question that speaks of a danger is left out."""
    yield from exam.harmless()
    yield from exam.taught()["harmless"]
    yield from _cases("harmless")
    for texts in (exam.second_set(), *map(exam.fresh_gates, exam.FRESH)):
        yield from (text for name in ("harmless", "wish", "none") for text in texts[name])
    for which in exam.FRESH_WISHES:
        yield from (text for text, _ in exam.fresh_intents(which))
    asked = [text for article in load().articles.values() for text in (*article.ask, article.title, article.en)]
    asked += [text for texts in exam.questions().values() for text in texts] + exam.unanswerable()
    yield from (text for text in asked if not find_danger_by_rule(normalise(text)))


def _cases(name: str) -> list[str]:
    """The engine's own test cases."""
    return (files("anxin.engines.language") / "testdata" / f"{name}.txt").read_text("utf-8").split("\n")[:-1]


def _kinds(texts: Sequence[str]) -> Mapping[str, int]:
    """Piece → the kind of danger, as the rules read it, that it was met with most."""
    met: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for text in texts:
        plain = normalise(text)
        for danger in find_danger_by_rule(plain)[:1]:
            for piece in traits(plain.text):
                met[piece][KINDS.index(danger.kind)] += 1
    usual = np.ones(len(KINDS)) + sum(np.bincount(list(c.elements()), minlength=len(KINDS)) for c in met.values())
    return {piece: max(sorted(c), key=lambda kind: c[kind] / usual[kind]) for piece, c in met.items()}


if __name__ == "__main__":
    main()
