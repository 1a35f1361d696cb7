"""What the clock on the wall starts."""

from datetime import timedelta

from anxin.kernel import jobs

from . import services


@jobs.cron("feedback.end_unanswered", every=timedelta(minutes=5), transaction=False)
def end_unanswered() -> None:
    services.end_unanswered()
