"""Routes of the desks."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Query, Schema, Status

from anxin.kernel.http import Column, Page, Request, Router, changes, etag, expect_version, export, paginate
from anxin.kernel.i18n import t, told

from . import queues as upkeep
from . import selectors, services
from .models import Queue, Routing

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


Slug = Annotated[str, Field(min_length=1, max_length=32, pattern=r"^[a-z0-9_-]+$")]
Role = Annotated[str, Field(max_length=32, pattern=r"^[a-z_]+$")]
Words = Annotated[str, Field(min_length=1, max_length=40, pattern=r"\S")]


class QueueRow(Schema):
    """A queue as its keepers see it: empty `skills` = every category, empty `language` = every one."""

    id: UUID
    code: str
    name_zh: str
    name_en: str
    org_id: UUID
    org: str
    role: str
    skills: list[str]
    language: str
    position: int
    active: bool
    waiting: int
    version: int


class QueueQuery(Schema):
    q: str = ""
    cursor: str | None = None
    limit: int = 25
    sort: str = "code"


class QueueExport(Schema):
    q: str = ""
    format: str = "csv"


class QueueIn(Schema):
    code: Slug
    name_zh: Words
    name_en: Words
    org_id: UUID
    role: Role = "agent"
    skills: list[Slug] = Field([], max_length=100)
    language: Literal["", "zh", "en"] = ""
    position: int = Field(100, ge=0, le=10_000)


class QueuePatch(Schema):
    name_zh: Words | None = None
    name_en: Words | None = None
    org_id: UUID | None = None
    role: Role | None = None
    skills: list[Slug] | None = Field(None, max_length=100)
    language: Literal["", "zh", "en"] | None = None
    position: int | None = Field(None, ge=0, le=10_000)
    active: bool | None = None


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


@router.get("/queues", verb="queue.see", response=Page[QueueRow])
def list_queues(request: Request, query: Query[QueueQuery]) -> Page[QueueRow]:
    """Every queue, closed ones too."""

    def shape(page: Sequence[Queue]) -> list[QueueRow]:
        return [_queue(row) for row in page]

    return paginate(
        request,
        upkeep.queues(q=query.q),
        what="queues",
        shape=shape,
        orders={"code": "code", "position": "position"},
        sort=query.sort,
        cursor=query.cursor,
        limit=query.limit,
    )


@router.get("/queues/export", verb="queue.edit")
def export_queues(request: Request, query: Query[QueueExport]) -> HttpResponse:
    """The list as shown, closed queues too; categories by their codes."""
    lang = request.actor.lang
    columns = [
        Column[QueueRow]("desk.column_code", lambda row: row.code),
        Column[QueueRow]("desk.column_name_zh", lambda row: row.name_zh),
        Column[QueueRow]("desk.column_name_en", lambda row: row.name_en),
        Column[QueueRow]("desk.column_org", lambda row: row.org),
        Column[QueueRow]("desk.column_role", lambda row: t(f"enum.role.{row.role}", lang)),
        Column[QueueRow]("desk.column_skills", lambda row: "; ".join(row.skills)),
        Column[QueueRow]("desk.column_language", lambda row: row.language),
        Column[QueueRow]("desk.column_position", lambda row: row.position),
        Column[QueueRow]("desk.column_active", lambda row: t(f"enum.yes_no.{row.active}".lower(), lang)),
        Column[QueueRow]("desk.column_waiting", lambda row: row.waiting),
    ]
    lines = [_queue(row) for row in upkeep.queues(q=query.q).order_by("code")]
    return export(request, lines, columns, what="queues", format=query.format)


@router.post("/queues", verb="queue.edit", creates=True, response={201: QueueRow})
def add_queue(request: Request, wanted: QueueIn) -> Status[QueueRow]:
    made = upkeep.define_queue(actor=request.actor, new=True, **wanted.model_dump())
    return Status(201, _queue(upkeep.queue(made.pk)))


@router.get("/queues/{uuid:queue_id}", verb="queue.see", response=QueueRow)
def read_queue(request: Request, response: HttpResponse, queue_id: UUID) -> QueueRow:
    row = upkeep.queue(queue_id)
    etag(response, row.version)
    return _queue(row)


@router.patch("/queues/{uuid:queue_id}", verb="queue.edit", response=QueueRow)
def change_queue(request: Request, response: HttpResponse, queue_id: UUID, wanted: QueuePatch) -> QueueRow:
    row = upkeep.queue(queue_id)
    expect_version(request, row.version, current=lambda: _queue(row))
    upkeep.change_queue(actor=request.actor, queue_id=queue_id, **changes(wanted))
    row = upkeep.queue(queue_id)
    etag(response, row.version)
    return _queue(row)


@router.get("/desk/routings/{uuid:object_id}", verb="desk.use", response=list[RoutingOut])
def routings(request: Request, object_id: UUID) -> list[RoutingOut]:
    """Why a piece of work went where it went, for who may see it."""
    return [_routing(row, request.actor.lang) for row in selectors.routings_of(request.actor, object_id)]


def _routing(row: Routing, lang: str) -> RoutingOut:
    reasons = [told(reason, lang) for reason in row.reasons]
    return RoutingOut(at=row.at, user_id=row.user_id, name=row.user.name if row.user else "", reasons=reasons)


def _queue(row: Queue) -> QueueRow:
    same = ("id", "code", "name_zh", "name_en", "org_id", "role", "skills", "language", "position", "active", "version")
    return QueueRow(**{name: getattr(row, name) for name in same}, org=row.org.name, waiting=getattr(row, "waiting", 0))
