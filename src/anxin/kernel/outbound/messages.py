from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from anxin.kernel import clock, jobs
from anxin.kernel.db import atomic
from anxin.kernel.errors import Invalid
from anxin.kernel.outbound.models import Channel, OutboundMessage, OutboundState
from anxin.kernel.outbound.providers import provider
from anxin.kernel.statements import insert, prepared

DAY = timedelta(days=1)
PER_DAY_UNVERIFIED = 3
PER_DAY_VERIFIED = 30


def sms(*, to: str, body: str, purpose: str, verified: bool, about: tuple[str, UUID] | None = None) -> OutboundMessage:
    """Send a text message. `verified`: the recipient proved to own the number. `about`: (type, id)."""
    return _queue(OutboundMessage(channel=Channel.SMS, recipient=to, body=body), purpose, verified, about)


def mail(
    *, to: str, subject: str, body: str, purpose: str, verified: bool, about: tuple[str, UUID] | None = None
) -> OutboundMessage:
    """Send a plain text mail. `subject` is the house's own wording, never a customer's."""
    row = OutboundMessage(channel=Channel.MAIL, recipient=to, subject=subject, body=body)
    return _queue(row, purpose, verified, about)


@atomic
def _queue(row: OutboundMessage, purpose: str, verified: bool, about: tuple[str, UUID] | None) -> OutboundMessage:
    for value in (row.recipient, row.subject):
        refuse_line_breaks(value)
    row.purpose, row.verified, row.created_at = purpose, verified, clock.now()
    row.recipient_hash = recipient_hash(row.recipient)
    if about is not None:
        row.about_type, row.about_id = about
    if _had_enough(row):
        row.state, row.reason = OutboundState.WITHHELD, "daily_limit"
    insert(row)
    if row.state == OutboundState.QUEUED:
        send.enqueue(message_id=str(row.pk))
    return row


@atomic
def forget_recipient(recipient: str) -> int:
    """Erase address and words of everything sent to a person; the keyed count stays. Returns how many."""
    sent = OutboundMessage.objects.filter(recipient_hash=recipient_hash(recipient)).exclude(recipient="")
    sent.filter(state=OutboundState.QUEUED).update(state=OutboundState.WITHHELD, reason="erased")
    return sent.update(recipient="", subject="", body="")


def refuse_line_breaks(value: str) -> None:
    """A header value with CR or LF would smuggle in a header of the sender's choice."""
    if "\r" in value or "\n" in value:
        raise Invalid("error.line_break_in_header", field="to")


def recipient_hash(recipient: str) -> str:
    """Keyed, so that the count outlives the erasure of the address but names nobody."""
    key = f"outbound:{settings.SECRET_KEY}".encode()
    return hmac.new(key, recipient.strip().lower().encode(), hashlib.sha256).hexdigest()


def _had_enough(row: OutboundMessage) -> bool:
    today = _sent_since(row.recipient_hash, row.created_at - DAY)
    return len(today) >= (PER_DAY_VERIFIED if row.verified else PER_DAY_UNVERIFIED)


@prepared
def _sent_since(to: str, since: datetime) -> QuerySet[OutboundMessage, UUID]:
    """No more than matter for the limits, whatever else was sent before they were lowered."""
    rows = OutboundMessage.objects.filter(recipient_hash=to, created_at__gt=since)
    return rows.exclude(state=OutboundState.WITHHELD).values_list("id", flat=True)[:PER_DAY_VERIFIED]


@jobs.task(queue="outbound", max_attempts=8, transaction=False)
def send(message_id: str) -> None:
    """Hand one message to its provider; its id goes along, so that a second delivery can be recognised."""
    row = OutboundMessage.objects.get(pk=message_id)
    if row.state != OutboundState.QUEUED:
        return
    provider_id = provider(Channel(row.channel)).send(row)
    with atomic():
        OutboundMessage.objects.filter(pk=row.pk, state=OutboundState.QUEUED).update(
            state=OutboundState.SENT, provider_id=provider_id[:120], sent_at=clock.now()
        )
