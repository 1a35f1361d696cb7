"""Subscribers: what upper domains do when they hear of an event.

A handler runs in the worker, in the order of its case; it may run twice and must have one effect. What a case is
owed is handed over in one transaction; when that fails, one by one, each in its own, so that a failing handler is
found: it is tried again with growing pauses, then set aside as dead, and holds back only its own case.
"""

import threading
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

import structlog
from django.db import connection
from django.db.models import QuerySet

from anxin.kernel import clock
from anxin.kernel.db import atomic, is_sqlite
from anxin.kernel.events.event import Event, load, personal_fields
from anxin.kernel.events.models import Delivery, EventRecord, PersonalValue
from anxin.kernel.statements import prepared

MAX_ATTEMPTS = 8
_FIRST_PAUSE = timedelta(seconds=2)
#: Deliveries of one transaction: on SQLite nobody else writes meanwhile.
_AT_ONCE = 8

log = structlog.get_logger(__name__)

#: Set after each commit that recorded an event; the embedded worker waits on it.
woken = threading.Event()


@dataclass(frozen=True, slots=True)
class EventMeta:
    """Where and when an event happened, and by whom."""

    id: UUID
    case_id: UUID
    case_seq: int
    subject: tuple[str, UUID]
    actor_kind: str
    actor_id: UUID | None
    occurred_at: datetime


E = TypeVar("E", bound=Event)
Handler = Callable[[E, EventMeta], None]

_handlers: dict[str, Callable[[Event, EventMeta], None]] = {}
_subscriptions: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}


def subscribe(
    *events: type[Event], name: str, when: Mapping[str, Any] | None = None
) -> Callable[[Handler[E]], Handler[E]]:
    """Register a handler under a lasting `name` (`domain.what_it_does`) for one or more events.

    `when` narrows it to events whose plain fields have these values: others are not even owed.
    """

    def register(handler: Handler[E]) -> Handler[E]:
        if name in _handlers:
            raise ValueError(f"subscriber {name!r} is registered twice")
        _handlers[name] = handler  # type: ignore[assignment]  # delivered only events of its types
        for event in events:
            _subscriptions.setdefault(event.__name__, []).append((name, when or {}))
        return handler

    return register


def subscribers_of(event_name: str, payload: Mapping[str, Any]) -> list[str]:
    """Who is to hear of an event with this payload."""
    return [
        name
        for name, when in _subscriptions.get(event_name, [])
        if all(payload.get(field) == value for field, value in when.items())
    ]


def deliver_due(*, limit: int = 50) -> int:
    """Hand over what the cases of the first `limit` owed events are owed; returns how many were tried."""
    return sum(_deliver(case_id) for case_id in _cases_due(limit))


def _cases_due(limit: int) -> list[UUID]:
    """Cases with an owed delivery that no earlier one of its subscriber, waiting for its next try, holds back."""
    column, now = Delivery._meta.get_field("due_at"), clock.real_now()
    at = column.get_db_prep_value(now, connection)
    with connection.cursor() as cursor:
        cursor.execute(_CASES_DUE, [at, at, limit])
        found = [row[0] for row in cursor.fetchall()]
    return [case if isinstance(case, UUID) else UUID(case) for case in dict.fromkeys(found)]


#: Asked several times a second, so written out: Django takes longer to say it than the database to answer.
_CASES_DUE = """
    SELECT case_id FROM kernel_delivery owed WHERE state = 'pending' AND due_at <= %s AND NOT EXISTS (
        SELECT 1 FROM kernel_delivery held WHERE held.state = 'pending' AND held.due_at > %s
        AND held.case_id = owed.case_id AND held.subscriber = owed.subscriber AND held.case_seq < owed.case_seq
    ) ORDER BY due_at, id LIMIT %s"""


def _deliver(case_id: UUID) -> int:
    """All a case is owed, together; or, where a handler fails, one by one."""
    try:
        return _hand_over(case_id)
    except Exception:  # noqa: BLE001  # whose failure it is shows one by one
        return sum(_deliver_next(case_id) for _ in range(_AT_ONCE))


def _deliver_next(case_id: UUID) -> int:
    first = next(iter(_owed(case_id)), None)
    if first is None:
        return 0
    try:
        return _hand_over(case_id, only=first.id)
    except Exception as error:  # noqa: BLE001  # any failure of a handler is recorded, retried and shown
        _postpone(first.id, error)
    return 1


@atomic
def _hand_over(case_id: UUID, *, only: int | None = None) -> int:
    """Run the handlers of what is owed (or of `only` one delivery); 0 while another worker is at this case."""
    owed = [one for one in _owed(case_id, lock=True) if only in {None, one.id}][:_AT_ONCE]
    personal = _personal([one.event for one in owed if personal_fields(one.event.name)])
    for one in owed:
        _handle(one, personal[one.event.id])
    _done([one.id for one in owed])
    return len(owed)


def _personal(rows: list[EventRecord]) -> Mapping[UUID, dict[str, Any]]:
    """Event → its personal fields, those erased since left out."""
    found: dict[UUID, dict[str, Any]] = defaultdict(dict)
    for value in _values_of([row.id for row in rows]) if rows else ():
        found[value.event_id][value.field] = value.value
    return found


@prepared
def _values_of(events: list[UUID]) -> QuerySet[PersonalValue]:
    return PersonalValue.objects.filter(event_id__in=events)


def _done(deliveries: list[int]) -> None:
    if deliveries:
        places = ", ".join(["%s"] * len(deliveries))
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE kernel_delivery SET state = 'done', error = '' WHERE id IN ({places})", deliveries)  # noqa: S608


def _owed(case_id: UUID, *, lock: bool = False) -> list[Delivery]:
    """A case's due deliveries in order, but of each subscriber none after one that still waits for its next try."""
    rows = _locked(case_id) if lock else _pending(case_id)
    if lock and not is_sqlite() and len(rows) < _pending.count(case_id):
        return []  # another worker holds some of them
    now, held_back, owed = clock.real_now(), set[str](), list[Delivery]()
    for row in rows:
        if row.due_at > now:
            held_back.add(row.subscriber)
        elif row.subscriber not in held_back:
            owed.append(row)
    return owed


@prepared
def _pending(case_id: UUID) -> QuerySet[Delivery]:
    rows = Delivery.objects.filter(case_id=case_id, state=Delivery.State.PENDING)
    return rows.select_related("event").order_by("case_seq", "id")


@prepared
def _locked(case_id: UUID) -> QuerySet[Delivery]:
    rows = Delivery.objects.filter(case_id=case_id, state=Delivery.State.PENDING)
    locked = rows.select_for_update(of=("self",), skip_locked=True)
    return locked.select_related("event").order_by("case_seq", "id")


def _handle(owed: Delivery, personal: Mapping[str, Any]) -> None:
    row = owed.event
    _handlers[owed.subscriber](load(row.name, row.version, {**row.payload, **personal}), meta_of(row))


def meta_of(row: EventRecord) -> EventMeta:
    return EventMeta(
        id=row.id,
        case_id=row.case_id,
        case_seq=row.case_seq,
        subject=(row.subject_type, row.subject_id),
        actor_kind=row.actor_kind,
        actor_id=row.actor_id,
        occurred_at=row.occurred_at,
    )


def _postpone(delivery_id: int, error: Exception) -> None:
    with atomic():
        delivery = Delivery.objects.get(pk=delivery_id)
        delivery.attempts += 1
        delivery.error = f"{type(error).__name__}: {error}"[:2000]
        dead = delivery.attempts >= MAX_ATTEMPTS
        delivery.state = Delivery.State.DEAD if dead else Delivery.State.PENDING
        delivery.due_at = clock.real_now() + _FIRST_PAUSE * 2**delivery.attempts
        delivery.save(update_fields=["attempts", "error", "state", "due_at"])
    log.warning(
        "delivery failed",
        subscriber=delivery.subscriber,
        attempts=delivery.attempts,
        dead=dead,
        exc_info=error,
    )
