from __future__ import annotations

from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class JobState(models.TextChoices):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    DEAD = "dead"


class Job(models.Model):
    """One call of a task that must happen.

    `run_at` is business time (it may be moved in a demo); `held_until` is real time and serves twice:
    as the lease while a worker runs the job, and as the back-off after a failed attempt.
    `dedupe_key` merges calls that still wait; it is cleared when a worker takes the job, so that a wish
    that arrives while the job already runs is not lost.
    """

    PRIVACY: ClassVar[dict[str, Privacy]] = {
        "task": Privacy.PLAIN,
        "queue": Privacy.PLAIN,
        "args": Privacy.PLAIN,  # ids and codes only
        "state": Privacy.PLAIN,
        "dedupe_key": Privacy.PLAIN,
        "worker": Privacy.PLAIN,
        "error": Privacy.PLAIN,  # class and place of the exception, never its text
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    task = models.CharField(max_length=200)
    queue = models.CharField(max_length=40, default="default")
    args = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.WAITING)
    dedupe_key = models.CharField(max_length=200, null=True, unique=True)
    run_at = models.DateTimeField()
    held_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    max_attempts = models.PositiveSmallIntegerField(default=5)
    worker = models.CharField(max_length=80, default="")
    lease = models.UUIDField(null=True)
    error = models.CharField(max_length=300, default="")
    enqueued_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kernel"
        constraints = [models.CheckConstraint(condition=models.Q(max_attempts__gte=1), name="job_attempts")]
        indexes = [
            models.Index(fields=["state", "run_at"], name="job_due"),
            models.Index(fields=["task", "state"], name="job_task"),
        ]


class CronRow(models.Model):
    """When a repeated task is due next; one row per task, shared by all workers."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {"name": Privacy.PLAIN}

    name = models.CharField(max_length=100, primary_key=True)
    next_at = models.DateTimeField()

    class Meta:
        app_label = "kernel"
