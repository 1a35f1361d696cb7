"""Authorisation table: which outlet serves which streets, products and order types, and how many a day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class Authorisation(models.Model):
    """One line. Empty `category` or `order_type` means every one; `area` is a prefix of the 四级地址."""

    PRIVACY: ClassVar = dict.fromkeys(("area", "category", "order_type"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    outlet = models.ForeignKey("people.OrgUnit", models.PROTECT, related_name="authorisations")
    area = models.CharField(max_length=120, help_text="浙江省/杭州市/西湖区/文新街道, or a shorter prefix")
    category = models.CharField(max_length=32, blank=True)
    order_type = models.CharField(max_length=32, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True, help_text="last day; none = open")
    rank = models.PositiveSmallIntegerField(default=1, help_text="1 main, 2 and on backup")
    daily_quota = models.PositiveIntegerField(null=True, blank=True, help_text="none = no limit")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("outlet", "area", "category", "order_type", "valid_from"), name="authorisation_once"
            ),
            models.CheckConstraint(condition=models.Q(rank__gte=1), name="authorisation_rank"),
            models.CheckConstraint(
                condition=models.Q(valid_to=None) | models.Q(valid_to__gte=models.F("valid_from")),
                name="authorisation_period",
            ),
        ]
        indexes = [models.Index(fields=("area", "rank"), name="authorisation_by_area")]


class QuotaUse(models.Model):
    """How much of a line's daily quota is taken, so that two offers cannot both take the last place."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    authorisation = models.ForeignKey(Authorisation, models.CASCADE, related_name="uses")
    day = models.DateField()
    used = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("authorisation", "day"), name="quota_once_a_day")]
