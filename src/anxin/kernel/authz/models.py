from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class Grant(models.Model):
    """Access that follows work: one object, to one place of the organisation or one user, for a reason and a time."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {"object_type": Privacy.PLAIN, "because": Privacy.PLAIN}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    object_type = models.CharField(max_length=40)
    object_id = models.UUIDField()
    org_id = models.UUIDField(null=True)
    user_id = models.UUIDField(null=True)
    because = models.JSONField()
    given_at = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(org_id=None, user_id__isnull=False) | models.Q(org_id__isnull=False, user_id=None),
                name="grant_to_one",
            ),
            models.UniqueConstraint(
                fields=["object_type", "object_id", "org_id"],
                name="grant_org_once",
                condition=models.Q(org_id__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["object_type", "object_id", "user_id"],
                name="grant_user_once",
                condition=models.Q(user_id__isnull=False),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["org_id", "object_type"], name="grant_by_org"),
            models.Index(fields=["user_id", "object_type"], name="grant_by_user"),
        ]

    def __str__(self) -> str:
        return f"{self.object_type} {self.object_id} → {self.org_id or self.user_id}"
