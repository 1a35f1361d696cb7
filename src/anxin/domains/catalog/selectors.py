"""Reading the catalogue. It is the same for everybody, so there is no row scope here, only verbs on the routes."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from anxin.kernel.db import sole
from anxin.kernel.errors import NotFound
from anxin.kernel.statements import prepared

from .cards import Name, PartCard, ProductCard, ServiceCard, TermCard
from .models import Category, Cause, Part, Product, ServiceItem, Symptom

#: Stands in every category for "none of these": never used to tell two problems apart.
UNKNOWN = "unknown"


def categories() -> list[Category]:
    return list(Category.objects.all())


def category_names(codes: Collection[str], lang: str) -> dict[str, str]:
    """What categories are called, for the ledger."""
    rows = Category.objects.filter(pk__in=codes)
    return {row.code: Name(row.name_zh, row.name_en).told(lang) for row in rows}


def products(*, q: str = "", category: str = "") -> QuerySet[Product]:
    """Active products whose model or name contains `q`."""
    rows = Product.objects.filter(active=True).select_related("category")
    if category:
        rows = rows.filter(category_id=category)
    if q:
        rows = rows.filter(Q(model__icontains=q) | Q(name_zh__icontains=q) | Q(name_en__icontains=q))
    return rows


def product_card(product_id: UUID) -> ProductCard:
    """Raises NotFound."""
    cards = product_cards([product_id])
    if not cards:
        raise NotFound("catalog.no_product")
    return cards[product_id]


def product_by_model(model: str) -> ProductCard:
    """Raises NotFound."""
    return _found(Product.objects.filter(model__iexact=model.strip()))


def product_cards(ids: Iterable[UUID]) -> dict[UUID, ProductCard]:
    wanted = tuple(set(ids))
    return {row.id: card_of(row) for row in _products(wanted)} if wanted else {}


@prepared
def _products(ids: tuple[UUID, ...]) -> QuerySet[Product]:
    return Product.objects.filter(pk__in=ids).select_related("category").order_by()


def parts_of(product_id: UUID | None, *, q: str = "") -> list[PartCard]:
    """The bill of materials of a product (of all when None), filtered by code or name."""
    rows = Part.objects.filter(products=product_id) if product_id else Part.objects.all()
    if q:
        rows = rows.filter(Q(code__icontains=q) | Q(name_zh__icontains=q) | Q(name_en__icontains=q))
    return [part_of(row) for row in rows.distinct()[:100]]


def part_by_code(code: str) -> PartCard:
    """Raises NotFound."""
    row = sole(Part.objects.filter(code=code))
    if row is None:
        raise NotFound("catalog.no_part", part=code)
    return part_of(row)


def fits(part_code: str, product_id: UUID) -> bool:
    """Whether the bill of materials of the product holds the part."""
    return Part.objects.filter(code=part_code, products=product_id).exists()


def services(*, category: str = "", order_type: str = "") -> list[ServiceCard]:
    """Services of a category (and those of no category) and order type."""
    rows = ServiceItem.objects.all()
    if category:
        rows = rows.filter(Q(category_id=category) | Q(category_id=None))
    if order_type:
        rows = rows.filter(order_type=order_type)
    return [
        ServiceCard(row.id, row.code, Name(row.name_zh, row.name_en), row.price, row.minutes, row.order_type)
        for row in rows
    ]


def symptoms(category: str) -> list[TermCard]:
    """The symptoms of a category in the order shown, `unknown` last."""
    return [_term(row) for row in Symptom.objects.filter(category_id=category)]


def symptom(category: str, code: str) -> TermCard | None:
    return next((_term(row) for row in _symptoms(category, code)), None)


@prepared
def _symptoms(category: str, code: str) -> QuerySet[Symptom]:
    return Symptom.objects.filter(category_id=category, code=code)


def causes(category: str) -> list[TermCard]:
    return [_term(row) for row in Cause.objects.filter(category_id=category)]


def _found(rows: QuerySet[Product]) -> ProductCard:
    row = sole(rows.select_related("category"))
    if row is None:
        raise NotFound("catalog.no_product")
    return card_of(row)


def card_of(row: Product) -> ProductCard:
    """The card of a product whose category is loaded."""
    return ProductCard(
        id=row.id,
        model=row.model,
        name=Name(row.name_zh, row.name_en),
        category=row.category_id,
        category_name=Name(row.category.name_zh, row.category.name_en),
        hazard=row.category.hazard,
        high_end=row.high_end,
        warranty_months=row.warranty_months,
        parts_warranty=dict(row.parts_warranty),
    )


def part_of(row: Part) -> PartCard:
    return PartCard(row.id, row.code, Name(row.name_zh, row.name_en), row.price, row.returnable, row.cost)


def _term(row: Symptom | Cause) -> TermCard:
    return TermCard(row.code, row.category_id, Name(row.name_zh, row.name_en))
