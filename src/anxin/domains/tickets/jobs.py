"""What the clock on the wall starts."""

from __future__ import annotations

from datetime import timedelta

from anxin.domains.tickets import services
from anxin.kernel import jobs


@jobs.cron("tickets.archive", every=timedelta(seconds=60), transaction=False)
def archive() -> None:
    services.archive_due()
