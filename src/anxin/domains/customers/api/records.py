"""The record of a customer: find, see whole, note, change, merge."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Schema, Status

from anxin.domains.people import public as people
from anxin.kernel.actor import Actor, Assurance
from anxin.kernel.errors import NotFound
from anxin.kernel.http import Column, Page, Request, Router, changes, etag, expect_version, export, paginate

from .. import panorama, selectors, services
from ..cards import CustomerCard, HouseholdCard
from ..models import Consent, Customer

router = Router(tags=["customers"])
_EXPORTED = 5000


class HouseholdOut(Schema):
    id: UUID
    kind: str
    address: str
    area: str
    lng: float | None
    lat: float | None
    accuracy: int | None
    confidence: float
    relations: list[str]


class CustomerRow(Schema):
    """Phones and addresses are masked where the role asks for it."""

    id: UUID
    name: str
    kind: str
    tier: str
    elderly: bool
    key_account: bool
    phones: list[str]
    address: str


class ConsentOut(Schema):
    purpose: str
    source: str
    given_at: datetime
    withdrawn_at: datetime | None


class ButlerOut(Schema):
    id: UUID
    name: str


class CustomerOut(CustomerRow):
    """The whole picture; `sections` is what the other domains add (units, tickets, visits)."""

    version: int
    lang: str
    tier_reason: dict[str, Any] | None
    butler: ButlerOut | None
    spend_36m: str
    erased: bool
    merged: list[UUID]
    households: list[HouseholdOut]
    consents: list[ConsentOut]
    sections: dict[str, list[dict[str, Any]]]


class CustomerQuery(Schema):
    q: str = ""
    tier: str = ""
    cursor: str | None = None
    limit: int = 25
    sort: str = "-created_at"


class ExportQuery(Schema):
    q: str = ""
    format: str = "csv"


class CustomerIn(Schema):
    name: str
    phone: str
    address: str = ""
    household_id: UUID | None = None
    lang: str = "zh"


class NotedOut(Schema):
    customer_id: UUID
    household_id: UUID | None
    known: bool


class CustomerPatch(Schema):
    name: str | None = None
    kind: str | None = None
    lang: str | None = None
    elderly: bool | None = None
    key_account: bool | None = None
    butler_id: UUID | None = None


class MergeIn(Schema):
    into: UUID


class MergedOut(Schema):
    customer: CustomerOut
    undo: str


class PopUpQuery(Schema):
    phone: str


class PopUpOut(Schema):
    customers: list[CustomerRow]
    households: list[HouseholdOut]
    sections: dict[str, list[dict[str, Any]]]


@router.get("/customers", verb="customer.see", response=Page[CustomerRow])
def list_customers(request: Request, query: Query[CustomerQuery]) -> Page[CustomerRow]:
    rows = selectors.matching(request.actor, query.q)
    if query.tier:
        rows = rows.filter(tier=query.tier)
    return paginate(
        request,
        rows,
        what="customers",
        shape=lambda page: _rows(page, request.actor),
        orders={"created_at": "created_at", "name": "name", "spend": "spend_36m"},
        sort=query.sort,
        cursor=query.cursor,
        limit=query.limit,
    )


@router.get("/customers/export", verb="customer.export")
def export_customers(request: Request, query: Query[ExportQuery]) -> HttpResponse:
    rows = selectors.matching(request.actor, query.q).order_by("-created_at")[:_EXPORTED]
    columns = [
        Column[CustomerRow]("customers.column_name", lambda row: row.name),
        Column[CustomerRow]("customers.column_tier", lambda row: row.tier),
        Column[CustomerRow]("customers.column_phone", lambda row: " ".join(row.phones)),
        Column[CustomerRow]("customers.column_address", lambda row: row.address),
    ]
    told = _rows(list(rows), request.actor)
    return export(request, told, columns, what="customers", format=query.format)


@router.get("/customers/popup", verb="customer.see", rate="120/m", response=PopUpOut)
def pop_up(request: Request, query: Query[PopUpQuery]) -> PopUpOut:
    """Everybody a calling number may be, as far as the actor may see them."""
    found = selectors.popup(query.phone, request.actor)
    return PopUpOut(
        customers=[_row(card) for card in found.customers],
        households=[_home(home) for card in found.customers for home in card.households],
        sections=found.sections,
    )


@router.get("/customers/{uuid:customer_id}", verb="customer.see", response=CustomerOut)
def read_customer(request: Request, response: HttpResponse, customer_id: UUID) -> CustomerOut:
    told = _whole(customer_id, request.actor)
    etag(response, told.version)
    return told


@router.post("/customers", verb="customer.create", creates=True, response={201: NotedOut})
def note_customer(request: Request, wanted: CustomerIn) -> Status[NotedOut]:
    """What the desk hears on the phone is claimed, not proven."""
    noted = services.note_contact(actor=request.actor, assurance=Assurance.CLAIMED, **wanted.model_dump())
    return Status(201, NotedOut(customer_id=noted.customer_id, household_id=noted.household_id, known=noted.known))


@router.patch("/customers/{uuid:customer_id}", verb="customer.edit", response=CustomerOut)
def change_customer(request: Request, response: HttpResponse, customer_id: UUID, wanted: CustomerPatch) -> CustomerOut:
    row = selectors.visible_to(request.actor, "customer.edit").filter(pk=customer_id).first()
    if row is None:
        raise NotFound
    expect_version(request, row.version, current=lambda: _whole(customer_id, request.actor))
    values = changes(wanted, may_be_empty=("butler_id",))
    if not request.actor.is_staff:  # what the house says about its customers is not theirs to set
        values = {field: value for field, value in values.items() if field in ("name", "lang")}
    services.change_customer(actor=request.actor, customer_id=customer_id, **values)
    told = _whole(customer_id, request.actor)
    etag(response, told.version)
    return told


@router.post("/customers/{uuid:customer_id}/merge", verb="customer.merge", response=MergedOut)
def merge(request: Request, customer_id: UUID, wanted: MergeIn) -> MergedOut:
    """One person, two records; `undo` is good for a minute, unmerge at any time."""
    merged = services.merge(actor=request.actor, customer_id=customer_id, into_id=wanted.into)
    token = services.offer_undo(request.actor, merged)
    return MergedOut(customer=_whole(customer_id, request.actor), undo=token)


@router.post("/customers/{uuid:customer_id}/unmerge", verb="customer.merge", response=CustomerOut)
def unmerge(request: Request, customer_id: UUID) -> CustomerOut:
    services.undo_merge(actor=request.actor, customer_id=customer_id)
    return _whole(customer_id, request.actor)


def _whole(customer_id: UUID, actor: Actor) -> CustomerOut:
    card = selectors.card(customer_id, actor)
    ids = selectors.aliases_of(card.id)
    row = Customer.objects.get(pk=card.id)
    return CustomerOut(
        **_row(card).model_dump(),
        version=row.version,
        lang=card.lang,
        tier_reason=card.tier_reason.told(actor.lang) if card.tier_reason else None,
        butler=_butler(card),
        spend_36m=str(row.spend_36m),
        erased=card.erased,
        merged=sorted(ids - {card.id}),
        households=[_home(home) for home in card.households],
        consents=[
            ConsentOut(purpose=c.purpose, source=c.source, given_at=c.given_at, withdrawn_at=c.withdrawn_at)
            for c in Consent.objects.filter(customer__in=ids)
        ],
        sections=panorama.sections(actor, ids),
    )


def _butler(card: CustomerCard) -> ButlerOut | None:
    if card.butler_id is None:
        return None
    return ButlerOut(id=card.butler_id, name=people.user_card(card.butler_id).name)


def _rows(page: Sequence[Customer], actor: Actor) -> list[CustomerRow]:
    return [_row(card) for card in selectors.cards_of(page, actor)]


def _row(card: CustomerCard) -> CustomerRow:
    return CustomerRow(
        id=card.id,
        name=card.name,
        kind=card.kind,
        tier=card.tier,
        elderly=card.elderly,
        key_account=card.key_account,
        phones=list(card.phones),
        address=card.households[0].address if card.households else "",
    )


def _home(card: HouseholdCard) -> HouseholdOut:
    return HouseholdOut(
        id=card.id,
        kind=card.kind,
        address=card.address,
        area=card.area,
        lng=card.lng,
        lat=card.lat,
        accuracy=card.accuracy,
        confidence=card.confidence,
        relations=list(card.relations),
    )
