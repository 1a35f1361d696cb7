"""Routes of categories with their symptoms and causes."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Field, Schema, Status

from anxin.kernel.http import Request, Router, changes, etag, expect_version

from .. import selectors, services
from ..cards import Name, TermCard
from ..models import Category, Cause, Symptom
from ..services.categories import TermLine
from .shapes import ShortWords, Slug

router = Router(tags=["catalog"])

TermCode = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[a-z0-9_-]+$")]
TermWords = Annotated[str, Field(min_length=1, max_length=60, pattern=r"\S")]
Hazard = Annotated[str, Field(max_length=16, pattern=r"^[a-z_]*$")]


class CategoryOut(Schema):
    """`hazard`: its main danger (gas, electricity …), empty where there is none."""

    code: str
    name: str
    name_zh: str
    name_en: str
    hazard: str
    position: int
    active: bool
    version: int


class TermOut(Schema):
    code: str
    name: str


class TermRow(Schema):
    code: TermCode
    name_zh: TermWords
    name_en: TermWords
    active: bool = True


class CategoryDetail(CategoryOut):
    symptoms: list[TermRow]
    causes: list[TermRow]


class CategoryIn(Schema):
    code: Slug
    name_zh: ShortWords
    name_en: ShortWords
    hazard: Hazard = ""
    position: int = Field(100, ge=0, le=10_000)


class CategoryPatch(Schema):
    name_zh: ShortWords | None = None
    name_en: ShortWords | None = None
    hazard: Hazard | None = None
    position: int | None = Field(None, ge=0, le=10_000)
    active: bool | None = None


class TermsIn(Schema):
    """In the order to be shown; what is left out is retired."""

    terms: list[TermRow] = Field(max_length=200)


@router.get("/catalog/categories", verb="catalog.see", response=list[CategoryOut])
def categories(request: Request, retired: bool = False) -> list[CategoryOut]:
    """Those offered; with `retired`, every one."""
    return [CategoryOut(**_category(row, request.actor.lang)) for row in selectors.categories(retired=retired)]


@router.post("/catalog/categories", verb="catalog.edit", creates=True, response={201: CategoryDetail})
def add_category(request: Request, wanted: CategoryIn) -> Status[CategoryDetail]:
    services.define_category(
        actor=request.actor,
        code=wanted.code,
        name=Name(wanted.name_zh, wanted.name_en),
        hazard=wanted.hazard,
        position=wanted.position,
        new=True,
    )
    return Status(201, _detail(wanted.code, request.actor.lang))


@router.get("/catalog/categories/{code}", verb="catalog.see", response=CategoryDetail)
def category(request: Request, response: HttpResponse, code: str) -> CategoryDetail:
    return _told(response, _detail(code, request.actor.lang))


@router.patch("/catalog/categories/{code}", verb="catalog.edit", response=CategoryDetail)
def change_category(request: Request, response: HttpResponse, code: str, wanted: CategoryPatch) -> CategoryDetail:
    before = _detail(code, request.actor.lang)
    expect_version(request, before.version, current=lambda: before)
    services.change_category(actor=request.actor, code=code, **changes(wanted))
    return _told(response, _detail(code, request.actor.lang))


@router.put("/catalog/categories/{code}/symptoms", verb="catalog.terms", response=CategoryDetail)
def set_symptoms(request: Request, response: HttpResponse, code: str, wanted: TermsIn) -> CategoryDetail:
    """All symptoms in their order; left out is retired, and `unknown` always stays."""
    return _set(request, response, code, "symptom", wanted)


@router.put("/catalog/categories/{code}/causes", verb="catalog.terms", response=CategoryDetail)
def set_causes(request: Request, response: HttpResponse, code: str, wanted: TermsIn) -> CategoryDetail:
    """All causes in their order; left out is retired."""
    return _set(request, response, code, "cause", wanted)


@router.get("/catalog/symptoms", verb="catalog.see", response=list[TermOut])
def symptoms(request: Request, category: str) -> list[TermOut]:
    return _terms(selectors.symptoms(category), request.actor.lang)


@router.get("/catalog/causes", verb="catalog.see", response=list[TermOut])
def causes(request: Request, category: str) -> list[TermOut]:
    return _terms(selectors.causes(category), request.actor.lang)


def _set(request: Request, response: HttpResponse, code: str, what: str, wanted: TermsIn) -> CategoryDetail:
    before = _detail(code, request.actor.lang)
    expect_version(request, before.version, current=lambda: before)
    lines = [TermLine(term.code, Name(term.name_zh, term.name_en), term.active) for term in wanted.terms]
    services.set_terms(actor=request.actor, code=code, what=what, terms=lines)
    return _told(response, _detail(code, request.actor.lang))


def _told(response: HttpResponse, row: CategoryDetail) -> CategoryDetail:
    etag(response, row.version)
    return row


def _terms(cards: list[TermCard], lang: str) -> list[TermOut]:
    return [TermOut(code=card.code, name=card.name.told(lang)) for card in cards]


def _category(row: Category, lang: str) -> dict[str, Any]:
    shown = {name: getattr(row, name) for name in CategoryOut.model_fields if name != "name"}
    return {**shown, "name": Name(row.name_zh, row.name_en).told(lang)}


def _detail(code: str, lang: str) -> CategoryDetail:
    return CategoryDetail(
        **_category(selectors.category(code), lang),
        symptoms=[_term(row) for row in selectors.terms(Symptom, code)],
        causes=[_term(row) for row in selectors.terms(Cause, code)],
    )


def _term(row: Symptom | Cause) -> TermRow:
    return TermRow(code=row.code, name_zh=row.name_zh, name_en=row.name_en, active=row.active)
