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
    running = add(use.name, use.who, 1, window)
    return running.started_at + window - clock.real_now() if running.count > allowed else None


@atomic
def add(name: str, who: str, much: int, window: timedelta) -> RateWindow:
    """Count `much` of `name` by `who`; the window that runs now, with it. It starts anew `window` after it began."""
    key = hashlib.sha256(f"{name}\n{who}".encode()).hexdigest()
    now = clock.real_now()
    rows = RateWindow.objects.filter(pk=key)
    if not rows.filter(started_at__gt=now - window).update(count=F("count") + much):
        RateWindow.objects.get_or_create(pk=key, defaults={"started_at": now, "count": 0})
        rows.filter(started_at__lte=now - window).update(started_at=now, count=0)
        rows.update(count=F("count") + much)
    return rows.get()
