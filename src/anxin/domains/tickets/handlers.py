"""What this domain does when it hears of events below it."""

from __future__ import annotations

from anxin.domains.processes.events import CheckSatisfied
from anxin.domains.tickets import services
from anxin.kernel import events


@events.subscribe(CheckSatisfied, name="tickets.solved")
def solved(event: CheckSatisfied, meta: events.EventMeta) -> None:
    """The last work order of a case was closed: its ticket is solved."""
    if event.check == "solved":
        services.solved_by_orders(case_id=meta.case_id)
