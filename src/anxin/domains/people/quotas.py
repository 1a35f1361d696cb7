"""Places of a daily quota: the last one is given once."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import F, Q, Sum

from anxin.kernel.db import atomic
from anxin.kernel.statements import by_key, follow, insert_all

from .models import Authorisation, QuotaUse


@atomic
def take_quota(authorisation_id: UUID, at: datetime) -> bool:
    """Take one place of the outlet's day. False when the quota is used up. Under `at`'s local day."""
    line = by_key(Authorisation, authorisation_id)
    follow(line, "outlet")
    day = at.astimezone(ZoneInfo(line.outlet.timezone)).date()
    insert_all([QuotaUse(authorisation=line, day=day)], unless_there=True)
    left = Q() if line.daily_quota is None else Q(used__lt=line.daily_quota)
    rows = QuotaUse.objects.filter(left, authorisation=line, day=day)
    return rows.update(used=F("used") + 1) == 1


@atomic
def give_back_quota(authorisation_id: UUID, at: datetime) -> None:
    """Return a place taken at `at` (the outlet refused, or the order was cancelled)."""
    line = Authorisation.objects.select_related("outlet").get(pk=authorisation_id)
    day = at.astimezone(ZoneInfo(line.outlet.timezone)).date()
    QuotaUse.objects.filter(authorisation=line, day=day, used__gt=0).update(used=F("used") - 1)


def quota_of_day(outlet_id: UUID, at: datetime) -> tuple[int, int | None]:
    """Places of the outlet's day taken, and how many its lines give; None where one of them has no limit."""
    lines = list(Authorisation.objects.select_related("outlet").filter(outlet_id=outlet_id))
    if not lines:
        return 0, None
    day = at.astimezone(ZoneInfo(lines[0].outlet.timezone)).date()
    valid = [line for line in lines if line.valid_from <= day and (line.valid_to is None or line.valid_to >= day)]
    used = QuotaUse.objects.filter(authorisation__in=valid, day=day).aggregate(n=Sum("used"))["n"] or 0
    limits = [line.daily_quota for line in valid]
    return used, None if None in limits or not limits else sum(limit for limit in limits if limit is not None)
