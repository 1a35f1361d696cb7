"""Engineers: the list, enrolment, what they can and are allowed to do."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Schema, Status

from anxin.kernel.http import Column, Page, Request, Router, changes, etag, expect_version, export, paginate
from anxin.kernel.i18n import t

from .. import crew, services
from .shapes import EngineerDetail, EngineerOut, line, whole

router = Router(tags=["people"])
_EXPORTED = 5000


class EngineerQuery(Schema):
    """`org`: a place and all below it. `papers`: who has a certificate that is expired, ends soon, or either."""

    q: str = ""
    org: UUID | None = None
    papers: Literal["", "expired", "soon", "any"] = ""
    left: bool = False
    cursor: str | None = None
    limit: int = 25
    sort: str = "employee_no"


class EngineerExport(Schema):
    q: str = ""
    org: UUID | None = None
    papers: Literal["", "expired", "soon", "any"] = ""
    left: bool = False
    format: str = "csv"


class PointIn(Schema):
    lng: float
    lat: float


class EngineerIn(Schema):
    """`home_address` is read by the offline parser; a `home` point goes before it."""

    user_id: UUID
    outlet_id: UUID
    employee_no: str
    travel_mode: str = "ebike"
    home: PointIn | None = None
    home_address: str = ""


class EngineerPatch(Schema):
    """What is not sent stays. `home` null, or an empty `home_address`, takes the home away."""

    outlet_id: UUID | None = None
    employee_no: str | None = None
    travel_mode: str | None = None
    home: PointIn | None = None
    home_address: str | None = None


class LevelIn(Schema):
    level: int


class CertificateIn(Schema):
    kind: str
    valid_from: date
    valid_to: date
    number: str = ""


class LastDayIn(Schema):
    last_day: date


class EngineerDone(Schema):
    """The engineer after the act, and the token that takes it back, where it can be."""

    engineer: EngineerDetail
    undo: str | None = None


@router.get("/people/engineers", verb="engineer.see", response=Page[EngineerOut])
def list_engineers(request: Request, query: Query[EngineerQuery]) -> Page[EngineerOut]:
    rows = crew.matching(
        crew.engineers(request.actor, "engineer.see"), q=query.q, org=query.org, papers=query.papers, left=query.left
    )
    return paginate(
        request,
        rows.select_related("outlet", "user"),
        what="engineers",
        shape=lambda page: [line(member) for member in crew.members(page)],
        orders={"employee_no": "employee_no", "name": "user__name", "outlet": "outlet__code"},
        sort=query.sort,
        cursor=query.cursor,
        limit=query.limit,
    )


@router.get("/people/engineers/export", verb="engineer.manage")
def export_engineers(request: Request, query: Query[EngineerExport]) -> HttpResponse:
    """The list as shown, of the engineers one manages."""
    rows = crew.matching(
        crew.engineers(request.actor, "engineer.manage"), q=query.q, org=query.org, papers=query.papers, left=query.left
    )
    page = list(rows.select_related("outlet", "user").order_by("employee_no")[:_EXPORTED])
    lang = request.actor.lang
    columns = [
        Column[EngineerOut]("people.column_no", lambda row: row.employee_no),
        Column[EngineerOut]("people.column_name", lambda row: row.name),
        Column[EngineerOut]("people.column_outlet", lambda row: row.outlet),
        Column[EngineerOut]("people.column_skills", lambda row: _skills(row, lang)),
        Column[EngineerOut]("people.column_certificates", lambda row: _certificates(row, lang)),
        Column[EngineerOut]("people.column_visits", lambda row: row.open_visits),
    ]
    lines = [line(member) for member in crew.members(page)]
    return export(request, lines, columns, what="engineers", format=query.format)


@router.get("/people/engineers/{uuid:engineer_id}", verb="engineer.see", response=EngineerDetail)
def read_engineer(request: Request, response: HttpResponse, engineer_id: UUID) -> EngineerDetail:
    found = told(request, engineer_id)
    etag(response, found.version)
    return found


@router.post("/people/engineers", verb="engineer.manage", creates=True, response={201: EngineerDetail})
def enrol(request: Request, wanted: EngineerIn) -> Status[EngineerDetail]:
    """Make a user an engineer; he gets the role at the outlet. Who left before comes back."""
    fields = wanted.model_dump(exclude={"home"})
    services.enrol_engineer(actor=request.actor, home=_point(wanted.home), **fields)
    return Status(201, told(request, wanted.user_id))


@router.patch("/people/engineers/{uuid:engineer_id}", verb="engineer.manage", response=EngineerDetail)
def change(request: Request, response: HttpResponse, engineer_id: UUID, wanted: EngineerPatch) -> EngineerDetail:
    row = crew.engineer_for(request.actor, "engineer.manage", engineer_id)
    expect_version(request, row.version, current=lambda: whole(row, request.actor))
    values = changes(wanted, may_be_empty=("home",))
    if "home" in values:
        values["home"] = _point(wanted.home)
    services.change_engineer(actor=request.actor, engineer_id=engineer_id, **values)
    found = told(request, engineer_id)
    etag(response, found.version)
    return found


@router.post("/people/engineers/{uuid:engineer_id}/end", verb="engineer.manage", response=EngineerDetail)
def end(request: Request, engineer_id: UUID) -> EngineerDetail:
    """Let an engineer leave. 409 with their numbers while visits are open."""
    services.end_engineer(actor=request.actor, engineer_id=engineer_id)
    return told(request, engineer_id)


@router.put("/people/engineers/{uuid:engineer_id}/skills/{category}", verb="engineer.certify", response=EngineerDone)
def set_skill(request: Request, engineer_id: UUID, category: str, wanted: LevelIn) -> EngineerDone:
    token = services.set_skill_undoable(
        actor=request.actor, engineer_id=engineer_id, category=category, level=wanted.level
    )
    return EngineerDone(engineer=told(request, engineer_id), undo=token)


@router.delete("/people/engineers/{uuid:engineer_id}/skills/{category}", verb="engineer.certify", response=EngineerDone)
def remove_skill(request: Request, engineer_id: UUID, category: str) -> EngineerDone:
    token = services.set_skill_undoable(actor=request.actor, engineer_id=engineer_id, category=category, level=None)
    return EngineerDone(engineer=told(request, engineer_id), undo=token)


@router.post(
    "/people/engineers/{uuid:engineer_id}/certificates",
    verb="engineer.certify",
    creates=True,
    response={201: EngineerDetail},
)
def add_certificate(request: Request, engineer_id: UUID, wanted: CertificateIn) -> Status[EngineerDetail]:
    services.add_certificate(actor=request.actor, engineer_id=engineer_id, **wanted.model_dump())
    return Status(201, told(request, engineer_id))


@router.put(
    "/people/engineers/{uuid:engineer_id}/certificates/{uuid:certificate_id}",
    verb="engineer.certify",
    response=EngineerDetail,
)
def correct_certificate(
    request: Request, engineer_id: UUID, certificate_id: UUID, wanted: CertificateIn
) -> EngineerDetail:
    """Write it anew as it stands on the paper; the version is the engineer's."""
    row = crew.engineer_for(request.actor, "engineer.certify", engineer_id)
    expect_version(request, row.version, current=lambda: whole(row, request.actor))
    services.correct_certificate(
        actor=request.actor, engineer_id=engineer_id, certificate_id=certificate_id, **wanted.model_dump()
    )
    return told(request, engineer_id)


@router.post(
    "/people/engineers/{uuid:engineer_id}/certificates/{uuid:certificate_id}/end",
    verb="engineer.certify",
    response=EngineerDetail,
)
def end_certificate(request: Request, engineer_id: UUID, certificate_id: UUID, wanted: LastDayIn) -> EngineerDetail:
    """It holds until that day, on purpose: nobody is reminded of it."""
    services.end_certificate(
        actor=request.actor, engineer_id=engineer_id, certificate_id=certificate_id, last_day=wanted.last_day
    )
    return told(request, engineer_id)


def told(request: Request, engineer_id: UUID) -> EngineerDetail:
    """The engineer as the caller may know him. Raises NotFound for one he may not see."""
    return whole(crew.engineer_for(request.actor, "engineer.see", engineer_id), request.actor)


def _point(home: PointIn | None) -> tuple[float, float] | None:
    return (home.lng, home.lat) if home else None


def _skills(row: EngineerOut, lang: str) -> str:
    return "; ".join(f"{skill.category} {t(f'enum.level.{skill.level}', lang)}" for skill in row.skills)


def _certificates(row: EngineerOut, lang: str) -> str:
    return "; ".join(f"{t(f'enum.certificate.{one.kind}', lang)} {one.valid_to}" for one in row.certificates)
