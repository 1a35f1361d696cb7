"""Builders for tests: everything through the services."""

from decimal import Decimal
from itertools import count

from anxin.kernel.actor import SYSTEM

from . import services
from .cards import Name
from .models import Category, Part
from .models import Product as Product  # named for the tests of other domains

_number = count(1)


def category(code: str = "gas_heater", *, hazard: str = "gas") -> Category:
    """A category with the symptoms `no_hot_water` and `unstable`, and the cause `sensor_failed`."""
    return services.define_category(
        actor=SYSTEM,
        code=code,
        name=Name("燃气热水器", "Gas water heater"),
        hazard=hazard,
        symptoms=[("no_hot_water", Name("没有热水", "No hot water")), ("unstable", Name("忽冷忽热", "Hot and cold"))],
        causes=[("sensor_failed", Name("传感器故障", "Sensor failed"))],
    )


def product(code: str = "gas_heater", *, high_end: bool = False, warranty_months: int = 72) -> Product:
    """A new product of the category, which is made if it is not there."""
    return services.add_product(
        actor=SYSTEM,
        model=f"JSQ30-AX{next(_number)}",
        name=Name("恒温燃气热水器 16 升", "Gas water heater 16 l"),
        category=category(code).code,
        warranty_months=warranty_months,
        high_end=high_end,
    )


def part(of: Product, *, price: str = "68.00", cost: str | None = None) -> Part:
    """A new part that fits the product."""
    return services.add_part(
        actor=SYSTEM,
        code=f"AXP-{next(_number):04d}",
        name=Name("水流传感器", "Flow sensor"),
        category=of.category_id,
        price=Decimal(price),
        cost=Decimal(cost) if cost else None,
        fits=[of.id],
    )
