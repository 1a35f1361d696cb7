"""One message in, everything it says out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from .danger import find_danger, weighed_danger
from .intents import find_intents
from .model import UPSET_AT, Alarm, Analysis, Calendar
from .mood import feel
from .normal import normalise
from .person import weighed_wish, wish_for_person
from .slots import find_slots
from .times import WorkWeek


def alarm(text: str) -> Alarm:
    """Danger, the wish for a person and anger, as `analyse` reads them, and nothing else: a fraction of its cost."""
    message = normalise(text)
    return Alarm(find_danger(message), wish_for_person(message), feel(message, []).upset >= UPSET_AT)


def analyse(text: str, *, now: datetime, calendar: Calendar | None = None, history: Sequence[str] = ()) -> Analysis:
    """Read one customer message.

    `now` is the customer's local time (an aware time is taken at its own offset); `calendar` says which days
    are workdays (default Monday to Friday); `history` are the customer's earlier messages of the same
    conversation, oldest first: they sharpen mood, nothing else.
    """
    message = normalise(text)
    local = now.replace(tzinfo=None, second=0, microsecond=0)
    slots = find_slots(message, local, calendar or WorkWeek())
    danger = find_danger(message)
    person = wish_for_person(message)
    mood = feel(message, [normalise(earlier) for earlier in history])
    intents, told = find_intents(message, slots, danger, mood)
    return Analysis(
        normalised=message,
        danger=danger,
        wants_human=person,
        intents=intents,
        slots=slots,
        sentiment=mood.sentiment,
        sentiment_score=mood.score,
        upset=mood.upset,
        mood=mood.evidence,
        features=mood.features
        | {f"intent.{i.name}": i.score for i in intents}
        | told
        | weighed_danger(message)
        | weighed_wish(message),
    )
