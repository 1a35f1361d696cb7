"""Small frozen pictures of customers that other domains may hold."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from anxin.kernel.i18n import Reason


@dataclass(frozen=True, slots=True)
class Noted:
    """Who reported: `known` tells whether an existing record was recognised."""

    customer_id: UUID
    household_id: UUID | None
    known: bool


@dataclass(frozen=True, slots=True)
class HouseholdCard:
    """`accuracy` in metres around `lng`, `lat`; `area` is the 四级地址. `address` is masked for who may not see it."""

    id: UUID
    kind: str
    address: str
    area: str
    lng: float | None
    lat: float | None
    accuracy: int | None
    confidence: float
    relations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """The record that stands for a customer after merges, and what decides how he is served."""

    id: UUID
    lang: str
    elderly: bool
    tier: str
    butler_id: UUID | None


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """A customer as this actor may see him: `phones` and addresses are masked where the role asks for it."""

    id: UUID
    name: str
    kind: str
    lang: str
    elderly: bool
    key_account: bool
    tier: str
    tier_reason: Reason | None
    phones: tuple[str, ...]
    households: tuple[HouseholdCard, ...]
    erased: bool
    butler_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """How the house itself may reach a customer: for services that send, never for screens."""

    name: str
    lang: str
    phone: str
    phone_verified: bool
    email: str
    email_verified: bool


@dataclass(frozen=True, slots=True)
class PopUp:
    """Everybody a calling number may be; other domains add their parts (units, open tickets, last visits)."""

    customers: tuple[CustomerCard, ...]
    sections: dict[str, list[dict[str, object]]]
