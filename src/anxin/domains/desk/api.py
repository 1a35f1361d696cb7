"""Routes of the desks."""

from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Schema

from anxin.kernel.http import Request, Router
from anxin.kernel.i18n import told

from . import selectors, services
from .models import Routing

router = Router(tags=["desk"])
routers = (router,)


class DeskOut(Schema):
    state: str
    since: datetime | None
    load: int
    limit: int
    by_kind: dict[str, int]


class PresenceIn(Schema):
    state: str


class QueueOut(Schema):
    id: UUID
    code: str
    name: str
    waiting: int
    oldest: datetime | None


class RoutingOut(Schema):
    at: datetime
    user_id: UUID | None
    name: str
    reasons: list[dict[str, Any]]


@router.get("/desk/presence", verb="desk.use", response=DeskOut)
def presence(request: Request) -> selectors.Desk:
    assert request.actor.id is not None
    services.seen(actor=request.actor)
    return selectors.desk_of(request.actor.id)


@router.put("/desk/presence", verb="desk.use", response=DeskOut)
def set_presence(request: Request, wanted: PresenceIn) -> selectors.Desk:
    assert request.actor.id is not None
    services.set_presence(actor=request.actor, state=wanted.state)
    return selectors.desk_of(request.actor.id)


@router.get("/desk/queues", verb="desk.use", response=list[QueueOut])
def queues(request: Request) -> list[QueueOut]:
    english = request.actor.lang == "en"
    return [
        QueueOut(id=q.id, code=q.code, name=q.name_en if english else q.name_zh, waiting=q.waiting, oldest=q.oldest)
        for q in selectors.queues_for(request.actor)
    ]


@router.get("/desk/routings/{uuid:object_id}", verb="desk.use", response=list[RoutingOut])
def routings(request: Request, object_id: UUID) -> list[RoutingOut]:
    """Why a piece of work went where it went, for who may see it."""
    return [_routing(row, request.actor.lang) for row in selectors.routings_of(request.actor, object_id)]


def _routing(row: Routing, lang: str) -> RoutingOut:
    reasons = [told(reason, lang) for reason in row.reasons]
    return RoutingOut(at=row.at, user_id=row.user_id, name=row.user.name if row.user else "", reasons=reasons)
