"""Parts of a ticket's page that domains above know: they provide them when the program starts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from anxin.kernel.actor import Actor

Panel = Callable[[Actor, UUID], list[dict[str, Any]]]

_panels: dict[str, Panel] = {}


def provide(name: str, panel: Panel) -> None:
    """Add a panel: rows about one ticket as JSON values, through the providing domain's own door."""
    _panels[name] = panel


def rows(name: str, actor: Actor, ticket_id: UUID) -> list[dict[str, Any]]:
    panel = _panels.get(name)
    return panel(actor, ticket_id) if panel else []
