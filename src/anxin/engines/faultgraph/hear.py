"""Which line a text speaks of and which of its symptoms it names: literal phrases, longest first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .model import Graph


@dataclass(frozen=True, slots=True)
class Heard:
    """A symptom and the span [start, end) of the text that names it."""

    symptom: str
    start: int
    end: int


def heard_symptoms(graph: Graph, text: str) -> tuple[Heard, ...]:
    """Symptoms named, in order of appearance, each once; a longer phrase hides a shorter one."""
    phrases = [
        (phrase, symptom.id)
        for symptom in graph.symptoms.values()
        for phrase in {symptom.name, *symptom.say, symptom.en.lower()}
    ]
    lowered = text.lower()
    taken = [False] * len(text)
    found: dict[str, Heard] = {}
    for phrase, symptom_id in sorted(phrases, key=lambda pair: (-len(pair[0]), pair)):
        start = lowered.find(phrase)
        if start < 0 or any(taken[start : start + len(phrase)]):
            continue
        taken[start : start + len(phrase)] = [True] * len(phrase)
        found.setdefault(symptom_id, Heard(symptom_id, start, start + len(phrase)))
    return tuple(sorted(found.values(), key=lambda heard: (heard.start, heard.symptom)))


def named_line(graphs: Iterable[Graph], text: str) -> tuple[str, ...]:
    """Lines the text names; a longer word hides what stands in it (电热水器 is not 热水器), two machines give two."""
    lowered = text.lower()
    words = ((graph.line, word.lower()) for graph in graphs for word in (*graph.words, graph.en))
    hits = [(line, at, at + len(word)) for line, word in words for at in _places(lowered, word)]
    open_hits = (
        line
        for line, start, end in hits
        if not any(a <= start and end <= b and b - a > end - start for _, a, b in hits)
    )
    return tuple(sorted(set(open_hits)))


def _places(text: str, word: str) -> Iterator[int]:
    return (match.start() for match in re.finditer(re.escape(word), text))
