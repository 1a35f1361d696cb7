"""The demo's outbox: what would have been sent. Exists only where the installation says it is a demo."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from ninja import Schema

from anxin.kernel.errors import NotFound
from anxin.kernel.http import Request, Router
from anxin.kernel.outbound.models import OutboundMessage

router = Router(tags=["demo"])
SHOWN = 100


class MessageOut(Schema):
    id: UUID
    channel: str
    recipient: str
    subject: str
    body: str
    purpose: str
    state: str
    reason: str
    created_at: datetime


@router.get("/demo/outbox", verb="public", rate="120/m", response=list[MessageOut])
def outbox(request: Request, recipient: str = "") -> list[OutboundMessage]:
    if not settings.ANXIN.demo:
        raise NotFound
    rows = OutboundMessage.objects.order_by("-created_at", "-id")
    return list((rows.filter(recipient=recipient) if recipient else rows)[:SHOWN])
