"""The live stream: server-sent events that say what changed, never its content.

A client that reconnects with Last-Event-ID continues where it stopped. Whether an actor may see an object is
asked for every message, and who the actor is again every few seconds, so that a lost right cuts the stream.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.module_loading import import_string

from anxin.kernel.actor import Actor
from anxin.kernel.authz import visible_objects
from anxin.kernel.errors import NeedsLogin
from anxin.kernel.events.models import EventRecord, LedgerHead
from anxin.kernel.http.middleware import refuse

_PAUSE_SECONDS = 1.0
_BATCH = 200
_KEEP_ALIVE = ": still here\n\n"


async def stream(request: HttpRequest) -> HttpResponseBase:
    """`GET /api/stream`, for staff who are logged in."""
    actor = await _actor(request)
    if not actor.is_staff:
        return refuse(request, NeedsLogin())
    asked = request.headers.get("Last-Event-ID", "")
    start = int(asked) if asked.isdigit() else await _head()
    response = StreamingHttpResponse(_messages(request, start), content_type="text/event-stream")
    response["Cache-Control"] = "no-cache"
    response["X-Accel-Buffering"] = "no"
    return response


async def _messages(request: HttpRequest, position: int) -> AsyncIterator[str]:
    yield "retry: 2000\n\n"
    while (actor := await _actor(request)).is_staff:
        changes, position = await _changes(actor, position)
        for change in changes:
            yield f"id: {change['position']}\nevent: changed\ndata: {json.dumps(change)}\n\n"
        if not changes:
            yield _KEEP_ALIVE
        await _rest()
        await asyncio.sleep(_PAUSE_SECONDS)


@sync_to_async
def _actor(request: HttpRequest) -> Actor:
    if hasattr(request, "_cached_user"):
        del request._cached_user  # ask the session again: it may have ended
    if hasattr(request, "session"):
        request.session = type(request.session)(request.session.session_key)
    actor, _ = import_string(settings.ANXIN_ACTOR_RESOLVER)(request)
    assert isinstance(actor, Actor)
    return actor


@sync_to_async
def _rest() -> None:
    """A stream that waits holds no connection."""
    connection.close()


@sync_to_async
def _head() -> int:
    return LedgerHead.objects.filter(pk=1).values_list("position", flat=True).first() or 0


@sync_to_async
def _changes(actor: Actor, position: int) -> tuple[list[dict[str, Any]], int]:
    """What the actor may know of the events after `position`, and the position reached."""
    rows = list(
        EventRecord.objects.filter(position__gt=position)
        .order_by("position")
        .values("position", "name", "subject_type", "subject_id", "case_id")[:_BATCH]
    )
    by_type: dict[str, set[Any]] = {}
    for row in rows:
        by_type.setdefault(row["subject_type"], set()).add(row["subject_id"])
    visible = {kind: visible_objects(actor, kind, ids) for kind, ids in by_type.items()}
    told: list[dict[str, Any]] = [
        {**row, "subject_id": str(row["subject_id"]), "case_id": str(row["case_id"])}
        for row in rows
        if row["subject_id"] in visible[row["subject_type"]]
    ]
    return told, (rows[-1]["position"] or position) if rows else position
