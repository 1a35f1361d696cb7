"""Service clocks: when a promise is due, what time counted, and why. See docs/algorithms/sla.md."""

from anxin.engines.sla.calendar import DAY, Calendar, Holidays, Period, Periods, all_hours
from anxin.engines.sla.clock import ClockState, Decided, Phase, Reading, Rung, decide, evaluate
from anxin.engines.sla.explain import Explanation, Interval, explain
from anxin.engines.sla.facts import (
    Agreement,
    ClockFacts,
    ClockRules,
    Evidence,
    Mark,
    MarkKind,
    Pause,
    PauseRule,
    Step,
)
from anxin.engines.sla.promises import Promise, Verdict
from anxin.engines.sla.replay import Course, Hold, Refusal
from anxin.engines.sla.timeline import NeverOpen, Timeline
from anxin.engines.sla.words import WORDS, say

__all__ = [
    "DAY",
    "WORDS",
    "Agreement",
    "Calendar",
    "ClockFacts",
    "ClockRules",
    "ClockState",
    "Course",
    "Decided",
    "Evidence",
    "Explanation",
    "Hold",
    "Holidays",
    "Interval",
    "Mark",
    "MarkKind",
    "NeverOpen",
    "Pause",
    "PauseRule",
    "Period",
    "Periods",
    "Phase",
    "Promise",
    "Reading",
    "Refusal",
    "Rung",
    "Step",
    "Timeline",
    "Verdict",
    "all_hours",
    "decide",
    "evaluate",
    "explain",
    "say",
]
