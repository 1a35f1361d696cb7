"""Engineers: enrolment, certification, certificates, shifts, absences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid

from ..events import AbsenceBooked, CertificateRecorded, EngineerEnrolled, ShiftsPlanned, SkillCertified
from ..models import Absence, Certificate, Engineer, EngineerSkill, OrgUnit, Shift

LUNCH = (time(12), time(13))


@atomic
def enrol_engineer(
    *,
    actor: Actor,
    user_id: UUID,
    outlet_id: UUID,
    employee_no: str,
    home: tuple[float, float] | None = None,
    travel_mode: str = Engineer.TravelMode.EBIKE,
) -> Engineer:
    """Make a user an engineer of an outlet; `home` is (lng, lat). Raises Invalid for a node that is no outlet,
    Conflict for an employee number in use."""
    if not OrgUnit.objects.filter(pk=outlet_id, kind=OrgUnit.Kind.OUTLET).exists():
        raise Invalid("people.not_an_outlet")
    if Engineer.objects.filter(employee_no=employee_no).exists():
        raise Conflict("people.employee_no_taken", employee_no=employee_no)
    engineer = Engineer.objects.create(
        user_id=user_id,
        outlet_id=outlet_id,
        employee_no=employee_no,
        home_lng=home[0] if home else None,
        home_lat=home[1] if home else None,
        travel_mode=travel_mode,
    )
    _record(actor, user_id, EngineerEnrolled(user_id, outlet_id, employee_no))
    return engineer


@atomic
def certify(*, actor: Actor, engineer_id: UUID, category: str, level: int) -> EngineerSkill:
    """Set the brand's level (1 初级 … 4 专家) for a product category. Raises Invalid for another level."""
    if not 1 <= level <= 4:
        raise Invalid("people.bad_level", level=level)
    skill, _ = EngineerSkill.objects.update_or_create(
        engineer_id=engineer_id, category=category, defaults={"level": level}
    )
    _record(actor, engineer_id, SkillCertified(engineer_id, category, level))
    return skill


@atomic
def add_certificate(
    *,
    actor: Actor,
    engineer_id: UUID,
    kind: str,
    valid_from: date,
    valid_to: date,
    number: str = "",
    checked_at: datetime | None = None,
) -> Certificate:
    """Record a legal certificate, or correct the one of the same start. Raises Invalid for a bad kind or period."""
    if kind not in Certificate.Kind.values or valid_to < valid_from:
        raise Invalid("people.bad_certificate", kind=kind)
    certificate, _ = Certificate.objects.update_or_create(
        engineer_id=engineer_id,
        kind=kind,
        valid_from=valid_from,
        defaults={"valid_to": valid_to, "number": number, "checked_at": checked_at},
    )
    _record(actor, engineer_id, CertificateRecorded(engineer_id, kind, valid_to))
    return certificate


@atomic
def plan_shifts(
    *,
    actor: Actor,
    engineer_id: UUID,
    days: Iterable[date],
    start: time,
    end: time,
    lunch: tuple[time, time] | None = LUNCH,
) -> int:
    """Plan the same hours (of the outlet's place) on several days, replacing what was planned; returns how many."""
    zone = ZoneInfo(Engineer.objects.select_related("outlet").get(pk=engineer_id).outlet.timezone)
    wanted = sorted(set(days))
    if not wanted:
        return 0
    Shift.objects.filter(engineer_id=engineer_id, date__in=wanted).delete()
    Shift.objects.bulk_create(
        Shift(
            engineer_id=engineer_id,
            date=day,
            starts_at=datetime.combine(day, start, zone),
            ends_at=datetime.combine(day, end, zone),
            lunch_starts_at=datetime.combine(day, lunch[0], zone) if lunch else None,
            lunch_ends_at=datetime.combine(day, lunch[1], zone) if lunch else None,
        )
        for day in wanted
    )
    _record(actor, engineer_id, ShiftsPlanned(engineer_id, wanted[0], wanted[-1], len(wanted)))
    return len(wanted)


@atomic
def book_absence(
    *, actor: Actor, engineer_id: UUID, kind: str, starts_at: datetime, ends_at: datetime, note: str = ""
) -> Absence:
    """Take an engineer off for a while. Raises Invalid for a bad kind or period."""
    if kind not in Absence.Kind.values or ends_at <= starts_at:
        raise Invalid("people.bad_absence", kind=kind)
    absence = Absence.objects.create(
        engineer_id=engineer_id, kind=kind, starts_at=starts_at, ends_at=ends_at, note=note
    )
    _record(actor, engineer_id, AbsenceBooked(engineer_id, absence.id))
    return absence


def _record(actor: Actor, engineer_id: UUID, event: events.Event) -> None:
    events.record(event, actor=actor, subject=("user", engineer_id), case_id=engineer_id)
