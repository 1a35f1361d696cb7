"""The same action on many tickets: each done or refused by itself, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from anxin.domains.tickets.models import Ticket
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


def bulk(*, actor: Actor, ids: Sequence[UUID], action: str, args: Mapping[str, Any]) -> BulkDone:
    """Do one action to each ticket, each in its own transaction. Raises Invalid for an unknown action or too many."""
    if action not in ACTIONS or not 0 < len(ids) <= MOST:
        raise Invalid("ticket.bad_bulk", action=action, most=MOST)
    before = dict(Ticket.objects.filter(pk__in=ids).values_list("pk", "assignee_id"))
    refused, done = [], []
    for ticket_id in dict.fromkeys(ids):
        try:
            with attempt():
                ACTIONS[action](actor=actor, ticket_id=ticket_id, **args)
            done.append(ticket_id)
        except DomainError as error:
            refused.append(Refused(ticket_id, error))
    return BulkDone(len(done), tuple(refused), _offer(actor, action, done, before))


def _offer(actor: Actor, action: str, done: Sequence[UUID], before: Mapping[UUID, UUID | None]) -> str | None:
    if action not in ("assign", "take") or not done:
        return None
    rows = Ticket.objects.filter(pk__in=done)
    versions = {f"ticket:{ticket.pk}": ticket.version for ticket in rows}
    users = {str(pk): str(before[pk]) if before[pk] else None for pk in done}
    return undo.offer(actor, "ticket.bulk_assign", {"users": users}, versions)


@undo.inverse("ticket.bulk_assign")
def _unassign_many(actor: Actor, args: Mapping[str, Any]) -> None:
    for ticket_id, user_id in args["users"].items():
        assign(actor=actor, ticket_id=UUID(ticket_id), user_id=UUID(user_id) if user_id else None)
