"""Which line a text speaks of and which of its symptoms it names: literal phrases, longest first."""

from collections.abc import Iterable
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
    """Lines the text names; the longest word decides (电热水器 is not 热水器), ties give several."""
    lowered = text.lower()
    longest: dict[str, int] = {}
    for graph in graphs:
        hits = [len(word) for word in (*graph.words, graph.en.lower()) if word.lower() in lowered]
        if hits:
            longest[graph.line] = max(hits)
    best = max(longest.values(), default=0)
    return tuple(sorted(line for line, length in longest.items() if length == best))
