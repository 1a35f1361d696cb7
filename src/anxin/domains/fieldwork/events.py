"""What happens to work orders and visits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from anxin.kernel.events import Event, Personal


@dataclass(frozen=True)
class WorkOrderOpened(Event):
    order_id: UUID
    ticket_id: UUID
    number: str
    order_type: str
    note: Annotated[str, Personal]


@dataclass(frozen=True)
class OrderOffered(Event):
    """`reasons`: why this outlet, as codes with parameters."""

    order_id: UUID
    outlet_id: UUID
    rank: int
    reasons: list[dict[str, Any]]


@dataclass(frozen=True)
class OrderUnplaced(Event):
    """No outlet may or can take the order; a dispatcher must decide."""

    order_id: UUID
    refused: int


@dataclass(frozen=True)
class OrderAccepted(Event):
    order_id: UUID
    outlet_id: UUID


@dataclass(frozen=True)
class OrderReturned(Event):
    enums: ClassVar = {"reason": "return_reason"}

    order_id: UUID
    outlet_id: UUID
    reason: str
    note: Annotated[str, Personal]


@dataclass(frozen=True)
class VisitAssigned(Event):
    order_id: UUID
    visit_id: UUID
    engineer_id: UUID
    reasons: list[dict[str, Any]]


@dataclass(frozen=True)
class RuleOverridden(Event):
    """A named person let an engineer go against a rule of the brand. The law is never overridden."""

    order_id: UUID
    engineer_id: UUID
    rule: str
    reason: Annotated[str, Personal]


@dataclass(frozen=True)
class VisitReassigned(Event):
    order_id: UUID
    visit_id: UUID
    from_engineer_id: UUID
    to_engineer_id: UUID
    reason: Annotated[str, Personal]


@dataclass(frozen=True)
class VisitWithdrawn(Event):
    """The engineer was chosen a moment ago and that was undone."""

    order_id: UUID
    visit_id: UUID
    engineer_id: UUID


@dataclass(frozen=True)
class OfferUndone(Event):
    """The outlet had been asked a moment ago; `back_to` is asked again, if one was asked before."""

    order_id: UUID
    outlet_id: UUID
    back_to: UUID | None


@dataclass(frozen=True)
class ReturnUndone(Event):
    """The outlet had given the order back a moment ago and keeps it; `asked` had been asked instead."""

    order_id: UUID
    outlet_id: UUID
    asked: UUID | None


@dataclass(frozen=True)
class CancellationUndone(Event):
    """The order had been cancelled a moment ago; it stands as before."""

    order_id: UUID


@dataclass(frozen=True)
class AcceptanceUndone(Event):
    """The outlet had accepted a moment ago; its offer stands again."""

    order_id: UUID
    outlet_id: UUID


@dataclass(frozen=True)
class ContactLogged(Event):
    enums: ClassVar = {"result": "contact_result"}

    order_id: UUID
    attempt_id: UUID
    result: str


@dataclass(frozen=True)
class WindowAgreed(Event):
    enums: ClassVar = {"source": "agreed_by"}

    order_id: UUID
    visit_id: UUID
    start: datetime
    end: datetime
    source: str


@dataclass(frozen=True)
class EngineerDeparted(Event):
    order_id: UUID
    visit_id: UUID


@dataclass(frozen=True)
class EngineerArrived(Event):
    """`distance_m`: from the household's place; None where either place is unknown."""

    order_id: UUID
    visit_id: UUID
    distance_m: int | None


@dataclass(frozen=True)
class UnitScanned(Event):
    order_id: UUID
    visit_id: UUID
    serial: str
    match: bool


@dataclass(frozen=True)
class ChecklistDone(Event):
    order_id: UUID
    visit_id: UUID
    items: int


@dataclass(frozen=True)
class CoverageSettled(Event):
    order_id: UUID
    visit_id: UUID
    covered: str


@dataclass(frozen=True)
class PartUsed(Event):
    order_id: UUID
    visit_id: UUID
    part: str
    quantity: int


@dataclass(frozen=True)
class Signed(Event):
    order_id: UUID
    visit_id: UUID
    name: Annotated[str, Personal]


@dataclass(frozen=True)
class VisitCompleted(Event):
    order_id: UUID
    visit_id: UUID
    ticket_id: UUID
    engineer_id: UUID
    order_type: str
    cause: str


@dataclass(frozen=True)
class VisitFailed(Event):
    """The engineer was there, or tried to be, and the work is not done."""

    enums: ClassVar = {"reason": "outcome"}

    order_id: UUID
    visit_id: UUID
    reason: str
    parts: list[str]
    note: Annotated[str, Personal]


@dataclass(frozen=True)
class ReturnVisitPlanned(Event):
    order_id: UUID
    visit_id: UUID
    follows_id: UUID


@dataclass(frozen=True)
class PartsArrived(Event):
    order_id: UUID


@dataclass(frozen=True)
class OrderCancelled(Event):
    order_id: UUID
    reason: Annotated[str, Personal]


@dataclass(frozen=True)
class OrderClosed(Event):
    order_id: UUID
    ticket_id: UUID


@dataclass(frozen=True)
class OrderReopened(Event):
    order_id: UUID
    reason: str


@dataclass(frozen=True)
class SlotHeld(Event):
    order_id: UUID
    hold_id: UUID
    start: datetime
    end: datetime


@dataclass(frozen=True)
class FieldCommandReceived(Event):
    """A command from an engineer's phone, and what became of it: applied, conflict, evidence_only."""

    enums: ClassVar = {"kind": "command", "result": "command_result"}

    order_id: UUID
    visit_id: UUID
    command_id: UUID
    kind: str
    result: str
    done_at: datetime
