"""Completion reviews, revisits and the calls they take."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class Review(models.Model):
    """One completed visit looked at, by rules alone or by a person as well (完工审核)."""

    class State(models.TextChoices):
        AUTO_PASSED = "auto_passed"
        QUEUED = "queued"
        PASSED = "passed"
        REJECTED = "rejected"

    PRIVACY: ClassVar = {"hits": Privacy.PLAIN, "note": Privacy.PERSONAL}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order = models.ForeignKey("fieldwork.WorkOrder", models.PROTECT, related_name="reviews")
    visit = models.OneToOneField("fieldwork.Visit", models.PROTECT, related_name="review")
    org = models.ForeignKey("people.OrgUnit", models.PROTECT, related_name="+")
    case_id = models.UUIDField()
    state = models.CharField(max_length=12, choices=State)
    hits = models.JSONField(default=list, help_text="[{code, params}]")
    note = models.CharField(max_length=500, blank=True)
    decided_by = models.ForeignKey("people.User", models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["org", "created_at"], name="review_waiting", condition=Q(state="queued")),
        ]

    def __str__(self) -> str:
        return f"review of {self.order_id}: {self.state}"


class Revisit(models.Model):
    """The customer is asked once per solved problem: solved? satisfied? what was paid?

    A major fault is checked again within a week, a new purchase after a month: calls planned for a later day.
    """

    class Purpose(models.TextChoices):
        SOLVED = "solved"
        MAJOR = "major"
        PURCHASE = "purchase"

    class State(models.TextChoices):
        PLANNED = "planned"
        OPEN = "open"
        ANSWERED = "answered"
        UNREACHED = "unreached"  # 未访成
        NO_REPLY = "no_reply"

    PRIVACY: ClassVar = {
        **dict.fromkeys(("purpose", "answered_by", "call"), Privacy.PLAIN),
        "comment": Privacy.PERSONAL,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    ticket = models.ForeignKey("tickets.Ticket", models.PROTECT, related_name="revisits")
    customer = models.ForeignKey("customers.Customer", models.PROTECT, related_name="+")
    org = models.ForeignKey("people.OrgUnit", models.PROTECT, related_name="+")
    case_id = models.UUIDField()
    purpose = models.CharField(max_length=8, choices=Purpose, default=Purpose.SOLVED)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    #: Why somebody calls ([{code, params}]); empty = the link alone.
    call = models.JSONField(default=list)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(help_text="when the link went out, or when a planned call may be made")
    due_at = models.DateTimeField(help_text="when the call, or the answer, is due")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=4, blank=True, help_text="link or call")
    solved = models.BooleanField(null=True)
    csat = models.PositiveSmallIntegerField(null=True)
    paid = models.DecimalField(max_digits=10, decimal_places=2, null=True, help_text="CNY, as the customer says")
    comment = models.CharField(max_length=1000, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["ticket", "purpose"], condition=Q(state__in=["planned", "open"]), name="one_open_revisit"
            ),
            models.CheckConstraint(condition=Q(csat=None) | Q(csat__range=(1, 5)), name="csat_1_to_5"),
            models.CheckConstraint(condition=Q(paid=None) | Q(paid__gte=0), name="paid_not_negative"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["org", "due_at"], name="revisit_waiting", condition=Q(state="open")),
        ]

    def __str__(self) -> str:
        return f"revisit of {self.ticket_id}: {self.state}"


class CallAttempt(models.Model):
    """One call to a customer, reached or not."""

    class Result(models.TextChoices):
        REACHED = "reached"
        NO_ANSWER = "no_answer"
        WRONG_NUMBER = "wrong_number"
        REFUSED = "refused"

    PRIVACY: ClassVar = {"note": Privacy.PERSONAL}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    revisit = models.ForeignKey(Revisit, models.CASCADE, related_name="calls")
    by = models.ForeignKey("people.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    result = models.CharField(max_length=12, choices=Result)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.result} {self.at}"
