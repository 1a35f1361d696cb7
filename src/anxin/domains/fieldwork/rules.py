"""Pure decisions of fieldwork: who may go, who should, how far it is, what may follow what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import asin, cos, radians, sin, sqrt
from uuid import UUID

from anxin.kernel.i18n import Reason

Period = tuple[datetime, datetime]

EARTH_KM = 6371.0088
DETOUR = 1.35
"""Road length over straight line in Chinese cities; a router replaces it where there is one."""
SPEED_KMH = {"ebike": 18.0, "car": 24.0, "van": 22.0, "transit": 14.0}
LAW, BRAND = "law", "brand"


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done. Place in degrees, None where the address could not be placed. `window`: when it shall be,
    or else `day` in general. `certificates`: kinds the law asks for."""

    category: str
    level: int
    high_end: bool
    certificates: frozenset[str]
    minutes: int
    day: date
    window: Period | None = None
    lng: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """Time taken already: a visit or a hold, its window, its work and its place."""

    window: Period
    minutes: int
    lng: float | None
    lat: float | None


@dataclass(frozen=True, slots=True)
class Person:
    """An engineer's day. `certificates`: kind → last day it holds. `stops`: visits and holds with a window."""

    id: UUID
    level: int
    certificates: Mapping[str, date]
    shift: Period | None
    away: tuple[Period, ...]
    stops: tuple[Stop, ...]
    visits: int
    travel_mode: str
    lng: float | None
    lat: float | None


@dataclass(frozen=True, slots=True)
class Able:
    """A candidate, best first by `score`: minutes more on the road and of overtime, plus what the day's load costs.

    `travel_min` are the minutes more on the road, None where a place is unknown.
    """

    id: UUID
    score: float
    travel_min: int | None
    load: int
    window: Period | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """The first rule that excludes; `source` law rules cannot be overridden by anybody."""

    id: UUID
    rule: str
    source: str
    reason: Reason

    @property
    def overridable(self) -> bool:
        return self.source == BRAND


def exclusion(job: Job, person: Person, visits_a_day: int) -> Excluded | None:
    """The first hard rule against this person: law before the facts of the day before the brand's own rules."""
    return (
        _certificate(job, person)
        or _absence(job, person)
        or _shift(job, person)
        or _clash(job, person)
        or _level(job, person)
        or _full(person, visits_a_day)
    )


def _certificate(job: Job, person: Person) -> Excluded | None:
    for kind in sorted(job.certificates):
        until = person.certificates.get(kind)
        named = {"certificate": f"enum.certificate.{kind}"}
        if until is None:
            return Excluded(person.id, "certificate", LAW, Reason("order.no_certificate", named))
        if until < job.day:
            expired = {**named, "until": until.isoformat()}
            return Excluded(person.id, "certificate", LAW, Reason("order.certificate_expired", expired))
    return None


def _absence(job: Job, person: Person) -> Excluded | None:
    wanted = job.window or person.shift
    if wanted and any(overlap(wanted, away) and covers(away, wanted, job) for away in person.away):
        return Excluded(person.id, "absence", LAW, Reason("order.absent"))
    return None


def covers(away: Period, wanted: Period, job: Job) -> bool:
    """An absence matters when it touches the window asked for, or leaves no room for the work in the shift."""
    if job.window:
        return True
    before, after = away[0] - wanted[0], wanted[1] - away[1]
    return max(before, after) < timedelta(minutes=job.minutes)


def _shift(job: Job, person: Person) -> Excluded | None:
    if person.shift is None:
        return Excluded(person.id, "shift", BRAND, Reason("order.no_shift"))
    if job.window and not (person.shift[0] <= job.window[0] and job.window[1] <= person.shift[1]):
        return Excluded(person.id, "shift", BRAND, Reason("order.outside_shift"))
    return None


def _clash(job: Job, person: Person) -> Excluded | None:
    """Nobody can be at two places: a law of nature, not overridable either."""
    if job.window and any(overlap(job.window, stop.window) for stop in person.stops):
        return Excluded(person.id, "busy", LAW, Reason("order.busy"))
    return None


def _level(job: Job, person: Person) -> Excluded | None:
    if person.level >= job.level:
        return None
    code = "order.high_end_level" if job.high_end else "order.level_too_low"
    words = {"has": f"enum.level.{person.level}", "needs": f"enum.level.{job.level}"}
    return Excluded(person.id, "level", BRAND, Reason(code, words))


def _full(person: Person, visits_a_day: int) -> Excluded | None:
    if person.visits < visits_a_day:
        return None
    return Excluded(person.id, "load", BRAND, Reason("order.day_full", {"visits": person.visits}))


def overlap(a: Period, b: Period) -> bool:
    """Half-open periods: one may begin when the other ends."""
    return a[0] < b[1] and b[0] < a[1]


def metres(a: tuple[float | None, float | None], b: tuple[float | None, float | None]) -> int | None:
    """Great-circle distance of (lng, lat) in degrees by the haversine formula; None if a place is unknown."""
    if a[0] is None or a[1] is None or b[0] is None or b[1] is None:
        return None
    lng1, lat1, lng2, lat2 = map(radians, (a[0], a[1], b[0], b[1]))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lng2 - lng1) / 2) ** 2
    return round(2000 * EARTH_KM * asin(sqrt(h)))


def travel_minutes(a: tuple[float | None, float | None], b: tuple[float | None, float | None], mode: str) -> int | None:
    """Minutes on the road, at least 3: straight line × detour ÷ speed of the vehicle."""
    away = metres(a, b)
    if away is None:
        return None
    return max(3, round(away / 1000 * DETOUR / SPEED_KMH.get(mode, 18.0) * 60))


NEXT: Mapping[str, frozenset[str]] = {
    "accept": frozenset({"offered"}),
    "return": frozenset({"offered", "accepted", "assigned", "contacted", "agreed", "waiting_part"}),
    "offer": frozenset({"open", "offered"}),
    "assign": frozenset({"accepted", "assigned", "contacted", "agreed", "waiting_part"}),
    "contact": frozenset({"accepted", "assigned", "contacted", "agreed", "on_site", "waiting_part"}),
    "book": frozenset({"offered", "accepted", "assigned", "contacted", "agreed"}),
    "agree": frozenset({"assigned", "contacted", "agreed"}),
    "depart": frozenset({"agreed"}),
    "arrive": frozenset({"agreed", "en_route"}),
    "work": frozenset({"on_site"}),
    "cannot": frozenset({"assigned", "contacted", "agreed", "en_route", "on_site"}),
    "parts_arrived": frozenset({"waiting_part"}),
    "cancel": frozenset(
        {"open", "offered", "accepted", "assigned", "contacted", "agreed", "en_route", "on_site", "waiting_part"}
    ),
    "close": frozenset({"completed"}),
    "reopen": frozenset({"completed", "closed"}),
}
"""Which step is legal in which status of the order."""
