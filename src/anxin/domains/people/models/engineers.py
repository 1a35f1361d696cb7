"""Engineers: skill × level, legal certificates, shifts and absences."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy


class Engineer(models.Model):
    """A user who visits. Its key is the user's: an engineer's id and the actor's id are the same."""

    class TravelMode(models.TextChoices):
        EBIKE = "ebike"
        CAR = "car"
        VAN = "van"
        TRANSIT = "transit"

    PRIVACY: ClassVar = {
        **dict.fromkeys(("employee_no", "travel_mode"), Privacy.PLAIN),
        "home_area": Privacy.PERSONAL,
    }

    user = models.OneToOneField("people.User", models.PROTECT, primary_key=True, related_name="engineer")
    outlet = models.ForeignKey("people.OrgUnit", models.PROTECT, related_name="engineers")
    employee_no = models.CharField(max_length=20, unique=True)
    home_lng = models.FloatField(null=True, blank=True)
    home_lat = models.FloatField(null=True, blank=True)
    home_area = models.CharField(
        max_length=120, blank=True, help_text="四级地址, where the home was given as an address"
    )
    home_accuracy = models.PositiveIntegerField(null=True, blank=True, help_text="metres; none = the exact point")
    travel_mode = models.CharField(max_length=8, choices=TravelMode, default=TravelMode.EBIKE)
    photo = models.UUIDField(null=True, blank=True, help_text="stored file")
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.employee_no


class EngineerSkill(models.Model):
    """Certification level of the brand: 1 初级, 2 中级, 3 高级, 4 专家, per product category."""

    PRIVACY: ClassVar = {"category": Privacy.PLAIN}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    engineer = models.ForeignKey(Engineer, models.CASCADE, related_name="skills")
    category = models.CharField(max_length=32, help_text="code of the product category")
    level = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("engineer", "category"), name="skill_once"),
            models.CheckConstraint(condition=models.Q(level__range=(1, 4)), name="skill_level_1_to_4"),
        ]


class Certificate(models.Model):
    """A certificate the law asks for. It cannot be overruled; out of date means not able."""

    class Kind(models.TextChoices):
        HEIGHT = "height"  # 高处作业
        REFRIGERATION = "refrigeration"  # 制冷与空调
        LOW_VOLTAGE = "low_voltage"  # 低压电工
        GAS = "gas"  # 燃气具安装维修

    PRIVACY: ClassVar = {"kind": Privacy.PLAIN, "number": Privacy.PERSONAL}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    engineer = models.ForeignKey(Engineer, models.CASCADE, related_name="certificates")
    kind = models.CharField(max_length=16, choices=Kind)
    number = models.CharField(max_length=40, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(help_text="last day on which it holds")
    checked_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True, help_text="taken away on purpose: nobody is reminded of it")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("engineer", "kind", "valid_from"), name="certificate_once"),
            models.CheckConstraint(condition=models.Q(valid_to__gte=models.F("valid_from")), name="certificate_period"),
        ]


class Shift(models.Model):
    """One working day of one engineer, in real instants; `date` is the day at the outlet's place."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    engineer = models.ForeignKey(Engineer, models.CASCADE, related_name="shifts")
    date = models.DateField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    lunch_starts_at = models.DateTimeField(null=True, blank=True)
    lunch_ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("engineer", "date"), name="shift_once_a_day"),
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="shift_period"),
            models.CheckConstraint(
                condition=models.Q(lunch_starts_at=None, lunch_ends_at=None)
                | models.Q(
                    lunch_starts_at__gte=models.F("starts_at"),
                    lunch_ends_at__gt=models.F("lunch_starts_at"),
                    lunch_ends_at__lte=models.F("ends_at"),
                ),
                name="lunch_inside_shift",
            ),
        ]
        indexes = [models.Index(fields=("date", "engineer"), name="shift_by_date")]


class Absence(models.Model):
    """Leave, sickness, training: no visit may overlap it."""

    class Kind(models.TextChoices):
        LEAVE = "leave"
        SICK = "sick"
        TRAINING = "training"
        OTHER = "other"

    PRIVACY: ClassVar = {"kind": Privacy.PERSONAL, "note": Privacy.PERSONAL}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    engineer = models.ForeignKey(Engineer, models.CASCADE, related_name="absences")
    kind = models.CharField(max_length=8, choices=Kind)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="absence_period"),
        ]
        indexes = [models.Index(fields=("engineer", "ends_at"), name="absence_by_engineer")]
