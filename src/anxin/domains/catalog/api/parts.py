"""Routes of the parts master. What the house pays is told to few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Query, Schema, Status

from anxin.kernel import authz
from anxin.kernel.actor import Actor
from anxin.kernel.http import Page, Request, Router, changes, etag, expect_version, paginate
from anxin.kernel.tables import export_table, mount

from .. import imports, selectors, services
from ..cards import Name
from ..models import Part
from .shapes import Code, ExportQuery, Money, Slug, State, Words

router = Router(tags=["catalog"])
mount(router, "/catalog/parts", imports.parts, verb="catalog.parts")


class PartOut(Schema):
    """`cost` in CNY: None where it is not known, or not for this reader. `fits`: how many products."""

    id: UUID
    code: str
    name: str
    name_zh: str
    name_en: str
    category: str
    price: str
    cost: str | None
    returnable: bool
    fits: int
    active: bool
    version: int


class FittedOut(Schema):
    id: UUID
    model: str


class PartDetail(PartOut):
    products: list[FittedOut]


class PartQuery(Schema):
    q: str = ""
    category: str = ""
    product: UUID | None = None
    state: State = "active"
    cursor: str | None = None
    limit: int = 25
    sort: str = "code"


class PartIn(Schema):
    code: Code
    name_zh: Words
    name_en: Words
    category: Slug
    price: Money
    cost: Money | None = None
    returnable: bool = False
    products: list[UUID] = Field([], max_length=2000)


class PartPatch(Schema):
    """`products`: all the part fits, where given."""

    name_zh: Words | None = None
    name_en: Words | None = None
    category: Slug | None = None
    price: Money | None = None
    cost: Money | None = None
    returnable: bool | None = None
    active: bool | None = None
    products: list[UUID] | None = Field(None, max_length=2000)


@router.get("/catalog/parts", verb="catalog.see", response=Page[PartOut])
def parts(request: Request, query: Query[PartQuery]) -> Page[PartOut]:
    def shape(page: Sequence[Part]) -> list[PartOut]:
        fits = selectors.fitted_counts([row.pk for row in page])
        return [PartOut(**_part(row, request.actor, fits.get(row.pk, 0))) for row in page]

    return paginate(
        request,
        selectors.parts(q=query.q, category=query.category, state=query.state, product=query.product),
        what="parts",
        shape=shape,
        orders={"code": "code", "price": "price"},
        sort=query.sort,
        cursor=query.cursor,
        limit=query.limit,
    )


@router.get("/catalog/parts/export", verb="catalog.parts")
def export_parts(request: Request, query: Query[ExportQuery]) -> HttpResponse:
    """The list as shown, as the table it can be brought back by; what the house pays only for who may know it."""
    rows = selectors.parts(q=query.q, category=query.category, state=query.state)
    keys = list(rows.order_by("code").values_list("code", flat=True))
    without = () if authz.has(request.actor, "see.part.cost") else ("cost",)
    return export_table(request, imports.parts, keys, format=query.format, without=without)


@router.post("/catalog/parts", verb="catalog.parts", creates=True, response={201: PartDetail})
def add_part(request: Request, wanted: PartIn) -> Status[PartDetail]:
    values = wanted.model_dump()
    name = Name(values.pop("name_zh"), values.pop("name_en"))
    row = services.add_part(actor=request.actor, name=name, fits=values.pop("products"), **values)
    return Status(201, _detail(row, request.actor))


@router.get("/catalog/parts/{uuid:item_id}", verb="catalog.see", response=PartDetail)
def part(request: Request, response: HttpResponse, item_id: UUID) -> PartDetail:
    row = selectors.part(item_id)
    etag(response, row.version)
    return _detail(row, request.actor)


@router.patch("/catalog/parts/{uuid:item_id}", verb="catalog.parts", response=PartDetail)
def change_part(request: Request, response: HttpResponse, item_id: UUID, wanted: PartPatch) -> PartDetail:
    row = selectors.part(item_id)
    expect_version(request, row.version, current=lambda: _detail(row, request.actor))
    values = changes(wanted, may_be_empty=("cost",))
    fits = values.pop("products", None)
    row = services.change_part(actor=request.actor, part_id=item_id, fits=fits, **values)
    etag(response, row.version)
    return _detail(row, request.actor)


def _part(row: Part, actor: Actor, fits: int) -> dict[str, Any]:
    same = ("id", "code", "name_zh", "name_en", "returnable", "active", "version")
    told = row.cost is not None and authz.has(actor, "see.part.cost")
    return {
        **{name: getattr(row, name) for name in same},
        "name": Name(row.name_zh, row.name_en).told(actor.lang),
        "category": row.category_id,
        "price": f"{row.price:.2f}",
        "cost": f"{row.cost:.2f}" if told else None,
        "fits": fits,
    }


def _detail(row: Part, actor: Actor) -> PartDetail:
    products = [FittedOut(id=key, model=model) for key, model in selectors.models_fitted(row.pk)]
    return PartDetail(**_part(row, actor, len(products)), products=products)
