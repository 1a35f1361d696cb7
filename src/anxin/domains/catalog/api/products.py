"""Routes of products."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Query, Schema, Status

from anxin.kernel.http import Page, Request, Router, changes, etag, expect_version, paginate
from anxin.kernel.tables import export_table, mount

from .. import imports, selectors, services
from ..cards import Name
from ..models import Product
from .shapes import Code, ExportQuery, Months, Slug, State, Words

router = Router(tags=["catalog"])
mount(router, "/catalog/products", imports.products, verb="catalog.edit")


class ProductOut(Schema):
    """`parts_warranty`: part code → months, where longer than `warranty_months`."""

    id: UUID
    model: str
    name: str
    name_zh: str
    name_en: str
    category: str
    high_end: bool
    warranty_months: int
    parts_warranty: dict[str, int]
    sold_from: date | None
    active: bool
    version: int


class ProductQuery(Schema):
    q: str = ""
    category: str = ""
    state: State = "active"
    cursor: str | None = None
    limit: int = 25
    sort: str = "model"


class ProductIn(Schema):
    model: Code
    name_zh: Words
    name_en: Words
    category: Slug
    warranty_months: Months
    high_end: bool = False
    parts_warranty: dict[Code, Months] = Field({}, max_length=200)
    sold_from: date | None = None


class ProductPatch(Schema):
    name_zh: Words | None = None
    name_en: Words | None = None
    category: Slug | None = None
    warranty_months: Months | None = None
    high_end: bool | None = None
    parts_warranty: dict[Code, Months] | None = Field(None, max_length=200)
    sold_from: date | None = None
    active: bool | None = None


@router.get("/catalog/products", verb="catalog.see", response=Page[ProductOut])
def products(request: Request, query: Query[ProductQuery]) -> Page[ProductOut]:
    def shape(page: Sequence[Product]) -> list[ProductOut]:
        return [_product(row, request.actor.lang) for row in page]

    return paginate(
        request,
        selectors.products(q=query.q, category=query.category, state=query.state),
        what="products",
        shape=shape,
        orders={"model": "model", "warranty_months": "warranty_months", "sold_from": "sold_from"},
        sort=query.sort,
        cursor=query.cursor,
        limit=query.limit,
    )


@router.get("/catalog/products/export", verb="catalog.edit")
def export_products(request: Request, query: Query[ExportQuery]) -> HttpResponse:
    """The list as shown, as the table it can be brought back by."""
    rows = selectors.products(q=query.q, category=query.category, state=query.state)
    keys = list(rows.order_by("model").values_list("model", flat=True))
    return export_table(request, imports.products, keys, format=query.format)


@router.post("/catalog/products", verb="catalog.edit", creates=True, response={201: ProductOut})
def add_product(request: Request, wanted: ProductIn) -> Status[ProductOut]:
    values = wanted.model_dump()
    name = Name(values.pop("name_zh"), values.pop("name_en"))
    return Status(201, _product(services.add_product(actor=request.actor, name=name, **values), request.actor.lang))


@router.get("/catalog/products/{uuid:item_id}", verb="catalog.see", response=ProductOut)
def product(request: Request, response: HttpResponse, item_id: UUID) -> ProductOut:
    row = selectors.product(item_id)
    etag(response, row.version)
    return _product(row, request.actor.lang)


@router.patch("/catalog/products/{uuid:item_id}", verb="catalog.edit", response=ProductOut)
def change_product(request: Request, response: HttpResponse, item_id: UUID, wanted: ProductPatch) -> ProductOut:
    row = selectors.product(item_id)
    expect_version(request, row.version, current=lambda: _product(row, request.actor.lang))
    values = changes(wanted, may_be_empty=("sold_from",))
    row = services.change_product(actor=request.actor, product_id=item_id, **values)
    etag(response, row.version)
    return _product(row, request.actor.lang)


def _product(row: Product, lang: str) -> ProductOut:
    same = ("id", "model", "name_zh", "name_en", "high_end", "warranty_months", "sold_from", "active", "version")
    return ProductOut(
        **{name: getattr(row, name) for name in same},
        name=Name(row.name_zh, row.name_en).told(lang),
        category=row.category_id,
        parts_warranty=dict(row.parts_warranty),
    )
