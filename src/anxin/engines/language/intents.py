"""What the customer wants: one or several of twelve wishes, the main one first.

Cues carry points (strong 3, plain 2, weak 1); weak ones only count when nothing else speaks.
A request outranks the background it is told with:
"空调不制冷，约明天上门" books a visit and reports a fault.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

from .clauses import clauses
from .model import Danger, Evidence, Intent, IntentName, Normalised, Slot, SlotName
from .mood import Mood
from .rules import rules

_NAMES: dict[str, IntentName] = {name: name for name in get_args(IntentName)}
_POINTS = {"strong": 3.0, "plain": 2.0, "weak": 1.0}
_RANK: dict[IntentName, float] = {
    "cancel_visit": 0.9,
    "change_visit": 0.8,
    "complaint": 0.7,
    "press": 0.6,
    "price": 0.5,
    "install": 0.45,
    "coverage": 0.4,
    "book_visit": 0.3,
    "progress": 0.25,
    "report_fault": 0.2,
    "usage_question": 0.1,
    "out_of_scope": 0.0,
}
"""Which of two equally plain wishes is the main one."""
_SUBSUMED: tuple[tuple[IntentName, IntentName], ...] = (
    ("change_visit", "book_visit"),
    ("cancel_visit", "book_visit"),
    ("cancel_visit", "change_visit"),
    ("press", "progress"),
    ("install", "usage_question"),
    ("report_fault", "usage_question"),
    ("price", "usage_question"),
    ("coverage", "usage_question"),
    ("press", "book_visit"),
    ("progress", "book_visit"),
    ("progress", "report_fault"),
    ("press", "usage_question"),
)
"""The first makes the second part of itself."""
_SUBSUMED_BESIDE: frozenset[tuple[IntentName, IntentName]] = frozenset(
    {("progress", "cancel_visit"), ("complaint", "cancel_visit")}
)
"""The same, only where both are said in one clause: "多收的钱要求退" cancels nothing."""
_ILL = -0.5
"""Mood below which words without a wish are a complaint: one bad word, or two mild ones."""
_BORDER = re.compile(r"[,，;；。.!！?？\n]")


def find_intents(
    message: Normalised, slots: Mapping[SlotName, tuple[Slot, ...]], danger: tuple[Danger, ...], mood: Mood
) -> tuple[Intent, ...]:
    """The wishes of a message, main one first; `out_of_scope` when there is none."""
    cues = _cues(message)
    _from_context(cues, slots, danger, message)
    if any(cue.score > _POINTS["weak"] for cue in cues.values()):
        cues = {name: cue for name, cue in cues.items() if cue.score > _POINTS["weak"]}
    for stronger, weaker in (*_SUBSUMED, *sorted(_SUBSUMED_BESIDE)):
        if stronger in cues and weaker in cues and _covers(cues[stronger], cues[weaker], message.source):
            del cues[weaker]
    if len(cues) > 1 and "out_of_scope" in cues:
        other = max(cue.score for name, cue in cues.items() if name != "out_of_scope")
        cues = {n: c for n, c in cues.items() if (n == "out_of_scope") == (other < cues["out_of_scope"].score)}
    if not cues:
        return (_otherwise(message, slots, mood),)
    return tuple(sorted(cues.values(), key=lambda i: (-(i.score + _RANK[i.name]), i.evidence.span, i.name)))


def _covers(strong: Intent, weak: Intent, source: str) -> bool:
    first, second = sorted((strong.evidence.span, weak.evidence.span))
    apart = _BORDER.search(source[first.end : second.start])
    return strong.score >= weak.score and not ((strong.name, weak.name) in _SUBSUMED_BESIDE and apart)


def _cues(message: Normalised) -> dict[IntentName, Intent]:
    book = rules("intents")
    text = book["mask"].sub(lambda match: "〇" * len(match.group()), message.text)
    found: dict[IntentName, Intent] = {}
    for name, pattern in book.items():
        intent, _, strength = name.partition(".")
        if not strength:  # not a cue: what to mask, what is a product
            continue
        match = pattern.search(text)
        points = _POINTS[strength]
        if match and (intent not in found or found[_NAMES[intent]].score < points):
            evidence = message.evidence(f"intent.{name}", match.start(), match.end())
            found[_NAMES[intent]] = Intent(_NAMES[intent], points, evidence)
    return found


def _from_context(
    cues: dict[IntentName, Intent],
    slots: Mapping[SlotName, tuple[Slot, ...]],
    danger: tuple[Danger, ...],
    message: Normalised,
) -> None:
    """A danger or a fault code reports a fault; a wished time asks for a visit."""
    hints: list[tuple[IntentName, float, Evidence]] = [("report_fault", 4.0, d.evidence) for d in danger]
    hints += [("report_fault", 2.5, s.evidence) for s in slots.get("fault_code", ())]
    if not {"change_visit", "cancel_visit", "install", "press", "progress"} & cues.keys():
        hints += [("book_visit", 2.0, s.evidence) for s in slots.get("time", ())]
    for name, score, evidence in hints:
        if name not in cues or cues[name].score < score:
            cues[name] = Intent(name, score, evidence)


def _otherwise(message: Normalised, slots: Mapping[SlotName, tuple[Slot, ...]], mood: Mood) -> Intent:
    """No cue at all: a question that names a product is about its use, who only speaks ill complains, the rest is not
    ours."""
    book = rules("intents")
    asks = any(clause.asks for clause in clauses(message.text)) or book["asking"].search(message.text)
    product = book["product"].search(message.text)
    if mood.score < _ILL and not asks:
        return Intent("complaint", 1.0, mood.evidence[0])
    whole = message.evidence("intent.none", 0, len(message.text))
    if product and (asks or "model" in slots):
        return Intent("usage_question", 1.0, message.evidence("intent.product", product.start(), product.end()))
    return Intent("out_of_scope", 0.0, whole)
