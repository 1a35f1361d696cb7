"""All tables of the kernel; each topic keeps its own in its folder."""

from typing import ClassVar

from django.db import models

from anxin.kernel.authz.models import Grant
from anxin.kernel.events.models import (
    Case,
    Delivery,
    EventRecord,
    LedgerHead,
    PersonalValue,
    Redaction,
    Seal,
)
from anxin.kernel.files.models import StoredFile
from anxin.kernel.http.models import CreatedOnce, RateWindow
from anxin.kernel.jobs.models import CronRow, Job
from anxin.kernel.links import Link
from anxin.kernel.outbound.models import OutboundMessage
from anxin.kernel.policies.models import PolicyVersion
from anxin.kernel.privacy import Privacy
from anxin.kernel.search.models import Posting
from anxin.kernel.undo import UndoOffer


class BusinessClock(models.Model):
    """How business time runs (one row; none = real time)."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {}

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    real_anchor = models.DateTimeField()
    business_anchor = models.DateTimeField()
    rate = models.FloatField(default=1.0)

    def __str__(self) -> str:
        return f"{self.business_anchor} × {self.rate}"


class NumberSeries(models.Model):
    """The last number given in a series."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {"series": Privacy.PLAIN}

    series = models.CharField(max_length=60, primary_key=True)
    last = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.series}: {self.last}"


__all__ = [
    "BusinessClock",
    "Case",
    "CreatedOnce",
    "CronRow",
    "Delivery",
    "EventRecord",
    "Grant",
    "Job",
    "LedgerHead",
    "Link",
    "NumberSeries",
    "OutboundMessage",
    "PersonalValue",
    "PolicyVersion",
    "Posting",
    "RateWindow",
    "Redaction",
    "Seal",
    "StoredFile",
    "UndoOffer",
]
