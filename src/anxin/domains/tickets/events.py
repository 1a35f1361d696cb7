"""What happens to tickets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar
from uuid import UUID

from anxin.kernel.events import Event, Personal


@dataclass(frozen=True)
class TicketOpened(Event):
    ticket_id: UUID
    number: str
    customer_id: UUID
    channel: str
    order_type: str
    category: str
    urgency: str
    danger: str
    text: Annotated[str, Personal]


@dataclass(frozen=True)
class TicketJoined(Event):
    """The same problem was told again; nothing new was opened."""

    ticket_id: UUID
    customer_id: UUID
    channel: str
    text: Annotated[str, Personal]


@dataclass(frozen=True)
class DangerSeen(Event):
    """The safety gate read a danger; its card went out in the same answer."""

    ticket_id: UUID
    dangers: list[str]
    rules: list[str]


@dataclass(frozen=True)
class TicketRouted(Event):
    ticket_id: UUID
    queue: str
    user_id: UUID | None
    reasons: list[dict[str, object]]


@dataclass(frozen=True)
class TicketTaken(Event):
    ticket_id: UUID
    user_id: UUID


@dataclass(frozen=True)
class TicketAssigned(Event):
    ticket_id: UUID
    user_id: UUID | None
    was: UUID | None


@dataclass(frozen=True)
class TicketTransferred(Event):
    ticket_id: UUID
    org_id: UUID
    was: UUID
    reason: Annotated[str, Personal]


@dataclass(frozen=True)
class TicketChanged(Event):
    """Fields before and after, so that both edits of a race can be told."""

    ticket_id: UUID
    before: dict[str, str]
    after: dict[str, str]


@dataclass(frozen=True)
class EditSetAside(Event):
    """Of two who edited at once, the second looked at both and gave these values of his own up."""

    ticket_id: UUID
    values: dict[str, str]


@dataclass(frozen=True)
class RemoteTried(Event):
    ticket_id: UUID
    solved: bool
    note: Annotated[str, Personal]


@dataclass(frozen=True)
class VideoOffered(Event):
    """The customer was sent the address of a room; it is no part of this, for who knows it can join."""

    ticket_id: UUID
    video_id: UUID


@dataclass(frozen=True)
class VideoEnded(Event):
    """What was done in it is told by the remote try that follows."""

    ticket_id: UUID
    video_id: UUID
    solved: bool


@dataclass(frozen=True)
class TicketPressed(Event):
    """催单; `tell` is the role that hears of this one."""

    enums: ClassVar = {"tell": "role"}

    ticket_id: UUID
    count: int
    tell: str


@dataclass(frozen=True)
class TicketSolved(Event):
    enums: ClassVar = {"how": "solved_how"}

    ticket_id: UUID
    how: str


@dataclass(frozen=True)
class TicketUnsolved(Event):
    """Solving it was undone within its minute; nobody had been told."""

    ticket_id: UUID


@dataclass(frozen=True)
class TicketClosed(Event):
    ticket_id: UUID


@dataclass(frozen=True)
class TicketCloseUndone(Event):
    """Closing it was undone within its minute."""

    ticket_id: UUID


@dataclass(frozen=True)
class TicketReopened(Event):
    ticket_id: UUID
    reason: Annotated[str, Personal]


@dataclass(frozen=True)
class TicketCancelled(Event):
    ticket_id: UUID
    reason: Annotated[str, Personal]


@dataclass(frozen=True)
class TicketMerged(Event):
    ticket_id: UUID
    into: UUID


@dataclass(frozen=True)
class TicketUnmerged(Event):
    ticket_id: UUID
    into: UUID


@dataclass(frozen=True)
class TicketSplit(Event):
    ticket_id: UUID
    new_id: UUID


@dataclass(frozen=True)
class TicketLinked(Event):
    enums: ClassVar = {"kind": "ticket_link"}

    ticket_id: UUID
    other_id: UUID
    kind: str


@dataclass(frozen=True)
class CaseArchived(Event):
    """All required checks are satisfied."""

    ticket_id: UUID
