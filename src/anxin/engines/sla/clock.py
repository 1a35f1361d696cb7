"""The state of one clock = replay of its facts. Nothing is stored here; ask again after any change of input.

`due` depends on the inputs alone, never on `now`: an open pause holds until its cap. So a stored due time
stays true until an input changes, and nobody has to touch clocks while time passes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from anxin.engines.sla.facts import ClockFacts, ClockRules, Step
from anxin.engines.sla.promises import Offer, Promise, Verdict, candidates, contest
from anxin.engines.sla.replay import Course, ended_now, replay, union
from anxin.engines.sla.timeline import Timeline
from anxin.engines.sla.track import Stretches, Track

Phase = Literal["pending", "running", "off_hours", "paused", "stopped", "cancelled"]
Timelines = Mapping[str, Timeline]


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the ladder at its instant; `fired` once that has come while the clock was alive."""

    key: str
    at: int
    fired: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What the binding promise makes of a started clock. Instants are UTC seconds.

    `original_due`: as if nothing had paused; `due`: with the pauses; `due_if_resumed`: if open pauses
    ended now. `used` and `allowed` are open seconds of the promise's calendar; a fixed instant allows None.
    `kept` judges a stopped clock, or one already late; None = still open. `kept_agreed` likewise for the
    time the customer re-agreed. A clock stopped in its due second is kept.
    """

    original_due: int
    due: int
    due_if_resumed: int
    used: int
    allowed: int | None
    kept: bool | None
    kept_agreed: bool | None
    ladder: tuple[Rung, ...]
    unsure_years: tuple[tuple[int, str], ...]

    @property
    def remaining(self) -> int | None:
        """Open seconds left, negative when overdrawn."""
        return None if self.allowed is None else self.allowed - self.used


@dataclass(frozen=True, slots=True)
class ClockState:
    """One clock at `now`; `verdicts` has the binding promise first; without one there is no `reading`."""

    clock: str
    phase: Phase
    course: Course
    verdicts: tuple[Verdict, ...] = ()
    reading: Reading | None = None

    @property
    def binding(self) -> Promise | None:
        return self.verdicts[0].promise if self.verdicts else None

    @property
    def target(self) -> int | None:
        """The instant to work to and to escalate by: what the customer re-agreed, else the binding due."""
        if self.course.agreed_due is not None:
            return self.course.agreed_due
        return self.reading.due if self.reading else None


@dataclass(frozen=True, slots=True)
class Decided:
    """What the facts alone decide of a clock, whatever the time: its course, its promises (the binding one first),
    its original due time and the steps of its ladder, both as far as a promise binds.

    It may be kept and read again and again for as long as facts, rules and calendars are the same.
    """

    clock: str
    course: Course
    timelines: Timelines
    verdicts: tuple[Verdict, ...] = ()
    track: Track | None = None
    original_due: int = 0
    steps: tuple[tuple[str, int], ...] = ()
    unsure_years: tuple[tuple[int, str], ...] = ()

    def at(self, now: int) -> ClockState:
        """The clock at `now`, UTC seconds."""
        course, verdicts = self.course, self.verdicts
        if not verdicts:
            return ClockState(self.clock, _phase(course, None, now), course)
        timeline = self.timelines.get(verdicts[0].promise.calendar)
        return ClockState(self.clock, _phase(course, timeline, now), course, verdicts, _read(self, now))


def decide(facts: ClockFacts, rules: ClockRules, timelines: Timelines) -> Decided:
    """Replay the facts of one clock. `timelines`: calendar key → timeline.

    Raises KeyError for a promise on an unknown calendar, NeverOpen for one that cannot run out.
    """
    course = replay(facts, rules)
    promises = candidates(facts.promises, facts.clock, facts.facts)
    start = course.started_at
    if start is None or not promises:
        return Decided(facts.clock, course, timelines)
    tracks = _tracks(promises, timelines, start, course.gaps)
    verdicts = contest([Offer(promise, _due(promise, tracks)) for promise in promises])
    promise, due, agreed = verdicts[0].promise, verdicts[0].due, course.agreed_due
    assert due is not None, "what binds has a due time"
    track = tracks.get(promise.calendar) if promise.budget is not None else None
    return Decided(
        clock=facts.clock,
        course=course,
        timelines=timelines,
        verdicts=verdicts,
        track=track,
        original_due=_due(promise, _tracks([promise], timelines, start, ())) if course.gaps else due,
        steps=_ladder(
            rules.ladder.get(facts.clock, ()), promise, track if agreed is None else None, start, agreed or due
        ),
        unsure_years=tuple(timelines[promise.calendar].unsure_years(start, due)) if track else (),
    )


def evaluate(facts: ClockFacts, rules: ClockRules, timelines: Timelines, now: int) -> ClockState:
    """Replay the facts of one clock and read it at `now`: `decide` and `Decided.at` in one."""
    return decide(facts, rules, timelines).at(now)


def _tracks(promises: Iterable[Promise], timelines: Timelines, start: int, gaps: Stretches) -> dict[str, Track]:
    """The clock's axis on each calendar its promises count on."""
    calendars = {promise.calendar for promise in promises if promise.budget is not None}
    return {calendar: Track(timelines[calendar], start, gaps) for calendar in calendars}


def _due(promise: Promise, tracks: Mapping[str, Track]) -> int:
    """A fixed instant stands; a time allowed runs out on its calendar outside the gaps."""
    if promise.due is not None:
        return promise.due
    assert promise.budget is not None, "a promise is one or the other"
    return tracks[promise.calendar].instant(promise.budget)


def _read(decided: Decided, now: int) -> Reading:
    (promise, due), course = (decided.verdicts[0].promise, decided.verdicts[0].due), decided.course
    start, agreed, end = course.started_at, course.agreed_due, _end(course, now)
    assert due is not None and start is not None, "a promise binds only a started clock"
    if_resumed = due
    if course.gaps:
        resumed = union(ended_now(course.holds, now))
        if resumed != course.gaps:
            if_resumed = _due(promise, _tracks([promise], decided.timelines, start, resumed))
    return Reading(
        original_due=decided.original_due,
        due=due,
        due_if_resumed=if_resumed,
        used=decided.track.counted(end) if decided.track else _on_wall(start, end, course.gaps),
        allowed=promise.budget,
        kept=_kept(course, end > due),
        kept_agreed=None if agreed is None else _kept(course, end > agreed),
        ladder=tuple([Rung(key, at, at <= end) for key, at in decided.steps]),
        unsure_years=decided.unsure_years,
    )


def _end(course: Course, now: int) -> int:
    """Until when the clock is read: where it stopped or was cancelled, else now."""
    ends = [at for at in (course.stopped_at, course.cancelled_at) if at is not None]
    return min(ends, default=now)


def _on_wall(start: int, end: int, gaps: Stretches) -> int:
    """Seconds of `[start, end)` in no gap."""
    lost = sum(max(0, min(gap_end, end) - max(gap_start, start)) for gap_start, gap_end in gaps)
    return max(0, end - start) - lost


def _kept(course: Course, late: bool) -> bool | None:
    if late:
        return False
    return True if course.stopped_at is not None else None


def _phase(course: Course, timeline: Timeline | None, now: int) -> Phase:
    if course.stopped_at is not None:
        return "stopped"
    if course.cancelled_at is not None:
        return "cancelled"
    if course.started_at is None:
        return "pending"
    if any(start <= now < end for start, end in course.gaps):
        return "paused"
    return "off_hours" if timeline and not timeline.opened(now, now + 1) else "running"


def _ladder(
    steps: tuple[Step, ...], promise: Promise, track: Track | None, start: int, target: int
) -> tuple[tuple[str, int], ...]:
    """Steps at their instants: on the promise's calendar, or on the wall clock toward a fixed instant.

    A step whose lead is longer than the time allowed would fire at the very start, so it does not exist.
    """
    budget = promise.budget if track and promise.budget is not None else target - start
    leads = [(step.key, budget * step.percent // 100 + step.after) for step in steps]
    return tuple((key, track.instant(lead) if track else start + lead) for key, lead in leads if lead > 0)
