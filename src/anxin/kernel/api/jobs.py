"""Jobs that died: look at them, and have them run again once the cause is mended."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max
from ninja import Schema

from anxin.kernel.http import Page, Request, Router, paginate
from anxin.kernel.i18n import known, t
from anxin.kernel.jobs.dead import cause_of, dead, revive, revive_all
from anxin.kernel.jobs.models import Job

router = Router(tags=["jobs"])


class DeadJob(Schema):
    """`error`: class and place of the exception as recorded, `cause`: the same in words; `died_at` in real time."""

    id: UUID
    task: str
    name: str
    attempts: int
    max_attempts: int
    cause: str
    error: str
    died_at: datetime | None


class DeadKind(Schema):
    """`last_at`: when the last of them died."""

    task: str
    name: str
    count: int
    last_at: datetime | None


class KindIn(Schema):
    task: str


class Revived(Schema):
    revived: int


@router.get("/jobs/dead", verb="job.revive", response=Page[DeadJob])
def dead_jobs(
    request: Request, task: str = "", cursor: str | None = None, limit: int = 50, sort: str = "-died_at"
) -> Page[DeadJob]:
    return paginate(
        request,
        dead(task),
        what="jobs",
        shape=lambda rows: _told(rows, request.actor.lang),
        orders={"died_at": "finished_at"},
        sort=sort,
        cursor=cursor,
        limit=limit,
    )


@router.get("/jobs/dead/kinds", verb="job.revive", response=list[DeadKind])
def dead_kinds(request: Request) -> list[DeadKind]:
    rows = dead().values_list("task").annotate(Count("id"), last=Max("finished_at")).order_by("-last", "task")
    return [
        DeadKind(task=task, name=_name(task, request.actor.lang), count=count, last_at=last)
        for task, count, last in rows
    ]


@router.post("/jobs/dead/revive", verb="job.revive", response=Revived)
def revive_kind(request: Request, wanted: KindIn) -> Revived:
    """All dead jobs of a kind; 404 where there is none."""
    return Revived(revived=revive_all(actor=request.actor, task=wanted.task))


@router.post("/jobs/{uuid:job_id}/revive", verb="job.revive", response=Revived)
def revive_one(request: Request, job_id: UUID) -> Revived:
    """409 where it is not dead any more."""
    revive(actor=request.actor, job_id=job_id)
    return Revived(revived=1)


def _told(rows: Sequence[Job], lang: str) -> list[DeadJob]:
    return [
        DeadJob(
            id=row.pk,
            task=row.task,
            name=_name(row.task, lang),
            attempts=row.attempts,
            max_attempts=row.max_attempts,
            cause=t(f"enum.job_error.{cause_of(row.error)}", lang),
            error=row.error,
            died_at=row.finished_at,
        )
        for row in rows
    ]


def _name(task: str, lang: str) -> str:
    """What a task does; its path, where an earlier version left a job this one does not know."""
    key = f"enum.task.{task}"
    return t(key, lang) if known(key) else task
