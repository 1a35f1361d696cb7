"""What the clock on the wall starts."""

from datetime import timedelta
from uuid import UUID

from anxin.domains.tickets import public as tickets
from anxin.kernel import clock, jobs

from . import follow_ups, services

#: Statuses of a ticket whose solution stands.
_STANDS = frozenset({"solved", "closed", "archived"})


@jobs.cron("feedback.follow_silent", every=timedelta(minutes=5), transaction=False)
def follow_silent() -> None:
    services.follow_silent()


@jobs.cron("feedback.open_planned", every=timedelta(minutes=5))
def open_planned() -> None:
    follow_ups.open_planned(clock.now())


@jobs.task()
def ask(ticket_id: str) -> None:
    """Ask the customer, unless the solution was undone or did not hold meanwhile."""
    if tickets.context(UUID(ticket_id)).status in _STANDS:
        services.send_revisit(ticket_id=UUID(ticket_id))
