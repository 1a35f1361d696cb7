"""Checks on everything a writer returns. Pure; refuses by rule, never repairs.

A model that obeys every planted instruction must still not act, leak or promise: what it may say is bound to the
passages it was given, what it may call is a list of reads, and writes exist only as proposals of the policy."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .model import Call, Tool

READS: Mapping[Tool, frozenset[str]] = {
    "units": frozenset(),
    "orders": frozenset(),
    "articles": frozenset({"query", "line"}),
    "coverage": frozenset({"unit"}),
}
LONGEST_QUERY = 120
KEPT = 0.5  # share of the rewrite's bigrams that the customer's words must hold
SUPPORTED = 0.6  # share of a sentence's bigrams that its cited passage must hold
_CITED = re.compile(r"\[([\w.\-]+)\]")
_HARD = re.compile(r"https?://\S+|www\.\S+|[\w.]+@[\w.]+|\d[\d\-./:]*\d|\d|[A-Z]{2,}\d\w*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text the answer may rest on."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a writer wrote, citations inside."""

    text: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a draft is not used: empty, uncited, unknown_source, unsupported, foreign_fact."""

    rule: str
    text: str


def rewritten(text: str, rewrite: object, before: Sequence[str]) -> str:
    """The rewrite if it says no more than the customer did, else the customer's own words."""
    if not isinstance(rewrite, str) or not 0 < len(rewrite.strip()) <= LONGEST_QUERY or "\n" in rewrite:
        return text
    own = _bigrams(" ".join([*before, text]))
    asked = _bigrams(rewrite)
    return rewrite.strip() if asked and len(asked & own) / len(asked) >= KEPT else text


def grounded(draft: object, passages: Sequence[Passage]) -> str | Refused:
    """The draft without citation marks, or the rule it broke."""
    if not isinstance(draft, Draft) or not draft.text.strip():
        return Refused("empty", "")
    known = {passage.id: passage.text for passage in passages}
    for sentence in _sentences(draft.text):
        if broken := _broken(sentence, known):
            return Refused(broken, sentence)
    return _CITED.sub("", draft.text).strip()


def _broken(sentence: str, known: Mapping[str, str]) -> str:
    cited = _CITED.findall(sentence)
    plain = _CITED.sub("", sentence)
    if not cited:
        return "uncited"
    if any(name not in known for name in cited):
        return "unknown_source"
    support = " ".join(known[name] for name in cited)
    if any(fact not in support for fact in _HARD.findall(plain)):
        return "foreign_fact"
    said = _bigrams(plain)
    return "unsupported" if said and len(said & _bigrams(support)) / len(said) < SUPPORTED else ""


def _sentences(text: str) -> list[str]:
    """Cut after each sentence end, its citations kept with it."""
    cut = re.split(r"(?<=[。！？!?\n])(?!\s*\[)|(?<=\])(?!\s*[\[。！？!?])", text)
    return [piece for piece in cut if _bigrams(_CITED.sub("", piece))]


def known_calls(calls: object, mine: frozenset[str]) -> tuple[Call, ...]:
    """Of proposed calls those that only read, with known arguments, on this customer's own units (`mine`)."""
    if not isinstance(calls, list | tuple):
        return ()
    return tuple(call for raw in calls if (call := _call(raw, mine)) is not None)


def _call(raw: object, mine: frozenset[str]) -> Call | None:
    if not isinstance(raw, Mapping):
        return None
    args = raw.get("args", {})
    tool = next((name for name in READS if name == raw.get("tool")), None)
    if tool is None or not isinstance(args, Mapping) or not set(args) <= READS[tool]:
        return None
    if not all(isinstance(value, str) and len(value) <= LONGEST_QUERY for value in args.values()):
        return None
    if tool == "coverage" and args.get("unit") not in mine:
        return None
    return Call(tool, {str(key): str(value) for key, value in args.items()})


def _bigrams(text: str) -> set[str]:
    kept = re.sub(r"[^\w]", "", text.lower())
    return {kept[place : place + 2] for place in range(len(kept) - 1)}
