"""Writing the catalogue: categories with their words, products with their bill of materials, parts, services."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from uuid import UUID

from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid

from .cards import Name
from .events import PartAdded, ProductAdded
from .models import Category, Cause, Part, Product, ProductPart, ServiceItem, Symptom
from .selectors import UNKNOWN

Term = tuple[str, Name]


@atomic
def define_category(
    *,
    actor: Actor,
    code: str,
    name: Name,
    symptoms: Iterable[Term],
    causes: Iterable[Term] = (),
    hazard: str = "",
    position: int = 100,
) -> Category:
    """Make or rewrite a category with its symptoms (in the order shown) and causes; `unknown` is added."""
    category, _ = Category.objects.update_or_create(
        code=code, defaults={"name_zh": name.zh, "name_en": name.en, "hazard": hazard, "position": position}
    )
    listed = [*symptoms, (UNKNOWN, Name("说不清楚", "Not sure"))]
    for place, (term, words) in enumerate(listed):
        Symptom.objects.update_or_create(
            category=category,
            code=term,
            defaults={"name_zh": words.zh, "name_en": words.en, "position": place},
        )
    for term, words in causes:
        Cause.objects.update_or_create(
            category=category, code=term, defaults={"name_zh": words.zh, "name_en": words.en}
        )
    return category


@atomic
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
    """Raises Invalid for an unknown category, Conflict for a model that exists."""
    if not Category.objects.filter(pk=category).exists():
        raise Invalid("catalog.no_category", category=category)
    if Product.objects.filter(model=model).exists():
        raise Conflict("catalog.model_taken", model=model)
    product = Product.objects.create(
        model=model,
        name_zh=name.zh,
        name_en=name.en,
        category_id=category,
        warranty_months=warranty_months,
        high_end=high_end,
        parts_warranty=parts_warranty or {},
        sold_from=sold_from,
    )
    events.record(
        ProductAdded(product.id, model, category),
        actor=actor,
        subject=("product", product.id),
        case_id=events.new_case(product.id),
    )
    return product


@atomic
def add_part(
    *,
    actor: Actor,
    code: str,
    name: Name,
    category: str,
    price: Decimal,
    cost: Decimal | None = None,
    fits: Iterable[UUID] = (),
    returnable: bool = False,
) -> Part:
    """A part and the products it belongs to. Raises Invalid for a negative price or cost, Conflict for a code that
    exists."""
    if price < 0 or (cost is not None and cost < 0):
        raise Invalid("catalog.bad_price", field="price")
    if Part.objects.filter(code=code).exists():
        raise Conflict("catalog.part_taken", part=code)
    part = Part.objects.create(
        code=code,
        name_zh=name.zh,
        name_en=name.en,
        category_id=category,
        price=price,
        cost=cost,
        returnable=returnable,
    )
    ProductPart.objects.bulk_create(ProductPart(product_id=product, part=part) for product in fits)
    events.record(
        PartAdded(part.id, code, category, str(price), "" if cost is None else str(cost)),
        actor=actor,
        subject=("part", part.id),
        case_id=events.new_case(part.id),
    )
    return part


@atomic
def add_service(
    *,
    actor: Actor,
    code: str,
    name: Name,
    order_type: str,
    price: Decimal,
    minutes: int,
    category: str | None = None,
) -> ServiceItem:
    """Raises Conflict for a code that exists."""
    if ServiceItem.objects.filter(code=code).exists():
        raise Conflict("catalog.service_taken", service=code)
    return ServiceItem.objects.create(
        code=code,
        name_zh=name.zh,
        name_en=name.en,
        order_type=order_type,
        price=price,
        minutes=minutes,
        category_id=category,
    )
