"""The one door to rows."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from anxin.kernel import clock
from anxin.kernel.actor import Actor, ActorKind
from anxin.kernel.authz.models import Grant
from anxin.kernel.authz.reach import Reach, reach
from anxin.kernel.statements import prepared

M = TypeVar("M", bound=Model)
Records = Callable[[UUID], Collection[UUID]]
#: A lookup of Django's and its value.
Branch = tuple[str, Any]

_records: list[Records] = []


def register_customers(records: Records) -> None:
    """Say which records of customers are one person: `records(id)` gives all of them, `id` among them."""
    _records[:] = [records]


def scoped(
    rows: QuerySet[M],
    actor: Actor,
    verb: str,
    *,
    org: str | None = None,
    own: str | None = None,
    granted: str | None = None,
    customer: str | None = None,
) -> QuerySet[M]:
    """The rows of a queryset that `verb` reaches for `actor`.

    `org`, `own`, `customer` name the columns that hold the row's place, its assignee's user id and its customer;
    `granted` is the object type under which grants and an actor's held objects name these rows.
    Each branch uses its own index: with several, their keys are united instead of one long OR.
    """
    return within(rows, branches(actor, verb, org=org, own=own, granted=granted, customer=customer))


def branches(
    actor: Actor,
    verb: str,
    *,
    org: str | None = None,
    own: str | None = None,
    granted: str | None = None,
    customer: str | None = None,
) -> list[Branch] | None:
    """What opens a row: any one of these lookups, each a column and what it may be; None = nothing need."""
    extent = reach(actor, verb)
    if extent.all:
        return None
    return _branches(actor, extent, org=org, own=own, granted=granted, customer=customer)


def within(rows: QuerySet[M], branches: list[Branch] | None) -> QuerySet[M]:
    """The rows that at least one branch opens."""
    if branches is None:
        return rows
    if not branches:
        return rows.none()
    if len(branches) == 1:
        return rows.filter(Q(branches[0]))
    everything = rows.model._default_manager.order_by()
    keys = [everything.filter(Q(branch)).values("pk") for branch in branches]
    return rows.filter(pk__in=keys[0].union(*keys[1:]))


def reaches(
    row: Model,
    actor: Actor,
    verb: str,
    *,
    org: str | None = None,
    own: str | None = None,
    granted: str | None = None,
    customer: str | None = None,
) -> bool:
    """Whether `scoped` with the same columns keeps this row: for a row that was read, and locked, by its key."""
    extent = reach(actor, verb)
    if extent.all or (org and getattr(row, org) in extent.org_ids):
        return True
    if actor.is_staff:
        if extent.own and own and getattr(row, own) == actor.id:
            return True
        return granted is not None and not extent.nothing and bool(_grants(actor, extent, granted, row.pk))
    if not extent.own:
        return False
    if customer and actor.id is not None and actor.kind is not ActorKind.DEVICE:
        return getattr(row, customer) in _records_of(actor.id) or (granted, row.pk) in actor.holds
    return (granted, row.pk) in actor.holds


def _branches(
    actor: Actor,
    extent: Reach,
    *,
    org: str | None,
    own: str | None,
    granted: str | None,
    customer: str | None,
) -> list[Branch]:
    found: list[Branch] = []
    if extent.org_ids and org:
        found.append((f"{org}__in", extent.org_ids))
    if actor.is_staff:
        if extent.own and own:
            found.append((own, actor.id))
        # A desk reaches its places' rows without grants: one look spares it the union of all their keys.
        if granted and not extent.nothing and (not found or _any_granted(actor, extent, granted)):
            found.append(("pk__in", _granted_ids(actor, extent, granted)))
        return found
    if extent.own and customer and actor.id is not None and actor.kind is not ActorKind.DEVICE:
        found.append(_of_person(customer, actor.id))
    held = frozenset(object_id for kind, object_id in actor.holds if kind == granted)
    if extent.own and held:
        found.append(("pk__in", held))
    return found


def _of_person(column: str, customer_id: UUID) -> Branch:
    """Rows of all records merged with the one that logged in."""
    known = _records_of(customer_id)
    return (f"{column}__in", frozenset(known)) if len(known) > 1 else (column, customer_id)


def _records_of(customer_id: UUID) -> Collection[UUID]:
    return _records[0](customer_id) if _records else [customer_id]


def _any_granted(actor: Actor, extent: Reach, object_type: str) -> bool:
    return bool(_first_granted(*_holder(actor, extent), clock.now(), object_type))


def _grants(actor: Actor, extent: Reach, object_type: str, object_id: UUID) -> list[UUID]:
    return _grants_of(*_holder(actor, extent), clock.now(), object_type, object_id)


def _holder(actor: Actor, extent: Reach) -> tuple[UUID, tuple[UUID, ...]]:
    assert actor.id is not None, "staff are somebody"
    # Of no place: nothing is granted to a place of that id.
    return actor.id, tuple(extent.org_ids) or (actor.id,)


@prepared
def _first_granted(user_id: UUID, org_ids: tuple[UUID, ...], now: datetime, object_type: str) -> QuerySet[Grant, UUID]:
    return _alive(user_id, org_ids, now, object_type).values_list("object_id", flat=True)[:1]


@prepared
def _grants_of(
    user_id: UUID, org_ids: tuple[UUID, ...], now: datetime, object_type: str, object_id: UUID
) -> QuerySet[Grant, UUID]:
    rows = _alive(user_id, org_ids, now, object_type).filter(object_id=object_id)
    return rows.values_list("object_id", flat=True)[:1]


def _alive(user_id: UUID, org_ids: tuple[UUID, ...], now: datetime, object_type: str) -> QuerySet[Grant]:
    to, alive = Q(user_id=user_id) | Q(org_id__in=org_ids), Q(until=None) | Q(until__gt=now)
    return Grant.objects.filter(to, alive, object_type=object_type).order_by()


def _granted_ids(actor: Actor, extent: Reach, object_type: str) -> QuerySet[Grant, UUID]:
    to = Q(user_id=actor.id)
    if extent.org_ids:
        to |= Q(org_id__in=extent.org_ids)
    alive = Q(until=None) | Q(until__gt=clock.now())
    return Grant.objects.filter(to, alive, object_type=object_type).values_list("object_id", flat=True)
