"""Reading the desks: who is there, how loaded, what waits where."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet, Sum

from anxin.domains.people import public as people
from anxin.kernel import authz, clock, policies
from anxin.kernel.actor import Actor
from anxin.kernel.statements import prepared

from .models import Capacity, Presence, Queue, QueueEntry, Routing
from .rules import Candidate, Claim, DeskPolicy, Piece, Turn
from .rules import turns as in_order


@dataclass(frozen=True, slots=True)
class Desk:
    """A person's own desk. `by_kind` holds units in use of each kind."""

    state: str
    since: datetime | None
    load: int
    limit: int
    by_kind: dict[str, int]


@dataclass(frozen=True, slots=True)
class QueueCard:
    """A queue with what waits in it; `oldest` None when empty."""

    id: UUID
    code: str
    name_zh: str
    name_en: str
    waiting: int
    oldest: datetime | None


def routings_of(actor: Actor, object_id: UUID) -> list[Routing]:
    """Why a piece of work went where it went. Raises NotFound for a piece the actor may not see."""
    rows = list(Routing.objects.filter(entry__object_id=object_id).select_related("entry", "user"))
    for kind in {row.entry.kind for row in rows} or {""}:
        authz.may_see(actor, kind, object_id)
    return rows


def desk_of(user_id: UUID) -> Desk:
    """State, load and capacity of one person."""
    row = Presence.objects.filter(pk=user_id).first()
    return Desk(
        state=state_of(row),
        since=row.since if row else None,
        load=sum(_loads([user_id]).get(user_id, {}).values()),
        limit=_limits([user_id]).get((user_id, ""), policies.current(DeskPolicy).capacity),
        by_kind=_loads([user_id]).get(user_id, {}),
    )


def state_of(row: Presence | None) -> str:
    """The state that counts: who gave no sign of life for a while is offline."""
    if row is None:
        return Presence.State.OFFLINE
    silence = timedelta(seconds=policies.current(DeskPolicy).offline_after_seconds)
    return row.state if clock.now() - row.seen_at <= silence else Presence.State.OFFLINE


def queues_for(actor: Actor) -> list[QueueCard]:
    """The queues of the actor's own roles, at or above the own place and below it, with how much waits."""
    reached = Q(pk=None)
    for a in actor.assignments:
        reached |= Q(role=a.role, org_id__in=[*_around(a.org_id), *a.org_ids])
    rows = Queue.objects.filter(reached, active=True).annotate(
        waiting=Count("entries", filter=Q(entries__ended_at=None, entries__user=None)),
        oldest=Min("entries__entered_at", filter=Q(entries__ended_at=None, entries__user=None)),
    )
    return [QueueCard(q.id, q.code, q.name_zh, q.name_en, q.waiting, q.oldest) for q in rows]


def turns(actor: Actor, *, kind: str, claims: Mapping[UUID, Claim]) -> list[Turn]:
    """Of the claimed work what waits in the actor's queues or lies with the actor, in the order to do it, with why."""
    row = Presence.objects.filter(pk=actor.id).first()
    reachable = Q(user=None, queue_id__in=[queue.id for queue in queues_for(actor)]) | Q(user_id=actor.id)
    entries = QueueEntry.objects.filter(reachable, kind=kind, object_id__in=claims, ended_at=None)
    return in_order(
        [_piece(entry, claims[entry.object_id]) for entry in entries],
        skills=row.skills if row else (),
        languages=row.languages if row else (),
        now=clock.now(),
        policy=policies.current(DeskPolicy),
    )


def _piece(entry: QueueEntry, claim: Claim) -> Piece:
    return Piece(
        object_id=entry.object_id,
        claim=claim,
        entered_at=entry.entered_at,
        urgent=entry.urgent,
        own=entry.user_id is not None,
        skill=entry.needs.get("skill", ""),
        language=entry.needs.get("language", ""),
    )


def _around(org_id: UUID | None) -> list[UUID]:
    return [org.id for org in people.org_path(org_id)] if org_id else []


def queue_names(codes: Collection[str], lang: str) -> dict[str, str]:
    """What queues are called, by code; a code no queue has any more is left out."""
    name = "name_en" if lang == "en" else "name_zh"
    return dict(Queue.objects.filter(code__in=codes).values_list("code", name))


def queue_for(org_id: UUID, *, skill: str = "", language: str = "") -> Queue | None:
    """The queue of the nearest place at or above `org_id` that serves the skill and language."""
    path = [org.id for org in people.org_path(org_id)]
    rows = [q for q in (_queues(path) if path else []) if _serves(q, skill, language)]
    return max(rows, key=lambda q: (path.index(q.org_id), len(q.skills) > 0, -q.position), default=None)


@prepared
def _queues(places: list[UUID]) -> QuerySet[Queue]:
    return Queue.objects.filter(active=True, org_id__in=places)


def _serves(queue: Queue, skill: str, language: str) -> bool:
    return (not queue.skills or not skill or skill in queue.skills) and queue.language in ("", language)


def candidates(queue: Queue, kind: str) -> list[Candidate]:
    """Everybody who might take work of `kind` from the queue."""
    users = people.users_with_role(queue.role, queue.org_id)
    ids = [user.id for user in users]
    presences = {row.user_id: row for row in _presences(ids)} if ids else {}
    loads, limits = _loads(ids), _limits(ids)
    default = policies.current(DeskPolicy).capacity
    found = []
    for user in users:
        row = presences.get(user.id)
        mine = loads.get(user.id, {})
        found.append(
            Candidate(
                user_id=user.id,
                name=user.name,
                state=state_of(row),
                skills=tuple(row.skills) if row else (),
                languages=tuple(row.languages) if row else (),
                load=sum(mine.values()),
                limit=limits.get((user.id, ""), default),
                kind_load=mine.get(kind, 0),
                kind_limit=limits.get((user.id, kind)),
                last_routed_at=row.last_routed_at if row else None,
            )
        )
    return found


@prepared
def _presences(user_ids: list[UUID]) -> QuerySet[Presence]:
    return Presence.objects.filter(user_id__in=user_ids)


def _loads(user_ids: Collection[UUID]) -> dict[UUID, dict[str, int]]:
    rows = (
        QueueEntry.objects.filter(user_id__in=user_ids, ended_at=None)
        .values_list("user_id", "kind")
        .annotate(total=Sum("units"))
    )
    loads: dict[UUID, dict[str, int]] = {}
    for user_id, kind, total in rows:
        if user_id:
            loads.setdefault(user_id, {})[kind] = total
    return loads


def _limits(user_ids: Collection[UUID]) -> dict[tuple[UUID, str], int]:
    rows = Capacity.objects.filter(user_id__in=user_ids)
    return {(row.user_id, row.kind): row.units for row in rows}
