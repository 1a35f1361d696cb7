"""What happens after the work."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from anxin.kernel.events import Event, Personal


@dataclass(frozen=True)
class ReviewPassed(Event):
    """`automatic`: no rule stood against the visit."""

    review_id: UUID
    order_id: UUID
    automatic: bool


@dataclass(frozen=True)
class ReviewQueued(Event):
    """`hits`: the rules that want a person to look, as codes with parameters."""

    review_id: UUID
    order_id: UUID
    hits: list[dict[str, Any]]


@dataclass(frozen=True)
class ReviewRejected(Event):
    review_id: UUID
    order_id: UUID
    reason: str


@dataclass(frozen=True)
class RevisitSent(Event):
    """A link asks the customer. `call`: why somebody will also call, as codes."""

    revisit_id: UUID
    ticket_id: UUID
    call: list[dict[str, Any]]


@dataclass(frozen=True)
class RevisitSilent(Event):
    """Nobody answered the link: somebody calls by `due_at`. `call`: why, as codes."""

    revisit_id: UUID
    ticket_id: UUID
    call: list[dict[str, Any]]
    due_at: datetime


@dataclass(frozen=True)
class FollowUpPlanned(Event):
    """A later call was planned: `purpose` major (check of a major fault) or purchase (survey of a new purchase)."""

    enums: ClassVar = {"purpose": "call_purpose"}

    revisit_id: UUID
    ticket_id: UUID
    purpose: str
    from_at: datetime
    due_at: datetime


@dataclass(frozen=True)
class FollowUpAnswered(Event):
    """What the customer said to a planned call; outside the CSAT of the case. `csat` 1 to 5 or None."""

    enums: ClassVar = {"purpose": "call_purpose"}

    revisit_id: UUID
    ticket_id: UUID
    purpose: str
    solved: bool
    csat: int | None
    comment: Annotated[str, Personal]


@dataclass(frozen=True)
class RevisitAnswered(Event):
    """`by`: link or call. `csat` 1 to 5, None where the customer gave none."""

    enums: ClassVar = {"by": "answered_by"}

    revisit_id: UUID
    ticket_id: UUID
    by: str
    solved: bool
    csat: int | None
    paid: str
    comment: Annotated[str, Personal]


@dataclass(frozen=True)
class RevisitTried(Event):
    """A call that did not reach the customer."""

    enums: ClassVar = {"result": "revisit_result"}

    revisit_id: UUID
    ticket_id: UUID
    result: str
    attempt: int


@dataclass(frozen=True)
class RevisitEnded(Event):
    """Without an answer: `unreached` after the calls of the policy, `no_reply` where the silent are not called."""

    enums: ClassVar = {"state": "revisit_state"}

    revisit_id: UUID
    ticket_id: UUID
    state: str
