"""What the kernel keeps for a day and no longer."""

from datetime import timedelta

from anxin.kernel import jobs, undo
from anxin.kernel.http.idempotency import forget_old
from anxin.kernel.jobs.worker import purge


@jobs.cron("kernel.forget_answers", every=timedelta(hours=1))
def forget_answers() -> None:
    """Answers kept for a retry: they hold what the caller was told."""
    forget_old()


@jobs.cron("kernel.forget_undo", every=timedelta(hours=1))
def forget_undo() -> None:
    """What an act could have been taken back to: a plan of shifts keeps those before it."""
    undo.forget_old()


@jobs.cron("kernel.purge_jobs", every=timedelta(hours=1))
def purge_jobs() -> None:
    purge()
