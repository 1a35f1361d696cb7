"""What the clock on the wall starts."""

from datetime import timedelta

from anxin.kernel import clock, jobs

from . import follow_ups, services


@jobs.cron("feedback.end_unanswered", every=timedelta(minutes=5), transaction=False)
def end_unanswered() -> None:
    services.end_unanswered()


@jobs.cron("feedback.open_planned", every=timedelta(minutes=5))
def open_planned() -> None:
    follow_ups.open_planned(clock.now())
