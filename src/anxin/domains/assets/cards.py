"""Small frozen pictures of units that other domains may hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from anxin.domains.catalog.public import ProductCard
from anxin.kernel.i18n import Reason

from .rules import Coverage


@dataclass(frozen=True, slots=True)
class ScannedUnit:
    """What a code on a unit tells anybody: the machine, never its owner or its place.

    `unit_id` and `household_id` are for the domains that open a request with it; no route shows them.
    """

    unit_id: UUID
    household_id: UUID | None
    product: ProductCard
    serial_last4: str
    installed_on: date | None
    coverage: Coverage
    plan: str


@dataclass(frozen=True, slots=True)
class UnitCard:
    """`plan`: the bought service plan that runs today, or "". `plan_until` as noted, run out or not."""

    id: UUID
    version: int
    serial: str
    product: ProductCard
    household_id: UUID | None
    parent_id: UUID | None
    room: str
    bought_on: date | None
    installed_on: date | None
    warranty_until: date | None
    contract: str
    contract_until: date | None
    retired: bool
    coverage: Coverage
    plan: str
    plan_until: date | None


@dataclass(frozen=True, slots=True)
class ScanResult:
    """Whether the scanned serial is the expected unit; `other_id` where it is another known one."""

    match: bool
    scanned: str
    expected: str
    other_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class DecisionCard:
    id: UUID
    unit_id: UUID
    case_id: UUID
    stage: str
    covered: str
    reason: Reason
    evidence: UUID | None
    needs_approval: bool
    approved: bool
    decided_at: datetime
