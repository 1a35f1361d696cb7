from __future__ import annotations

from typing import ClassVar

from django.db import models

from anxin.kernel.privacy import Privacy


class Posting(models.Model):
    """One token of one object's text, as a 64-bit hash."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {"kind": Privacy.PLAIN}

    kind = models.CharField(max_length=20)
    object_id = models.UUIDField()
    token = models.BigIntegerField()

    class Meta:
        app_label = "kernel"
        constraints = [
            models.UniqueConstraint(fields=["kind", "token", "object_id"], name="posting_once"),
        ]
        indexes = [models.Index(fields=["kind", "object_id"], name="posting_object")]
