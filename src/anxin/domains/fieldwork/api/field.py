"""Routes of the engineer's phone: the day, one visit, and what was done (one by one, or a batch from offline)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Body, Schema

from anxin.domains.fieldwork import inbox, stops
from anxin.domains.fieldwork.commands import APPLY
from anxin.domains.fieldwork.selectors import visit_for
from anxin.kernel import clock, events
from anxin.kernel.errors import Invalid, NotFound
from anxin.kernel.http import Request, Router
from anxin.kernel.i18n import t

router = Router(tags=["field"])
MAX_BATCH = 200


class CommandIn(Schema):
    """`at`: by the phone's clock; `seq` counts up on the phone. Kinds and args: see `commands`."""

    id: UUID
    seq: int
    at: datetime
    visit: UUID
    kind: str
    args: dict[str, Any] = {}


class BatchIn(Schema):
    """`sent_at` is the phone's time of sending: the difference to ours corrects all its stamps."""

    device: UUID
    sent_at: datetime
    commands: list[CommandIn]


class Meanwhile(Schema):
    at: datetime
    text: str


class TakenOut(Schema):
    id: UUID
    state: str
    reason: dict[str, Any] | None
    theirs: list[Meanwhile]


class BatchOut(Schema):
    results: list[TakenOut]


@router.get("/field/today", verb="visit.work", response=stops.Today)
def today(request: Request) -> stops.Today:
    return stops.today(request.actor)


@router.get("/field/visits/{uuid:visit_id}", verb="visit.work", response=stops.FieldVisit)
def one(request: Request, visit_id: UUID) -> stops.FieldVisit:
    return stops.field_visit(request.actor, visit_for(request.actor, "visit.work", visit_id))


@router.post("/field/commands", verb="visit.work", response=BatchOut)
def batch(request: Request, sent: BatchIn) -> BatchOut:
    if len(sent.commands) > MAX_BATCH:
        raise Invalid("order.batch_too_long", limit=MAX_BATCH)
    commands = [inbox.Command(c.id, c.seq, c.visit, c.kind, c.at, c.args) for c in sent.commands]
    taken = inbox.receive(actor=request.actor, device_id=sent.device, sent_at=sent.sent_at, commands=commands)
    stamps = {c.id: c for c in commands}
    return BatchOut(results=[_told(request, stamps[one.id], one) for one in taken])


def _told(request: Request, command: inbox.Command, taken: inbox.Taken) -> TakenOut:
    lang = request.actor.lang
    return TakenOut(
        id=taken.id,
        state=taken.result,
        reason=taken.reason.told(lang) if taken.reason else None,
        theirs=[] if taken.result == "applied" else _theirs(request, command),
    )


def _theirs(request: Request, command: inbox.Command) -> list[Meanwhile]:
    """What others did since: the last five events of the case."""
    try:
        visit = visit_for(request.actor, "visit.work", command.visit_id)
    except NotFound:
        return []
    found = [e for e in events.of_case(visit.order.case_id) if e.actor_id != request.actor.id]
    return [Meanwhile(at=e.occurred_at, text=t(f"event.{e.name}", request.actor.lang)) for e in found[-5:]]


@router.post("/field/visits/{uuid:visit_id}/{kind}", verb="visit.work", response=stops.FieldVisit)
def do(request: Request, visit_id: UUID, kind: str, args: Body[dict[str, Any]]) -> stops.FieldVisit:
    """One command, online: what cannot be done is refused at once."""
    visit = visit_for(request.actor, "visit.work", visit_id)
    if kind not in APPLY:
        raise NotFound
    try:
        APPLY[kind](request.actor, visit, args, clock.now())
    except (KeyError, ValueError, TypeError) as error:
        raise Invalid("order.bad_arguments", kind=kind) from error
    return stops.field_visit(request.actor, visit_for(request.actor, "visit.work", visit_id))
