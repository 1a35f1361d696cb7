"""Does the customer ask for a person? The wish is always granted, so it is neither missed nor imagined.

Where no rule hears it, the message is weighed (`weighing`) against wishes and other messages we have been told of.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from .clauses import clauses
from .model import Evidence, Normalised
from .rules import rules
from .weighing import Weighed, marks, mostly_latin, weigh, weights

LIMIT = 0.0
"""Log-odds from which a message asks for a person: of sets b to h, each left out of the fit, 1 of 127 look-alikes and
none of 1,500 other messages reach it."""
_CLASSES = ("PEOPLE", "FOLK", "TALKS")


def wish_for_person(message: Normalised) -> tuple[Evidence, ...]:
    """The words that ask for a person, none if nobody is asked for or the offer is declined."""
    text = _seen(message.text)
    found = []
    for clause in clauses(text):
        for match in rules("person")["asked"].finditer(clause.text):
            start = clause.start + match.start()
            found.append(message.evidence("person.asked", start, start + len(match.group())))
    if not found and not mostly_latin(text) and _weighed(message).odds >= LIMIT:
        found.append(message.evidence("person.alike", 0, len(text)))
    return tuple(found)


def weighed_wish(message: Normalised) -> dict[str, float]:
    """The log-odds of a wish and the marks that made them, for whoever asks why."""
    return _weighed(message).told("person")


def wish_traits(plain: str) -> Counter[str]:
    """What a normalised text is weighed by: its marks, the classes of words it holds, how long it is."""
    book, seen = rules("person"), _seen(plain)
    found = marks(plain)
    found.update(f"@{name}" for name in _CLASSES if book[name].search(seen))
    found.update(["@not_one"] if seen != plain else [])
    found.update([f"@long{min(3, len(plain) // 5)}"])
    return found


@lru_cache(maxsize=512)
def _weighed(message: Normalised) -> Weighed:
    return weigh(weights("person"), wish_traits(message.text))


def _seen(plain: str) -> str:
    """The text without what only looks like a wish."""
    return rules("person")["not_one"].sub(lambda match: "〇" * len(match.group()), plain)
