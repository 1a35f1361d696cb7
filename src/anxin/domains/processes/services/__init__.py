"""Writes of this domain: one function, one use-case, one transaction."""

from anxin.domains.processes.services.forgetting import forget
from anxin.domains.processes.services.pausing import pause, pause_all, reject_pause, resume, resume_all
from anxin.domains.processes.services.promising import agree, promise
from anxin.domains.processes.services.replaying import change_facts, escalate_due, replay_changed
from anxin.domains.processes.services.returning import take_branch_back
from anxin.domains.processes.services.running import branch, end, satisfy, start_run, take_back

__all__ = [
    "agree",
    "branch",
    "change_facts",
    "end",
    "escalate_due",
    "forget",
    "pause",
    "pause_all",
    "promise",
    "reject_pause",
    "replay_changed",
    "resume",
    "resume_all",
    "satisfy",
    "start_run",
    "take_back",
    "take_branch_back",
]
