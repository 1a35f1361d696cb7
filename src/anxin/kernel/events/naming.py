"""What ids and codes in events are called, for people who read the ledger; each domain says it for its own.

events.name_fields(("outlet_id",), lambda ids, lang: {...})
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

#: Values of a field as recorded, and a language → what each is called; what has no name is left out.
Naming = Callable[[Collection[str], str], Mapping[str, str]]

_namings: list[tuple[frozenset[str], Naming]] = []


def name_fields(fields: Collection[str], naming: Naming) -> None:
    """Say what the values of these payload fields are called."""
    _namings.append((frozenset(fields), naming))


def names_in(payloads: Iterable[Mapping[str, Any]], lang: str) -> dict[tuple[str, str], str]:
    """(field, value) → name, over many payloads at once: one question per naming."""
    found = {(name, value) for payload in payloads for name, value in payload.items() if isinstance(value, str)}
    told: dict[tuple[str, str], str] = {}
    for fields, naming in _namings:
        wanted = {(name, value) for name, value in found if name in fields}
        if wanted:
            names = naming({value for _, value in wanted}, lang)
            told |= {(name, value): names[value] for name, value in wanted if value in names}
    return told
