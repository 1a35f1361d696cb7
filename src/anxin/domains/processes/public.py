"""What other domains may call."""

from anxin.domains.processes.cards import CaseStanding, ClockCard, PromiseCard, RunCard, StageCard, StepCard
from anxin.domains.processes.explaining import ClockFace, face
from anxin.domains.processes.selectors import (
    clocks_of,
    open_orders,
    promises_of,
    run_card,
    stage_codes,
    stages_of,
    standings,
    standings_of,
    steps_of,
)
from anxin.domains.processes.services import (
    agree,
    branch,
    change_facts,
    end,
    forget,
    pause,
    promise,
    resume,
    satisfy,
    start_run,
    take_back,
)

__all__ = [
    "CaseStanding",
    "ClockCard",
    "ClockFace",
    "PromiseCard",
    "RunCard",
    "StageCard",
    "StepCard",
    "agree",
    "branch",
    "change_facts",
    "clocks_of",
    "end",
    "face",
    "forget",
    "open_orders",
    "pause",
    "promise",
    "promises_of",
    "resume",
    "run_card",
    "satisfy",
    "stage_codes",
    "stages_of",
    "standings",
    "standings_of",
    "start_run",
    "steps_of",
    "take_back",
]
