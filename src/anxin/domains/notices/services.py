"""Telling people."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings

from anxin.domains.customers import public as customers
from anxin.kernel import clock, links, outbound
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import NotFound
from anxin.kernel.i18n import Reason, t
from anxin.kernel.statements import insert_all

from . import selectors
from .models import Notice

_LINK_LIVES = timedelta(days=60)


@atomic
def tell(
    user_ids: Collection[UUID | None],
    reason: Reason,
    *,
    about: tuple[str, UUID],
    event_id: UUID,
    urgent: bool = False,
) -> None:
    """Put a line into each colleague's inbox; the same event again tells nobody twice."""
    rows = [
        Notice(
            user_id=user,
            reason=reason.to_json(),
            object_type=about[0],
            object_id=about[1],
            urgent=urgent,
            event_id=event_id,
            at=clock.now(),
        )
        for user in dict.fromkeys(user_ids)
        if user is not None
    ]
    insert_all(rows, unless_there=True)


@atomic
def message(customer_id: UUID, code: str, *, ticket_id: UUID, by_house: bool, path: str = "", **params: Any) -> None:
    """Send a customer a text message in the customer's language, `path` as a link at its end.

    Who has no phone number (or was erased) gets none. What a stranger can set off by typing somebody's number
    (`by_house` false) is held to the low daily limit of unproved numbers; what a colleague's work sets off is not.
    """
    reach = customers.reach_of(customer_id)
    if not reach.phone:
        return
    link = f"{settings.ANXIN.base_url}{path}" if path else ""
    body = t(code, reach.lang, name=reach.name, link=link, **params)
    outbound.sms(
        to=reach.phone, body=body, purpose=code, verified=reach.phone_verified or by_house, about=("ticket", ticket_id)
    )


def tracking_path(ticket_id: UUID) -> str:
    """Where the customer follows the ticket, signed."""
    return f"/t/{links.sign('track', ticket_id, clock.now() + _LINK_LIVES)}"


@atomic
def mark_read(*, actor: Actor, notice_id: UUID) -> None:
    """Raises NotFound for another's notice."""
    if not selectors.visible_to(actor).filter(pk=notice_id).update(read_at=clock.now()):
        raise NotFound


@atomic
def mark_all_read(*, actor: Actor) -> int:
    """Returns how many were unread."""
    return selectors.visible_to(actor).filter(read_at=None).update(read_at=clock.now())
