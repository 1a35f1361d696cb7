"""Giving and ending access that follows work."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from anxin.kernel import clock
from anxin.kernel.authz.models import Grant
from anxin.kernel.i18n import Reason


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
