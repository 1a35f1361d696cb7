"""Places of a daily quota: the last one is given once."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import F, Q

from anxin.kernel.db import atomic

from .models import Authorisation, QuotaUse


@atomic
def take_quota(authorisation_id: UUID, at: datetime) -> bool:
    """Take one place of the outlet's day. False when the quota is used up. Under `at`'s local day."""
    line = Authorisation.objects.select_related("outlet").get(pk=authorisation_id)
    day = at.astimezone(ZoneInfo(line.outlet.timezone)).date()
    QuotaUse.objects.get_or_create(authorisation=line, day=day)
    left = Q() if line.daily_quota is None else Q(used__lt=line.daily_quota)
    rows = QuotaUse.objects.filter(left, authorisation=line, day=day)
    return rows.update(used=F("used") + 1) == 1


@atomic
def give_back_quota(authorisation_id: UUID, at: datetime) -> None:
    """Return a place taken at `at` (the outlet refused, or the order was cancelled)."""
    line = Authorisation.objects.select_related("outlet").get(pk=authorisation_id)
    day = at.astimezone(ZoneInfo(line.outlet.timezone)).date()
    QuotaUse.objects.filter(authorisation=line, day=day, used__gt=0).update(used=F("used") - 1)
