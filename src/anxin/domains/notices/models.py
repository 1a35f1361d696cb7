from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class Notice(models.Model):
    """One line in a colleague's inbox: what happened (a code with numbers, no personal value) and where to look."""

    PRIVACY: ClassVar = dict.fromkeys(("reason", "object_type"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey("people.User", models.CASCADE, related_name="notices")
    reason = models.JSONField(help_text="{code, params}")
    object_type = models.CharField(max_length=16)
    object_id = models.UUIDField()
    urgent = models.BooleanField(default=False)
    #: The event that caused it: hearing of it twice tells once.
    event_id = models.UUIDField()
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "event_id"], name="notice_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["user", "-at"], name="notice_inbox"),
            models.Index(fields=["user"], name="notice_unread", condition=models.Q(read_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.reason.get('code')} → {self.user_id}"
