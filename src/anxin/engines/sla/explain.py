"""Why a clock stands where it stands: every promise considered, every interval, every doubt."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter

from anxin.engines.sla.clock import ClockState, Timelines, evaluate
from anxin.engines.sla.facts import ClockFacts, ClockRules
from anxin.engines.sla.promises import Verdict, passed_over
from anxin.engines.sla.replay import Course, Refusal
from anxin.engines.sla.timeline import Segment, Timeline


@dataclass(frozen=True, slots=True)
class Interval:
    """`[start, end)` counted or not: why (a key of `words.WORDS`), which holiday or reason, which pause."""

    start: int
    end: int
    counted: bool
    code: str
    name: str = ""
    key: str = ""

    @property
    def seconds(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Explanation:
    """The state, all promises of the case with what became of them, and the clock's life cut into intervals.

    The counted intervals add up to `state.reading.used`.
    """

    state: ClockState
    verdicts: tuple[Verdict, ...]
    intervals: tuple[Interval, ...]

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        return self.state.course.refusals


def explain(facts: ClockFacts, rules: ClockRules, timelines: Timelines, now: int) -> Explanation:
    """`evaluate` with its reasons; arguments and errors as there."""
    state = evaluate(facts, rules, timelines, now)
    verdicts = (*state.verdicts, *passed_over(facts.promises, facts.clock, facts.facts))
    if state.course.started_at is None:
        return Explanation(state, verdicts, ())
    calendar = state.binding.calendar if state.binding else ""
    return Explanation(state, verdicts, tuple(_intervals(state.course, timelines.get(calendar), now)))


def _intervals(course: Course, timeline: Timeline | None, now: int) -> Iterator[Interval]:
    """The clock's life cut wherever anything changes, equal neighbours joined."""
    start = course.started_at if course.started_at is not None else now
    end = min((at for at in (course.stopped_at, course.cancelled_at) if at is not None), default=now)
    pieces = (
        _classify(piece, course) for segment in _segments(timeline, start, end) for piece in _cut(segment, course)
    )
    for _, run in groupby(pieces, attrgetter("counted", "code", "name", "key")):
        first, *rest = run
        yield Interval(first.start, (rest or [first])[-1].end, first.counted, first.code, first.name, first.key)


def _segments(timeline: Timeline | None, start: int, end: int) -> Iterator[Segment]:
    if timeline:
        yield from timeline.segments(start, end)
    elif start < end:
        yield Segment(start, end, True, "wall_clock")


def _cut(segment: Segment, course: Course) -> Iterator[Segment]:
    """The segment cut at the borders of holds and refused pauses."""
    borders = {at for hold in course.holds for at in (hold.start, hold.end)}
    borders |= {at for doubt in course.refusals for at in (doubt.at, doubt.until) if at is not None}
    inside = sorted(at for at in borders if segment.start < at < segment.end)
    for start, end in pairwise([segment.start, *inside, segment.end]):
        yield Segment(start, end, segment.open, segment.code, segment.name)


def _classify(piece: Segment, course: Course) -> Interval:
    """A hold explains first, then the calendar, then a refused pause that therefore counts."""
    for hold in course.holds:
        if hold.start <= piece.start < hold.end:
            pause = hold.pause
            name, key = (pause.reason, pause.key) if pause else ("", "")
            return Interval(piece.start, piece.end, False, hold.code, name, key)
    if piece.open:
        for doubt in course.refusals:
            if doubt.code.startswith("pause") and doubt.at <= piece.start < (doubt.until or piece.end):
                return Interval(piece.start, piece.end, True, doubt.code, "", doubt.key)
    return Interval(piece.start, piece.end, piece.open, piece.code, piece.name)
