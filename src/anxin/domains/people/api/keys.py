"""Keys for programs."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from ninja import Schema, Status

from anxin.kernel.http import Request, Router

from .. import services
from ..models import ApiKey

router = Router(tags=["people"])


class KeyOut(Schema):
    id: UUID
    name: str
    prefix: str
    user_id: UUID
    scopes: list[str]
    allow_from: list[str]
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    last_used_at: datetime | None


class KeyIn(Schema):
    name: str
    user_id: UUID
    scopes: list[str]
    days: int = 90
    allow_from: list[str] = []


class NewKeyOut(Schema):
    """`token` is shown this once; only its hash is kept."""

    key: KeyOut
    token: str


@router.get("/people/api-keys", verb="apikey.see", response=list[KeyOut])
def list_keys(request: Request) -> QuerySet[ApiKey]:
    return ApiKey.objects.order_by("-created_at", "id")


@router.post("/people/api-keys", verb="apikey.manage", response={201: NewKeyOut})
def create_key(request: Request, wanted: KeyIn) -> Status[services.NewKey]:
    return Status(201, services.create_api_key(actor=request.actor, **wanted.model_dump()))


@router.delete("/people/api-keys/{uuid:key_id}", verb="apikey.manage", response={204: None})
def revoke_key(request: Request, key_id: UUID) -> Status[None]:
    services.revoke_api_key(actor=request.actor, key_id=key_id)
    return Status(204, None)
