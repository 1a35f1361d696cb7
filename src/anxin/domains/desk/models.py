"""Presence, capacity, queues, and what the router decided and why."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class Presence(models.Model):
    """What a member of staff is ready for now, and what he can do at a desk."""

    class State(models.TextChoices):
        AVAILABLE = "available"
        CHATS_ONLY = "chats_only"
        BREAK = "break"
        TRAINING = "training"
        OFFLINE = "offline"

    PRIVACY: ClassVar = dict.fromkeys(("state", "skills", "languages"), Privacy.PLAIN)

    user = models.OneToOneField("people.User", models.CASCADE, primary_key=True, related_name="presence")
    state = models.CharField(max_length=10, choices=State, default=State.OFFLINE)
    since = models.DateTimeField()
    seen_at = models.DateTimeField(help_text="last sign of life; a closed browser goes offline by it")
    skills = models.JSONField(default=list, help_text="category codes; empty = every one")
    languages = models.JSONField(default=list, help_text="zh, en, …; empty = zh")
    last_routed_at = models.DateTimeField(null=True, blank=True)


class Capacity(models.Model):
    """Units of work of one kind a person takes at once; `kind` "" is the total over all kinds."""

    PRIVACY: ClassVar = {"kind": Privacy.PLAIN}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey("people.User", models.CASCADE, related_name="capacities")
    kind = models.CharField(max_length=12, blank=True)
    units = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("user", "kind"), name="capacity_once")]


class Queue(models.Model):
    """Work waiting for one kind of people: those holding `role` at or above `org`."""

    PRIVACY: ClassVar = dict.fromkeys(("code", "name_zh", "name_en", "role", "skills", "language"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=32, unique=True)
    name_zh = models.CharField(max_length=40)
    name_en = models.CharField(max_length=40)
    org = models.ForeignKey("people.OrgUnit", models.PROTECT, related_name="queues")
    role = models.CharField(max_length=32, default="agent")
    skills = models.JSONField(default=list, help_text="category codes served; empty = every one")
    language = models.CharField(max_length=5, blank=True, help_text="blank = every one")
    position = models.PositiveSmallIntegerField(default=100)
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("position", "code")


class QueueEntry(models.Model):
    """One piece of work from its entry to its end; the people's load is the open, taken entries."""

    class Kind(models.TextChoices):
        TICKET = "ticket"
        CHAT = "chat"
        CALL = "call"
        TASK = "task"

    PRIVACY: ClassVar = dict.fromkeys(("kind", "needs"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=12, choices=Kind)
    object_id = models.UUIDField()
    queue = models.ForeignKey(Queue, models.PROTECT, related_name="entries")
    needs = models.JSONField(default=dict, help_text="{skill, language, urgent}")
    urgent = models.BooleanField(default=False)
    units = models.PositiveSmallIntegerField()
    entered_at = models.DateTimeField()
    user = models.ForeignKey("people.User", models.PROTECT, null=True, blank=True, related_name="work")
    taken_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("kind", "object_id"), condition=models.Q(ended_at=None), name="one_open_entry"
            ),
            models.CheckConstraint(
                condition=models.Q(user=None, taken_at=None) | models.Q(user__isnull=False, taken_at__isnull=False),
                name="entry_taken_by_somebody",
            ),
        ]
        indexes = [
            models.Index(
                fields=("queue", "-urgent", "entered_at"),
                condition=models.Q(ended_at=None, user=None),
                name="entry_waiting",
            ),
            models.Index(fields=("user", "kind"), condition=models.Q(ended_at=None), name="entry_held"),
        ]


class Routing(models.Model):
    """One decision of the router: who got it or why nobody, with a reason for each person looked at."""

    PRIVACY: ClassVar = {"reasons": Privacy.PLAIN}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entry = models.ForeignKey(QueueEntry, models.CASCADE, related_name="routings")
    user = models.ForeignKey("people.User", models.PROTECT, null=True, blank=True, related_name="+")
    reasons = models.JSONField(default=list, help_text="[{code, params}], the winner's first")
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")


class Viewing(models.Model):
    """Somebody has a piece of work open in front of him now. Not a history: gone when he leaves or falls silent."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey("people.User", models.CASCADE, related_name="+")
    object_id = models.UUIDField()
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("object_id", "user"), name="viewing_once")]
