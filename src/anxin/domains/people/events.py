"""What happens to people and to the right to act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from anxin.kernel import events


@dataclass(frozen=True)
class OrgUnitAdded(events.Event):
    enums: ClassVar = {"kind": "org"}

    org_id: UUID
    parent_id: UUID | None
    kind: str
    code: str


@dataclass(frozen=True)
class OrgUnitChanged(events.Event):
    org_id: UUID
    fields: list[str]


@dataclass(frozen=True)
class UserAdded(events.Event):
    user_id: UUID
    username: str
    name: Annotated[str, events.Personal]


@dataclass(frozen=True)
class UserChanged(events.Event):
    user_id: UUID
    fields: list[str]


@dataclass(frozen=True)
class PasswordChanged(events.Event):
    user_id: UUID


@dataclass(frozen=True)
class PasswordResetAsked(events.Event):
    user_id: UUID


@dataclass(frozen=True)
class RoleGiven(events.Event):
    user_id: UUID
    role: str
    org_id: UUID


@dataclass(frozen=True)
class RoleTaken(events.Event):
    user_id: UUID
    role: str
    org_id: UUID


@dataclass(frozen=True)
class EngineerEnrolled(events.Event):
    engineer_id: UUID
    outlet_id: UUID
    employee_no: str


@dataclass(frozen=True)
class EngineerChanged(events.Event):
    engineer_id: UUID
    fields: list[str]


@dataclass(frozen=True)
class EngineerLeft(events.Event):
    """`shifts`: how many of the days ahead were taken away with it."""

    engineer_id: UUID
    outlet_id: UUID
    shifts: int


@dataclass(frozen=True)
class SkillCertified(events.Event):
    engineer_id: UUID
    category: str
    level: int


@dataclass(frozen=True)
class SkillRemoved(events.Event):
    engineer_id: UUID
    category: str


@dataclass(frozen=True)
class CertificateRecorded(events.Event):
    enums: ClassVar = {"kind": "certificate"}

    engineer_id: UUID
    kind: str
    valid_to: date


@dataclass(frozen=True)
class CertificateEnded(events.Event):
    """`valid_to`: the last day on which it holds."""

    engineer_id: UUID
    kind: str
    valid_to: date


@dataclass(frozen=True)
class ShiftsPlanned(events.Event):
    engineer_id: UUID
    first: date
    last: date
    days: int


@dataclass(frozen=True)
class ShiftsTaken(events.Event):
    """Days off where shifts stood."""

    engineer_id: UUID
    first: date
    last: date
    days: int


@dataclass(frozen=True)
class AbsenceBooked(events.Event):
    engineer_id: UUID
    absence_id: UUID


@dataclass(frozen=True)
class AbsenceCancelled(events.Event):
    engineer_id: UUID
    absence_id: UUID


@dataclass(frozen=True)
class OutletAuthorised(events.Event):
    authorisation_id: UUID
    outlet_id: UUID
    area: str
    category: str
    order_type: str
    rank: int


@dataclass(frozen=True)
class AuthorisationEnded(events.Event):
    authorisation_id: UUID
    valid_to: date


@dataclass(frozen=True)
class ApiKeyCreated(events.Event):
    key_id: UUID
    user_id: UUID
    scopes: list[str]


@dataclass(frozen=True)
class ApiKeyRevoked(events.Event):
    key_id: UUID


@dataclass(frozen=True)
class LoggedIn(events.Event):
    user_id: UUID
    mfa: bool


@dataclass(frozen=True)
class LoggedOut(events.Event):
    user_id: UUID


@dataclass(frozen=True)
class MfaEnabled(events.Event):
    user_id: UUID


@dataclass(frozen=True)
class MfaDisabled(events.Event):
    user_id: UUID
