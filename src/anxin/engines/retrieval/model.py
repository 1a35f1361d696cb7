"""What is indexed and what a search answers with: frozen values, with reasons."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal

Decision = Literal["answer", "clarify", "abstain"]
Visible = Callable[[str], bool] | Collection[str] | None
"""Which entries this reader may find: a predicate over ids, a collection of ids, or None for all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found.

    `questions` are ways to ask for it, the title first; `passages` the text that answers, already cut into
    pieces (`passages()` cuts a long document). `codes` and `models` are looked up exactly.
    """

    id: str
    questions: tuple[str, ...]
    passages: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    models: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a code to translate, and its parameters."""

    code: str
    params: Mapping[str, str | float]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate. `text` is the question or passage that matched best; `features` what the ranker saw."""

    id: str
    score: float
    text: str
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a search.

    `p` is the calibrated probability that `ranked[0]` is right (0 when nothing was found). `choices` are the
    ids to offer when the decision is to clarify.
    """

    ranked: tuple[Ranked, ...]
    p: float
    decision: Decision
    choices: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """How the fields of an entry count. Lengths and frequencies are weighted before BM25 (simple BM25F,
    Robertson, Zaragoza, Taylor 2004: "Simple BM25 extension to multiple weighted fields")."""

    question: float = 1.0
    title_in_passage: float = 1.5
    passage: float = 1.0
    k1: float = 0.9
    b: float = 0.4
    folded: bool = True
    """Whether ways to say one thing meet (`language.fold`); documents mean the words they use."""


DOCUMENTS = Weights(k1=1.2, b=0.75, folded=False)
"""For an index of long documents, with the usual constants of BM25. The ranker that ships was fitted on questions: take
`Ranker.unfitted()` until there are judged ones to fit on."""
