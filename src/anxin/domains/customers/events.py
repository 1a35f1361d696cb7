"""What happens to the record of a customer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from anxin.kernel import events


@dataclass(frozen=True)
class CustomerNoted(events.Event):
    customer_id: UUID
    assurance: str
    name: Annotated[str, events.Personal]
    phone: Annotated[str, events.Personal]


@dataclass(frozen=True)
class HouseholdNoted(events.Event):
    household_id: UUID
    customer_id: UUID
    relation: str
    address: Annotated[str, events.Personal]


@dataclass(frozen=True)
class CustomerChanged(events.Event):
    customer_id: UUID
    fields: list[str]


@dataclass(frozen=True)
class PhoneVerified(events.Event):
    customer_id: UUID


@dataclass(frozen=True)
class CustomersMerged(events.Event):
    customer_id: UUID
    into_id: UUID


@dataclass(frozen=True)
class MergeUndone(events.Event):
    customer_id: UUID
    into_id: UUID


@dataclass(frozen=True)
class ConsentGiven(events.Event):
    customer_id: UUID
    purpose: str
    source: str


@dataclass(frozen=True)
class ConsentWithdrawn(events.Event):
    customer_id: UUID
    purpose: str


@dataclass(frozen=True)
class TierRaised(events.Event):
    enums: ClassVar = {"why": "tier_because"}

    customer_id: UUID
    tier: str
    why: str


@dataclass(frozen=True)
class TierDowngradeTold(events.Event):
    """The customer is to be told that the tier falls on `effective_on` unless spending rises again."""

    customer_id: UUID
    from_tier: str
    to_tier: str
    effective_on: date


@dataclass(frozen=True)
class TierLowered(events.Event):
    customer_id: UUID
    tier: str


@dataclass(frozen=True)
class CustomerErased(events.Event):
    """The person asked to be forgotten: whoever holds a copy deletes it on hearing this."""

    customer_id: UUID
    household_ids: list[UUID]


@dataclass(frozen=True)
class CustomerDataGiven(events.Event):
    """The person was given a copy of everything held about him or her."""

    customer_id: UUID
