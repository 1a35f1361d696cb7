"""Reading the catalogue. It is the same for everybody, so there is no row scope here, only verbs on the routes."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Count, Model, Q, QuerySet

from anxin.kernel.db import sole
from anxin.kernel.errors import NotFound
from anxin.kernel.statements import prepared

from .cards import Name, PartCard, ProductCard, ServiceCard, TermCard
from .models import Category, Cause, Part, Product, ProductPart, ServiceItem, Symptom

M = TypeVar("M", bound=Model)

#: Stands in every category for "none of these": never used to tell two problems apart.
UNKNOWN = "unknown"


#: What a list shows: what is offered, what is retired, or both.
STATES = {"active": True, "retired": False}


def categories(*, retired: bool = False) -> list[Category]:
    """Those offered; with `retired`, every one."""
    return list(Category.objects.all() if retired else Category.objects.filter(active=True))


def category(code: str) -> Category:
    """Raises NotFound."""
    return _one(Category.objects.filter(pk=code), "catalog.no_category", category=code)


def terms(model: type[Symptom] | type[Cause], category: str) -> list[Symptom | Cause]:
    """All symptoms or causes of a category, the retired ones too."""
    return list(model.objects.filter(category_id=category))


def category_names(codes: Collection[str], lang: str) -> dict[str, str]:
    """What categories are called, for the ledger."""
    rows = Category.objects.filter(pk__in=codes)
    return {row.code: Name(row.name_zh, row.name_en).told(lang) for row in rows}


def cause_names(codes: Collection[str], lang: str) -> dict[str, str]:
    """What causes are called, for the ledger; one that categories call differently by all its names."""
    return _called(Cause.objects.filter(code__in=codes), lang)


def part_names(codes: Collection[str], lang: str) -> dict[str, str]:
    """What parts are called, with their codes, for the ledger."""
    return {code: f"{code} {name}" for code, name in _called(Part.objects.filter(code__in=codes), lang).items()}


def _called(rows: QuerySet[Any], lang: str) -> dict[str, str]:
    names: dict[str, list[str]] = defaultdict(list)
    for code, zh, en in rows.order_by().values_list("code", "name_zh", "name_en"):
        names[code].append(Name(zh, en).told(lang))
    return {code: " / ".join(sorted(set(all_of))) for code, all_of in names.items()}


def products(*, q: str = "", category: str = "", state: str = "active") -> QuerySet[Product]:
    """Products (`state`: active, retired or all) whose model or name contains `q`."""
    return _matching(Product.objects.select_related("category"), "model", q, category, state)


def parts(*, q: str = "", category: str = "", state: str = "active", product: UUID | None = None) -> QuerySet[Part]:
    """Parts, of a product's bill of materials where one is given, whose code or name contains `q`."""
    rows = Part.objects.filter(pk__in=_bill(product)) if product else Part.objects.all()
    return _matching(rows, "code", q, category, state)


def service_items(*, q: str = "", category: str = "", order_type: str = "", state: str = "active") -> QuerySet[Any]:
    """Services of a category (and those of no category) and order type, whose code or name contains `q`."""
    rows = ServiceItem.objects.all()
    if category:
        rows = rows.filter(Q(category_id=category) | Q(category_id=None))
    if order_type:
        rows = rows.filter(order_type=order_type)
    return _matching(rows, "code", q, "", state)


def _matching(rows: QuerySet[M], key: str, q: str, category: str, state: str) -> QuerySet[M]:
    if state in STATES:
        rows = rows.filter(active=STATES[state])
    if category:
        rows = rows.filter(category_id=category)
    if q:
        rows = rows.filter(Q(**{f"{key}__icontains": q}) | Q(name_zh__icontains=q) | Q(name_en__icontains=q))
    return rows


def _bill(product: UUID) -> QuerySet[ProductPart, UUID]:
    return ProductPart.objects.filter(product_id=product).values_list("part_id", flat=True)


def models_fitted(part: UUID) -> list[tuple[UUID, str]]:
    """Ids and models of the products a part fits."""
    return list(Product.objects.filter(parts=part).order_by("model").values_list("pk", "model"))


def fitted_counts(part_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many products each part fits."""
    rows = ProductPart.objects.filter(part_id__in=part_ids).values_list("part_id").annotate(n=Count("pk"))
    return dict(rows.order_by())


def product(product_id: UUID) -> Product:
    """Raises NotFound."""
    return _one(Product.objects.filter(pk=product_id), "catalog.no_product")


def part(part_id: UUID) -> Part:
    """Raises NotFound."""
    return _one(Part.objects.filter(pk=part_id), NotFound.code)


def service_item(service_id: UUID) -> ServiceItem:
    """Raises NotFound."""
    return _one(ServiceItem.objects.filter(pk=service_id), "catalog.no_service")


def _one(rows: QuerySet[M], code: str, **params: str) -> M:
    row = sole(rows)
    if row is None:
        raise NotFound(code, **params)
    return row


def product_card(product_id: UUID) -> ProductCard:
    """Raises NotFound."""
    cards = product_cards([product_id])
    if not cards:
        raise NotFound("catalog.no_product")
    return cards[product_id]


def product_by_model(model: str) -> ProductCard:
    """Raises NotFound."""
    rows = Product.objects.filter(model__iexact=model.strip()).select_related("category")
    return card_of(_one(rows, "catalog.no_product"))


def products_by_models(models: Collection[str]) -> dict[str, UUID]:
    """Model → product, of those that are known, as written."""
    return dict(Product.objects.filter(model__in=models).values_list("model", "pk")) if models else {}


def product_cards(ids: Iterable[UUID]) -> dict[UUID, ProductCard]:
    wanted = tuple(set(ids))
    return {row.id: card_of(row) for row in _products(wanted)} if wanted else {}


@prepared
def _products(ids: tuple[UUID, ...]) -> QuerySet[Product]:
    return Product.objects.filter(pk__in=ids).select_related("category").order_by()


def parts_of(product_id: UUID | None, *, q: str = "") -> list[PartCard]:
    """What is offered of a product's bill of materials (of all parts when None), filtered by code or name."""
    return [part_of(row) for row in parts(product=product_id, q=q)[:100]]


def part_by_code(code: str) -> PartCard:
    """Raises NotFound."""
    return part_of(_one(Part.objects.filter(code=code), "catalog.no_part", part=code))


def fits(part_code: str, product_id: UUID) -> bool:
    """Whether the bill of materials of the product holds the part."""
    return Part.objects.filter(code=part_code, products=product_id).exists()


def services(*, category: str = "", order_type: str = "") -> list[ServiceCard]:
    """Services of a category (and those of no category) and order type."""
    return [
        ServiceCard(row.id, row.code, Name(row.name_zh, row.name_en), row.price, row.minutes, row.order_type)
        for row in service_items(category=category, order_type=order_type)
    ]


def symptoms(category: str) -> list[TermCard]:
    """The symptoms of a category that are offered, in the order shown, `unknown` last."""
    return [_term(row) for row in Symptom.objects.filter(category_id=category, active=True)]


def symptom(category: str, code: str) -> TermCard | None:
    """The symptom, where it is offered."""
    return next((_term(row) for row in _symptoms(category, code)), None)


@prepared
def _symptoms(category: str, code: str) -> QuerySet[Symptom]:
    return Symptom.objects.filter(category_id=category, code=code, active=True)


def causes(category: str, *, retired: bool = False) -> list[TermCard]:
    """The causes of a category that are offered; with `retired` every one, to read what was once found."""
    return [_term(row) for row in (Cause.objects.filter(category_id=category) if retired else _causes(category))]


@prepared
def _causes(category: str) -> QuerySet[Cause]:
    return Cause.objects.filter(category_id=category, active=True)


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
