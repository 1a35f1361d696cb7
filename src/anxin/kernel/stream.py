"""The live stream: server-sent events that say what changed, never its content.

A client that reconnects with Last-Event-ID continues where it stopped. Who the actor is and what he may see is asked
again for every batch of news, and at least every five seconds, so that a lost right cuts the stream. While nothing
happens a process asks the database once a second, for all its listeners together.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.contrib.auth import get_user
from django.db import connection
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.module_loading import import_string

from anxin.kernel.actor import Actor
from anxin.kernel.authz import visible_objects
from anxin.kernel.errors import NeedsLogin
from anxin.kernel.events.models import EventRecord, LedgerHead
from anxin.kernel.http.middleware import refuse

PAUSE_SECONDS = 1.0
RECHECK_SECONDS = 5.0
_BATCH = 200
_POSITION = re.compile("[0-9]{1,18}")
_KEEP_ALIVE = ": still here\n\n"


async def stream(request: HttpRequest) -> HttpResponseBase:
    """`GET /api/stream`, for staff who are logged in."""
    actor = await _actor(request)
    if not actor.is_staff:
        return refuse(request, NeedsLogin())
    asked = request.headers.get("Last-Event-ID", "")
    start = int(asked) if _POSITION.fullmatch(asked) else await _head()
    response = StreamingHttpResponse(_messages(request, start), content_type="text/event-stream")
    response["Cache-Control"] = "no-cache"
    response["X-Accel-Buffering"] = "no"
    return response


async def _messages(request: HttpRequest, position: int) -> AsyncIterator[str]:
    yield "retry: 2000\n\n"
    asked_at = 0.0
    while True:
        news = await HEAD.beyond(position)
        if news or asyncio.get_running_loop().time() - asked_at >= RECHECK_SECONDS:
            actor, asked_at = await _actor(request), asyncio.get_running_loop().time()
            if not actor.is_staff:
                return
            changes, position = await _changes(actor, position) if news else ([], position)
            for change in changes:
                yield f"id: {change['position']}\nevent: changed\ndata: {json.dumps(change)}\n\n"
            if not changes:
                yield _KEEP_ALIVE
        await _rest()
        await asyncio.sleep(PAUSE_SECONDS)


class _Head:
    """The ledger's last position, read at most once in `PAUSE_SECONDS` however many listen."""

    def __init__(self) -> None:
        self._position, self._read_at = 0, float("-inf")

    async def beyond(self, position: int) -> bool:
        now = asyncio.get_running_loop().time()
        if now - self._read_at >= PAUSE_SECONDS:
            self._read_at = now  # before the wait: whoever comes meanwhile does not ask as well
            self._position = await _head()
        return self._position > position


HEAD = _Head()


@sync_to_async
def _actor(request: HttpRequest) -> Actor:
    request.session = type(request.session)(request.session.session_key)
    request.user = get_user(request)  # both anew: the log-in may have ended, the lazy `user` would not notice
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
