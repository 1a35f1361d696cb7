"""Pure decisions about areas, quotas, certificates and keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from ipaddress import ip_address, ip_network
from uuid import UUID

from pydantic import Field

from anxin.kernel import policies

MAX_DAYS_PLANNED = 92


@policies.policy("people.crew")
class Crew(policies.Policy):
    """How long before its last day a certificate is a warning."""

    used_in = ("crew",)

    certificate_days: int = Field(default=60, ge=0, le=366)


@dataclass(frozen=True, slots=True)
class AuthorisationLine:
    """One valid line of the authorisation table that covers the order, with today's use of its quota."""

    id: UUID
    outlet_id: UUID
    area: str
    category: str
    order_type: str
    rank: int
    quota: int | None
    used: int

    @property
    def full(self) -> bool:
        return self.quota is not None and self.used >= self.quota

    @property
    def exactness(self) -> tuple[int, bool, bool]:
        """How narrowly the line names the order: street before city, a category before all of them."""
        return (self.area.count("/"), bool(self.category), bool(self.order_type))


def area_prefixes(area: str) -> list[str]:
    """浙江省/杭州市/西湖区 → itself, 浙江省/杭州市, 浙江省."""
    names = area.split("/") if area else []
    return ["/".join(names[:depth]) for depth in range(len(names), 0, -1)]


def best_line_per_outlet(lines: Iterable[AuthorisationLine]) -> list[AuthorisationLine]:
    """The narrowest line of each outlet, best outlet first: with quota left, then main before backup, then
    the narrower area, then the emptier quota."""
    best: dict[UUID, AuthorisationLine] = {}
    for line in sorted(lines, key=lambda line: (line.exactness, -line.rank), reverse=True):
        best.setdefault(line.outlet_id, line)
    return sorted(best.values(), key=_preference)


def _preference(line: AuthorisationLine) -> tuple[bool, int, int, float, UUID]:
    taken = line.used / line.quota if line.quota else 0.0
    return (line.full, line.rank, -line.area.count("/"), taken, line.outlet_id)


def certificate_holds(valid_from: date, valid_to: date, on: date) -> bool:
    """Both days count: a certificate holds on its first and on its last day."""
    return valid_from <= on <= valid_to


def certificate_state(valid_from: date, valid_to: date, on: date, warn_days: int) -> str:
    """`ok`, `soon` (its last day is at most `warn_days` ahead), `expired`, or `later` (not begun)."""
    if valid_to < on:
        return "expired"
    if valid_from > on:
        return "later"
    return "soon" if valid_to <= on + timedelta(days=warn_days) else "ok"


def days_between(first: date, last: date, weekdays: Iterable[int]) -> list[date]:
    """The days from `first` to `last`, both counted, that fall on one of the weekdays (0 Monday … 6 Sunday)."""
    wanted = set(weekdays)
    span = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in span if day.weekday() in wanted]


def address_allowed(address: str, allow_from: Sequence[str]) -> bool:
    """Whether a network address lies in one of the networks; an empty list allows every one."""
    return not allow_from or any(ip_address(address) in ip_network(net, strict=False) for net in allow_from)
