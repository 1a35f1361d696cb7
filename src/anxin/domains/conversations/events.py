"""What happens in conversations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from anxin.kernel.events import Event, Personal


@dataclass(frozen=True)
class MessageSent(Event):
    """`visible`: "customer" when the customer reads it, "internal" for a note."""

    enums: ClassVar = {"author_kind": "actor"}

    message_id: UUID
    thread_id: UUID
    author_kind: str
    visible: str
    text: Annotated[str, Personal]
