"""Work that happens after the request: queued in the business transaction, run with a lease, retried.

@jobs.task(queue="default", max_attempts=5)
def send(message_id: str) -> None: ...

send.enqueue(message_id=str(row.id), dedupe_key=f"send:{row.id}")

@jobs.cron("sla.escalate", every=timedelta(seconds=30))
def escalate() -> None: ...
"""

from anxin.kernel.jobs.tasks import JobTask, cron, crons, task

__all__ = ["JobTask", "cron", "crons", "task"]
