"""Counting: an outcome is stored once and moves its day's sum by what it changed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import F

from anxin.domains.people import public as people
from anxin.kernel.db import atomic

from .models import Outcome, Rollup


@dataclass(frozen=True, slots=True)
class Counted:
    """One case's part in a measure. `value` is 0 or 1 for rates; `key` names what was counted."""

    measure: str
    key: str
    value: int
    org_id: UUID
    ticket_id: UUID
    at: datetime
    unit_id: UUID | None = None
    detail: str = ""


@atomic
def count(case: Counted) -> None:
    """Count an outcome, or correct what was counted under the same key."""
    before = Outcome.objects.select_for_update().filter(measure=case.measure, key=case.key).first()
    if before is not None:
        _move(before, case.value - before.value)
        Outcome.objects.filter(pk=before.pk).update(value=case.value, detail=case.detail)
        return
    zone = ZoneInfo(people.org_card(case.org_id).timezone)
    made = Outcome.objects.create(
        measure=case.measure,
        key=case.key,
        value=case.value,
        org_id=case.org_id,
        ticket_id=case.ticket_id,
        day=case.at.astimezone(zone).date(),
        unit_id=case.unit_id,
        detail=case.detail,
    )
    _move(made, made.value, n=1)


@atomic
def undo_first_time_fixes(*, unit_id: UUID, since: datetime, ticket_id: UUID) -> int:
    """A unit failed again: fixes since `since` were none. Returns how many were taken back."""
    rows = Outcome.objects.select_for_update().filter(
        measure="first_time_fix", unit_id=unit_id, value=1, day__gte=since.date()
    )
    undone = 0
    for row in rows.exclude(ticket_id=ticket_id):
        _move(row, -1)
        undone += Outcome.objects.filter(pk=row.pk).update(value=0, detail="repeat")
    return undone


def _move(row: Outcome, by: int, *, n: int = 0) -> None:
    Rollup.objects.get_or_create(measure=row.measure, org_id=row.org_id, day=row.day)
    rows = Rollup.objects.filter(measure=row.measure, org_id=row.org_id, day=row.day)
    rows.update(n=F("n") + n, total=F("total") + by)
