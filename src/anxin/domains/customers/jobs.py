"""Clockwork of customers."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q

from anxin.kernel import clock, db, jobs

from . import services
from .models import Customer, Erasure, OtpChallenge, Tier

KEPT = timedelta(days=1)


@jobs.cron("customers.review_tiers", every=timedelta(days=1))
def review_tiers() -> None:
    """Judge again whoever could fall: above silver, or with a downgrade told."""
    due = Customer.objects.filter(
        Q(tier__in=(Tier.GOLD, Tier.DIAMOND)) | Q(tier_notices__closed_at=None, tier_notices__isnull=False),
        merged_into=None,
        erased_at=None,
    )
    for customer_id in due.values_list("pk", flat=True).distinct():
        services.review_tier(customer_id=customer_id)


@jobs.cron("customers.wipe_log", every=timedelta(hours=1), transaction=False)
def wipe_log() -> None:
    """After an erasure the database's log still holds the old pages."""
    if Erasure.objects.filter(done_at__gte=clock.now() - KEPT).exists():
        db.wipe_log()


@jobs.cron("customers.drop_codes", every=timedelta(hours=1))
def drop_codes() -> None:
    """One-time codes are kept for a day, to answer abuse, and no longer."""
    OtpChallenge.objects.filter(created_at__lt=clock.now() - KEPT).delete()
