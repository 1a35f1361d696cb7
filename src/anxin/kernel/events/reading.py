"""Reading the ledger, personal values merged in where they are still held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from anxin.kernel.actor import ActorKind
from anxin.kernel.db import write_deferred
from anxin.kernel.events.event import Event, is_commitment
from anxin.kernel.events.models import EventRecord


@dataclass(frozen=True, slots=True)
class RecordedEvent:
    """One event as read. `payload` holds None where a personal value was forgotten (`redacted` names those fields)."""

    id: UUID
    name: str
    case_id: UUID
    case_seq: int
    position: int | None
    subject_type: str
    subject_id: UUID
    actor_kind: str
    actor_id: UUID | None
    on_behalf_of: UUID | None
    assurance: str
    occurred_at: datetime
    recorded_at: datetime
    payload: dict[str, Any]
    redacted: tuple[str, ...]


def happened_to(event: type[Event], *, by: ActorKind | None = None) -> set[UUID]:
    """Ids of the subjects to which an event of this type ever happened (`by` a kind of actor)."""
    rows = EventRecord.objects.filter(name=event.__name__)
    rows = rows.filter(actor_kind=by) if by else rows
    return set(rows.values_list("subject_id", flat=True))


def of_case(case_id: UUID) -> list[RecordedEvent]:
    """All events of a case, in its order; those of the transaction under way too."""
    write_deferred()
    rows = EventRecord.objects.filter(case_id=case_id).order_by("case_seq")
    return told(rows.prefetch_related("personal_values"))


def since(position: int, *, limit: int = 500) -> list[RecordedEvent]:
    """Events after `position`, in ledger order."""
    rows = EventRecord.objects.filter(position__gt=position).order_by("position")[:limit]
    return told(rows.prefetch_related("personal_values"))


def told(rows: Iterable[EventRecord]) -> list[RecordedEvent]:
    """Rows (with `personal_values` prefetched) as recorded events."""
    return [_told(row) for row in rows]


def _told(row: EventRecord) -> RecordedEvent:
    payload = dict(row.payload)
    payload.update({value.field: value.value for value in row.personal_values.all()})
    redacted = tuple(field for field, value in payload.items() if is_commitment(value))
    payload.update(dict.fromkeys(redacted))
    return RecordedEvent(
        id=row.id,
        name=row.name,
        case_id=row.case_id,
        case_seq=row.case_seq,
        position=row.position,
        subject_type=row.subject_type,
        subject_id=row.subject_id,
        actor_kind=row.actor_kind,
        actor_id=row.actor_id,
        on_behalf_of=row.on_behalf_of,
        assurance=row.assurance,
        occurred_at=row.occurred_at,
        recorded_at=row.recorded_at,
        payload=payload,
        redacted=redacted,
    )
