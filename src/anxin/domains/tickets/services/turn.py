"""The next ticket for whoever asks: the desk's router puts what waits in order and says why."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, F, Q, Value, When

from anxin.domains.desk import public as desk
from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.selectors import Rows, visible_to
from anxin.domains.tickets.services.working import take
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic, sole
from anxin.kernel.errors import NotFound
from anxin.kernel.i18n import Reason

#: How many of the tightest promises are looked at.
LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Next:
    """The ticket whose turn it was, why, and the token that gives it back."""

    ticket: Ticket
    reasons: tuple[Reason, ...]
    undo: str


@atomic
def take_next(*, actor: Actor) -> Next:
    """Make the ticket whose turn it is one's own. Raises NotFound when nothing waits that the actor can do."""
    for turn in desk.turns(actor, kind="ticket", claims=_claims(actor)):
        ticket = sole(_waiting(actor).select_for_update(of=("self",)).filter(pk=turn.object_id))
        if ticket is None:  # a colleague was faster
            continue
        desk.take_turn(actor=actor, kind="ticket", turn=turn)
        return Next(ticket, turn.reasons, take(actor=actor, ticket_id=ticket.pk))
    raise NotFound("desk.nothing_waits")


def _waiting(actor: Actor) -> Rows:
    """Open tickets that lie with nobody, or with the actor."""
    rows = visible_to(actor, "ticket.work").filter(status=Ticket.Status.OPEN, merged_into=None)
    return rows.filter(Q(assignee=None) | Q(assignee_id=actor.id))


def _claims(actor: Actor) -> dict[UUID, desk.Claim]:
    mine = visible_to(actor, "ticket.work").filter(assignee_id=actor.id)
    begun = mine.filter(run__checks__code="human_joined", run__checks__undone_at=None).values("pk")
    first = Case(When(urgency=Ticket.Urgency.URGENT, then=Value(0)), default=Value(1))
    rows = _waiting(actor).exclude(pk__in=begun).order_by(first, F("run__target_at").asc(nulls_last=True), "pk")
    found = rows.values_list("pk", "run__target_at", "customer__tier")[:LOOKED_AT]
    return {pk: desk.Claim(due_at, tier) for pk, due_at, tier in found}
