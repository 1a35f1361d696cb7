"""What this domain does when it hears of events below it."""

from anxin.domains.customers.events import CustomerErased
from anxin.domains.fieldwork.events import VisitCompleted
from anxin.domains.tickets.events import TicketReopened, TicketSolved
from anxin.kernel import events, undo
from anxin.kernel.events import EventMeta

from . import jobs, services


@events.subscribe(VisitCompleted, name="feedback.review")
def visit_completed(event: VisitCompleted, meta: EventMeta) -> None:
    services.review_visit(order_id=event.order_id)


@events.subscribe(TicketSolved, name="feedback.ask")
def ticket_solved(event: TicketSolved, meta: EventMeta) -> None:
    """What a person can still undo is asked about only when the minute is over; a closed visit cannot be undone."""
    if meta.actor_id is None:
        services.send_revisit(ticket_id=event.ticket_id)
    else:
        later = meta.occurred_at + undo.WINDOW
        jobs.ask.enqueue(ticket_id=str(event.ticket_id), run_at=later, dedupe_key=f"ask:{meta.id}")


@events.subscribe(TicketReopened, name="feedback.withdraw")
def ticket_reopened(event: TicketReopened, meta: EventMeta) -> None:
    services.drop_revisit(ticket_id=event.ticket_id)


@events.subscribe(CustomerErased, name="feedback.forget")
def customer_erased(event: CustomerErased, meta: EventMeta) -> None:
    services.forget(customer_id=event.customer_id)
