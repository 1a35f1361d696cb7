"""Reads of conversations. A thread belongs to a case; whoever shows the case has checked who may see it."""

from __future__ import annotations

from uuid import UUID

from anxin.domains.conversations.cards import MessageCard
from anxin.domains.conversations.models import Message


def messages(case_id: UUID, *, internal: bool) -> list[MessageCard]:
    """What was said on a case, in order; without `internal` only what its customer may read."""
    rows = Message.objects.filter(thread__case_id=case_id)
    if not internal:
        rows = rows.filter(visible=Message.Visible.CUSTOMER)
    return [card(row) for row in rows]


def card(row: Message) -> MessageCard:
    return MessageCard(
        id=row.pk,
        author_kind=row.author_kind,
        author_id=row.author_id,
        author_name=row.author_name,
        visible=row.visible,
        text=row.text,
        files=tuple(UUID(file) for file in row.files),
        sent_at=row.sent_at,
    )
