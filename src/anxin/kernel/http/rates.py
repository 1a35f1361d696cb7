"""Rate limits, counted in the database so that every process counts together."""

import hashlib
from datetime import timedelta

from django.db.models import F

from anxin.kernel import clock
from anxin.kernel.db import atomic
from anxin.kernel.errors import TooMany
from anxin.kernel.http.models import RateWindow

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def parse(rate: str) -> tuple[int, timedelta]:
    """`"10/m"` → 10 per minute."""
    number, unit = rate.split("/")
    return int(number), timedelta(seconds=_UNITS[unit])


def spend(name: str, who: str, rate: str) -> None:
    """Count one use of `name` by `who`. Raises TooMany (retry_after in seconds) beyond `rate`."""
    allowed, window = parse(rate)
    key = hashlib.sha256(f"{name}\n{who}".encode()).hexdigest()
    now = clock.real_now()
    with atomic():
        row, _ = RateWindow.objects.get_or_create(pk=key, defaults={"started_at": now, "count": 0})
        if now - row.started_at >= window:
            RateWindow.objects.filter(pk=key).update(started_at=now, count=1)
            return
        RateWindow.objects.filter(pk=key).update(count=F("count") + 1)
    if row.count + 1 > allowed:
        left = row.started_at + window - now
        raise TooMany(retry_after=max(1, int(left.total_seconds())))
