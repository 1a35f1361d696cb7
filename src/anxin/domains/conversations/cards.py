"""A message as others see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class MessageCard:
    """Something said; `author_kind` as of actors (person, customer, ai, system)."""

    id: UUID
    author_kind: str
    author_id: UUID | None
    author_name: str
    visible: str
    text: str
    files: tuple[UUID, ...]
    sent_at: datetime
