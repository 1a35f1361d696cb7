"""Visits, and the time of engineers that they take."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class Visit(models.Model):
    """One appointment of one engineer for an order. `follows` is the visit that could not be completed.

    On PostgreSQL an exclusion constraint (migration) forbids two open visits of one engineer to overlap; on every
    database the row of the engineer's day is locked first.
    """

    class Status(models.TextChoices):
        PLANNED = "planned"
        EN_ROUTE = "en_route"
        ON_SITE = "on_site"
        FINISHED = "finished"
        CANCELLED = "cancelled"

    class Outcome(models.TextChoices):
        NONE = ""
        COMPLETED = "completed"
        PART_MISSING = "part_missing"
        NOBODY_HOME = "nobody_home"
        CUSTOMER_REFUSED = "customer_refused"
        NEEDS_HIGHER_LEVEL = "needs_higher_level"
        UNSAFE = "unsafe"
        REASSIGNED = "reassigned"
        CANCELLED = "cancelled"

    PRIVACY: ClassVar[dict[str, Privacy]] = {
        "note": Privacy.PERSONAL,
        "reasons": Privacy.PLAIN,
        "needs": Privacy.PLAIN,
        "scanned_serial": Privacy.PLAIN,
        "covered": Privacy.PLAIN,
        "unsigned_reason": Privacy.PLAIN,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order = models.ForeignKey("fieldwork.WorkOrder", models.CASCADE, related_name="visits")
    sequence = models.PositiveSmallIntegerField()
    engineer = models.ForeignKey("people.Engineer", models.PROTECT, related_name="visits")
    follows = models.OneToOneField("self", models.PROTECT, null=True, related_name="followed_by")
    needs = models.JSONField(default=list, help_text="part codes to bring")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PLANNED)
    window_start = models.DateTimeField(null=True)
    window_end = models.DateTimeField(null=True)
    assigned_at = models.DateTimeField()
    assigned_by = models.UUIDField(null=True)
    reasons = models.JSONField(default=list)
    departed_at = models.DateTimeField(null=True)
    arrived_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True, help_text="when it stopped being the engineer's to do")
    lng = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    accuracy = models.PositiveIntegerField(null=True, help_text="metres")
    distance_m = models.PositiveIntegerField(null=True)
    scanned_serial = models.CharField(max_length=60, default="")
    scan_match = models.BooleanField(null=True)
    covered = models.CharField(max_length=8, default="")
    unsigned_reason = models.CharField(max_length=40, default="")
    outcome = models.CharField(max_length=20, choices=Outcome.choices, default=Outcome.NONE, blank=True)
    note = models.CharField(max_length=500, default="")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        app_label = "fieldwork"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["order", "sequence"], name="visit_number"),
            models.UniqueConstraint(
                fields=["order"], condition=Q(status__in=["planned", "en_route", "on_site"]), name="one_open_visit"
            ),
            models.CheckConstraint(
                condition=Q(window_start=None, window_end=None) | Q(window_end__gt=F("window_start")),
                name="visit_window",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["engineer", "window_start"], name="visit_by_engineer"),
            models.Index(fields=["engineer", "status"], name="visit_by_state"),
        ]

    @property
    def open(self) -> bool:
        return self.status in OPEN_VISITS


OPEN_VISITS = (Visit.Status.PLANNED, Visit.Status.EN_ROUTE, Visit.Status.ON_SITE)


class Hold(models.Model):
    """A time kept for a customer who is choosing; it takes the engineer's time until it is booked or expires."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order = models.ForeignKey("fieldwork.WorkOrder", models.CASCADE, related_name="holds")
    engineer = models.ForeignKey("people.Engineer", models.PROTECT, related_name="holds")
    window_start = models.DateTimeField()
    window_end = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, help_text="booked or given back")

    class Meta:
        app_label = "fieldwork"
        indexes: ClassVar = [models.Index(fields=["engineer", "window_start"], name="hold_by_engineer")]


class EngineerDay(models.Model):
    """The lock of an engineer's day: whoever plans on it holds this row, so two plans are made one after another."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    engineer = models.ForeignKey("people.Engineer", models.CASCADE, related_name="+")
    day = models.DateField(help_text="UTC")

    class Meta:
        app_label = "fieldwork"
        constraints: ClassVar = [models.UniqueConstraint(fields=["engineer", "day"], name="engineer_day_once")]
