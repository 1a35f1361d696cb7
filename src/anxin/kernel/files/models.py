from __future__ import annotations

from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class StoredFile(models.Model):
    """What somebody sent: the bytes lie under a random name, outside anything a web server serves."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {
        "name": Privacy.PERSONAL,
        "mime": Privacy.PLAIN,
        "sha256": Privacy.PLAIN,
        "stored_as": Privacy.CONFIDENTIAL,
        "uploader_kind": Privacy.PLAIN,
        "uploader_session": Privacy.CONFIDENTIAL,
        "bound_type": Privacy.PLAIN,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    mime = models.CharField(max_length=60)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    stored_as = models.CharField(max_length=64, unique=True)
    uploader_kind = models.CharField(max_length=10)
    uploader_id = models.UUIDField(null=True)
    uploader_session = models.CharField(max_length=64, default="")
    bound_type = models.CharField(max_length=40)
    bound_id = models.UUIDField()
    created_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kernel"
        constraints = [models.CheckConstraint(condition=models.Q(size__gte=0), name="file_size")]
        indexes = [models.Index(fields=["bound_type", "bound_id"], name="file_bound")]
