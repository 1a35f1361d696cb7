"""Who else has the ticket open."""

from __future__ import annotations

from uuid import UUID

from ninja import Schema, Status

from anxin.domains.desk import public as desk
from anxin.domains.tickets import selectors
from anxin.kernel.http import Request, Router

router = Router(tags=["tickets"])


class ViewerOut(Schema):
    id: UUID
    name: str


@router.put("/tickets/{ticket_id}/viewing", verb="ticket.read", response=list[ViewerOut])
def look(request: Request, ticket_id: UUID) -> list[desk.Viewer]:
    """I have it open (said every few seconds); answers with who else has. Forgotten when nothing more is said."""
    ticket = selectors.one(request.actor, ticket_id, "ticket.read")
    return desk.look(actor=request.actor, object_id=ticket.pk)


@router.delete("/tickets/{ticket_id}/viewing", verb="ticket.read", response={204: None})
def look_away(request: Request, ticket_id: UUID) -> Status[None]:
    """I left it."""
    desk.look_away(actor=request.actor, object_id=selectors.one(request.actor, ticket_id, "ticket.read").pk)
    return Status(204, None)
