"""The dispatch problem as immutable data: who can work, what is to be done, and what things cost.

All times and costs are whole numbers. In a product plan they are seconds since an epoch the caller chooses
(local midnight, say); a benchmark reader may use finer ticks, the engine never asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import pairwise

from anxin.engines.dispatch.travel import Pace, Place, Travel

FARTHEST = 1 << 36
"""No time of a plan lies farther from 0: beyond it a time could not be told from "never"."""


@dataclass(frozen=True, slots=True)
class Lunch:
    """A break that starts in [earliest, latest] and may interrupt driving and waiting, never work."""

    earliest: int
    latest: int
    duration: int

    def __post_init__(self) -> None:
        """ValueError for a lunch that cannot be."""
        if not -FARTHEST < self.earliest <= self.latest < FARTHEST or not 0 <= self.duration < FARTHEST:
            raise ValueError(f"no lunch: {self.duration} s from {self.earliest} to {self.latest}")


@dataclass(frozen=True, slots=True)
class Shift:
    """One stretch of work: leave `start` place not before `opens`, be at the end place by `closes` + overtime.

    `on_call` is a priority: the engineer is called out for jobs that urgent or more, and has no other work.
    """

    opens: int
    closes: int
    lunch: Lunch | None = None
    overtime: int = 0
    on_call: int | None = None

    def __post_init__(self) -> None:
        """ValueError for a shift that ends before it begins, or so far away that the clock would run over."""
        if not -FARTHEST < self.opens <= self.closes <= self.closes + self.overtime < FARTHEST:
            raise ValueError(f"no shift: from {self.opens} to {self.closes}, overtime {self.overtime}")


@dataclass(frozen=True, slots=True)
class Engineer:
    """A person with a start and an end place, shifts, skills (code → level) and certificates (code → expiry).

    `holds` are consumable parts on the van (code → count), `tools` are not consumed; where `depot` is given
    the engineer may pass by it once a shift and then has every tool and part.
    `capacity` pairs with `Job.demand`. `week_seconds` and `unpleasant` are what fairness looks back on.
    An absence is a shift that is not there; the on-call rota is shifts with `on_call`.
    """

    id: str
    start: Place
    shifts: tuple[Shift, ...]
    end: Place | None = None
    skills: Mapping[str, int] = field(default_factory=dict)
    certificates: Mapping[str, int] = field(default_factory=dict)
    mode: str = "car"
    holds: Mapping[str, int] = field(default_factory=dict)
    tools: frozenset[str] = frozenset()
    depot: Place | None = None
    capacity: tuple[int, ...] = ()
    visit_cost: int = 0
    week_seconds: int = 0
    unpleasant: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """Work at one place. `windows` bound the start of service (empty = any time); `due` is a soft promise.

    `skills` are minimum levels. `service_at_level` gives seconds by the engineer's level in the first skill.
    `tier`: of the customer, 0 the lowest. `penalty` None = what `Weights.unserved` says for the priority, grown by
    `age_days` and `tier`.
    """

    id: str
    place: Place
    service: int
    windows: tuple[tuple[int, int], ...] = ()
    due: int | None = None
    priority: int = 3
    tier: int = 0
    age_days: int = 0
    skills: Mapping[str, int] = field(default_factory=dict)
    service_at_level: Mapping[int, int] = field(default_factory=dict)
    certificates: frozenset[str] = frozenset()
    parts: Mapping[str, int] = field(default_factory=dict)
    tools: frozenset[str] = frozenset()
    demand: tuple[int, ...] = ()
    preferred: str | None = None
    banned: frozenset[str] = frozenset()
    unpleasant: bool = False
    penalty: int | None = None

    def __post_init__(self) -> None:
        """ValueError for work or a window of negative length, or a negative or endless quantity."""
        quantities = (*self.service_at_level.values(), *self.parts.values(), *self.demand)
        told = (self.service, self.age_days, self.tier, self.penalty or 0, *quantities)
        if min(told) < 0 or max(told) >= FARTHEST:
            raise ValueError(f"job {self.id}: a negative or endless service, age, tier, penalty or quantity")
        if not all(-FARTHEST < lo <= hi < FARTHEST for lo, hi in self.windows):
            raise ValueError(f"job {self.id}: a window that ends before it begins, or never")


@dataclass(frozen=True, slots=True)
class Lock:
    """A person's decision: this job stays with this engineer, and (if given) starts at that second."""

    job: str
    engineer: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """A person's decision: these jobs stay on this shift of this engineer, in this order; others may come between."""

    engineer: str
    jobs: tuple[str, ...]
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """Two jobs whose starts keep a gap: start(second) - start(first) lies in [least, most]; 0, 0 = together.

    Two different engineers do them; `same` = one engineer on two of his shifts (work over days). A job may stand in
    two links, so that three people come together, or work goes on for days, with two people if need be.
    """

    first: str
    second: str
    least: int = 0
    most: int = 0
    same: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """One job in a plan: reached at `arrive`, served from `start` to `end`."""

    job: str
    arrive: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Route:
    """One engineer's shift: leaves at `depart`, is back at `finish`; `restock` = visits made before the
    depot.
    """

    engineer: str
    visits: tuple[Visit, ...]
    depart: int
    finish: int
    lunch_at: int | None = None
    restock: int | None = None
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Weights:
    """Cost per second (travel, duration, overtime, lateness), per visit, or as a step (breach).

    `unserved` is by priority; each day of age adds `age_share` percent and each tier `tier_share`. `moved` is charged
    when a job leaves the engineer named in `Problem.before`, and when it starts in another of its windows than there,
    plus up to `moved_soon` as that start comes nearer. `inaccurate` is charged for every visit and 100 m by which its
    door may lie elsewhere, whoever goes.
    """

    travel: int = 1
    duration: int = 0
    overtime: int = 2
    lateness: int = 1
    breach: int = 1800
    worst_lateness: int = 0
    no_margin: int = 0
    inaccurate: int = 0
    not_preferred: int = 600
    unpleasant: int = 0
    fairness: int = 0
    moved: int = 900
    moved_soon: int = 900
    unserved: Mapping[int, int] = field(default_factory=lambda: {1: 120_000, 2: 36_000, 3: 15_000, 4: 7_200})
    age_share: int = 20
    tier_share: int = 10

    def __post_init__(self) -> None:
        """ValueError for a negative weight: the search drops what costs more, so nothing may pay."""
        numbers = [getattr(self, part.name) for part in fields(self) if part.name != "unserved"]
        if min(*numbers, *self.unserved.values()) < 0 or max(*numbers, *self.unserved.values()) >= FARTHEST:
            raise ValueError("a negative or endless weight")

    def penalty(self, job: Job) -> int:
        """Cost of leaving `job` undone: its own, or the priority's grown by age (20 % a day) and tier (10 % each)."""
        if job.penalty is not None:
            return job.penalty
        base = self.unserved.get(job.priority, min(self.unserved.values(), default=0))
        return base * (100 + self.age_share * job.age_days + self.tier_share * job.tier) // 100


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything the engine may know.

    `begun` holds what has already happened (or can no longer be changed) at `now`: routes with only the
    visits begun, on which the plan continues. `before` is the plan in force (job → engineer and start), for
    stability.
    """

    engineers: tuple[Engineer, ...]
    jobs: tuple[Job, ...]
    travel: Travel
    weights: Weights = Weights()
    locks: tuple[Lock, ...] = ()
    chains: tuple[Chain, ...] = ()
    links: tuple[Link, ...] = ()
    begun: tuple[Route, ...] = ()
    before: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    now: int | None = None
    pace: Pace | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be planned at all, rather than plan something else. Raises ValueError."""
        _unique("engineer", [e.id for e in self.engineers])
        jobs = _unique("job", [j.id for j in self.jobs])
        named = [lock.job for lock in self.locks] + [j for link in self.links for j in (link.first, link.second)]
        chained = [job for chain in self.chains for job in chain.jobs]
        if unknown := sorted({*named, *chained} - jobs):
            raise ValueError(f"locks, chains or links name unknown jobs: {unknown[:3]}")
        linked = _in_rows(self.links)
        if len(chained) != len(set(chained)) or set(chained) & linked:
            raise ValueError("a job can stand in one chain, or in links, only")


def with_helper(job: Job, helper: Job) -> tuple[tuple[Job, Job], Link]:
    """`job` and a second person's part of it, who comes at the same time and may leave sooner."""
    return (job, helper), Link(job.id, helper.id)


def over_days(job: Job, *rest: int, day: int = 86_400) -> tuple[tuple[Job, ...], tuple[Link, ...]]:
    """A job that goes on for `rest[0]`, `rest[1]`, … seconds on later days with the same engineer, within a week each.

    The parts are named `<job>+`, `<job>++`, …; the windows of each are a day later than those of the one before.
    """
    parts = [job]
    for seconds in rest:
        last = parts[-1]
        windows = tuple((lo + day, hi + 7 * day) for lo, hi in last.windows)
        parts.append(replace(last, id=f"{last.id}+", service=seconds, service_at_level={}, windows=windows, due=None))
    links = (Link(a.id, b.id, day // 2, 7 * day, same=True) for a, b in pairwise(parts))
    return tuple(parts), tuple(links)


def _in_rows(links: Iterable[Link]) -> set[str]:
    """The linked jobs. ValueError where one stands in more than two links, or links close a ring."""
    ends: dict[str, str] = {}  # the job at one end of each row of linked jobs → the job at its other end
    seen: set[str] = set()
    for link in links:
        pair = (link.first, link.second)
        if any(job in seen and job not in ends for job in pair):
            raise ValueError(f"{link.first} or {link.second} stands in more than two links")
        far = [ends.pop(job, job) for job in pair]
        if far[0] == link.second or link.first == link.second or link.least > link.most:
            raise ValueError(f"{link.first} and {link.second}: links close a ring, or their gap cannot be kept")
        ends[far[0]], ends[far[1]] = far[1], far[0]
        seen.update(pair)
    return seen


def _unique(kind: str, ids: list[str]) -> set[str]:
    if len(set(ids)) != len(ids):
        raise ValueError(f"{kind} ids are not unique")
    return set(ids)
