"""The installed base."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class Unit(models.Model):
    """One machine at one place. The token on its code says nothing about its owner and is unguessable."""

    class Status(models.TextChoices):
        ACTIVE = "active"
        RETIRED = "retired"

    class Plan(models.TextChoices):
        FAST = "fast"  # 快修包, standard 77

    PRIVACY: ClassVar = {
        **dict.fromkeys(("serial", "contract", "plan", "qr_token", "status"), Privacy.PLAIN),
        "room": Privacy.PERSONAL,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    serial = models.CharField(max_length=60, unique=True)
    product = models.ForeignKey("catalog.Product", models.PROTECT, related_name="units")
    household = models.ForeignKey("customers.Household", models.PROTECT, null=True, blank=True, related_name="units")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    org = models.ForeignKey("people.OrgUnit", models.PROTECT, null=True, blank=True, related_name="units")
    bought_on = models.DateField(null=True, blank=True)
    installed_on = models.DateField(null=True, blank=True)
    warranty_until = models.DateField(null=True, blank=True, help_text="last day in warranty")
    contract = models.CharField(max_length=60, blank=True, help_text="number of a service contract")
    contract_until = models.DateField(null=True, blank=True)
    plan = models.CharField(max_length=16, blank=True, choices=Plan, help_text="bought service plan; its promises bind")
    plan_until = models.DateField(null=True, blank=True)
    qr_token = models.CharField(max_length=32, unique=True)
    room = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.ACTIVE)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("serial",)
        indexes = [models.Index(fields=("household", "status"), name="unit_by_household")]

    def __str__(self) -> str:
        return self.serial


class CoverageDecision(models.Model):
    """Who pays, as judged at intake (provisional) and on site with evidence (final). Never edited."""

    class Stage(models.TextChoices):
        PROVISIONAL = "provisional"
        FINAL = "final"

    class Covered(models.TextChoices):
        IN = "in"  # 保内
        OUT = "out"  # 保外
        CONTRACT = "contract"
        GOODWILL = "goodwill"

    PRIVACY: ClassVar = dict.fromkeys(("stage", "covered", "reason"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="coverage_decisions")
    case_id = models.UUIDField(db_index=True)
    stage = models.CharField(max_length=12, choices=Stage)
    covered = models.CharField(max_length=8, choices=Covered)
    reason = models.JSONField(help_text="{code, params}")
    evidence = models.UUIDField(null=True, blank=True, help_text="stored file")
    needs_approval = models.BooleanField(default=False)
    approved_by = models.UUIDField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.UUIDField(null=True, blank=True)
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ("decided_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(stage="final") | models.Q(evidence__isnull=False),
                name="final_coverage_has_evidence",
            ),
        ]


class UnitHistory(models.Model):
    """What happened to a unit, in order; each line points at the case that tells the rest."""

    class Kind(models.TextChoices):
        INSTALLED = "installed"
        MOVED = "moved"
        SERVICED = "serviced"
        PART_REPLACED = "part_replaced"
        COVERAGE = "coverage"
        RETIRED = "retired"

    PRIVACY: ClassVar = dict.fromkeys(("kind", "detail"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="history")
    kind = models.CharField(max_length=16, choices=Kind)
    case_id = models.UUIDField(null=True, blank=True)
    at = models.DateTimeField()
    detail = models.JSONField(help_text="{code, params}, no personal value")

    class Meta:
        ordering = ("-at", "-id")
        indexes = [models.Index(fields=("unit", "-at"), name="history_by_unit")]
