"""Two clocks: business time, which a demo or a test may set, and real time, which nobody may.

Business time is `anchor + (real - real_anchor) * rate`, stored in one row, so that every process agrees.
"""

from calendar import monthrange
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from time import monotonic

_REFRESH_SECONDS = 1.0
_frozen: ContextVar[datetime | None] = ContextVar("anxin_frozen_clock", default=None)


@dataclass(frozen=True, slots=True)
class ClockSetting:
    """How business time runs: at `real_anchor` it was `business_anchor`, and it passes `rate` times as fast."""

    real_anchor: datetime
    business_anchor: datetime
    rate: float


_cached: tuple[float, ClockSetting | None] | None = None


def real_now() -> datetime:
    """Real time, UTC, whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


def now() -> datetime:
    """Business time, UTC, whole seconds."""
    frozen = _frozen.get()
    if frozen is not None:
        return frozen
    setting = _setting()
    if setting is None:
        return real_now()
    passed = (datetime.now(UTC) - setting.real_anchor) * setting.rate
    return (setting.business_anchor + passed).replace(microsecond=0)


def rate() -> float:
    """Business seconds per real second."""
    setting = _setting()
    return setting.rate if setting else 1.0


def start_at(business: datetime, *, rate: float = 1.0) -> None:
    """Set business time for every process, from now on running at `rate`."""
    from anxin.kernel.models import BusinessClock

    BusinessClock.objects.update_or_create(
        pk=1, defaults={"real_anchor": real_now(), "business_anchor": business.astimezone(UTC), "rate": rate}
    )
    forget()


def forget() -> None:
    """Drop this process's copy of the setting."""
    global _cached
    _cached = None


@contextmanager
def frozen(at: datetime) -> Iterator[None]:
    """Hold business time at `at` inside the block (tests, and the demo's past)."""
    token = _frozen.set(at.astimezone(UTC).replace(microsecond=0))
    try:
        yield
    finally:
        _frozen.reset(token)


@contextmanager
def later(by: timedelta) -> Iterator[None]:
    """Hold business time `by` after the present inside the block."""
    with frozen(now() + by):
        yield


def months_after(day: date, months: int) -> date:
    """The same day of the month `months` later (or earlier); the month's last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    last = monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def _setting() -> ClockSetting | None:
    global _cached
    if _cached is None or monotonic() - _cached[0] > _REFRESH_SECONDS:
        _cached = (monotonic(), _read())
    return _cached[1]


def _read() -> ClockSetting | None:
    from anxin.kernel.models import BusinessClock

    row = BusinessClock.objects.filter(pk=1).first()
    return ClockSetting(row.real_anchor, row.business_anchor, row.rate) if row else None
