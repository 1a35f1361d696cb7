"""Routes of units and of the code on each."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

import segno
from django.conf import settings
from django.http import HttpResponse
from ninja import Query, Schema, Status

from anxin.domains.catalog import public as catalog
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound
from anxin.kernel.http import Page, Request, Router, changes, etag, expect_version, paginate
from anxin.kernel.i18n import told
from anxin.kernel.tables import mount

from . import imports, selectors, services
from .cards import UnitCard
from .models import Unit

router = Router(tags=["assets"])
routers = (router,)
mount(router, "/units", imports.units, verb="unit.create")


class CoverageOut(Schema):
    """`covered`: in, out or contract; `visit_fee` in CNY, told before booking."""

    covered: str
    until: date | None
    reason: dict[str, Any]
    visit_fee: str


class SymptomOut(Schema):
    code: str
    name: str


class ScannedOut(Schema):
    """What a code tells anybody: the machine, never its owner."""

    model: str
    product_name: str
    category: str
    category_name: str
    hazard: str
    serial_last4: str
    installed_month: str | None
    coverage: CoverageOut
    symptoms: list[SymptomOut]


class UnitRow(Schema):
    id: UUID
    serial: str
    model: str
    name: str
    category: str
    room: str
    household_id: UUID | None
    installed_on: date | None
    coverage: CoverageOut


class HistoryOut(Schema):
    kind: str
    at: datetime
    case_id: UUID | None
    text: str


class UnitOut(UnitRow):
    version: int
    product_id: UUID
    parent_id: UUID | None
    bought_on: date | None
    warranty_until: date | None
    contract: str
    contract_until: date | None
    plan: str
    plan_until: date | None
    retired: bool
    history: list[HistoryOut]


class UnitQuery(Schema):
    q: str = ""
    household: UUID | None = None
    cursor: str | None = None
    limit: int = 25
    sort: str = "serial"


class UnitIn(Schema):
    serial: str
    product_id: UUID
    household_id: UUID | None = None
    bought_on: date | None = None
    installed_on: date | None = None
    room: str = ""
    parent_id: UUID | None = None
    contract: str = ""
    contract_until: date | None = None
    plan: Literal["", "fast"] = ""
    plan_until: date | None = None


#: What a unit may be without.
_DAYS = ("bought_on", "installed_on", "warranty_until", "contract_until", "plan_until")


class UnitPatch(Schema):
    room: str | None = None
    bought_on: date | None = None
    installed_on: date | None = None
    warranty_until: date | None = None
    contract: str | None = None
    contract_until: date | None = None
    plan: Literal["", "fast"] | None = None
    plan_until: date | None = None


class CodeOut(Schema):
    url: str


@router.get("/qr/{token}", verb="public", rate="60/m", response=ScannedOut)
def scan(request: Request, token: str) -> ScannedOut:
    """The machine behind a code; 404 for unknown, replaced and retired codes alike."""
    lang = request.actor.lang
    seen = selectors.resolve_qr(token)
    product = seen.product
    return ScannedOut(
        model=product.model,
        product_name=product.name.told(lang),
        category=product.category,
        category_name=product.category_name.told(lang),
        hazard=product.hazard,
        serial_last4=seen.serial_last4,
        installed_month=seen.installed_on.strftime("%Y-%m") if seen.installed_on else None,
        coverage=CoverageOut.model_validate(selectors.coverage_told(seen.coverage, lang)),
        symptoms=[SymptomOut(code=s.code, name=s.name.told(lang)) for s in catalog.symptoms(product.category)],
    )


@router.get("/units", verb="unit.see", response=Page[UnitRow])
def list_units(request: Request, query: Query[UnitQuery]) -> Page[UnitRow]:
    def shape(page: Sequence[Unit]) -> list[UnitRow]:
        return [UnitRow(**_row(card, request.actor)) for card in selectors.cards_of(page)]

    return paginate(
        request,
        selectors.matching(request.actor, query.q, query.household),
        what="units",
        shape=shape,
        orders={"serial": "serial", "installed_on": "installed_on"},
        sort=query.sort,
        cursor=query.cursor,
        limit=query.limit,
    )


@router.get("/units/{uuid:unit_id}", verb="unit.see", response=UnitOut)
def read_unit(request: Request, response: HttpResponse, unit_id: UUID) -> UnitOut:
    card = selectors.unit_card(unit_id, request.actor)
    etag(response, card.version)
    return _unit(card, request.actor)


@router.post("/units", verb="unit.create", creates=True, response={201: UnitOut})
def add_unit(request: Request, wanted: UnitIn) -> Status[UnitOut]:
    unit = services.add_unit(actor=request.actor, unit=services.NewUnit(**wanted.model_dump()))
    return Status(201, _unit(selectors.unit_card(unit.id), request.actor))


@router.patch("/units/{uuid:unit_id}", verb="unit.edit", response=UnitOut)
def change_unit(request: Request, response: HttpResponse, unit_id: UUID, wanted: UnitPatch) -> UnitOut:
    before = selectors.unit_card(unit_id, request.actor)
    expect_version(request, before.version, current=lambda: _unit(before, request.actor))
    services.change_unit(actor=request.actor, unit_id=unit_id, **changes(wanted, may_be_empty=_DAYS))
    card = selectors.unit_card(unit_id, request.actor)
    etag(response, card.version)
    return _unit(card, request.actor)


@router.get("/units/{uuid:unit_id}/qr.svg", verb="unit.see")
def draw_code(request: Request, unit_id: UUID) -> HttpResponse:
    """The code to print, for who may see the unit."""
    token = selectors.visible_to(request.actor).filter(pk=unit_id).values_list("qr_token", flat=True).first()
    if token is None:
        raise NotFound
    drawn = io.BytesIO()
    segno.make(_url(token), error="m").save(drawn, kind="svg", scale=6, border=2)
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")


@router.post("/units/{uuid:unit_id}/code", verb="unit.edit", response=CodeOut)
def replace_code(request: Request, unit_id: UUID) -> CodeOut:
    """A new code; the old one opens nothing from now on."""
    return CodeOut(url=_url(services.replace_code(actor=request.actor, unit_id=unit_id)))


def _url(token: str) -> str:
    return f"{settings.ANXIN.base_url}/q/{token}"


def _row(card: UnitCard, actor: Actor) -> dict[str, Any]:
    return selectors.section_row(card, actor)


def _unit(card: UnitCard, actor: Actor) -> UnitOut:
    return UnitOut(
        **_row(card, actor),
        version=card.version,
        product_id=card.product.id,
        parent_id=card.parent_id,
        bought_on=card.bought_on,
        warranty_until=card.warranty_until,
        contract=card.contract,
        contract_until=card.contract_until,
        plan=card.plan,
        plan_until=card.plan_until,
        retired=card.retired,
        history=[
            HistoryOut(kind=h.kind, at=h.at, case_id=h.case_id, text=told(h.detail, actor.lang)["text"])
            for h in selectors.history_of(card.id)
        ],
    )
