"""The whole picture of a customer, of which this domain knows only its part.

Domains above add theirs when the program starts: `provide("units", units_of_customers)`. Each section is asked
with the actor and must go through its own domain's door; nothing is read here that the actor may not see.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from uuid import UUID

from anxin.kernel.actor import Actor

Row = dict[str, object]
Section = Callable[[Actor, Collection[UUID]], list[Row]]

_sections: dict[str, Section] = {}


def provide(name: str, section: Section) -> None:
    """Add a section: rows about the customers whose ids are given, newest first, as plain JSON values."""
    _sections[name] = section


def sections(actor: Actor, customer_ids: Collection[UUID]) -> dict[str, list[Row]]:
    """Every section's rows, by name."""
    return {name: section(actor, customer_ids) for name, section in sorted(_sections.items())}
