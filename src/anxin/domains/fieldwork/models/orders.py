"""The work order, to whom it was offered, and how the customer was reached."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class WorkOrder(models.Model):
    """A job to be done under a ticket. `org` is the ticket's place; the outlet reaches the order by a grant."""

    class Status(models.TextChoices):
        OPEN = "open"  # no outlet has it
        OFFERED = "offered"
        ACCEPTED = "accepted"
        ASSIGNED = "assigned"
        CONTACTED = "contacted"
        AGREED = "agreed"
        EN_ROUTE = "en_route"
        ON_SITE = "on_site"
        WAITING_PART = "waiting_part"
        COMPLETED = "completed"
        CLOSED = "closed"
        CANCELLED = "cancelled"

    PRIVACY: ClassVar[dict[str, Privacy]] = {
        "number": Privacy.PLAIN,
        "order_type": Privacy.PLAIN,
        "category": Privacy.PLAIN,
        "cause": Privacy.PLAIN,
        "note": Privacy.PERSONAL,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=30, unique=True)
    ticket = models.ForeignKey("tickets.Ticket", models.PROTECT, related_name="orders")
    case_id = models.UUIDField(db_index=True)
    customer = models.ForeignKey("customers.Customer", models.PROTECT, related_name="orders")
    household = models.ForeignKey("customers.Household", models.PROTECT, null=True, related_name="orders")
    unit = models.ForeignKey("assets.Unit", models.PROTECT, null=True, related_name="orders")
    org = models.ForeignKey("people.OrgUnit", models.PROTECT, related_name="+")
    outlet = models.ForeignKey("people.OrgUnit", models.PROTECT, null=True, related_name="orders")
    order_type = models.CharField(max_length=32)
    category = models.CharField(max_length=32)
    high_end = models.BooleanField(default=False)
    minutes = models.PositiveSmallIntegerField(help_text="work on site, expected")
    status = models.CharField(max_length=14, choices=Status.choices, default=Status.OPEN)
    urgent = models.BooleanField(default=False)
    window_start = models.DateTimeField(null=True)
    window_end = models.DateTimeField(null=True)
    cause = models.CharField(max_length=40, default="")
    note = models.CharField(max_length=500, default="")
    version = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField()
    completed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "fieldwork"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(window_start=None, window_end=None) | Q(window_end__gt=F("window_start")),
                name="order_window",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["open", "cancelled"]) | Q(outlet__isnull=False), name="order_outlet"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["outlet", "status"], name="order_by_outlet"),
            models.Index(fields=["org", "status"], name="order_by_org"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def ended(self) -> bool:
        return self.status in {self.Status.CLOSED, self.Status.CANCELLED}


#: Nobody works on such an order any more.
ENDED_ORDERS = (WorkOrder.Status.CLOSED, WorkOrder.Status.CANCELLED)


class Offer(models.Model):
    """One outlet asked, why it, and what it said."""

    class Answer(models.TextChoices):
        NONE = "none"
        ACCEPTED = "accepted"
        RETURNED = "returned"
        WITHDRAWN = "withdrawn"

    PRIVACY: ClassVar[dict[str, Privacy]] = {
        "reasons": Privacy.PLAIN,
        "return_reason": Privacy.PLAIN,
        "note": Privacy.PERSONAL,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order = models.ForeignKey(WorkOrder, models.CASCADE, related_name="offers")
    outlet = models.ForeignKey("people.OrgUnit", models.PROTECT, related_name="+")
    authorisation_id = models.UUIDField(null=True, help_text="line whose quota it took")
    rank = models.PositiveSmallIntegerField()
    reasons = models.JSONField()
    offered_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.NONE)
    answered_at = models.DateTimeField(null=True)
    return_reason = models.CharField(max_length=40, default="")
    note = models.CharField(max_length=300, default="")

    class Meta:
        app_label = "fieldwork"
        ordering: ClassVar = ["offered_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["order"], condition=Q(answer__in=["none", "accepted"]), name="one_living_offer"
            ),
        ]


class ContactAttempt(models.Model):
    """A call made through the system, with its result: the only thing that stops the first-contact clock."""

    class Result(models.TextChoices):
        REACHED = "reached"  # 接通
        MISSED = "missed"  # 未接
        WRONG_NUMBER = "wrong_number"  # 空号
        REBOOKED = "rebooked"  # 改约

    PRIVACY: ClassVar[dict[str, Privacy]] = {"note": Privacy.PERSONAL}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order = models.ForeignKey(WorkOrder, models.CASCADE, related_name="contacts")
    by = models.UUIDField(null=True)
    at = models.DateTimeField()
    result = models.CharField(max_length=14, choices=Result.choices)
    note = models.CharField(max_length=300, default="")

    class Meta:
        app_label = "fieldwork"
        ordering: ClassVar = ["at", "id"]
