"""Jobs that failed in their last attempt: what they were, why they died, and another try for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, NotFound
from anxin.kernel.jobs.backend import wake
from anxin.kernel.jobs.models import Job, JobState


@dataclass(frozen=True)
class JobsRevived(events.Event):
    """Somebody mended the cause and had dead jobs run again; `task`: of which kind, `jobs`: how many."""

    user_id: UUID
    task: str
    jobs: int


def dead(task: str = "") -> QuerySet[Job]:
    """The dead jobs, of one kind if it is named."""
    rows = Job.objects.filter(state=JobState.DEAD)
    return rows.filter(task=task) if task else rows


@atomic
def revive(*, actor: Actor, job_id: UUID) -> None:
    """Give a dead job all its attempts again. Raises NotFound, or Conflict where it is not dead (any more)."""
    job = Job.objects.select_for_update().filter(pk=job_id).first()
    if job is None:
        raise NotFound
    if job.state != JobState.DEAD:
        raise Conflict("error.job_not_dead")
    _revive(actor, job.task, Job.objects.filter(pk=job_id))


@atomic
def revive_all(*, actor: Actor, task: str) -> int:
    """The same for all dead jobs of a kind; returns how many. Raises NotFound where there is none."""
    count = _revive(actor, task, dead(task))
    if not count:
        raise NotFound
    return count


def _revive(actor: Actor, task: str, rows: QuerySet[Job]) -> int:
    assert actor.id is not None, "only people revive jobs"
    count = rows.update(state=JobState.WAITING, attempts=0, held_until=None, finished_at=None)
    if count:
        told = JobsRevived(actor.id, task, count)
        events.record(told, actor=actor, subject=("user", actor.id), case_id=actor.id)
        transaction.on_commit(wake.set)
    return count


#: What the class of an exception says of the cause, for `enum.job_error`; the first that fits.
_CAUSES = (
    (r"the worker died", "died"),
    (r"smtplib\.SMTP(Recipients|Sender)Refused", "refused"),
    (r"(smtplib|ssl|socket|httpx|httpcore)\.|builtins\.(Timeout|Connection|BrokenPipe|OS)", "unreachable"),
    (r"(django\.db(\.utils)?|sqlite3|psycopg\S*)\.", "database"),
    (r"\S*(DoesNotExist|NotFound)\b", "gone"),
    (r"builtins\.(Import|ModuleNotFound)Error", "unknown"),
    (r"anxin\.kernel\.errors\.", "rule"),
)


def cause_of(error: str) -> str:
    """The code in `enum.job_error` for an error as jobs store it; `fault` where nothing better is known."""
    return next((code for pattern, code in _CAUSES if re.match(pattern, error)), "fault")
