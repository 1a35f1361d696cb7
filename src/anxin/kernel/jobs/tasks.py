from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Generic, ParamSpec, TypeVar

from django_tasks.base import Task, TaskResult

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class JobTask(Task[P, T], Generic[P, T]):
    """A task of the `django-tasks` interface with what our own table can do beyond it.

    `transaction=False` is for tasks that talk to the network: nobody waits for a foreign server while
    holding a database lock. Such a task opens its own short transactions and may run twice.
    """

    max_attempts: int = 5
    transaction: bool = True
    dedupe_key: str | None = None

    def enqueue(  # type: ignore[override]  # run_at and dedupe_key stand beside the task's own arguments
        self, *, run_at: datetime | None = None, dedupe_key: str | None = None, **kwargs: object
    ) -> TaskResult[T]:
        """Ask for one call in the running transaction; a call with the same key that still waits is kept."""
        call = replace(self, run_after=run_at, dedupe_key=dedupe_key)
        return call.get_backend().enqueue(call, [], kwargs)


@dataclass(frozen=True)
class Cron:
    name: str
    every: timedelta
    task: JobTask[[], None]


_crons: dict[str, Cron] = {}


def task(
    *, queue: str = "default", max_attempts: int = 5, transaction: bool = True
) -> Callable[[Callable[P, T]], JobTask[P, T]]:
    """Make a module-level function a task; its arguments must be JSON and hold ids, not personal values."""

    def wrap(function: Callable[P, T]) -> JobTask[P, T]:
        return JobTask(func=function, queue_name=queue, max_attempts=max_attempts, transaction=transaction)

    return wrap


def cron(
    name: str, *, every: timedelta, queue: str = "default", transaction: bool = True
) -> Callable[[Callable[[], None]], JobTask[[], None]]:
    """Run the function again and again; a run that is due while the last still runs is left out."""

    def wrap(function: Callable[[], None]) -> JobTask[[], None]:
        made = task(queue=queue, max_attempts=1, transaction=transaction)(function)
        _crons[name] = Cron(name, every, made)
        return made

    return wrap


def crons() -> tuple[Cron, ...]:
    return tuple(_crons.values())
