"""What fieldwork does when it hears of something below."""

from __future__ import annotations

from anxin.domains.customers.events import CustomerErased
from anxin.domains.fieldwork import forgetting
from anxin.kernel import events


@events.subscribe(CustomerErased, name="fieldwork.forget")
def forget(event: CustomerErased, meta: events.EventMeta) -> None:
    forgetting.forget(event.customer_id)
