"""What the customer wants: one or several of twelve wishes, the main one first.

Cues carry points (strong 3, plain 2, weak 1); weak ones only count when nothing else speaks. Which wish is the main
one is weighed (`weighing`) by the words of the message and, as evidence, all the rules found; so a wish told in words
no rule knows is still heard, and only what speaks of nothing of ours is out of scope.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import get_args

from .clauses import clauses
from .model import Danger, Evidence, Intent, IntentName, Normalised, Slot, SlotName
from .mood import Mood, asks
from .rules import rules
from .weighing import EVIDENCE, Weighed, choices, choose, length_mark, marks, shares

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
_ALSO = 1e-5
"""Share of the main wish's probability from which one the rules hear stands beside it: of 53 of our own messages with
several wishes 43 tell them all, and 27 with one tell more."""
_STILL: frozenset[IntentName] = frozenset({"complaint", "usage_question", "out_of_scope", "coverage"})
"""What a message in danger may sound like, while it tells of a fault first."""
_SHORT = 10
"""Characters below which a wish no rule hears, told in no ill mood, must be `_DOUBT` likelier (in log-odds) than none:
"不知道" is no wish."""
_DOUBT = 1.0
_BORDER = re.compile(r"[,，;；。.!！?？\n]")


def find_intents(
    message: Normalised, slots: Mapping[SlotName, tuple[Slot, ...]], danger: tuple[Danger, ...], mood: Mood
) -> tuple[tuple[Intent, ...], dict[str, float]]:
    """The wishes of a message: the most probable one first, then what else it says in so many words. With them the
    log-odds of the main one over the next, and the marks that made it, for whoever asks why."""
    cues = _cues(message)
    heard = {intent.name: intent for intent in _heard(message, dict(cues), slots, danger)}
    weighed = choose(choices("intent"), _traits(message, cues, slots, danger, mood))
    share = shares(weighed)
    main = max(_NAMES.values(), key=lambda name: share[name])
    unsure = weighed[main].odds - weighed["out_of_scope"].odds < _DOUBT and mood.sentiment != "negative"
    if main not in heard and unsure and len(message.text) < _SHORT:
        main = "out_of_scope"
    if danger and main in _STILL:
        main = "report_fault"
    first = heard.get(main) or Intent(main, 1.0, _where(message, main, weighed[main]))
    told = _told(weighed)
    if main == "out_of_scope":
        return (first,), told
    others = (
        i for i in heard.values() if i.name not in {main, "out_of_scope"} and share[i.name] >= _ALSO * share[main]
    )
    return (first, *others), told


def _told(weighed: Mapping[str, Weighed]) -> dict[str, float]:
    first, second, *_ = sorted(weighed.values(), key=lambda found: -found.odds)
    parts = {mark: part - second.parts[mark] for mark, part in first.parts.items()}
    return Weighed(first.odds - second.odds, parts).told("intent")


def intent_traits(
    message: Normalised, slots: Mapping[SlotName, tuple[Slot, ...]], danger: tuple[Danger, ...], mood: Mood
) -> Counter[str]:
    """What the wish is weighed by: the marks of the message, and as evidence the cues, slots, danger and words of
    feeling found in it, whether it asks, names a product, how long it is."""
    return _traits(message, _cues(message), slots, danger, mood)


def _traits(
    message: Normalised,
    cues: Mapping[IntentName, Intent],
    slots: Mapping[SlotName, tuple[Slot, ...]],
    danger: tuple[Danger, ...],
    mood: Mood,
) -> Counter[str]:
    plain = _without_values(message, slots)
    found = marks(plain)
    told = [cue.evidence.rule.removeprefix("intent.") for cue in cues.values()]
    told += [*slots, *(["danger"] if danger else []), *(["asks"] if asks(message) else [])]
    told += [evidence.rule for evidence in mood.evidence]
    told += ["product"] if rules("intents")["product"].search(message.text) else []
    found.update(dict.fromkeys((f"{EVIDENCE}{name}" for name in told), 1))
    found[length_mark(" ".join(plain.split()))] += 1
    return found


def _without_values(message: Normalised, slots: Mapping[SlotName, tuple[Slot, ...]]) -> str:
    """The text without its values: a street or a name tells of no wish, only when somebody may come does."""
    spans = [slot.span for name, values in slots.items() if name != "time" for slot in values]
    if not spans:
        return message.text
    inside = (any(s.start <= at.start and at.end <= s.end for s in spans) for at in message.origin)
    return "".join(" " if held else char for char, held in zip(message.text, inside, strict=True))


def _where(message: Normalised, name: IntentName, weighed: Weighed) -> Evidence:
    """The clause that speaks most for a wish no rule heard."""
    parts = clauses(message.text)
    if name == "out_of_scope" or not parts:
        return message.evidence("intent.none", 0, len(message.text))
    best = max(parts, key=lambda clause: sum(weighed.parts.get(mark, 0.0) for mark in marks(clause.text)))
    return message.evidence("intent.alike", best.start, best.end)


def _heard(
    message: Normalised,
    cues: dict[IntentName, Intent],
    slots: Mapping[SlotName, tuple[Slot, ...]],
    danger: tuple[Danger, ...],
) -> list[Intent]:
    """The wishes the rules hear, the plainest first."""
    _from_context(cues, slots, danger, message)
    if any(cue.score > _POINTS["weak"] for cue in cues.values()):
        cues = {name: cue for name, cue in cues.items() if cue.score > _POINTS["weak"]}
    for stronger, weaker in (*_SUBSUMED, *sorted(_SUBSUMED_BESIDE)):
        if stronger in cues and weaker in cues and _covers(cues[stronger], cues[weaker], message.source):
            del cues[weaker]
    return sorted(cues.values(), key=lambda i: (-(i.score + _RANK[i.name]), i.evidence.span, i.name))


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
