"""What one does with a ticket."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from anxin.domains.tickets import selectors, services, shapes
from anxin.domains.tickets.models import Ticket
from anxin.kernel import undo
from anxin.kernel.http import Request, Router, expect_version
from anxin.kernel.i18n import t

router = Router(tags=["tickets"])


class Undo(Schema):
    token: str
    seconds: int = int(undo.WINDOW.total_seconds())


class Done(Schema):
    """The ticket's new version, and how to take the action back, if it can be."""

    id: UUID
    version: int
    undo: Undo | None = None


class NextTicket(Schema):
    """The ticket whose turn it is, now one's own, and why it is this one."""

    id: UUID
    number: str
    reasons: list[dict[str, Any]]
    undo: Undo


class Assign(Schema):
    user_id: UUID | None = None


class Transfer(Schema):
    org_id: UUID
    reason: str = Field("", max_length=200)


class Said(Schema):
    text: str = Field(max_length=4000)
    files: list[UUID] = []


class Remote(Schema):
    solved: bool = False
    note: str = Field("", max_length=2000)


class Solution(Schema):
    how: str = "remote"


class Because(Schema):
    reason: str = Field("", max_length=200)


class Into(Schema):
    into: UUID


class Second(Schema):
    text: str = Field(max_length=4000)
    symptom: str = "unknown"


class Other(Schema):
    other_id: UUID
    kind: str = "related"


class Hold(Schema):
    reason: str
    evidence: list[dict[str, str]] = []
    note: str = Field("", max_length=200)


class Resume(Schema):
    reason: str


class Bulk(Schema):
    ids: list[UUID] = Field(min_length=1, max_length=200)
    action: str
    args: dict[str, Any] = {}


class RefusedLine(Schema):
    id: UUID
    number: str
    code: str
    text: str


class BulkDone(Schema):
    done: int
    refused: list[RefusedLine]
    undo: Undo | None


def _done(request: Request, ticket_id: UUID, token: str = "") -> Done:
    version = Ticket.objects.values_list("version", flat=True).get(pk=ticket_id)
    return Done(id=ticket_id, version=version, undo=Undo(token=token) if token else None)


def _check_version(request: Request, ticket_id: UUID) -> None:
    """Whoever names the version he acted on is refused when it is no longer that."""
    if "If-Match" in request.headers:
        ticket = selectors.one(request.actor, ticket_id)
        expect_version(request, ticket.version, current=lambda: shapes.rows([ticket], request.actor.lang)[0])


@router.post("/tickets/bulk", verb="ticket.work", response=BulkDone)
def bulk(request: Request, body: Bulk) -> BulkDone:
    """One action on many tickets, each done or refused by itself."""
    found = services.bulk(actor=request.actor, ids=body.ids, action=body.action, args=_args(body.args))
    visible = selectors.visible_to(request.actor).filter(pk__in=[r.ticket_id for r in found.refused])
    numbers = dict(visible.values_list("pk", "number"))
    lang = request.actor.lang
    refused = [
        RefusedLine(
            id=r.ticket_id,
            number=numbers.get(r.ticket_id, ""),
            code=r.error.code,
            text=t(r.error.code, lang, **r.error.params),
        )
        for r in found.refused
    ]
    return BulkDone(done=found.done, refused=refused, undo=Undo(token=found.undo) if found.undo else None)


def _args(given: dict[str, Any]) -> dict[str, Any]:
    """Names an action may take; ids as ids."""
    known = {"user_id", "org_id", "reason", "text", "how"}
    return {k: UUID(v) if k.endswith("_id") and v else v for k, v in given.items() if k in known}


@router.post("/desk/next", verb="ticket.work", creates=True, response=NextTicket)
def next_(request: Request) -> NextTicket:
    """Take what the router would do next: urgent, promise due, tier, time waited; of what one can do."""
    found = services.take_next(actor=request.actor)
    reasons = [reason.told(request.actor.lang) for reason in found.reasons]
    return NextTicket(id=found.ticket.pk, number=found.ticket.number, reasons=reasons, undo=Undo(token=found.undo))


@router.post("/tickets/{ticket_id}/take", verb="ticket.work", response=Done)
def take(request: Request, ticket_id: UUID) -> Done:
    """Make it one's own."""
    _check_version(request, ticket_id)
    token = services.take(actor=request.actor, ticket_id=ticket_id)
    return _done(request, ticket_id, token)


@router.post("/tickets/{ticket_id}/assign", verb="ticket.assign", response=Done)
def assign(request: Request, ticket_id: UUID, body: Assign) -> Done:
    """Give it to a colleague, or back to the queue."""
    _check_version(request, ticket_id)
    token = services.assign(actor=request.actor, ticket_id=ticket_id, user_id=body.user_id)
    return _done(request, ticket_id, token)


@router.post("/tickets/{ticket_id}/transfer", verb="ticket.assign", response=Done)
def transfer(request: Request, ticket_id: UUID, body: Transfer) -> Done:
    """Hand it to another place."""
    _check_version(request, ticket_id)
    token = services.transfer(actor=request.actor, ticket_id=ticket_id, org_id=body.org_id, reason=body.reason)
    return _done(request, ticket_id, token)


@router.post("/tickets/{ticket_id}/reply", verb="ticket.work", response=Done)
def reply(request: Request, ticket_id: UUID, body: Said) -> Done:
    """Say something the customer reads."""
    services.reply(actor=request.actor, ticket_id=ticket_id, text=body.text, files=body.files)
    return _done(request, ticket_id)


@router.post("/tickets/{ticket_id}/note", verb="ticket.note", response=Done)
def note(request: Request, ticket_id: UUID, body: Said) -> Done:
    """Write something only the staff read."""
    services.note(actor=request.actor, ticket_id=ticket_id, text=body.text, files=body.files)
    return _done(request, ticket_id)


@router.post("/tickets/{ticket_id}/remote", verb="ticket.work", response=Done)
def remote(request: Request, ticket_id: UUID, body: Remote) -> Done:
    """A remote step was tried; when it solved the problem the ticket is solved."""
    token = services.try_remote(actor=request.actor, ticket_id=ticket_id, solved=body.solved, note=body.note)
    return _done(request, ticket_id, token)


@router.post("/tickets/{ticket_id}/video", verb="ticket.video", creates=True, response=Done)
def video(request: Request, ticket_id: UUID) -> Done:
    """Offer guidance by video: the customer is sent the address of a room."""
    services.offer_video(actor=request.actor, ticket_id=ticket_id)
    return _done(request, ticket_id)


@router.post("/tickets/{ticket_id}/video/end", verb="ticket.video", response=Done)
def video_end(request: Request, ticket_id: UUID, body: Remote) -> Done:
    """The call is over; when it solved the problem the ticket is solved."""
    token = services.end_video(actor=request.actor, ticket_id=ticket_id, solved=body.solved, note=body.note)
    return _done(request, ticket_id, token)


@router.post("/tickets/{ticket_id}/solve", verb="ticket.work", response=Done)
def solve(request: Request, ticket_id: UUID, body: Solution) -> Done:
    """Solved without a visit."""
    _check_version(request, ticket_id)
    token = services.solve(actor=request.actor, ticket_id=ticket_id, how=body.how)
    return _done(request, ticket_id, token)


@router.post("/tickets/{ticket_id}/close", verb="ticket.close", response=Done)
def close(request: Request, ticket_id: UUID) -> Done:
    """Close a solved ticket whose revisit is done."""
    _check_version(request, ticket_id)
    token = services.close_undoable(actor=request.actor, ticket_id=ticket_id)
    return _done(request, ticket_id, token)


@router.post("/tickets/{ticket_id}/reopen", verb="ticket.reopen", response=Done)
def reopen(request: Request, ticket_id: UUID, body: Because) -> Done:
    """Not solved after all."""
    _check_version(request, ticket_id)
    services.reopen(actor=request.actor, ticket_id=ticket_id, reason=body.reason)
    return _done(request, ticket_id)


@router.post("/tickets/{ticket_id}/cancel", verb="ticket.work", response=Done)
def cancel(request: Request, ticket_id: UUID, body: Because) -> Done:
    """The customer no longer wants it."""
    _check_version(request, ticket_id)
    services.cancel(actor=request.actor, ticket_id=ticket_id, reason=body.reason)
    return _done(request, ticket_id)


@router.post("/tickets/{ticket_id}/merge", verb="ticket.work", response=Done)
def merge(request: Request, ticket_id: UUID, body: Into) -> Done:
    """Make it an alias of another ticket of the same people."""
    _check_version(request, ticket_id)
    token = services.merge(actor=request.actor, ticket_id=ticket_id, into=body.into)
    return _done(request, ticket_id, token)


@router.post("/tickets/{ticket_id}/split", verb="ticket.work", creates=True, response=Done)
def split(request: Request, ticket_id: UUID, body: Second) -> Done:
    """A second problem gets a ticket of its own; answers with the new one."""
    made = services.split(actor=request.actor, ticket_id=ticket_id, text=body.text, symptom=body.symptom)
    return _done(request, made.pk)


@router.post("/tickets/{ticket_id}/link", verb="ticket.work", response=Done)
def link(request: Request, ticket_id: UUID, body: Other) -> Done:
    """Tie two tickets."""
    services.link(actor=request.actor, ticket_id=ticket_id, other_id=body.other_id, kind=body.kind)
    return _done(request, ticket_id)


@router.post("/tickets/{ticket_id}/press", verb="ticket.work", response=Done)
def press(request: Request, ticket_id: UUID) -> Done:
    """催单: the customer presses, told by phone."""
    services.press(actor=request.actor, ticket_id=ticket_id)
    return _done(request, ticket_id)


@router.post("/tickets/{ticket_id}/pause", verb="ticket.work", response=Done)
def pause(request: Request, ticket_id: UUID, body: Hold) -> Done:
    """Hold the clocks, with evidence."""
    services.hold_clocks(
        actor=request.actor, ticket_id=ticket_id, reason=body.reason, evidence=body.evidence, note=body.note
    )
    return _done(request, ticket_id)


@router.post("/tickets/{ticket_id}/resume", verb="ticket.work", response=Done)
def resume(request: Request, ticket_id: UUID, body: Resume) -> Done:
    """Let the clocks run on."""
    services.resume_clocks(actor=request.actor, ticket_id=ticket_id, reason=body.reason)
    return _done(request, ticket_id)
