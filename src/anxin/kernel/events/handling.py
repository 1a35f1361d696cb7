"""Subscribers: what upper domains do when they hear of an event.

A handler runs in the worker, in a transaction of its own, in the order of its case; it may run twice and must
have one effect. A failing one is tried again with growing pauses, then set aside as dead, and holds back only
its own case.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

import structlog
from django.db.models import Exists, OuterRef, QuerySet

from anxin.kernel import clock
from anxin.kernel.db import atomic
from anxin.kernel.events.event import Event, load
from anxin.kernel.events.models import Delivery, EventRecord

MAX_ATTEMPTS = 8
_FIRST_PAUSE = timedelta(seconds=2)

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


def deliver_due(*, limit: int = 100) -> int:
    """Hand over up to `limit` owed events; returns how many were tried."""
    tried = 0
    for delivery in _due()[:limit]:
        tried += _deliver(delivery)
    return tried


def _due() -> QuerySet[Delivery]:
    """Owed deliveries with no earlier one of the same subscriber and case still open."""
    pending = Delivery.objects.filter(state=Delivery.State.PENDING)
    earlier = pending.filter(
        subscriber=OuterRef("subscriber"), case_id=OuterRef("case_id"), case_seq__lt=OuterRef("case_seq")
    )
    due = pending.filter(~Exists(earlier), due_at__lte=clock.real_now()).order_by("due_at", "id")
    return due.select_related("event").prefetch_related("event__personal_values")


def _deliver(delivery: Delivery) -> int:
    try:
        with atomic():
            # Marked first: the row's lock keeps another worker out, and a failure takes the mark back.
            mine = Delivery.objects.filter(pk=delivery.pk, state=Delivery.State.PENDING)
            if not mine.update(state=Delivery.State.DONE, error=""):
                return 0
            _handle(delivery)
    except Exception as error:  # noqa: BLE001  # any failure of a handler is recorded, retried and shown
        _postpone(delivery.pk, error)
    return 1


def _handle(delivery: Delivery) -> None:
    row = delivery.event
    personal = {value.field: value.value for value in row.personal_values.all()}
    _handlers[delivery.subscriber](load(row.name, row.version, {**row.payload, **personal}), meta_of(row))


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
