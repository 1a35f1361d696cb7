"""What proves that the work was done, and done well."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class ChecklistItem(models.Model):
    """A line of the checklist as it stood when the visit was assigned; later versions do not change it."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {"code": Privacy.PLAIN}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    visit = models.ForeignKey("fieldwork.Visit", models.CASCADE, related_name="checklist")
    code = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    required = models.BooleanField(default=True)
    needs_photo = models.BooleanField(default=False)
    done_at = models.DateTimeField(null=True)
    evidence = models.ForeignKey("fieldwork.Evidence", models.SET_NULL, null=True, related_name="+")

    class Meta:
        app_label = "fieldwork"
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["visit", "code"], name="checklist_once")]


class Evidence(models.Model):
    """A photo (or other file) of a visit; its hash tells whether the same picture was handed in before."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {"kind": Privacy.PLAIN, "sha256": Privacy.PLAIN}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    visit = models.ForeignKey("fieldwork.Visit", models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=24)
    file_id = models.UUIDField()
    sha256 = models.CharField(max_length=64, db_index=True)
    lng = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    taken_at = models.DateTimeField()

    class Meta:
        app_label = "fieldwork"
        ordering: ClassVar = ["taken_at", "id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["visit", "file_id"], name="evidence_once")]


class PartLine(models.Model):
    """A part used, as the catalogue names and prices it on that day (CNY)."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {"code": Privacy.PLAIN}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    visit = models.ForeignKey("fieldwork.Visit", models.CASCADE, related_name="parts")
    code = models.CharField(max_length=40)
    quantity = models.PositiveSmallIntegerField()
    price = models.DecimalField(max_digits=10, decimal_places=2)

    class Meta:
        app_label = "fieldwork"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["visit", "code"], name="part_line_once"),
            models.CheckConstraint(condition=Q(quantity__gte=1), name="part_line_quantity"),
        ]


class Signature(models.Model):
    """The customer's signature, and on which phone it was given."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {"name": Privacy.PERSONAL, "device": Privacy.PLAIN}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    visit = models.OneToOneField("fieldwork.Visit", models.CASCADE, related_name="signature")
    name = models.CharField(max_length=60)
    file_id = models.UUIDField()
    device = models.CharField(max_length=64, default="", help_text="of the customer's confirmation")
    signed_at = models.DateTimeField()

    class Meta:
        app_label = "fieldwork"
        indexes: ClassVar = [models.Index(fields=["device", "signed_at"], name="signature_by_device")]
