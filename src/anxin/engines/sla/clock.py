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


def evaluate(facts: ClockFacts, rules: ClockRules, timelines: Timelines, now: int) -> ClockState:
    """Replay the facts of one clock and read it at `now`. `timelines`: calendar key → timeline.

    Raises KeyError for a promise on an unknown calendar, NeverOpen for one that cannot run out.
    """
    course = replay(facts, rules)
    promises = candidates(facts.promises, facts.clock, facts.facts)
    if course.started_at is None or not promises:
        return ClockState(facts.clock, _phase(course, None, now), course)
    tracks = _tracks(promises, timelines, course.started_at, course.gaps)
    verdicts = contest([Offer(promise, _due(promise, tracks)) for promise in promises])
    reading = _read(verdicts[0], course, tracks, timelines, rules.ladder.get(facts.clock, ()), now)
    timeline = timelines.get(verdicts[0].promise.calendar)
    return ClockState(facts.clock, _phase(course, timeline, now), course, verdicts, reading)


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


def _read(
    verdict: Verdict,
    course: Course,
    tracks: Mapping[str, Track],
    timelines: Timelines,
    steps: tuple[Step, ...],
    now: int,
) -> Reading:
    promise, due, start = verdict.promise, verdict.due, course.started_at
    assert due is not None and start is not None, "a promise binds only a started clock"
    end, agreed = _end(course, now), course.agreed_due
    track = tracks.get(promise.calendar) if promise.budget is not None else None
    original = if_resumed = due
    if course.gaps:
        original = _due(promise, _tracks([promise], timelines, start, ()))
        resumed = union(ended_now(course.holds, now))
        if resumed != course.gaps:
            if_resumed = _due(promise, _tracks([promise], timelines, start, resumed))
    return Reading(
        original_due=original,
        due=due,
        due_if_resumed=if_resumed,
        used=track.counted(end) if track else _on_wall(start, end, course.gaps),
        allowed=promise.budget,
        kept=_kept(course, end > due),
        kept_agreed=None if agreed is None else _kept(course, end > agreed),
        ladder=_ladder(steps, promise, track if agreed is None else None, start, agreed or due, end),
        unsure_years=tuple(timelines[promise.calendar].unsure_years(start, due)) if track else (),
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
    steps: tuple[Step, ...], promise: Promise, track: Track | None, start: int, target: int, end: int
) -> tuple[Rung, ...]:
    """Steps at their instants: on the promise's calendar, or on the wall clock toward a fixed instant.

    A step whose lead is longer than the time allowed would fire at the very start, so it does not exist.
    """
    budget = promise.budget if track and promise.budget is not None else target - start
    rungs = []
    for step in steps:
        seconds = budget * step.percent // 100 + step.after
        if seconds > 0:
            at = track.instant(seconds) if track else start + seconds
            rungs.append(Rung(step.key, at, at <= end))
    return tuple(rungs)
