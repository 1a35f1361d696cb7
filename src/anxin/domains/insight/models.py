"""Daily sums, so that a report over a year reads hundreds of rows, not millions."""

from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class Rollup(models.Model):
    """One measure of one place and order type on one day (of the place): how many cases, and the sum over them."""

    PRIVACY: ClassVar = dict.fromkeys(("measure", "order_type"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    day = models.DateField()
    org = models.ForeignKey("people.OrgUnit", models.CASCADE, related_name="+")
    measure = models.CharField(max_length=24)
    order_type = models.CharField(max_length=32)
    n = models.IntegerField(default=0)
    total = models.IntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["measure", "org", "day", "order_type"], name="rollup_once"),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.org_id} {self.day}: {self.total}/{self.n}"


class Outcome(models.Model):
    """What one case contributed to a measure: the row behind the figure, for drill-down and for correction."""

    PRIVACY: ClassVar = dict.fromkeys(("measure", "order_type", "key", "detail"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    measure = models.CharField(max_length=24)
    day = models.DateField()
    org = models.ForeignKey("people.OrgUnit", models.CASCADE, related_name="+")
    ticket_id = models.UUIDField()
    order_type = models.CharField(max_length=32)
    #: What was counted within the case (a clock, an order, an answer), so that hearing of it twice counts once.
    key = models.CharField(max_length=60)
    value = models.IntegerField()
    unit_id = models.UUIDField(null=True)
    detail = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["measure", "key"], name="outcome_once")]
        indexes: ClassVar = [
            models.Index(fields=["measure", "org", "day"], name="outcome_of_place"),
            models.Index(fields=["unit_id", "measure"], name="outcome_of_unit"),
            models.Index(fields=["ticket_id", "measure"], name="outcome_of_ticket"),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.key} = {self.value}"
