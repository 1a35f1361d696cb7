"""What domains above must end before a ticket can be cancelled: they say so when the program starts."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from anxin.kernel.actor import Actor

Step = Callable[[Actor, UUID, str], None]

_steps: list[Step] = []


def before_cancel(step: Step) -> None:
    """`step(actor, ticket_id, reason)` ends what hangs on the ticket, or raises Conflict when it is too late."""
    _steps.append(step)


def end_all(actor: Actor, ticket_id: UUID, reason: str) -> None:
    for step in _steps:
        step(actor, ticket_id, reason)
