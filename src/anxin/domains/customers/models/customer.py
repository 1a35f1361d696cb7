"""The customer and what the brand owes him for his loyalty."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class Tier(models.TextChoices):
    """Standard 61; the order of the members is the order of worth."""

    SILVER = "silver"
    GOLD = "gold"
    DIAMOND = "diamond"


class Customer(models.Model):
    """A person or company served. Merged customers keep their rows; readers follow `merged_into`."""

    class Kind(models.TextChoices):
        PERSON = "person"
        COMPANY = "company"

    PRIVACY: ClassVar = {
        "name": Privacy.PERSONAL,
        **dict.fromkeys(("kind", "lang", "tier", "tier_reason", "contract_tier"), Privacy.PLAIN),
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.PERSON)
    lang = models.CharField(max_length=5, default="zh")
    elderly = models.BooleanField(default=False, help_text="always reaches a person (standard 101)")
    key_account = models.BooleanField(default=False)
    butler = models.ForeignKey(
        "people.User", models.PROTECT, null=True, blank=True, related_name="+", help_text="who knows the home: 管家"
    )
    tier = models.CharField(max_length=8, choices=Tier, default=Tier.SILVER)
    tier_reason = models.JSONField(default=dict, help_text="{code, params}")
    contract_tier = models.CharField(max_length=8, choices=Tier, blank=True)
    contract_until = models.DateField(null=True, blank=True)
    spend_36m = models.DecimalField(max_digits=12, decimal_places=2, default=0, help_text="CNY, projection")
    org = models.ForeignKey("people.OrgUnit", models.PROTECT, null=True, blank=True, related_name="customers")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    erased_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-created_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | ~models.Q(merged_into=models.F("id")),
                name="customer_not_merged_into_itself",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Spend(models.Model):
    """Money a household spent with the brand, as known from sales or billing (CNY)."""

    PRIVACY: ClassVar = {"source": Privacy.PLAIN}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey("customers.Household", models.CASCADE, related_name="spends")
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    spent_on = models.DateField()
    source = models.CharField(max_length=60, help_text="number of the sale; the same number counts once")

    class Meta:
        constraints = [models.UniqueConstraint(fields=("household", "source"), name="spend_once")]
        indexes = [models.Index(fields=("household", "spent_on"), name="spend_by_household")]


class TierNotice(models.Model):
    """A downgrade is told first and takes effect later; rising spend before that day withdraws it."""

    PRIVACY: ClassVar = dict.fromkeys(("from_tier", "to_tier"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    customer = models.ForeignKey(Customer, models.CASCADE, related_name="tier_notices")
    from_tier = models.CharField(max_length=8, choices=Tier)
    to_tier = models.CharField(max_length=8, choices=Tier)
    told_at = models.DateTimeField()
    effective_on = models.DateField()
    closed_at = models.DateTimeField(null=True, blank=True, help_text="applied or withdrawn")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("customer",), condition=models.Q(closed_at=None), name="one_open_tier_notice"
            ),
        ]


class Erasure(models.Model):
    """Who asked to be forgotten, and when it was done. Ids only: a restore replays this list."""

    PRIVACY: ClassVar = {"asked_through": Privacy.PLAIN}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="erasures")
    asked_through = models.CharField(max_length=40)
    done_by = models.UUIDField(null=True, blank=True)
    done_at = models.DateTimeField()
