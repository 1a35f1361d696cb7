"""The organisation tree, and who serves which streets."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from ninja import Query, Schema, Status

from anxin.kernel import authz
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound
from anxin.kernel.http import Column, Page, Request, Router, changes, etag, expect_version, export, paginate
from anxin.kernel.i18n import t

from .. import crew, services
from ..models import Authorisation, OrgUnit

router = Router(tags=["people"])


class OrgOut(Schema):
    id: UUID
    parent_id: UUID | None
    kind: str
    code: str
    name: str
    partner: bool
    own_planning: bool
    active: bool
    place: str
    lng: float | None
    lat: float | None
    timezone: str
    version: int


class OrgIn(Schema):
    kind: str
    code: str
    name: str
    parent_id: UUID
    partner: bool = False
    own_planning: bool | None = None
    place: str = ""
    lng: float | None = None
    lat: float | None = None
    timezone: str = "Asia/Shanghai"


class OrgPatch(Schema):
    """What is not sent stays. `active` false closes the place."""

    name: str | None = None
    place: str | None = None
    lng: float | None = None
    lat: float | None = None
    timezone: str | None = None
    partner: bool | None = None
    own_planning: bool | None = None
    active: bool | None = None


class AuthorisationOut(Schema):
    id: UUID
    outlet_id: UUID
    outlet: str
    area: str
    category: str
    order_type: str
    rank: int
    daily_quota: int | None
    valid_from: date
    valid_to: date | None


class AuthorisationIn(Schema):
    outlet_id: UUID
    area: str
    category: str = ""
    order_type: str = ""
    rank: int = 1
    daily_quota: int | None = None
    valid_from: date
    valid_to: date | None = None


class AuthorisationQuery(Schema):
    outlet: UUID | None = None
    area: str = ""
    cursor: str | None = None
    limit: int = 25
    sort: str = "area"


class AuthorisationExport(Schema):
    outlet: UUID | None = None
    area: str = ""
    format: str = "csv"


@router.get("/orgs", verb="org.see", response=list[OrgOut])
def list_orgs(request: Request) -> QuerySet[OrgUnit]:
    """Every node; the tree is read off `parent_id`."""
    return OrgUnit.objects.order_by("code")


@router.post("/orgs", verb="org.manage", creates=True, response={201: OrgOut})
def add_org(request: Request, wanted: OrgIn) -> Status[OrgUnit]:
    return Status(201, services.add_org_unit(actor=request.actor, **wanted.model_dump()))


@router.patch("/orgs/{uuid:org_id}", verb="org.manage", response=OrgOut)
def change_org(request: Request, response: HttpResponse, org_id: UUID, wanted: OrgPatch) -> OrgUnit:
    """Rename, move, close or open a place again. Refused with what stands against closing it."""
    org = OrgUnit.objects.filter(pk=org_id).first()
    if org is None:
        raise NotFound
    expect_version(request, org.version, current=lambda: OrgOut.from_orm(org))
    values = changes(wanted, may_be_empty=("lng", "lat"))
    org = services.change_org_unit(actor=request.actor, org_id=org_id, **values)
    etag(response, org.version)
    return org


@router.get("/people/authorisations", verb="authorisation.see", response=Page[AuthorisationOut])
def list_authorisations(request: Request, query: Query[AuthorisationQuery]) -> Page[AuthorisationOut]:
    return paginate(
        request,
        _authorisations(request.actor, "authorisation.see", query.outlet, query.area),
        what="authorisations",
        shape=lambda page: [_authorisation(row) for row in page],
        orders={"area": "area", "rank": "rank"},
        sort=query.sort,
        cursor=query.cursor,
        limit=query.limit,
    )


@router.get("/people/authorisations/export", verb="authorisation.manage")
def export_authorisations(request: Request, query: Query[AuthorisationExport]) -> HttpResponse:
    """The list as shown."""
    rows = _authorisations(request.actor, "authorisation.manage", query.outlet, query.area)
    lang = request.actor.lang
    columns = [
        Column[Authorisation]("people.column_area", lambda row: row.area),
        Column[Authorisation]("people.column_outlet", lambda row: row.outlet.name),
        Column[Authorisation]("people.column_category", lambda row: row.category),
        Column[Authorisation]("people.column_order_type", lambda row: _type(row, lang)),
        Column[Authorisation]("people.column_rank", lambda row: row.rank),
        Column[Authorisation]("people.column_quota", lambda row: row.daily_quota),
        Column[Authorisation]("people.column_from", lambda row: row.valid_from),
        Column[Authorisation]("people.column_to", lambda row: row.valid_to),
    ]
    return export(request, list(rows.order_by("area", "rank")), columns, what="authorisations", format=query.format)


def _authorisations(actor: Actor, verb: str, outlet: UUID | None, area: str) -> QuerySet[Authorisation]:
    rows = authz.scoped(Authorisation.objects.select_related("outlet"), actor, verb, org="outlet_id")
    if outlet:
        rows = rows.filter(outlet_id=outlet)
    return rows.filter(area__contains=area) if area else rows


def _type(row: Authorisation, lang: str) -> str:
    return t(f"enum.order_type.{row.order_type}", lang) if row.order_type else ""


@router.post("/people/authorisations", verb="authorisation.manage", creates=True, response={201: AuthorisationOut})
def authorise(request: Request, wanted: AuthorisationIn) -> Status[AuthorisationOut]:
    return Status(201, _authorisation(services.authorise(actor=request.actor, **wanted.model_dump())))


@router.delete("/people/authorisations/{uuid:line_id}", verb="authorisation.manage", response=AuthorisationOut)
def end_authorisation(request: Request, line_id: UUID) -> AuthorisationOut:
    """The line holds until the end of today; what was offered by it stays."""
    line = Authorisation.objects.filter(pk=line_id).first()
    if line is None:
        raise NotFound
    today = crew.today_at(line.outlet_id)
    return _authorisation(
        services.end_authorisation(actor=request.actor, authorisation_id=line_id, last_day=max(today, line.valid_from))
    )


def _authorisation(row: Authorisation) -> AuthorisationOut:
    return AuthorisationOut(
        id=row.id,
        outlet_id=row.outlet_id,
        outlet=row.outlet.name,
        area=row.area,
        category=row.category,
        order_type=row.order_type,
        rank=row.rank,
        daily_quota=row.daily_quota,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )
