"""`python -m anxin.demo.knowledge.fit_weights`: learn from our own texts what `engines.language.weighing` weighs by.

Dangers and harmless mentions, wishes for a person and other messages, of the exam and of the engine's tests,
composed ones, and what customers ask. About 15 seconds. Nothing but this project's own words is read, so the weights
may ship."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from anxin.engines.language import DangerKind, normalise
from anxin.engines.language.danger import find_danger_by_rule
from anxin.engines.language.danger.alike import traits
from anxin.engines.language.person import wish_traits
from anxin.engines.retrieval import classify

from . import exam
from .exam import Texts
from .load import load

KINDS: Sequence[DangerKind] = ("gas", "electricity", "fire", "co", "battery", "person")
EPOCHS = 10
RATE = 0.3
TIMES_TRUE = 3
"""How often a danger or a wish is shown for once another text: a miss costs more than a question too many."""

Columns = dict[str, Any]


def main() -> None:
    told = told_texts()
    asked = _asked()
    calm = [
        *told["harmless"],
        *told["wish"],
        *told["none"],
        *(t for t in asked if not find_danger_by_rule(normalise(t))),
    ]
    danger = _fit(told["danger"], calm, traits)
    kinds = _kinds(told["danger"])
    danger["kinds"] = KINDS
    danger["kind"] = [kinds.get(mark, KINDS.index("person")) for mark in danger["mark"]]
    _store("danger", danger)
    _store("person", _fit(told["wish"], [*told["none"], *told["danger"], *told["harmless"], *asked], wish_traits))


def told_texts() -> Mapping[str, list[str]]:
    """Texts by what they are: `danger`, `harmless`, `wish`, `none`."""
    found = defaultdict[str, list[str]](list)
    sets: list[Texts] = [exam.second_set(), exam.taught(), exam.composed(), *map(exam.fresh_gates, exam.FRESH)]
    wish, none = exam.wishes()
    sets.append({"danger": [t for texts in exam.dangers().values() for t in texts], "harmless": exam.harmless()})
    sets.append({"danger": _cases("danger"), "harmless": _cases("harmless")})
    sets.append({"wish": wish + _cases("person"), "none": none + _cases("no_person")})
    for texts in sets:
        for name, told in texts.items():
            found[name] += told
    return found


def _asked() -> list[str]:
    """What customers ask and want."""
    asked = [text for article in load().articles.values() for text in (*article.ask, article.title, article.en)]
    asked += [text for texts in exam.questions().values() for text in texts] + exam.unanswerable()
    return asked + [text for which in exam.FRESH_WISHES for text, _ in exam.fresh_intents(which)]


def _cases(name: str) -> list[str]:
    """The engine's own test cases."""
    return (files("anxin.engines.language") / "testdata" / f"{name}.txt").read_text("utf-8").split("\n")[:-1]


def _fit(true: Iterable[str], others: Iterable[str], read: classify.Read) -> Columns:
    texts = dict.fromkeys(others, False) | dict.fromkeys(true, True)
    shown = [text for text, is_true in texts.items() for _ in range(TIMES_TRUE if is_true else 1)]
    labels = [str(texts[text]) for text in shown]
    plain = {text: read(normalise(text).text) for text in texts}
    model = classify.fit(shown, labels, read=plain.__getitem__, epochs=EPOCHS, rate=RATE)
    weights = model.weights[:, 1] - model.weights[:, 0]
    return {
        "bias": round(100 * float(weights[-1])),
        "mark": list(model.vocabulary),
        "weight": [round(100 * float(weight)) for weight in weights[:-1]],
        "idf": [round(100 * float(idf)) for idf in model.idf],
    }


def _store(name: str, columns: Columns) -> None:
    out = files("anxin.engines.language") / "data" / f"{name}_weights.json"
    Path(str(out)).write_text(json.dumps(columns, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def _kinds(texts: Sequence[str]) -> Mapping[str, int]:
    """Mark → the kind of danger, as the rules read it, that it was met with most."""
    met: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for text in texts:
        plain = normalise(text)
        for danger in find_danger_by_rule(plain)[:1]:
            for mark in traits(plain.text):
                met[mark][KINDS.index(danger.kind)] += 1
    usual = np.ones(len(KINDS)) + sum(np.bincount(list(c.elements()), minlength=len(KINDS)) for c in met.values())
    return {mark: max(sorted(c), key=lambda kind: c[kind] / usual[kind]) for mark, c in met.items()}


if __name__ == "__main__":
    main()
