"""Giving and ending access that follows work."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from anxin.kernel import clock
from anxin.kernel.authz.models import Grant
from anxin.kernel.i18n import Reason
from anxin.kernel.statements import insert_all, prepared, update_all


def grant(
    object_type: str,
    object_id: UUID,
    *,
    because: Reason,
    to_org: UUID | None = None,
    to_user: UUID | None = None,
    until: datetime | None = None,
) -> Grant:
    """Let a place or a user reach one object until a time (None = until revoked). Again = prolonged."""
    made, _ = Grant.objects.update_or_create(
        object_type=object_type,
        object_id=object_id,
        org_id=to_org,
        user_id=to_user,
        defaults={"because": because.to_json(), "given_at": clock.now(), "until": until},
    )
    return made


def grant_all(
    objects: Collection[tuple[str, UUID]],
    *,
    because: Reason,
    to_org: UUID | None = None,
    to_user: UUID | None = None,
) -> None:
    """Let a place or a user reach several objects until revoked, in at most three statements."""
    held = {(row.object_type, row.object_id): row for row in _grants(objects, to_org, to_user)}
    for row in held.values():
        row.because, row.given_at, row.until = because.to_json(), clock.now(), None
    update_all(list(held.values()), "because", "given_at", "until")
    insert_all(
        [
            Grant(
                object_type=kind,
                object_id=object_id,
                org_id=to_org,
                user_id=to_user,
                because=because.to_json(),
                given_at=clock.now(),
            )
            for kind, object_id in objects
            if (kind, object_id) not in held
        ]
    )


def revoke_all(
    objects: Collection[tuple[str, UUID]],
    *,
    to_org: UUID | None = None,
    to_user: UUID | None = None,
    at: datetime | None = None,
) -> int:
    """End access to several objects now, or at a later time; returns how many grants it touched."""
    end = at or clock.now()
    rows = [row for row in _grants(objects, to_org, to_user) if row.until is None or row.until > end]
    for row in rows:
        row.until = end
    update_all(rows, "until")
    return len(rows)


def _grants(objects: Collection[tuple[str, UUID]], to_org: UUID | None, to_user: UUID | None) -> list[Grant]:
    """Every grant of these objects to this place or user, ended ones too."""
    if not objects:
        return []
    found = _grants_to(to_org, to_user, sorted({object_id for _, object_id in objects}))
    return [row for row in found if (row.object_type, row.object_id) in objects]


@prepared
def _grants_to(org_id: UUID | None, user_id: UUID | None, objects: list[UUID]) -> QuerySet[Grant]:
    return Grant.objects.filter(org_id=org_id, user_id=user_id, object_id__in=objects)


def revoke(
    object_type: str,
    object_id: UUID,
    *,
    to_org: UUID | None = None,
    to_user: UUID | None = None,
    at: datetime | None = None,
) -> int:
    """End access now, or at a later time; returns how many grants it touched."""
    end = at or clock.now()
    rows = Grant.objects.filter(object_type=object_type, object_id=object_id, org_id=to_org, user_id=to_user)
    return rows.filter(Q(until=None) | Q(until__gt=end)).update(until=end)
