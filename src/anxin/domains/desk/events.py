"""What happens at the desks."""

from dataclasses import dataclass
from uuid import UUID

from anxin.kernel import events


@dataclass(frozen=True)
class PresenceChanged(events.Event):
    user_id: UUID
    state: str
