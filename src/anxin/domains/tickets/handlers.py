"""What this domain does when it hears of events below it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.processes.events import CaseSolved
from anxin.domains.tickets import services
from anxin.domains.tickets.events import TicketOpened
from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.searching import index
from anxin.kernel import events
from anxin.kernel.statements import prepared


@events.subscribe(TicketOpened, name="tickets.index")
def found_by_words(event: TicketOpened, meta: events.EventMeta) -> None:
    """Make a new ticket findable; the customer does not wait for it."""
    index(_named(event.ticket_id)[0])


@prepared
def _named(ticket_id: UUID) -> QuerySet[Ticket]:
    return Ticket.objects.select_related("customer", "unit", "household").filter(pk=ticket_id)


@events.subscribe(CaseSolved, name="tickets.solved")
def solved(event: CaseSolved, meta: events.EventMeta) -> None:
    """The last work order of a case was closed: its ticket is solved."""
    services.solved_by_orders(case_id=meta.case_id)
