"""Reference data of the business: what is sold, what it is made of, what is done to it."""

from __future__ import annotations

from typing import ClassVar
from uuid import NAMESPACE_OID, UUID, uuid5

from django.db import models

from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy

NAMES = ("name_zh", "name_en")


class Category(models.Model):
    """Product category; its code ("ac", "gas_heater") is the key everywhere."""

    PRIVACY: ClassVar = dict.fromkeys(("code", *NAMES, "hazard"), Privacy.PLAIN)

    code = models.SlugField(primary_key=True, max_length=32)
    name_zh = models.CharField(max_length=40)
    name_en = models.CharField(max_length=40)
    hazard = models.CharField(max_length=16, blank=True, help_text="main danger: gas, electricity …")
    position = models.PositiveSmallIntegerField(default=100)
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("position", "code")
        verbose_name_plural = "categories"

    def __str__(self) -> str:
        return self.code

    @property
    def case_id(self) -> UUID:
        """Where its events hang: its key is no UUID."""
        return category_case(self.code)


def category_case(code: str) -> UUID:
    return uuid5(NAMESPACE_OID, f"category:{code}")


class Product(models.Model):
    """A model in the catalogue. Months count from the day of purchase, else of installation."""

    PRIVACY: ClassVar = dict.fromkeys(("model", *NAMES, "parts_warranty"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    model = models.CharField(max_length=60, unique=True)
    name_zh = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    category = models.ForeignKey(Category, models.PROTECT, related_name="products")
    high_end = models.BooleanField(default=False, help_text="only engineers of level 高级 and above")
    warranty_months = models.PositiveSmallIntegerField()
    parts_warranty = models.JSONField(default=dict, help_text="part code → months, where longer")
    sold_from = models.DateField(null=True, blank=True)
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("model",)

    def __str__(self) -> str:
        return self.model


class Part(models.Model):
    """A stocked item; `price` in CNY, what a customer out of warranty pays; `cost`, where known, what the house pays
    and what a plan may promise (standard 77)."""

    PRIVACY: ClassVar = dict.fromkeys(("code", *NAMES), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=40, unique=True)
    name_zh = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    category = models.ForeignKey(Category, models.PROTECT, related_name="parts")
    price = models.DecimalField(max_digits=10, decimal_places=2)
    cost = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    returnable = models.BooleanField(default=False, help_text="the defective part goes back")
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)
    products = models.ManyToManyField(Product, through="ProductPart", related_name="parts")

    class Meta:
        ordering = ("code",)
        constraints = [
            models.CheckConstraint(condition=models.Q(price__gte=0), name="part_price"),
            models.CheckConstraint(condition=models.Q(cost=None) | models.Q(cost__gte=0), name="part_cost"),
        ]

    def __str__(self) -> str:
        return self.code


class ProductPart(models.Model):
    """One line of the bill of materials."""

    PRIVACY: ClassVar[dict[str, Privacy]] = {}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    product = models.ForeignKey(Product, models.CASCADE)
    part = models.ForeignKey(Part, models.PROTECT)
    quantity = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("product", "part"), name="product_part_once")]


class ServiceItem(models.Model):
    """Something done for a price: 上门检测, 加氟, 深度清洗. `minutes` is the work on site."""

    PRIVACY: ClassVar = dict.fromkeys(("code", *NAMES, "order_type"), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=40, unique=True)
    name_zh = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    category = models.ForeignKey(Category, models.PROTECT, null=True, blank=True, related_name="services")
    order_type = models.CharField(max_length=32)
    price = models.DecimalField(max_digits=10, decimal_places=2)
    minutes = models.PositiveSmallIntegerField()
    active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("code",)
        constraints = [models.CheckConstraint(condition=models.Q(price__gte=0), name="service_price")]


class Symptom(models.Model):
    """What the customer sees: "not_cooling" 不制冷. Code `unknown` exists in every category."""

    PRIVACY: ClassVar = dict.fromkeys(("code", *NAMES), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=40)
    category = models.ForeignKey(Category, models.CASCADE, related_name="symptoms")
    name_zh = models.CharField(max_length=60)
    name_en = models.CharField(max_length=60)
    position = models.PositiveSmallIntegerField(default=100)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ("position", "code")
        constraints = [models.UniqueConstraint(fields=("category", "code"), name="symptom_once")]


class Cause(models.Model):
    """What the engineer found: "sensor_failed" 传感器故障."""

    PRIVACY: ClassVar = dict.fromkeys(("code", *NAMES), Privacy.PLAIN)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.SlugField(max_length=40)
    category = models.ForeignKey(Category, models.CASCADE, related_name="causes")
    name_zh = models.CharField(max_length=60)
    name_en = models.CharField(max_length=60)
    position = models.PositiveSmallIntegerField(default=100)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ("position", "code")
        constraints = [models.UniqueConstraint(fields=("category", "code"), name="cause_once")]
