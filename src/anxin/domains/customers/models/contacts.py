"""Where customers live and how they are reached."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class Household(models.Model):
    """A home 家庭 or a site 场所: one address, many contacts, many units."""

    class Kind(models.TextChoices):
        HOME = "home"
        SITE = "site"

    PRIVACY: ClassVar = {
        "address": Privacy.PERSONAL,
        "detail": Privacy.PERSONAL,
        **dict.fromkeys(("kind", "province", "city", "district", "street"), Privacy.PLAIN),
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.HOME)
    address = models.CharField(max_length=200, blank=True, help_text="as written by the customer")
    province = models.CharField(max_length=30, blank=True)
    city = models.CharField(max_length=30, blank=True)
    district = models.CharField(max_length=30, blank=True)
    street = models.CharField(max_length=40, blank=True)
    detail = models.CharField(max_length=160, blank=True)
    lng = models.FloatField(null=True, blank=True)
    lat = models.FloatField(null=True, blank=True)
    accuracy = models.PositiveIntegerField(null=True, blank=True, help_text="metres around lng, lat")
    confidence = models.FloatField(default=0.0, help_text="0 to 1, of the parsed address")
    org = models.ForeignKey("people.OrgUnit", models.PROTECT, null=True, blank=True, related_name="households")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=("city", "district", "street"), name="household_by_area")]

    @property
    def area(self) -> str:
        """四级地址 as the authorisation table writes it."""
        return "/".join(part for part in (self.province, self.city, self.district, self.street) if part)


class Contact(models.Model):
    """Who a customer is to a household: reporter, user, payer and owner may be four people."""

    class Relation(models.TextChoices):
        REPORTER = "reporter"
        USER = "user"
        PAYER = "payer"
        OWNER = "owner"

    PRIVACY: ClassVar = {"relation": Privacy.PLAIN}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    household = models.ForeignKey(Household, models.CASCADE, related_name="contacts")
    customer = models.ForeignKey("customers.Customer", models.CASCADE, related_name="contacts")
    relation = models.CharField(max_length=8, choices=Relation)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("household", "customer", "relation"), name="contact_once")]


class ContactPoint(models.Model):
    """A phone number or address at which somebody was reachable for a while. Never a key: families share
    numbers and carriers give them out again."""

    class Kind(models.TextChoices):
        PHONE = "phone"
        EMAIL = "email"
        OPENID = "openid"

    PRIVACY: ClassVar = {
        "kind": Privacy.PLAIN,
        "value": Privacy.PERSONAL,
        "value_hash": Privacy.CONFIDENTIAL,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    customer = models.ForeignKey("customers.Customer", models.CASCADE, related_name="points")
    kind = models.CharField(max_length=8, choices=Kind)
    value = models.CharField(max_length=120)
    value_hash = models.CharField(max_length=64, help_text="keyed hash, to find by without reading")
    verified_at = models.DateTimeField(null=True, blank=True)
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=("value_hash", "kind"), name="point_by_hash")]
        constraints = [
            models.UniqueConstraint(
                fields=("customer", "kind", "value_hash"),
                condition=models.Q(valid_to=None),
                name="one_live_point_per_value",
            ),
        ]


class Consent(models.Model):
    """What a person allowed, when, how; withdrawing closes the row and never deletes it (standard 125)."""

    PRIVACY: ClassVar = dict.fromkeys(("purpose", "source", "wording"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    customer = models.ForeignKey("customers.Customer", models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=40)
    source = models.CharField(max_length=40, help_text="where it was given: portal, phone, paper")
    wording = models.CharField(max_length=20, default="1", help_text="version of the text shown")
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("given_at", "id")
        constraints = [
            models.UniqueConstraint(
                fields=("customer", "purpose"), condition=models.Q(withdrawn_at=None), name="one_live_consent"
            ),
        ]


class OtpChallenge(models.Model):
    """A one-time code sent to a phone. Code and number are kept only as keyed hashes."""

    PRIVACY: ClassVar = dict.fromkeys(("phone_hash", "code_hash", "sender"), Privacy.CONFIDENTIAL)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    phone_hash = models.CharField(max_length=64, db_index=True)
    code_hash = models.CharField(max_length=64)
    sender = models.CharField(max_length=64, help_text="keyed hash of the asker's network address")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)
