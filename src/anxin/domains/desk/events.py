"""What happens at the desks."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from anxin.kernel import events


@dataclass(frozen=True)
class PresenceChanged(events.Event):
    enums: ClassVar = {"state": "presence"}

    user_id: UUID
    state: str


@dataclass(frozen=True)
class QueueAdded(events.Event):
    """Empty `skills` = every category, empty `language` = every one."""

    queue_id: UUID
    code: str
    org_id: UUID
    role: str
    skills: list[str]
    language: str


@dataclass(frozen=True)
class QueueChanged(events.Event):
    """`before` and `after` hold only the fields that changed; `active` false: closed."""

    queue_id: UUID
    code: str
    before: dict[str, Any]
    after: dict[str, Any]
