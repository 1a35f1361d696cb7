"""Links that let a person without a log-in reach one thing: tracking, rating.

The token is the link's id and a keyed digest over it. The database holds neither the token nor anything
it could be made from without the key: a stolen copy of it opens no link. Links expire and can be revoked.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import QuerySet

from anxin.kernel import clock
from anxin.kernel.db import atomic, sole
from anxin.kernel.errors import NotFound
from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy
from anxin.kernel.statements import insert, prepared, update

_DIGEST_BYTES = 16
#: A link is prolonged once a day at most: every message to a customer carries one.
_OFTEN_ENOUGH = timedelta(days=1)


class Link(models.Model):
    PRIVACY: ClassVar[dict[str, Privacy]] = {"kind": Privacy.PLAIN}

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=30)
    object_id = models.UUIDField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kernel"
        indexes = [models.Index(fields=["kind", "object_id"], name="link_object")]


@dataclass(frozen=True, slots=True)
class LinkCard:
    id: UUID
    kind: str
    object_id: UUID
    expires_at: datetime


@atomic
def sign(kind: str, object_id: UUID, until: datetime) -> str:
    """A token for one object, good until `until` (give or take a day). Its living link is prolonged, not doubled."""
    link = next(iter(_living(kind, object_id, clock.now())), None)
    if link is None:
        link = insert(Link(kind=kind, object_id=object_id, expires_at=until))
    elif link.expires_at <= until - _OFTEN_ENOUGH:
        link.expires_at = until
        update(link, "expires_at")
    return token_of(kind, link.pk)


@prepared
def _living(kind: str, object_id: UUID, now: datetime) -> QuerySet[Link]:
    return Link.objects.filter(kind=kind, object_id=object_id, revoked_at=None, expires_at__gt=now)


def read(kind: str, token: str) -> LinkCard:
    """What a token opens. NotFound for forged, foreign, expired and revoked alike."""
    link = sole(Link.objects.filter(pk=_verified_id(kind, token), kind=kind, revoked_at=None))
    if link is None or link.expires_at <= clock.now():
        raise NotFound("error.link_not_valid")
    return LinkCard(link.pk, link.kind, link.object_id, link.expires_at)


@atomic
def revoke(kind: str, object_id: UUID) -> int:
    """End every link of this kind to an object; returns how many lived."""
    return Link.objects.filter(kind=kind, object_id=object_id, revoked_at=None).update(revoked_at=clock.now())


def token_of(kind: str, link_id: UUID) -> str:
    """URL-safe, 43 characters."""
    return base64.urlsafe_b64encode(link_id.bytes + _digest(kind, link_id)).rstrip(b"=").decode()


def _verified_id(kind: str, token: str) -> UUID:
    try:
        raw = base64.urlsafe_b64decode(token.encode("ascii") + b"=" * (-len(token) % 4))
    except (binascii.Error, UnicodeEncodeError) as error:
        raise NotFound("error.link_not_valid") from error
    if len(raw) != 16 + _DIGEST_BYTES:
        raise NotFound("error.link_not_valid")
    link_id = UUID(bytes=raw[:16])
    if not hmac.compare_digest(raw[16:], _digest(kind, link_id)):
        raise NotFound("error.link_not_valid")
    return link_id


def _digest(kind: str, link_id: UUID) -> bytes:
    key = f"links:{settings.SECRET_KEY}".encode()
    return hmac.new(key, kind.encode() + link_id.bytes, hashlib.sha256).digest()[:_DIGEST_BYTES]
