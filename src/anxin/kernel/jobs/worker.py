"""Take a job, run it, finish it in the same transaction as its effect.

A worker killed with -9 leaves its job `running` with a lease that ends by itself; whoever claims next
takes it over. The lease token fences the first worker out should it only have been slow.
"""

from __future__ import annotations

import os
import random
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import structlog
from django.db import close_old_connections, connection
from django.db.models import Q, QuerySet

from anxin.kernel import clock
from anxin.kernel.db import atomic
from anxin.kernel.jobs.backend import resolve, wake
from anxin.kernel.jobs.models import CronRow, Job, JobState
from anxin.kernel.jobs.tasks import Cron, JobTask, crons

log = structlog.get_logger(__name__)

LEASE = timedelta(seconds=45)
BACK_OFF = timedelta(seconds=5)
BACK_OFF_CAP = timedelta(minutes=30)
POLL_SECONDS = 0.5
KEEP_DONE = timedelta(days=1)
OPEN = (JobState.WAITING, JobState.RUNNING)


class LeaseLost(Exception):
    """Another worker took the job over; what this one did is rolled back."""


class Worker:
    """Runs the jobs of some queues (none named = all), one at a time."""

    def __init__(self, queues: tuple[str, ...] = (), lease: timedelta = LEASE) -> None:
        self.queues = queues
        self.lease = lease
        self.name = f"{socket.gethostname()}:{os.getpid()}:{threading.get_ident() % 10_000}"

    def run_once(self) -> bool:
        """Run one job that is due; False when there was none."""
        tick()
        job = self.claim()
        if job is None:
            return False
        with self.beating(job):
            self.run(job)
        return True

    def run_forever(self, stop: threading.Event) -> None:
        """Work until `stop` is set; a job begun is finished first."""
        while not stop.is_set():
            close_old_connections()
            if not self._step():
                wake.wait(POLL_SECONDS)
                wake.clear()
        close_old_connections()

    def _step(self) -> bool:
        try:
            return self.run_once()
        except Exception:  # the database may be away for a while; the loop must outlive that
            log.exception("worker.step_failed", worker=self.name)
            return False

    def claim(self) -> Job | None:
        """Take the job that is due longest: one write, seen by all workers."""
        if not self._due().exists():
            return None  # no lock is taken while there is nothing to do
        with atomic():
            rows = self._due().order_by("run_at", "id")
            if connection.features.has_select_for_update_skip_locked:
                rows = rows.select_for_update(skip_locked=True)
            job = rows.first()
            return None if job is None else self._take(job)

    def _due(self) -> QuerySet[Job]:
        free = Q(held_until=None) | Q(held_until__lte=clock.real_now())
        due = Job.objects.filter(free, state__in=OPEN, run_at__lte=clock.now())
        return due.filter(queue__in=self.queues) if self.queues else due

    def _take(self, job: Job) -> Job | None:
        if job.attempts >= job.max_attempts:  # its worker died in the last attempt
            _bury(job, "the worker died")
            return None
        job.state = JobState.RUNNING
        job.attempts += 1
        job.worker, job.lease, job.dedupe_key = self.name, uuid4(), None
        job.held_until = clock.real_now() + self.lease
        job.save(update_fields=["state", "attempts", "worker", "lease", "dedupe_key", "held_until"])
        return job

    def run(self, job: Job) -> None:
        try:
            task = resolve(job.task)
            if task.transaction:
                with atomic():
                    task.call(**job.args)
                    finish(job)
            else:
                task.call(**job.args)
                with atomic():
                    finish(job)
        except LeaseLost:
            log.warning("job.lease_lost", job=str(job.pk), task=job.task)
        except Exception as error:  # any failure of a task is its own, and is stored with it
            log.exception("job.failed", job=str(job.pk), task=job.task, attempt=job.attempts)
            retry(job, error)

    @contextmanager
    def beating(self, job: Job) -> Iterator[None]:
        """Prolong the lease while the job runs longer than a third of it."""
        done = threading.Event()
        beat = threading.Thread(target=self._beat, args=(job.pk, job.lease, done), daemon=True)
        starter = threading.Timer(self.lease.total_seconds() / 3, beat.start)
        starter.daemon = True
        starter.start()
        try:
            yield
        finally:
            starter.cancel()
            done.set()

    def _beat(self, job_id: UUID, lease: UUID, done: threading.Event) -> None:
        while not done.is_set():
            with atomic():
                prolong(job_id, lease, clock.real_now() + self.lease)
            done.wait(self.lease.total_seconds() / 3)
        connection.close()


def prolong(job_id: UUID, lease: UUID, until: datetime) -> bool:
    """Move the end of a lease that is still ours."""
    held = Job.objects.filter(pk=job_id, lease=lease, state=JobState.RUNNING)
    return held.update(held_until=until) == 1


def finish(job: Job) -> None:
    """Mark the job done inside the transaction of its effect; LeaseLost rolls that effect back."""
    held = Job.objects.filter(pk=job.pk, lease=job.lease, state=JobState.RUNNING)
    if not held.update(state=JobState.DONE, held_until=None, finished_at=clock.real_now()):
        raise LeaseLost(job.pk)


def retry(job: Job, error: Exception) -> None:
    """Give the job back with a growing pause, or bury it after its last attempt."""
    with atomic():
        mine = Job.objects.filter(pk=job.pk, lease=job.lease, state=JobState.RUNNING)
        if not mine.exists():
            return
        if job.attempts >= job.max_attempts:
            _bury(job, place_of(error))
            return
        until = clock.real_now() + back_off(job.attempts)
        mine.update(state=JobState.WAITING, held_until=until, lease=None, error=place_of(error))


def _bury(job: Job, error: str) -> None:
    Job.objects.filter(pk=job.pk).update(
        state=JobState.DEAD, error=error, held_until=None, lease=None, finished_at=clock.real_now()
    )


def back_off(attempts: int) -> timedelta:
    """5 s, 20 s, 80 s … half an hour, each up to a fifth longer so that a crowd does not return at once."""
    pause = min(BACK_OFF.total_seconds() * 4 ** (attempts - 1), BACK_OFF_CAP.total_seconds())
    return timedelta(seconds=pause * random.uniform(1.0, 1.2))


def place_of(error: BaseException) -> str:
    """Class and line of an exception; its text may quote what a customer wrote and is not kept."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    if trace is None:
        return kind
    return f"{kind} at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"[:300]


def tick() -> None:
    """Enqueue the repeated tasks that are due; of several workers one wins the row."""
    now = clock.now()
    known = dict(CronRow.objects.values_list("name", "next_at"))
    for cron in crons():
        if cron.name not in known or known[cron.name] <= now:
            _start(cron, known.get(cron.name), now)


def _start(cron: Cron, seen: datetime | None, now: datetime) -> None:
    with atomic():
        if _moved(cron, seen, now) and not _unfinished(cron.task):
            cron.task.enqueue(dedupe_key=f"cron:{cron.name}")


def _moved(cron: Cron, seen: datetime | None, now: datetime) -> bool:
    row = CronRow(name=cron.name, next_at=now + cron.every)
    if seen is None:
        CronRow.objects.bulk_create([row], ignore_conflicts=True)
        return True  # two first workers may both enqueue; the dedupe key leaves one job
    return CronRow.objects.filter(name=cron.name, next_at=seen).update(next_at=row.next_at) == 1


def _unfinished(task: JobTask[[], None]) -> bool:
    return Job.objects.filter(task=task.module_path, state__in=OPEN).exists()


def purge() -> int:
    """Delete jobs done a day ago. The dead stay until a person has looked, but for repeated tasks: their next run
    did what they left."""
    old = Job.objects.filter(finished_at__lt=clock.real_now() - KEEP_DONE)
    repeated = {cron.task.module_path for cron in crons()}
    return old.filter(Q(state=JobState.DONE) | Q(state=JobState.DEAD, task__in=repeated)).delete()[0]
