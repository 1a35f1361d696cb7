"""The catalogue of measures: each defined once, with its unit, its target and where that number comes from."""

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from anxin.kernel import policies


@dataclass(frozen=True, slots=True)
class Measure:
    """`kind`: `rate` = total/n in percent, `count` = n. `higher` tells which way is better."""

    code: str
    kind: str
    higher: bool
    standard: int | None


MEASURES = {
    m.code: m
    for m in (
        Measure("opened", "count", False, None),
        Measure("closed", "count", True, None),
        Measure("clocks_kept", "rate", True, 8),
        Measure("urgent_answered", "rate", True, 5),
        Measure("first_time_fix", "rate", True, 28),
        Measure("csat", "rate", True, 39),
        Measure("reply_rate", "rate", True, None),
        Measure("promises_kept", "rate", True, None),
    )
}
#: What came in and what went out; with the open tickets of now they give the backlog of any day.
FLOWS = ("opened", "closed")


@policies.policy("insight.targets")
class Targets(policies.Policy):
    """Targets in percent, and from how many cases on a rate may be judged."""

    standards: ClassVar = (5, 8, 28, 39, 113)
    used_in: ClassVar = ("report",)
    clocks_kept: float = 95.0
    urgent_answered: float = 90.0
    first_time_fix: float = 95.0
    csat: float = 95.0
    reply_rate: float = 30.0
    promises_kept: float = 95.0
    #: Open tickets of a place from which the backlog is red.
    backlog: int = 50
    minimum_sample: int = 30
    #: A repeat on the same unit within this many days undoes a first-time fix.
    repeat_days: int = 30

    @property
    def repeat_span(self) -> timedelta:
        return timedelta(days=self.repeat_days)
