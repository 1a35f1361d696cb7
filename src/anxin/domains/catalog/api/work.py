"""Routes of service items: what is done for a price."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Query, Schema, Status

from anxin.kernel.http import Page, Request, Router, changes, etag, expect_version, paginate
from anxin.kernel.tables import export_table, mount

from .. import imports, selectors, services
from ..cards import Name
from ..models import ServiceItem
from .shapes import Code, ExportQuery, Minutes, Money, Slug, State, Words

router = Router(tags=["catalog"])
mount(router, "/catalog/service-items", imports.service_items, verb="catalog.edit")

OrderType = Annotated[str, Field(min_length=1, max_length=32, pattern=r"^[a-z_]+$")]


class ServiceOut(Schema):
    """`category` None: for every one; `price` in CNY, `minutes` of work on site."""

    id: UUID
    code: str
    name: str
    name_zh: str
    name_en: str
    category: str | None
    order_type: str
    price: str
    minutes: int
    active: bool
    version: int


class ServiceQuery(Schema):
    q: str = ""
    category: str = ""
    order_type: str = ""
    state: State = "active"
    cursor: str | None = None
    limit: int = 25
    sort: str = "code"


class ServiceIn(Schema):
    code: Code
    name_zh: Words
    name_en: Words
    category: Slug | None = None
    order_type: OrderType
    price: Money
    minutes: Minutes


class ServicePatch(Schema):
    name_zh: Words | None = None
    name_en: Words | None = None
    category: Slug | None = None
    order_type: OrderType | None = None
    price: Money | None = None
    minutes: Minutes | None = None
    active: bool | None = None


@router.get("/catalog/service-items", verb="catalog.see", response=Page[ServiceOut])
def service_items(request: Request, query: Query[ServiceQuery]) -> Page[ServiceOut]:
    def shape(page: Sequence[ServiceItem]) -> list[ServiceOut]:
        return [_service(row, request.actor.lang) for row in page]

    rows = selectors.service_items(q=query.q, category=query.category, order_type=query.order_type, state=query.state)
    return paginate(
        request,
        rows,
        what="service_items",
        shape=shape,
        orders={"code": "code", "price": "price"},
        sort=query.sort,
        cursor=query.cursor,
        limit=query.limit,
    )


@router.get("/catalog/service-items/export", verb="catalog.edit")
def export_services(request: Request, query: Query[ExportQuery]) -> HttpResponse:
    """The list as shown, as the table it can be brought back by."""
    rows = selectors.service_items(q=query.q, category=query.category, state=query.state)
    keys = list(rows.order_by("code").values_list("code", flat=True))
    return export_table(request, imports.service_items, keys, format=query.format)


@router.post("/catalog/service-items", verb="catalog.edit", creates=True, response={201: ServiceOut})
def add_service(request: Request, wanted: ServiceIn) -> Status[ServiceOut]:
    values = wanted.model_dump()
    name = Name(values.pop("name_zh"), values.pop("name_en"))
    return Status(201, _service(services.add_service(actor=request.actor, name=name, **values), request.actor.lang))


@router.get("/catalog/service-items/{uuid:item_id}", verb="catalog.see", response=ServiceOut)
def service_item(request: Request, response: HttpResponse, item_id: UUID) -> ServiceOut:
    row = selectors.service_item(item_id)
    etag(response, row.version)
    return _service(row, request.actor.lang)


@router.patch("/catalog/service-items/{uuid:item_id}", verb="catalog.edit", response=ServiceOut)
def change_service(request: Request, response: HttpResponse, item_id: UUID, wanted: ServicePatch) -> ServiceOut:
    row = selectors.service_item(item_id)
    expect_version(request, row.version, current=lambda: _service(row, request.actor.lang))
    values = changes(wanted, may_be_empty=("category",))
    row = services.change_service(actor=request.actor, service_id=item_id, **values)
    etag(response, row.version)
    return _service(row, request.actor.lang)


def _service(row: ServiceItem, lang: str) -> ServiceOut:
    same = ("id", "code", "name_zh", "name_en", "order_type", "minutes", "active", "version")
    return ServiceOut(
        **{name: getattr(row, name) for name in same},
        name=Name(row.name_zh, row.name_en).told(lang),
        category=row.category_id,
        price=f"{row.price:.2f}",
    )
