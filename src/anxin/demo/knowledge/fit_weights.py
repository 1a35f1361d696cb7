"""`python -m anxin.demo.knowledge.fit_weights`: learn from our own texts what `engines.language.weighing` weighs by.

Dangers and harmless mentions, wishes for a person and other messages, main wishes and moods, of the exam and of the
engine's tests, composed ones, and what customers ask. About a minute. Nothing but this project's own words is read, so
the weights may ship. First danger and person, then mood, then intent: each is evidence for the next, so a change of
rules needs two runs to settle."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from anxin.engines.language import DangerKind, normalise
from anxin.engines.language.danger import find_danger, find_danger_by_rule
from anxin.engines.language.danger.alike import traits
from anxin.engines.language.intents import intent_traits
from anxin.engines.language.mood import feel, mood_traits
from anxin.engines.language.person import wish_traits
from anxin.engines.language.slots import find_slots
from anxin.engines.language.times import WorkWeek
from anxin.engines.language.weighing import EVIDENCE, choices, weights
from anxin.engines.retrieval import classify

from . import exam, told
from .exam import Texts
from .load import load

KINDS: Sequence[DangerKind] = ("gas", "electricity", "fire", "co", "battery", "person")
EPOCHS = 10
EPOCHS_OF_CHOICE = 6
LEAST = 4
"""Texts a mark must stand in, counted as often as they are shown, to be weighed in a choice."""
RATE = 0.3
TIMES_TRUE = 3
"""How often a danger or a wish is shown for once another text: a miss costs more than a question too many."""

NOW = datetime(2026, 11, 18, 9, 30)  # noqa: DTZ001
"""When a message is read that names no time: local, as the engine reads it."""
FREQUENT = frozenset({"out_of_scope", "complaint", "report_fault"})
TIMES_WISHED = 3
"""How often a wish is shown of which there are fewer texts than of those, and a mood other than negative."""
TIMES_FELT = {"negative": 1, "neutral": 2, "upset": 2, "positive": 3}

Columns = dict[str, Any]


def main() -> None:
    texts = told_texts()
    asked = _asked()
    calm = [
        *texts["harmless"],
        *texts["wish"],
        *texts["none"],
        *(t for t in asked if not find_danger_by_rule(normalise(t))),
    ]
    danger = _fit(texts["danger"], calm, traits)
    kinds = _kinds(texts["danger"])
    danger["kinds"] = KINDS
    danger["kind"] = [kinds.get(mark, KINDS.index("person")) for mark in danger["mark"]]
    _store("danger", danger)
    others = [*texts["none"], *texts["danger"], *texts["harmless"], *asked]
    _store("person", _fit(texts["wish"], others, wish_traits))
    messages = told.messages()
    _store("mood", fit_choice(felt(messages), read_mood, TIMES_FELT))
    weights.cache_clear()
    choices.cache_clear()
    wished = wishes(messages)
    _store(
        "intent", fit_choice(wished, read_intent, {name: TIMES_WISHED for _, name in wished if name not in FREQUENT})
    )


def felt(messages: Iterable[told.Told]) -> list[tuple[str, str]]:
    """Texts by mood. What is asked is neutral."""
    asks = sorted({text for article in load().articles.values() for text in article.ask})
    tested = [(row["text"], "upset" if row["upset"] else row["sentiment"]) for row in _tested()]
    return [*((one.text, one.mood) for one in messages), *((text, "neutral") for text in asks[::3]), *tested]


def wishes(messages: Iterable[told.Told]) -> list[tuple[str, str]]:
    """Texts by main wish."""
    known = [(one.text, one.intent) for one in messages]
    known += [(text, names[0]) for which in exam.FRESH_WISHES for text, names in exam.fresh_intents(which)]
    return known + [(row["text"], row["intents"][0]) for row in _tested()]


def _tested() -> list[dict[str, Any]]:
    lines = (files("anxin.engines.language") / "testdata" / "utterances.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def read_mood(text: str) -> Counter[str]:
    return mood_traits(normalise(text))


def read_intent(text: str) -> Counter[str]:
    message = normalise(text)
    slots = find_slots(message, NOW, WorkWeek())
    return intent_traits(message, slots, find_danger(message), feel(message, ()))


def fit_choice(pairs: Sequence[tuple[str, str]], read: classify.Read, times: Mapping[str, int]) -> Columns:
    read = cache(read)
    shown = [pair for pair in pairs for _ in range(times.get(pair[1], 1))]
    model = classify.fit(
        [text for text, _ in shown],
        [label for _, label in shown],
        read=read,
        epochs=EPOCHS_OF_CHOICE,
        rate=RATE,
        least=LEAST,
        whole=EVIDENCE,
    )
    columns = np.rint(100 * model.weights).astype(int).T
    return {
        "labels": model.labels,
        "bias": columns[:, -1].tolist(),
        "mark": list(model.vocabulary),
        "idf": [round(100 * float(idf)) for idf in model.idf],
        "weight": columns[:, :-1].tolist(),
    }


def told_texts() -> Mapping[str, list[str]]:
    """Texts by what they are: `danger`, `harmless`, `wish`, `none`."""
    found = defaultdict[str, list[str]](list)
    sets: list[Texts] = [exam.second_set(), exam.taught(), exam.composed(), *map(exam.fresh_gates, exam.FRESH)]
    sets += map(exam.message_gates, exam.FRESH_MESSAGES)
    wish, none = exam.wishes()
    sets.append(told.gates())
    sets.append({"danger": [t for texts in exam.dangers().values() for t in texts], "harmless": exam.harmless()})
    sets.append({"danger": _cases("danger"), "harmless": _cases("harmless")})
    sets.append({"wish": wish + _cases("person"), "none": none + _cases("no_person")})
    for texts in sets:
        for name, said in texts.items():
            found[name] += said
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
