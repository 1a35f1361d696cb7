"""Work to people: one router for tickets, chats, calls and tasks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from anxin.kernel import clock, events, policies
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic, store
from anxin.kernel.errors import Invalid
from anxin.kernel.i18n import Reason
from anxin.kernel.statements import prepared, update

from . import selectors
from .events import PresenceChanged
from .models import Capacity, Presence, Queue, QueueEntry, Routing
from .rules import DeskPolicy, Needs, Turn, choose

NO_NEEDS = Needs()


@dataclass(frozen=True, slots=True)
class RouteDecision:
    """Where work went: to a person, or to wait in a queue (`user_id` None). `queue` "" when no queue serves it."""

    user_id: UUID | None
    queue: str
    reasons: tuple[Reason, ...]


@atomic
def set_presence(*, actor: Actor, state: str) -> None:
    """Say what one is ready for; who becomes available is given what waits. Raises Invalid for an unknown state."""
    if state not in Presence.State.values or actor.id is None:
        raise Invalid("desk.unknown_state", field="state")
    now = clock.now()
    before = Presence.objects.filter(pk=actor.id).values_list("state", flat=True).first()
    Presence.objects.update_or_create(
        user_id=actor.id,
        defaults={"state": state, "seen_at": now},
        create_defaults={"state": state, "since": now, "seen_at": now},
    )
    if before != state:
        Presence.objects.filter(pk=actor.id).update(since=now)
        _record_presence(actor, actor.id, state)


def _record_presence(actor: Actor, user_id: UUID, state: str) -> None:
    events.record(PresenceChanged(user_id, state), actor=actor, subject=("user", user_id), case_id=user_id)


def seen(*, actor: Actor) -> None:
    """A sign of life from an open browser."""
    Presence.objects.filter(pk=actor.id).update(seen_at=clock.now())


@atomic
def describe(*, actor: Actor, user_id: UUID, skills: Sequence[str] = (), languages: Sequence[str] = ("zh",)) -> None:
    """What a person can do at the desk: categories (empty = all) and languages."""
    now = clock.now()
    Presence.objects.update_or_create(
        user_id=user_id,
        defaults={"skills": list(skills), "languages": list(languages)},
        create_defaults={
            "skills": list(skills),
            "languages": list(languages),
            "state": Presence.State.OFFLINE,
            "since": now,
            "seen_at": now,
        },
    )


@atomic
def set_capacity(*, actor: Actor, user_id: UUID, units: int, kind: str = "") -> None:
    """How many units a person carries, in all or of one kind."""
    Capacity.objects.update_or_create(user_id=user_id, kind=kind, defaults={"units": units})


@atomic
def route(*, kind: str, object_id: UUID, org_id: UUID, needs: Needs = NO_NEEDS) -> RouteDecision:
    """Give work to the right person of its place, or let it wait; again = routed anew. Stores why."""
    queue = selectors.queue_for(org_id, skill=needs.skill, language=needs.language)
    if queue is None:
        return RouteDecision(None, "", (Reason("desk.no_queue"),))
    entry = _entry(kind, object_id, queue, needs)
    choice = choose(kind, needs, selectors.candidates(queue, kind), policies.current(DeskPolicy))
    if choice.user_id:
        _give(entry, choice.user_id)
    _decided(entry, choice.user_id, choice.reasons)
    return RouteDecision(choice.user_id, queue.code, choice.reasons)


@atomic
def keep(*, actor: Actor, kind: str, object_id: UUID, org_id: UUID, needs: Needs = NO_NEEDS) -> RouteDecision:
    """Who is on the phone with the customer keeps new work: nobody is looked for. Stores why."""
    queue = selectors.queue_for(org_id, skill=needs.skill, language=needs.language)
    if queue is None:
        return RouteDecision(actor.id, "", (Reason("desk.no_queue"),))
    now, reason = clock.now(), Reason("desk.on_the_phone", {"name": actor.name})
    wanted = _wanted(kind, queue, needs)
    entry = store(QueueEntry(kind=kind, object_id=object_id, entered_at=now, user_id=actor.id, taken_at=now, **wanted))
    _decided(entry, actor.id, [reason])
    return RouteDecision(actor.id, queue.code, (reason,))


def _wanted(kind: str, queue: Queue, needs: Needs) -> dict[str, Any]:
    wanted = {"skill": needs.skill, "language": needs.language, "urgent": needs.urgent}
    units = policies.current(DeskPolicy).units.get(kind, 1)
    return {"queue": queue, "needs": wanted, "urgent": needs.urgent, "units": units}


def _entry(kind: str, object_id: UUID, queue: Queue, needs: Needs) -> QueueEntry:
    wanted = _wanted(kind, queue, needs)
    entry = next(iter(_open_entry(kind, object_id)), None)
    if entry is None:
        return store(QueueEntry(kind=kind, object_id=object_id, entered_at=clock.now(), **wanted))
    for name, value in wanted.items():
        setattr(entry, name, value)
    update(entry, *wanted)
    return entry


@prepared
def _open_entry(kind: str, object_id: UUID) -> QuerySet[QueueEntry]:
    return QueueEntry.objects.select_for_update().filter(kind=kind, object_id=object_id, ended_at=None)


def _give(entry: QueueEntry, user_id: UUID) -> None:
    now = clock.now()
    QueueEntry.objects.filter(pk=entry.pk).update(user_id=user_id, taken_at=now)
    Presence.objects.filter(pk=user_id).update(last_routed_at=now)


@atomic
def take(*, actor: Actor, kind: str, object_id: UUID, user_id: UUID) -> None:
    """A person takes (or is given) work, whoever held it: the desk's books follow."""
    now = clock.now()
    QueueEntry.objects.filter(kind=kind, object_id=object_id, ended_at=None).update(user_id=user_id, taken_at=now)


@atomic
def take_turn(*, actor: Actor, kind: str, turn: Turn) -> None:
    """Who asked for the next piece has it. Stores why it was this one."""
    entry = QueueEntry.objects.get(kind=kind, object_id=turn.object_id, ended_at=None)
    assert actor.id is not None, "only a person takes a turn"
    _give(entry, actor.id)
    _decided(entry, actor.id, turn.reasons)


@atomic
def put_back(*, actor: Actor, kind: str, object_id: UUID) -> None:
    """Nobody's work any more: it waits in its queue, with its age, until somebody takes it. Stores who put it there."""
    for entry in QueueEntry.objects.filter(kind=kind, object_id=object_id, ended_at=None):
        QueueEntry.objects.filter(pk=entry.pk).update(user_id=None, taken_at=None)
        _decided(entry, None, [Reason("desk.put_back", {"name": actor.name})])


def _decided(entry: QueueEntry, user_id: UUID | None, reasons: Sequence[Reason]) -> None:
    store(Routing(entry=entry, user_id=user_id, reasons=[r.to_json() for r in reasons], at=clock.now()))


@atomic
def end(*, kind: str, object_id: UUID) -> None:
    """Work is over: it no longer counts as anybody's load."""
    QueueEntry.objects.filter(kind=kind, object_id=object_id, ended_at=None).update(ended_at=clock.now())


@atomic
def resume(*, kind: str, object_id: UUID) -> None:
    """Work was not over after all: it lies again where it lay."""
    last = QueueEntry.objects.filter(kind=kind, object_id=object_id).order_by("-entered_at").first()
    if last is not None:
        QueueEntry.objects.filter(pk=last.pk).update(ended_at=None)
