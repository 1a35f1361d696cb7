"""Guidance by video: a room is offered, the customer joins from his page, and what came of it is a remote try."""

from __future__ import annotations

from uuid import UUID

from anxin.domains.customers import public as customers
from anxin.domains.tickets.documents import VideoGuidance
from anxin.domains.tickets.events import VideoEnded, VideoOffered
from anxin.domains.tickets.models import VideoCall
from anxin.domains.tickets.services.held import hold, tell
from anxin.domains.tickets.services.solving import try_remote
from anxin.domains.tickets.services.working import reply
from anxin.kernel import clock, policies
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Forbidden
from anxin.kernel.i18n import t
from anxin.kernel.statements import insert

VERB = "ticket.video"


@atomic
def offer_video(*, actor: Actor, ticket_id: UUID) -> VideoCall:
    """Open a room and write its address to the customer, in his language: a person has joined.

    Raises Conflict where the house has no rooms, or one is open on this ticket already.
    """
    ticket = hold(actor, VERB, ticket_id)
    if actor.id is None:
        raise Forbidden
    policy = policies.current(VideoGuidance)
    if not policy.room_url:
        raise Conflict("ticket.video_not_set_up")
    if ticket.videos.filter(ended_at=None).exists():
        raise Conflict("ticket.video_open")
    call = insert(VideoCall(ticket=ticket, url=policy.new_room(), offered_by_id=actor.id, offered_at=clock.now()))
    tell(actor, ticket, VideoOffered(ticket.pk, call.pk))
    words = t("ticket.video_invitation", customers.reach_of(ticket.customer_id).lang, url=call.url)
    reply(actor=actor, ticket_id=ticket_id, text=words, verb=VERB)
    return call


@atomic
def end_video(*, actor: Actor, ticket_id: UUID, solved: bool, note: str) -> str:
    """The call is over: its address is forgotten, and it counts as a remote try, whose undo token it returns. Raises
    Conflict when none is open."""
    ticket = hold(actor, VERB, ticket_id)
    call = ticket.videos.filter(ended_at=None).first()
    if call is None:
        raise Conflict("ticket.video_none")
    call.url, call.ended_at, call.solved = "", clock.now(), solved
    call.save()
    tell(actor, ticket, VideoEnded(ticket.pk, call.pk, solved))
    return try_remote(actor=actor, ticket_id=ticket_id, solved=solved, note=note)
