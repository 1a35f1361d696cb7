"""Counting: an outcome is stored once and moves its day's sum by what it changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import QuerySet

from anxin.domains.people import public as people
from anxin.kernel.db import atomic
from anxin.kernel.statements import insert_all, prepared

from .models import Outcome, Rollup


@dataclass(frozen=True, slots=True)
class Counted:
    """One case's part in a measure. `value` is 0 or 1 for rates; `key` names what was counted."""

    measure: str
    key: str
    value: int
    org_id: UUID
    ticket_id: UUID
    order_type: str
    at: datetime
    unit_id: UUID | None = None
    detail: str = ""


def count(case: Counted) -> None:
    """Count an outcome, or correct what was counted under the same key."""
    count_all([case])


@atomic
def count_all(cases: Sequence[Counted]) -> None:
    """Count outcomes (of one ticket), or correct what was counted under the same keys, in a few queries."""
    if not cases:
        return
    before = {(row.measure, row.key): row for row in _known([case.key for case in cases])}
    moves: Moves = {}
    for case in cases:
        row = before.get((case.measure, case.key))
        if row is None:
            continue
        if row.value != case.value:
            _add(moves, row, case.value - row.value)
            Outcome.objects.filter(pk=row.pk).update(value=case.value, detail=case.detail)
    zones = people.zones_of({case.org_id for case in cases})
    made = [_outcome(case, zones[case.org_id]) for case in cases if (case.measure, case.key) not in before]
    insert_all(made)
    for row in made:
        _add(moves, row, row.value, n=1)
    _move(moves)


@prepared
def _known(keys: list[str]) -> QuerySet[Outcome]:
    return Outcome.objects.select_for_update().filter(key__in=keys)


def _outcome(case: Counted, zone: ZoneInfo) -> Outcome:
    return Outcome(
        measure=case.measure,
        key=case.key,
        value=case.value,
        org_id=case.org_id,
        ticket_id=case.ticket_id,
        order_type=case.order_type,
        day=case.at.astimezone(zone).date(),
        unit_id=case.unit_id,
        detail=case.detail,
    )


@atomic
def undo_first_time_fixes(*, unit_id: UUID, since: datetime, ticket_id: UUID) -> int:
    """A unit failed again: fixes since `since` were none. Returns how many were taken back."""
    moves: Moves = {}
    undone = _fixes(unit_id, since.date(), ticket_id)
    if not undone:
        return 0
    for row in undone:
        _add(moves, row, -1)
    Outcome.objects.filter(pk__in=[row.pk for row in undone]).update(value=0, detail="repeat")
    _move(moves)
    return len(undone)


@prepared
def _fixes(unit_id: UUID, since: date, ticket_id: UUID) -> QuerySet[Outcome]:
    rows = Outcome.objects.select_for_update().filter(measure="first_time_fix", unit_id=unit_id, value=1)
    return rows.filter(day__gte=since).exclude(ticket_id=ticket_id)


@atomic
def uncount(measure: str, key: str) -> None:
    """What was counted under the key did not hold: it leaves the sums."""
    row = Outcome.objects.select_for_update().filter(measure=measure, key=key).first()
    if row is not None:
        moves: Moves = {}
        _add(moves, row, -row.value, n=-1)
        row.delete()
        _move(moves)


@atomic
def move(*, ticket_id: UUID, measures: Sequence[str], org_id: UUID, order_type: str) -> None:
    """A ticket stands at another place or is of another type: what it counted for goes with it, on its day."""
    moves: Moves = {}
    for row in _counted(ticket_id, list(measures)):
        if (row.org_id, row.order_type) == (org_id, order_type):
            continue
        _add(moves, row, -row.value, n=-1)
        row.org_id, row.order_type = org_id, order_type
        row.save(update_fields=["org", "order_type"])
        _add(moves, row, row.value, n=1)
    _move(moves)


@prepared
def _counted(ticket_id: UUID, measures: list[str]) -> QuerySet[Outcome]:
    return Outcome.objects.select_for_update().filter(ticket_id=ticket_id, measure__in=measures)


#: (measure, place, day, order type) → what its row's n and total change by.
Moves = dict[tuple[str, UUID, date, str], tuple[int, int]]


def _add(moves: Moves, row: Outcome, total: int, *, n: int = 0) -> None:
    key = (row.measure, row.org_id, row.day, row.order_type)
    had = moves.get(key, (0, 0))
    moves[key] = (had[0] + n, had[1] + total)


def _move(moves: Moves) -> None:
    """Change the sums, in one fixed order so that two of these never wait for each other in a circle."""
    rows = [
        Rollup(measure=measure, org_id=org_id, day=day, order_type=order_type, n=n, total=total)
        for (measure, org_id, day, order_type), (n, total) in sorted(moves.items(), key=lambda move: str(move[0]))
    ]
    columns = Rollup._meta.concrete_fields
    values = [c.get_db_prep_save(getattr(row, c.attname), connection) for row in rows for c in columns]
    if rows:
        line = f"({', '.join(['%s'] * len(columns))})"
        with connection.cursor() as cursor:  # adding to what is there: bulk_create can only replace
            cursor.execute(
                f"INSERT INTO insight_rollup ({', '.join(c.attname for c in columns)}) "  # noqa: S608  # our own names
                f"VALUES {', '.join([line] * len(rows))} ON CONFLICT (measure, org_id, day, order_type) DO UPDATE "
                "SET n = insight_rollup.n + excluded.n, total = insight_rollup.total + excluded.total",
                values,
            )
