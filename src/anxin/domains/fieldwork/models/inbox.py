"""What engineers' phones send when the network is back."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from anxin.kernel.privacy import Privacy


class Device(models.Model):
    """A phone an engineer enrolled while logged in; only such phones may report what happened offline."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {"label": Privacy.PERSONAL}

    id = models.UUIDField(primary_key=True)
    engineer = models.ForeignKey("people.Engineer", models.CASCADE, related_name="devices")
    label = models.CharField(max_length=80, default="")
    enrolled_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "fieldwork"


class FieldCommand(models.Model):
    """One thing an engineer did, in the order of the phone. Nothing that arrives is thrown away."""

    class Result(models.TextChoices):
        APPLIED = "applied"
        CONFLICT = "conflict"
        EVIDENCE_ONLY = "evidence_only"

    PRIVACY: ClassVar[dict[str, Privacy]] = {
        "kind": Privacy.PLAIN,
        "args": Privacy.PERSONAL,
        "reason": Privacy.PLAIN,
    }

    id = models.UUIDField(primary_key=True, help_text="given by the phone: the same command sent twice is one")
    device = models.ForeignKey(Device, models.PROTECT, related_name="commands")
    seq = models.PositiveIntegerField(help_text="order on the phone")
    visit = models.ForeignKey("fieldwork.Visit", models.PROTECT, related_name="commands")
    kind = models.CharField(max_length=20)
    args = models.JSONField(default=dict)
    done_at = models.DateTimeField(help_text="by the phone, corrected to the house's clock")
    received_at = models.DateTimeField()
    result = models.CharField(max_length=14, choices=Result.choices)
    reason = models.JSONField(null=True)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.UUIDField(null=True)

    class Meta:
        app_label = "fieldwork"
        constraints: ClassVar = [models.UniqueConstraint(fields=["device", "seq"], name="command_seq_once")]
        indexes: ClassVar = [models.Index(fields=["visit", "result"], name="command_by_visit")]
