from __future__ import annotations

from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class Channel(models.TextChoices):
    SMS = "sms"
    MAIL = "mail"


class OutboundState(models.TextChoices):
    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    WITHHELD = "withheld"  # the recipient has had enough today


class OutboundMessage(models.Model):
    """One message to one person: kept also when it was withheld, so that silence can be explained."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {
        "channel": Privacy.PLAIN,
        "recipient": Privacy.PERSONAL,
        "recipient_hash": Privacy.CONFIDENTIAL,
        "subject": Privacy.PERSONAL,
        "body": Privacy.PERSONAL,
        "purpose": Privacy.PLAIN,
        "about_type": Privacy.PLAIN,
        "state": Privacy.PLAIN,
        "reason": Privacy.PLAIN,
        "provider_id": Privacy.PLAIN,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    recipient = models.CharField(max_length=254)
    recipient_hash = models.CharField(max_length=64)
    subject = models.CharField(max_length=200, default="")
    body = models.TextField()
    purpose = models.CharField(max_length=60)
    about_type = models.CharField(max_length=40, default="")
    about_id = models.UUIDField(null=True)
    verified = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=OutboundState.choices, default=OutboundState.QUEUED)
    reason = models.CharField(max_length=60, default="")
    provider_id = models.CharField(max_length=120, default="")
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kernel"
        indexes = [
            models.Index(fields=["recipient_hash", "created_at"], name="outbound_recipient"),
            models.Index(fields=["about_type", "about_id"], name="outbound_about"),
        ]
