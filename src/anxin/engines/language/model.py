"""What the language engine answers with: frozen values, each with the evidence it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple, Protocol

DangerKind = Literal["gas", "electricity", "fire", "co", "battery", "person"]
IntentName = Literal[
    "report_fault",
    "book_visit",
    "change_visit",
    "cancel_visit",
    "progress",
    "press",
    "coverage",
    "price",
    "complaint",
    "install",
    "usage_question",
    "out_of_scope",
]
SlotName = Literal["phone", "serial", "model", "fault_code", "order_number", "name", "address", "time"]
Sentiment = Literal["negative", "neutral", "positive"]


class Span(NamedTuple):
    """Half-open character range in the message as it was written."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why something was read into a message: the words, and the name of the rule that fired on them."""

    rule: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Interval:
    """A wished time in the customer's local time, both ends included.

    Two `date`s mean whole days, two `datetime`s (naive, whole minutes) mean hours; start == end is a moment.
    """

    start: date
    end: date

    def as_json(self) -> dict[str, str]:
        """`{"from", "to"}` as ISO dates, or ISO minutes without offset."""
        return {"from": _iso(self.start), "to": _iso(self.end)}


def _iso(value: date) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat()


@dataclass(frozen=True, slots=True)
class Slot:
    """One value found in a message. `value` is the normal form, `text` the words it was read from."""

    value: str | Interval
    text: str
    span: Span
    evidence: Evidence

    def as_json(self) -> str | dict[str, str]:
        return self.value.as_json() if isinstance(self.value, Interval) else self.value


@dataclass(frozen=True, slots=True)
class Danger:
    """A present danger to people. `kind` picks the safety card; see `anxin.engines.language.danger`."""

    kind: DangerKind
    text: str
    span: Span
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Intent:
    """What the customer wants. `score` orders the intents of one message; it is no probability."""

    name: IntentName
    score: float
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Normalised:
    """A message in one spelling, and where each of its characters came from.

    `origin[i]` is the span in `source` that produced `text[i]`.
    """

    source: str
    text: str
    origin: tuple[Span, ...]

    def span(self, start: int, end: int) -> Span:
        """The span in the source behind `text[start:end]`."""
        if start >= end:
            at = self.origin[start].start if start < len(self.origin) else len(self.source)
            return Span(at, at)
        return Span(self.origin[start].start, max(o.end for o in self.origin[start:end]))

    def evidence(self, rule: str, start: int, end: int) -> Evidence:
        span = self.span(start, end)
        return Evidence(rule, self.source[span.start : span.end], span)


@dataclass(frozen=True, slots=True)
class Alarm:
    """What nobody may overlook in a message."""

    danger: tuple[Danger, ...]
    wants_human: tuple[Evidence, ...]
    is_upset: bool


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything read from one message."""

    normalised: Normalised
    danger: tuple[Danger, ...]
    wants_human: tuple[Evidence, ...]
    intents: tuple[Intent, ...]
    slots: Mapping[SlotName, tuple[Slot, ...]]
    sentiment: Sentiment
    sentiment_score: float
    upset: float
    mood: tuple[Evidence, ...]
    features: Mapping[str, float]

    @property
    def intent(self) -> IntentName:
        """The main intent."""
        return self.intents[0].name

    @property
    def is_upset(self) -> bool:
        return self.upset >= UPSET_AT

    def value(self, slot: SlotName) -> str | Interval | None:
        """The first value of a slot, or None."""
        found = self.slots.get(slot, ())
        return found[0].value if found else None


UPSET_AT = 0.5
"""Upset score (0 to 1) from which a customer counts as upset."""


class Calendar(Protocol):
    """Which days people work. Any object with this method will do."""

    def is_workday(self, day: date) -> bool: ...
