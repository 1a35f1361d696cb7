"""What happened to one clock, as people and systems recorded it, and the rules by which it is believed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from anxin.engines.sla.promises import Promise


class MarkKind(StrEnum):
    STARTED = "started"
    STOPPED = "stopped"
    REOPENED = "reopened"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A kind the rules can ask for ("call_reached", "part_order", "customer_reply") and where to find it."""

    kind: str
    ref: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Starts, stops, reopens or cancels the clock. A second start changes nothing: 改派 resets nothing."""

    kind: MarkKind
    at: int
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Pause:
    """Somebody says the clock must wait from `start` until `end` (still open: None)."""

    key: str
    reason: str
    start: int
    end: int | None
    author: str
    evidence: tuple[Evidence, ...] = ()
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """The customer agreed to another time (改约): made at `at`, due by `due`."""

    key: str
    at: int
    due: int
    author: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """All inputs of one clock. `facts` are what promises match: tier, urgency, channel, order type …"""

    clock: str
    marks: tuple[Mark, ...]
    promises: tuple[Promise, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    pauses: tuple[Pause, ...] = ()
    agreements: tuple[Agreement, ...] = ()


@dataclass(frozen=True, slots=True)
class PauseRule:
    """What a reason may hold: which clocks, seconds per pause (`cap`) and clock (`total`), what evidence."""

    reason: str
    clocks: frozenset[str]
    cap: int
    total: int
    evidence: frozenset[str]

    def __post_init__(self) -> None:
        if not 0 < self.cap <= self.total or not self.evidence:
            raise ValueError(f"pause reason {self.reason} needs a cap, a total not below it, and evidence")


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of the ladder: when `percent` of the time allowed is used, plus `after` seconds (±)."""

    key: str
    percent: int = 100
    after: int = 0


@dataclass(frozen=True, slots=True)
class ClockRules:
    """How facts are believed, and the ladder. `stop_evidence`: clocks that only such evidence can stop."""

    pauses: Mapping[str, PauseRule] = field(default_factory=dict)
    stop_evidence: Mapping[str, frozenset[str]] = field(default_factory=dict)
    agreement_evidence: frozenset[str] = frozenset()
    ladder: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)


def shows(evidence: tuple[Evidence, ...], wanted: frozenset[str]) -> bool:
    return any(item.kind in wanted and item.ref for item in evidence)
