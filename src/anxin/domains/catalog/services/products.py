"""Products: the models that are sold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid

from ..cards import Name
from ..events import ProductAdded, ProductChanged
from ..models import Product
from .keeping import Difference, Wanted, change, check_categories, sides, take_in, turned

CHANGEABLE = (
    *("name_zh", "name_en", "category", "high_end", "warranty_months", "parts_warranty", "sold_from", "active"),
)


@dataclass(frozen=True, slots=True)
class NewProduct:
    """A model to take in. `parts_warranty`: part code → months, where longer than `warranty_months`."""

    model: str
    name: Name
    category: str
    warranty_months: int
    high_end: bool = False
    parts_warranty: Mapping[str, int] = field(default_factory=dict)
    sold_from: date | None = None
    active: bool = True


def add_product(
    *,
    actor: Actor,
    model: str,
    name: Name,
    category: str,
    warranty_months: int,
    high_end: bool = False,
    parts_warranty: dict[str, int] | None = None,
    sold_from: date | None = None,
) -> Product:
    """Take in one model. Raises as `add_products`."""
    new = NewProduct(model, name, category, warranty_months, high_end, parts_warranty or {}, sold_from)
    return add_products(actor=actor, products=[new])[0]


@atomic
def add_products(*, actor: Actor, products: Sequence[NewProduct]) -> list[Product]:
    """Take in models, a few hundred at most. Raises Invalid for an unknown category or no model, Conflict for a model
    that exists."""
    check_categories(new.category for new in products)
    models = [new.model for new in products]
    if not all(models):
        raise Invalid("catalog.no_code", field="model")
    if known := sorted(Product.objects.filter(model__in=models).values_list("model", flat=True)):
        raise Conflict("catalog.model_taken", model=known[0])
    rows = [_row(new) for new in products]
    take_in(rows, lambda row: ProductAdded(row.id, row.model, row.category_id), what="product", actor=actor)
    return rows


def change_product(*, actor: Actor, product_id: UUID, **changes: Any) -> Product:
    """Change some of `CHANGEABLE`. Raises as `change_products`."""
    change_products(actor=actor, wanted={product_id: changes})
    return Product.objects.get(pk=product_id)


@atomic
def change_products(*, actor: Actor, wanted: Wanted) -> int:
    """Product → what it shall be; returns how many differed. Raises NotFound, Invalid for an unknown category."""
    return len(change(Product, wanted, CHANGEABLE, _happened, what="product", actor=actor))


def _happened(row: Product, differs: Difference) -> list[events.Event]:
    before, after = sides(differs, "active")
    happened: list[events.Event] = [ProductChanged(row.id, row.model, before, after)] if after else []
    return [*happened, *turned("product", row.model, differs)]


def _row(new: NewProduct) -> Product:
    return Product(
        model=new.model,
        name_zh=new.name.zh,
        name_en=new.name.en,
        category_id=new.category,
        warranty_months=new.warranty_months,
        high_end=new.high_end,
        parts_warranty=dict(new.parts_warranty),
        sold_from=new.sold_from,
        active=new.active,
    )
