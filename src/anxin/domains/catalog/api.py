"""Routes of the catalogue."""

from uuid import UUID

from ninja import Schema

from anxin.kernel.http import Page, Request, Router, paginate

from . import selectors
from .cards import Name
from .models import Category, Product

router = Router(tags=["catalog"])
routers = (router,)


class CategoryOut(Schema):
    code: str
    name: str
    hazard: str


class ProductOut(Schema):
    id: UUID
    model: str
    name: str
    category: str
    high_end: bool
    warranty_months: int


class PartOut(Schema):
    id: UUID
    code: str
    name: str
    price: str
    returnable: bool


class ServiceOut(Schema):
    id: UUID
    code: str
    name: str
    price: str
    minutes: int
    order_type: str


class TermOut(Schema):
    code: str
    name: str


@router.get("/catalog/categories", verb="catalog.see", response=list[CategoryOut])
def categories(request: Request) -> list[CategoryOut]:
    return [_category(row, request.actor.lang) for row in selectors.categories()]


@router.get("/catalog/products", verb="catalog.see", response=Page[ProductOut])
def products(
    request: Request, q: str = "", category: str = "", cursor: str | None = None, limit: int = 25, sort: str = "model"
) -> Page[ProductOut]:
    return paginate(
        request,
        selectors.products(q=q, category=category),
        what="products",
        shape=lambda rows: [_product(row, request.actor.lang) for row in rows],
        orders={"model": "model"},
        sort=sort,
        cursor=cursor,
        limit=limit,
    )


@router.get("/catalog/parts", verb="catalog.see", response=list[PartOut])
def parts(request: Request, product: UUID | None = None, q: str = "") -> list[PartOut]:
    """Parts of a product's bill of materials, or of all products; at most 100."""
    lang = request.actor.lang
    return [
        PartOut(id=p.id, code=p.code, name=p.name.told(lang), price=str(p.price), returnable=p.returnable)
        for p in selectors.parts_of(product, q=q)
    ]


@router.get("/catalog/service-items", verb="catalog.see", response=list[ServiceOut])
def service_items(request: Request, category: str = "", order_type: str = "") -> list[ServiceOut]:
    lang = request.actor.lang
    return [
        ServiceOut(
            id=s.id,
            code=s.code,
            name=s.name.told(lang),
            price=str(s.price),
            minutes=s.minutes,
            order_type=s.order_type,
        )
        for s in selectors.services(category=category, order_type=order_type)
    ]


@router.get("/catalog/symptoms", verb="catalog.see", response=list[TermOut])
def symptoms(request: Request, category: str) -> list[TermOut]:
    return [TermOut(code=s.code, name=s.name.told(request.actor.lang)) for s in selectors.symptoms(category)]


@router.get("/catalog/causes", verb="catalog.see", response=list[TermOut])
def causes(request: Request, category: str) -> list[TermOut]:
    return [TermOut(code=c.code, name=c.name.told(request.actor.lang)) for c in selectors.causes(category)]


def _category(row: Category, lang: str) -> CategoryOut:
    return CategoryOut(code=row.code, name=Name(row.name_zh, row.name_en).told(lang), hazard=row.hazard)


def _product(row: Product, lang: str) -> ProductOut:
    return ProductOut(
        id=row.id,
        model=row.model,
        name=Name(row.name_zh, row.name_en).told(lang),
        category=row.category_id,
        high_end=row.high_end,
        warranty_months=row.warranty_months,
    )
