from __future__ import annotations

from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class PolicyVersion(models.Model):
    """One published document. Never changed: a new wish is a new version."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {
        "kind": Privacy.PLAIN,
        "document": Privacy.PLAIN,
        "scope": Privacy.PLAIN,
        "note": Privacy.PLAIN,
        "published_by_name": Privacy.PERSONAL,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    schema_version = models.PositiveSmallIntegerField()
    document = models.JSONField()
    scope = models.JSONField(default=dict)
    effective_from = models.DateTimeField()
    published_at = models.DateTimeField()
    published_by = models.UUIDField(null=True)
    published_by_name = models.CharField(max_length=80, default="")
    note = models.CharField(max_length=500, default="")

    class Meta:
        app_label = "kernel"
        constraints = [models.UniqueConstraint(fields=["kind", "number"], name="policy_number")]
