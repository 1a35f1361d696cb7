"""The organisation tree: region 大区 → service centre 服务中心 → outlet 网点."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class OrgUnit(models.Model):
    """One node of the tree."""

    class Kind(models.TextChoices):
        BRAND = "brand"
        REGION = "region"
        CENTRE = "centre"
        OUTLET = "outlet"

    PRIVACY: ClassVar = dict.fromkeys(("kind", "code", "name", "place", "timezone"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    kind = models.CharField(max_length=8, choices=Kind)
    code = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=80)
    partner = models.BooleanField(default=False, help_text="the outlet belongs to a partner, not to the brand")
    own_planning = models.BooleanField(default=True, help_text="the engine may plan this outlet's engineers")
    place = models.CharField(max_length=200, blank=True)
    lng = models.FloatField(null=True, blank=True)
    lat = models.FloatField(null=True, blank=True)
    timezone = models.CharField(max_length=40, default="Asia/Shanghai")
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("code",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="brand", parent=None) | ~models.Q(kind="brand") & ~models.Q(parent=None),
                name="org_only_brand_is_root",
            ),
        ]

    def __str__(self) -> str:
        return self.name
