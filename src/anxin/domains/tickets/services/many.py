"""The same action on many tickets: each done or refused by itself, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from anxin.domains.tickets.services.solving import cancel, close, solve
from anxin.domains.tickets.services.working import assign, note, take, transfer
from anxin.kernel import undo
from anxin.kernel.actor import Actor
from anxin.kernel.db import attempt
from anxin.kernel.errors import DomainError, Invalid

MOST = 200


@dataclass(frozen=True, slots=True)
class Refused:
    ticket_id: UUID
    error: DomainError


@dataclass(frozen=True, slots=True)
class BulkDone:
    """How many were done, who was refused and why, and the token that takes the done ones back, if any."""

    done: int
    refused: tuple[Refused, ...]
    undo: str | None


Action = Callable[..., object]
ACTIONS: Mapping[str, Action] = {
    "take": take,
    "assign": assign,
    "transfer": transfer,
    "note": note,
    "solve": solve,
    "close": close,
    "cancel": cancel,
}
#: Acts whose service returns the token that takes it back.
UNDOABLE = frozenset({"take", "assign", "transfer", "solve"})


def bulk(*, actor: Actor, ids: Sequence[UUID], action: str, args: Mapping[str, Any]) -> BulkDone:
    """Do one action to each ticket, each in its own transaction. Raises Invalid for an unknown action or too many."""
    if action not in ACTIONS or not 0 < len(ids) <= MOST:
        raise Invalid("ticket.bad_bulk", action=action, most=MOST)
    refused: list[Refused] = []
    tokens: list[str] = []
    done: list[UUID] = []
    for ticket_id in dict.fromkeys(ids):
        try:
            with attempt():
                answer = ACTIONS[action](actor=actor, ticket_id=ticket_id, **args)
        except DomainError as error:
            refused.append(Refused(ticket_id, error))
        else:
            done.append(ticket_id)
            tokens += [str(answer)] if action in UNDOABLE and answer else []
    return BulkDone(len(done), tuple(refused), _offer(actor, tokens))


def _offer(actor: Actor, tokens: Sequence[str]) -> str | None:
    return undo.offer(actor, "ticket.bulk", {"tokens": list(tokens)}, {}) if tokens else None


@undo.inverse("ticket.bulk")
def _take_all_back(actor: Actor, args: Mapping[str, Any]) -> None:
    """All or none: one that was changed since keeps the others as they are."""
    for token in args["tokens"]:
        undo.redeem(actor, UUID(token))
