"""The organisation tree, its engineers, and who serves which streets."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from ninja import Query, Schema

from anxin.kernel import authz, clock
from anxin.kernel.errors import NotFound
from anxin.kernel.http import Page, Request, Router, paginate

from .. import selectors, services
from ..cards import CandidateData
from ..models import Authorisation, Engineer, OrgUnit
from ..tree import subtree

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
    lng: float | None
    lat: float | None


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


class SkillOut(Schema):
    category: str
    level: int


class CertificateOut(Schema):
    kind: str
    valid_to: date
    ok: bool


class DayOut(Schema):
    """Today at the outlet's place: the shift, and whether the engineer is away now."""

    starts_at: datetime | None
    ends_at: datetime | None
    away: bool


class EngineerOut(Schema):
    id: UUID
    name: str
    employee_no: str
    outlet_id: UUID
    outlet: str
    travel_mode: str
    skills: list[SkillOut]
    certificates: list[CertificateOut]
    today: DayOut


class EngineerQuery(Schema):
    org: UUID | None = None
    cursor: str | None = None
    limit: int = 25
    sort: str = "employee_no"


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


@router.get("/orgs", verb="org.see", response=list[OrgOut])
def list_orgs(request: Request) -> QuerySet[OrgUnit]:
    """Every node; the tree is read off `parent_id`."""
    return OrgUnit.objects.order_by("code")


@router.post("/orgs", verb="user.manage", creates=True, response={201: OrgOut})
def add_org(request: Request, wanted: OrgIn) -> tuple[int, OrgUnit]:
    return 201, services.add_org_unit(actor=request.actor, **wanted.model_dump())


@router.get("/people/engineers", verb="engineer.see", response=Page[EngineerOut])
def list_engineers(request: Request, query: Query[EngineerQuery]) -> Page[EngineerOut]:
    rows = authz.scoped(
        Engineer.objects.filter(active=True), request.actor, "engineer.see", org="outlet_id", own="user_id"
    )
    if query.org:
        rows = rows.filter(outlet_id__in=subtree(query.org))
    return paginate(
        request,
        rows.select_related("outlet"),
        what="engineers",
        shape=lambda page: _engineers([row.pk for row in page], [row.outlet_id for row in page]),
        orders={"employee_no": "employee_no", "name": "user__name"},
        sort=query.sort,
        cursor=query.cursor,
        limit=query.limit,
    )


@router.get("/people/authorisations", verb="authorisation.see", response=Page[AuthorisationOut])
def list_authorisations(request: Request, query: Query[AuthorisationQuery]) -> Page[AuthorisationOut]:
    rows = authz.scoped(
        Authorisation.objects.select_related("outlet"), request.actor, "authorisation.see", org="outlet_id"
    )
    if query.outlet:
        rows = rows.filter(outlet_id=query.outlet)
    if query.area:
        rows = rows.filter(area__contains=query.area)
    return paginate(
        request,
        rows,
        what="authorisations",
        shape=lambda page: [_authorisation(row) for row in page],
        orders={"area": "area", "rank": "rank"},
        sort=query.sort,
        cursor=query.cursor,
        limit=query.limit,
    )


@router.post("/people/authorisations", verb="authorisation.manage", creates=True, response={201: AuthorisationOut})
def authorise(request: Request, wanted: AuthorisationIn) -> tuple[int, AuthorisationOut]:
    return 201, _authorisation(services.authorise(actor=request.actor, **wanted.model_dump()))


@router.delete("/people/authorisations/{uuid:line_id}", verb="authorisation.manage", response=AuthorisationOut)
def end_authorisation(request: Request, line_id: UUID) -> AuthorisationOut:
    """The line holds until the end of today; what was offered by it stays."""
    line = Authorisation.objects.filter(pk=line_id).first()
    if line is None:
        raise NotFound
    today = selectors.local_date(line.outlet_id, clock.now())
    return _authorisation(
        services.end_authorisation(actor=request.actor, authorisation_id=line_id, last_day=max(today, line.valid_from))
    )


def _engineers(ids: list[UUID], outlets: list[UUID]) -> list[EngineerOut]:
    if not ids:
        return []
    now = clock.now()
    today = selectors.local_date(outlets[0], now)
    data = {d.engineer.id: d for d in selectors.candidates_data(set(outlets), today)}
    return [_engineer(data[i], today, now) for i in ids]


def _engineer(data: CandidateData, today: date, now: datetime) -> EngineerOut:
    card, shift = data.engineer, data.shift
    return EngineerOut(
        id=card.id,
        name=card.name,
        employee_no=card.employee_no,
        outlet_id=card.outlet_id,
        outlet=card.outlet_name,
        travel_mode=card.travel_mode,
        skills=[SkillOut(category=c, level=level) for c, level in sorted(card.skills.items())],
        certificates=[CertificateOut(kind=c.kind, valid_to=c.valid_to, ok=c.holds(today)) for c in card.certificates],
        today=DayOut(
            starts_at=shift.starts_at if shift else None,
            ends_at=shift.ends_at if shift else None,
            away=any(a.starts_at <= now < a.ends_at for a in data.absences),
        ),
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
