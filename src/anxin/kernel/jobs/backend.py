from __future__ import annotations

import threading
from typing import ClassVar, ParamSpec, TypeVar

from django.db import transaction
from django.db.models import QuerySet
from django.utils.module_loading import import_string
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskResult, TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist
from django_tasks.utils import normalize_json

from anxin.kernel import clock
from anxin.kernel.jobs.models import Job, JobState
from anxin.kernel.jobs.tasks import JobTask
from anxin.kernel.statements import insert, insert_all, prepared

P = ParamSpec("P")
T = TypeVar("T")

wake = threading.Event()
"""Set after a commit that enqueued something, so that a worker in this process need not wait to poll."""

STATUS = {
    JobState.WAITING: TaskResultStatus.READY,
    JobState.RUNNING: TaskResultStatus.RUNNING,
    JobState.DONE: TaskResultStatus.SUCCESSFUL,
    JobState.DEAD: TaskResultStatus.FAILED,
}


class JobBackend(BaseTaskBackend):
    """`django-tasks` over the table `Job`; write `TASKS = {"default": {"BACKEND": this, "QUEUES": []}}`."""

    task_class: ClassVar[type[Task]] = JobTask  # type: ignore[misc,type-arg]
    supports_defer = True
    supports_get_result = True

    def enqueue(self, task: Task[P, T], args: list[object], kwargs: dict[str, object]) -> TaskResult[T]:
        if args:
            raise TypeError(f"{task.name}: name every argument of a task")
        job, created = _insert(task, normalize_json(kwargs))
        if created:
            transaction.on_commit(wake.set)
        return as_result(job, task)

    def get_result(self, result_id: str) -> TaskResult:  # type: ignore[type-arg]
        job = Job.objects.filter(pk=result_id).first()
        if job is None:
            raise TaskResultDoesNotExist(result_id)
        return as_result(job, resolve(job.task))


def _insert(task: Task[P, T], args: dict[str, object]) -> tuple[Job, bool]:
    now = clock.now()
    key = task.dedupe_key if isinstance(task, JobTask) else None
    job = Job(
        task=task.module_path,
        queue=task.queue_name,
        args=args,
        dedupe_key=key,
        run_at=task.run_after or now,
        max_attempts=task.max_attempts if isinstance(task, JobTask) else 1,
        enqueued_at=now,
    )
    if key is None:
        return insert(job), True
    insert_all([job], unless_there=True)
    (kept,) = _waiting(key)
    return kept, kept.pk == job.pk


@prepared
def _waiting(dedupe_key: str) -> QuerySet[Job]:
    return Job.objects.filter(dedupe_key=dedupe_key)


def resolve(path: str) -> JobTask[..., object]:
    """The task of a stored name; a name that is no task is refused, whatever the row says."""
    found = import_string(path)
    if not isinstance(found, JobTask):
        raise TypeError(f"{path} is not a task")
    return found


def as_result(job: Job, task: Task[P, T]) -> TaskResult[T]:
    return TaskResult(
        task=task,
        id=str(job.pk),
        status=STATUS[JobState(job.state)],
        enqueued_at=job.enqueued_at,
        started_at=None,
        last_attempted_at=None,
        finished_at=job.finished_at,
        args=[],
        kwargs=job.args,
        backend="default",
        errors=[],
        worker_ids=[job.worker] if job.worker else [],
    )
