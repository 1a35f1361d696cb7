"""Rate limits, counted in the database so that every process counts together."""

import hashlib
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Use:
    """One use of `name` by `who`, of which `rate` allows so many."""

    name: str
    who: str
    rate: str


def spend(use: Use) -> None:
    """Count a use. Raises TooMany (retry_after in seconds) beyond its rate."""
    if left := count(use):
        raise TooMany(retry_after=max(1, int(left.total_seconds())))


def count(use: Use) -> timedelta | None:
    """Count a use; how long the window still lasts when it was one too many."""
    allowed, window = parse(use.rate)
    key = hashlib.sha256(f"{use.name}\n{use.who}".encode()).hexdigest()
    now = clock.real_now()
    with atomic():
        row, _ = RateWindow.objects.get_or_create(pk=key, defaults={"started_at": now, "count": 0})
        if now - row.started_at >= window:
            RateWindow.objects.filter(pk=key).update(started_at=now, count=1)
            return None
        RateWindow.objects.filter(pk=key).update(count=F("count") + 1)
    return row.started_at + window - now if row.count + 1 > allowed else None
