"""One line of a list as one row."""

from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id


class Flat(models.Model):
    """All that a line of the list shows, in one table."""

    id = models.UUIDField(primary_key=True, default=new_id)
    number = models.CharField(max_length=20)
    version = models.IntegerField(default=1)
    customer_id = models.UUIDField()
    customer_name = models.CharField(max_length=80)
    subject = models.CharField(max_length=4000)
    product = models.CharField(max_length=80)
    category = models.CharField(max_length=32)
    order_type = models.CharField(max_length=32)
    status = models.CharField(max_length=10)
    stage = models.CharField(max_length=16)
    clock_id = models.UUIDField()
    case_id = models.UUIDField()
    due_at = models.DateTimeField()
    assignee_id = models.UUIDField()
    assignee_name = models.CharField(max_length=80)
    org_id = models.UUIDField()
    org_name = models.CharField(max_length=80)
    opened_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["org_id", "status", "-opened_at"], name="flat_list")]
