"""Small frozen pictures of people that other domains may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from anxin.kernel.i18n import Reason

from . import rules


@dataclass(frozen=True, slots=True)
class OrgCard:
    id: UUID
    parent_id: UUID | None
    kind: str
    code: str
    name: str
    partner: bool
    own_planning: bool
    lng: float | None
    lat: float | None
    timezone: str


@dataclass(frozen=True, slots=True)
class UserCard:
    id: UUID
    name: str
    lang: str
    active: bool


@dataclass(frozen=True, slots=True)
class CertificateCard:
    kind: str
    valid_from: date
    valid_to: date

    def holds(self, on: date) -> bool:
        return rules.certificate_holds(self.valid_from, self.valid_to, on)


@dataclass(frozen=True, slots=True)
class EngineerCard:
    """`skills`: category code → level 1-4. `home_*` in degrees, where the day's route starts."""

    id: UUID
    name: str
    employee_no: str
    outlet_id: UUID
    outlet_name: str
    travel_mode: str
    home_lng: float | None
    home_lat: float | None
    photo: UUID | None
    skills: Mapping[str, int]
    certificates: tuple[CertificateCard, ...]

    def level(self, category: str) -> int:
        """1-4, or 0 where the engineer is not certified for the category."""
        return self.skills.get(category, 0)

    def certified(self, kind: str, on: date) -> bool:
        return any(c.kind == kind and c.holds(on) for c in self.certificates)


@dataclass(frozen=True, slots=True)
class ShiftCard:
    starts_at: datetime
    ends_at: datetime
    lunch_starts_at: datetime | None
    lunch_ends_at: datetime | None

    @property
    def minutes(self) -> int:
        """Working minutes, lunch taken off."""
        lunch = (
            (self.lunch_ends_at - self.lunch_starts_at).total_seconds()
            if self.lunch_starts_at and self.lunch_ends_at
            else 0.0
        )
        return int(((self.ends_at - self.starts_at).total_seconds() - lunch) // 60)


@dataclass(frozen=True, slots=True)
class AbsenceCard:
    """When, never why: the reason is the engineer's own business."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class CandidateData:
    """All that people know about one engineer's day; a missing shift means a day off."""

    engineer: EngineerCard
    shift: ShiftCard | None
    absences: tuple[AbsenceCard, ...]


@dataclass(frozen=True, slots=True)
class OutletOption:
    """An outlet that may serve the order, with the line that allows it. `full` ones stand last."""

    outlet_id: UUID
    name: str
    partner: bool
    authorisation_id: UUID
    rank: int
    quota: int | None
    used: int
    full: bool
    lng: float | None
    lat: float | None
    reasons: tuple[Reason, ...]
