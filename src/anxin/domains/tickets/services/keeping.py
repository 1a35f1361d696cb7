"""Saved views and canned replies."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from anxin.domains.tickets.models import CannedReply, SavedView
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Invalid, NotFound

MOST_VIEWS = 50


@atomic
def save_view(*, actor: Actor, name: str, query: Mapping[str, str], shared: bool) -> SavedView:
    """Keep filters under a name; the same name again replaces them. Raises Invalid for an empty name or too many."""
    if not name.strip() or actor.id is None:
        raise Invalid("ticket.view_name")
    if SavedView.objects.filter(user_id=actor.id).count() >= MOST_VIEWS:
        raise Invalid("ticket.too_many_views", most=MOST_VIEWS)
    row, _ = SavedView.objects.update_or_create(
        user_id=actor.id, name=name.strip()[:60], defaults={"query": dict(query), "shared": shared}
    )
    return row


@atomic
def drop_view(*, actor: Actor, view_id: UUID) -> None:
    """Remove one of one's own views. NotFound for another's."""
    if actor.id is None or not SavedView.objects.filter(pk=view_id, user_id=actor.id).delete()[0]:
        raise NotFound


@atomic
def define_canned(*, actor: Actor, code: str, title: str, text: str, lang: str = "zh") -> CannedReply:
    """Write a canned reply, or rewrite the one of the same code and language."""
    row, _ = CannedReply.objects.update_or_create(code=code, lang=lang, defaults={"title": title, "text": text})
    return row
