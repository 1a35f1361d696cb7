"""What this domain does when it hears of something below."""

from __future__ import annotations

from anxin.domains.customers.events import CustomerErased
from anxin.kernel import events

from . import services


@events.subscribe(CustomerErased, name="assets.forget_rooms")
def forget_rooms(event: CustomerErased, meta: events.EventMeta) -> None:
    services.forget_rooms(event.household_ids)
