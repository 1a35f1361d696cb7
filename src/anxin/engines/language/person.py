"""Does the customer ask for a person? The wish is always granted, so it is neither missed nor imagined."""

from __future__ import annotations

from .clauses import clauses
from .model import Evidence, Normalised
from .rules import rules


def wish_for_person(message: Normalised) -> tuple[Evidence, ...]:
    """The words that ask for a person, none if nobody is asked for or the offer is declined."""
    book = rules("person")
    text = book["not_one"].sub(lambda match: "〇" * len(match.group()), message.text)
    found = []
    for clause in clauses(text):
        for match in book["asked"].finditer(clause.text):
            start = clause.start + match.start()
            found.append(message.evidence("person.asked", start, start + len(match.group())))
    return tuple(found)
