"""What this domain does when it hears of something below."""

from __future__ import annotations

from django.db.models import Q

from anxin.domains.conversations.models import Message
from anxin.domains.customers.events import CustomerErased
from anxin.kernel import events, files


@events.subscribe(CustomerErased, name="conversations.forget")
def forget(event: CustomerErased, meta: events.EventMeta) -> None:
    """Words of and to the person go, with what was attached; that and when somebody spoke stays."""
    said = Message.objects.filter(Q(thread__customer_id=event.customer_id) | Q(about=event.customer_id))
    for attached in said.exclude(files=[]).values_list("files", flat=True):
        for file_id in attached:
            files.erase(file_id)
    said.update(text="", author_name="", files=[])
