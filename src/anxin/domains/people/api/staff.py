"""Users and their roles."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from ninja import Query, Schema, Status

from anxin.kernel import authz
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound
from anxin.kernel.http import Column, Page, Request, Router, changes, etag, expect_version, export, paginate
from anxin.kernel.i18n import t

from .. import selectors, services
from ..models import RoleAssignment, User
from .session import RoleOut

router = Router(tags=["people"])


class StaffOut(Schema):
    id: UUID
    version: int
    username: str
    name: str
    phone: str
    email: str
    lang: str
    is_active: bool
    roles: list[RoleOut]


class StaffQuery(Schema):
    q: str = ""
    role: str = ""
    cursor: str | None = None
    limit: int = 25
    sort: str = "username"


class StaffExport(Schema):
    q: str = ""
    role: str = ""
    format: str = "csv"


class StaffIn(Schema):
    username: str
    name: str
    password: str | None = None
    phone: str = ""
    email: str = ""
    lang: str = "zh"


class StaffPatch(Schema):
    name: str | None = None
    phone: str | None = None
    email: str | None = None
    lang: str | None = None
    is_active: bool | None = None


class NewPasswordIn(Schema):
    new: str


class RoleIn(Schema):
    role: str
    org_id: UUID


@router.get("/people/users", verb="user.see", response=Page[StaffOut])
def list_users(request: Request, query: Query[StaffQuery]) -> Page[StaffOut]:
    rows = selectors.users_visible_to(request.actor)
    return paginate(
        request,
        _matching(rows, query.q, query.role),
        what="staff",
        shape=lambda page: _staff(page, request.actor),
        orders={"username": "username", "name": "name"},
        sort=query.sort,
        cursor=query.cursor,
        limit=query.limit,
    )


@router.get("/people/users/export", verb="user.manage")
def export_users(request: Request, query: Query[StaffExport]) -> HttpResponse:
    """The list as shown, of the people one manages."""
    rows = _matching(selectors.users_visible_to(request.actor), query.q, query.role)
    lang = request.actor.lang
    columns = [
        Column[StaffOut]("people.column_name", lambda row: row.name),
        Column[StaffOut]("people.column_username", lambda row: row.username),
        Column[StaffOut]("people.column_phone", lambda row: row.phone),
        Column[StaffOut]("people.column_roles", lambda row: _roles(row, lang)),
        Column[StaffOut]("people.column_active", lambda row: t("tables.yes" if row.is_active else "tables.no", lang)),
    ]
    lines = _staff(list(rows.order_by("username")), request.actor)
    return export(request, lines, columns, what="staff", format=query.format)


def _matching(rows: QuerySet[User], q: str, role: str) -> QuerySet[User]:
    if q:
        rows = rows.filter(username__icontains=q) | rows.filter(name__icontains=q)
    if role:
        rows = rows.filter(pk__in=RoleAssignment.objects.filter(role=role).values("user_id"))
    return rows


def _roles(row: StaffOut, lang: str) -> str:
    return "; ".join(f"{t(f'enum.role.{held.role}', lang)} · {held.org_name}" for held in row.roles)


@router.post("/people/users", verb="user.manage", creates=True, response={201: StaffOut})
def add_user(request: Request, wanted: StaffIn) -> Status[StaffOut]:
    user = services.add_user(actor=request.actor, **wanted.model_dump())
    return Status(201, _staff([user], request.actor)[0])


@router.patch("/people/users/{uuid:user_id}", verb="user.manage", response=StaffOut)
def change_user(request: Request, response: HttpResponse, user_id: UUID, wanted: StaffPatch) -> StaffOut:
    user = _found(user_id)
    expect_version(request, user.version, current=lambda: _staff([user], request.actor)[0])
    user = services.change_user(actor=request.actor, user_id=user_id, **changes(wanted))
    etag(response, user.version)
    return _staff([user], request.actor)[0]


@router.post("/people/users/{uuid:user_id}/password", verb="user.manage", response={204: None})
def set_password(request: Request, user_id: UUID, wanted: NewPasswordIn) -> Status[None]:
    """For somebody who forgot it; every session of the user ends."""
    services.change_password(actor=request.actor, user_id=_found(user_id).id, new=wanted.new)
    return Status(204, None)


@router.post("/people/users/{uuid:user_id}/roles", verb="user.manage", response=StaffOut)
def give_role(request: Request, user_id: UUID, wanted: RoleIn) -> StaffOut:
    user = _found(user_id)
    services.give_role(actor=request.actor, user_id=user_id, role=wanted.role, org_id=wanted.org_id)
    return _staff([user], request.actor)[0]


@router.delete("/people/users/{uuid:user_id}/roles", verb="user.manage", response=StaffOut)
def take_role(request: Request, user_id: UUID, wanted: Query[RoleIn]) -> StaffOut:
    user = _found(user_id)
    services.take_role(actor=request.actor, user_id=user_id, role=wanted.role, org_id=wanted.org_id)
    return _staff([user], request.actor)[0]


def _found(user_id: UUID) -> User:
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        raise NotFound
    return user


def _staff(users: Sequence[User], actor: Actor) -> list[StaffOut]:
    held: dict[UUID, list[RoleOut]] = {}
    for a in RoleAssignment.objects.filter(user__in=users).select_related("org").order_by("role", "org__code"):
        held.setdefault(a.user_id, []).append(RoleOut(role=a.role, org_id=a.org_id, org_name=a.org.name))
    return [
        StaffOut(
            id=user.id,
            version=user.version,
            username=user.username,
            name=user.name,
            phone=user.phone if authz.has(actor, "user.manage") else authz.mask_phone(user.phone),
            email=user.email,
            lang=user.lang,
            is_active=user.is_active,
            roles=held.get(user.id, []),
        )
        for user in users
    ]
