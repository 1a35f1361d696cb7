"""Tickets and what the desk keeps about them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class Ticket(models.Model):
    """A customer's problem. Its stage and clocks are its run's; `open_key` joins the same problem told twice."""

    class Status(models.TextChoices):
        OPEN = "open"
        WAITING = "waiting"
        SOLVED = "solved"
        CLOSED = "closed"
        ARCHIVED = "archived"
        CANCELLED = "cancelled"

    class Channel(models.TextChoices):
        QR = "qr"
        PORTAL = "portal"
        PHONE = "phone"
        API = "api"
        DEMO = "demo"

    class Urgency(models.TextChoices):
        NORMAL = "normal"
        URGENT = "urgent"

    class Complexity(models.TextChoices):
        NORMAL = "normal"
        COMPLEX = "complex"

    PRIVACY: ClassVar = {
        **dict.fromkeys(
            (
                "number",
                "complexity",
                "category",
                "order_type",
                "symptom",
                "danger",
                "queue",
                "open_key",
                "wish",
                "solved_how",
            ),
            Privacy.PLAIN,
        ),
        "text": Privacy.PERSONAL,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    case_id = models.UUIDField(unique=True)
    run = models.OneToOneField("processes.Run", models.PROTECT, related_name="ticket")
    customer = models.ForeignKey("customers.Customer", models.PROTECT, related_name="tickets", db_index=False)
    household = models.ForeignKey("customers.Household", models.PROTECT, null=True, related_name="tickets")
    unit = models.ForeignKey("assets.Unit", models.PROTECT, null=True, related_name="tickets", db_index=False)
    org = models.ForeignKey("people.OrgUnit", models.PROTECT, related_name="tickets", db_index=False)
    category = models.CharField(max_length=32)
    order_type = models.CharField(max_length=32)
    symptom = models.CharField(max_length=40, default="unknown")
    text = models.CharField(max_length=4000)
    channel = models.CharField(max_length=8, choices=Channel)
    urgency = models.CharField(max_length=8, choices=Urgency, default=Urgency.NORMAL)
    complexity = models.CharField(max_length=8, choices=Complexity, default=Complexity.NORMAL)
    danger = models.CharField(max_length=16, blank=True, help_text="kind of danger the safety gate saw")
    wish = models.CharField(max_length=60, blank=True, help_text="when the customer would like a visit")
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    queue = models.CharField(max_length=32, blank=True)
    assignee = models.ForeignKey("people.User", models.PROTECT, null=True, related_name="tickets", db_index=False)
    presses = models.PositiveSmallIntegerField(default=0, help_text="催单")
    open_key = models.CharField(max_length=120, blank=True)
    solved_how = models.CharField(max_length=16, blank=True, help_text="visit, remote, answer, no_fault, complaint")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    opened_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["open_key"],
                condition=Q(status__in=["open", "waiting"], merged_into=None) & ~Q(open_key=""),
                name="ticket_open_once",
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=models.F("id")), name="ticket_not_into_itself"
            ),
        ]
        # A key that one of these begins with has no index of its own.
        indexes: ClassVar = [
            # Holds all that the list narrows and orders by at first, so that a place's rows are not visited one by one.
            models.Index(
                fields=["org", "status", "-updated_at", "category", "order_type", "merged_into", "id"],
                name="ticket_of_org",
            ),
            models.Index(fields=["assignee", "status"], name="ticket_of_assignee"),
            models.Index(fields=["customer", "-opened_at"], name="ticket_of_customer"),
            models.Index(fields=["status", "-updated_at"], name="ticket_by_status"),
            models.Index(fields=["unit", "-opened_at"], name="ticket_of_unit"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_open(self) -> bool:
        return self.status in (self.Status.OPEN, self.Status.WAITING) and self.merged_into_id is None


class VideoCall(models.Model):
    """Guidance by video (standard 64) in a room of the house's own meeting service. Who knows the address can join:
    it is told to the ticket's customer and desk, and forgotten when the call is over."""

    PRIVACY: ClassVar = {"url": Privacy.PLAIN}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="videos")
    url = models.CharField(max_length=400, blank=True)
    offered_by = models.ForeignKey("people.User", models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    solved = models.BooleanField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["ticket"], condition=Q(ended_at=None), name="video_one_open"),
        ]

    def __str__(self) -> str:
        return f"video of {self.ticket_id}"


class TicketLink(models.Model):
    """Two tickets that belong together: same cause, follow-up, split off."""

    class Kind(models.TextChoices):
        RELATED = "related"
        SPLIT = "split"
        FOLLOW_UP = "follow_up"
        REWORK = "rework"

    PRIVACY: ClassVar[dict[str, Privacy]] = {}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.ForeignKey(Ticket, models.CASCADE, related_name="links_out")
    target = models.ForeignKey(Ticket, models.CASCADE, related_name="links_in")
    kind = models.CharField(max_length=10, choices=Kind)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["source", "target", "kind"], name="ticket_link_once"),
            models.CheckConstraint(condition=~Q(source=models.F("target")), name="ticket_link_not_itself"),
        ]


class SavedView(models.Model):
    """A named set of filters, one's own or shared with the place."""

    PRIVACY: ClassVar = dict.fromkeys(("name", "query"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey("people.User", models.CASCADE, related_name="ticket_views")
    name = models.CharField(max_length=60)
    query = models.JSONField(default=dict)
    shared = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["name", "id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "name"], name="view_name_once")]


class CannedReply(models.Model):
    """Words the desk uses again and again, called up by `/code`."""

    PRIVACY: ClassVar = dict.fromkeys(("code", "title", "text", "lang"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=32)
    lang = models.CharField(max_length=5, default="zh")
    title = models.CharField(max_length=60)
    text = models.CharField(max_length=2000)

    class Meta:
        ordering: ClassVar = ["code", "lang"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["code", "lang"], name="canned_once")]
