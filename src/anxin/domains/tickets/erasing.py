"""A customer asked to be forgotten: what his tickets said, showed and were found by goes."""

from __future__ import annotations

from anxin.domains.customers.events import CustomerErased
from anxin.domains.processes import public as processes
from anxin.domains.tickets.models import Ticket, VideoCall
from anxin.kernel import events, files, links, search
from anxin.kernel.http.idempotency import forget_mentioning


@events.subscribe(CustomerErased, name="tickets.forget")
def forget(event: CustomerErased, meta: events.EventMeta) -> None:
    """Number, product, stages and times stay: they say what was done, not for whom."""
    held = Ticket.objects.filter(customer_id=event.customer_id)
    forget_mentioning(word for row in held.values_list("pk", "number") for word in map(str, row))
    for ticket_id in held.values_list("pk", flat=True):
        search.forget("ticket", ticket_id)
        links.revoke("track", ticket_id)
        for file in files.of_object("ticket", ticket_id):
            files.erase(file.pk)
    held.update(text="", wish="")
    VideoCall.objects.filter(ticket__in=held).update(url="")
    processes.forget(list(held.values_list("case_id", flat=True)))
