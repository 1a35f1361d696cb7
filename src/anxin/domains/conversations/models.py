"""One thread per case, whatever channels it crosses."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class Thread(models.Model):
    """The conversation of one case with one customer."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case_id = models.UUIDField(unique=True)
    customer = models.ForeignKey("customers.Customer", models.PROTECT, null=True, related_name="threads")
    opened_at = models.DateTimeField()
    last_message_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.case_id)


class Message(models.Model):
    """Something said. An internal one is a note of the staff: no customer ever reads it."""

    class Visible(models.TextChoices):
        CUSTOMER = "customer"
        INTERNAL = "internal"

    PRIVACY: ClassVar = {
        "author_kind": Privacy.PLAIN,
        "author_name": Privacy.PERSONAL,
        "text": Privacy.PERSONAL,
        "files": Privacy.PLAIN,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="messages", db_index=False)
    author_kind = models.CharField(max_length=12)
    author_id = models.UUIDField(null=True)
    author_name = models.CharField(max_length=80, blank=True)
    about = models.UUIDField(null=True, db_index=True, help_text="whose words these are, or whom they are about")
    visible = models.CharField(max_length=8, choices=Visible)
    text = models.CharField(max_length=4000)
    files = models.JSONField(default=list, help_text="ids of stored files")
    sent_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["sent_at", "id"]
        indexes: ClassVar = [models.Index(fields=["thread", "sent_at"], name="message_in_order")]

    def __str__(self) -> str:
        return f"{self.author_kind} {self.sent_at}"
