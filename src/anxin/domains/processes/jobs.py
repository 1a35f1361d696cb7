"""What the clock on the wall starts."""

from __future__ import annotations

from datetime import timedelta

from anxin.domains.processes import services
from anxin.kernel import jobs


@jobs.cron("processes.escalate", every=timedelta(seconds=30), transaction=False)
def escalate() -> None:
    services.escalate_due()


@jobs.cron("processes.replay", every=timedelta(seconds=30), transaction=False)
def replay() -> None:
    services.replay_changed()
