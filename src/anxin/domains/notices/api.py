"""Routes of the inbox."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from ninja import Schema

from anxin.domains.people import public as people
from anxin.kernel.http import Page, Request, Router, paginate
from anxin.kernel.i18n import t

from . import selectors, services
from .models import Notice

router = Router(tags=["notices"])
routers = (router,)


class NoticeOut(Schema):
    id: UUID
    code: str
    text: str
    object_type: str
    object_id: UUID
    urgent: bool
    at: datetime
    read_at: datetime | None


class Unread(Schema):
    unread: int


@router.get("/notices", verb="self.use", response=Page[NoticeOut])
def notices(
    request: Request, unread: bool = False, cursor: str | None = None, limit: int = 25, sort: str = "-at"
) -> Page[NoticeOut]:
    rows = selectors.visible_to(request.actor)
    return paginate(
        request,
        rows.filter(read_at=None) if unread else rows,
        what="notices",
        shape=lambda found: _shown(found, request.actor.lang),
        orders={"at": "at"},
        sort=sort,
        cursor=cursor,
        limit=limit,
    )


@router.get("/notices/unread", verb="self.use", response=Unread)
def unread_count(request: Request) -> Unread:
    return Unread(unread=selectors.unread(request.actor))


@router.post("/notices/read-all", verb="self.use", response=Unread)
def read_all(request: Request) -> Unread:
    services.mark_all_read(actor=request.actor)
    return Unread(unread=selectors.unread(request.actor))


@router.post("/notices/{uuid:notice_id}/read", verb="self.use", response=Unread)
def read(request: Request, notice_id: UUID) -> Unread:
    services.mark_read(actor=request.actor, notice_id=notice_id)
    return Unread(unread=selectors.unread(request.actor))


def _shown(rows: Sequence[Notice], lang: str) -> list[NoticeOut]:
    who = people.names_of({row.object_id for row in rows if row.object_type == "user"})
    return [
        NoticeOut(
            id=row.id,
            code=row.reason["code"],
            text=t(row.reason["code"], lang, **row.reason["params"], who=who.get(row.object_id, "")),
            object_type=row.object_type,
            object_id=row.object_id,
            urgent=row.urgent,
            at=row.at,
            read_at=row.read_at,
        )
        for row in rows
    ]
