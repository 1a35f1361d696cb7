"""From a request to its actor: a staff session, a customer's session, or an API key."""

from __future__ import annotations

import hmac
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest

from anxin.kernel import clock
from anxin.kernel.actor import ANONYMOUS, Actor, ActorKind, Assurance
from anxin.kernel.errors import NeedsLogin
from anxin.kernel.i18n import language

from . import rules
from .actors import staff_actor
from .login import ASSURANCE
from .models import ApiKey, User
from .services.keys import hash_secret

CUSTOMER = "customer"  # session key: {"id", "lang", "assurance"}; nothing that names a person
HOLDS = "holds"  # session key: [[object type, id], …] opened by this session
MAX_HOLDS = 50
_BEARER = "Bearer anxin_"
_SEEN_EVERY = timedelta(minutes=1)


def resolve(request: HttpRequest) -> tuple[Actor, bool]:
    """The actor, and whether a cookie (which a foreign page could abuse) vouches for it.

    Raises NeedsLogin for an API key that does not hold: it never falls back to being anonymous.
    """
    authorization = request.headers.get("Authorization", "")
    if authorization.startswith(_BEARER):
        return _of_key(request, authorization.removeprefix(_BEARER)), False
    user = request.user
    if isinstance(user, User) and user.is_active:
        actor = staff_actor(user, session=request.session.session_key or "")
        known = Assurance(request.session.get(ASSURANCE, actor.assurance))
        return replace(actor, lang=_page_language(request, actor.lang), assurance=known), True
    return _of_customer(request)


def _page_language(request: HttpRequest, known: str) -> str:
    """The language the page is in: it asks in it, whatever the person's messages are written in (`known`)."""
    asked = request.headers.get("Accept-Language")
    return language(asked) if asked or not known else known


def open_customer_session(request: HttpRequest, *, customer_id: UUID, lang: str, assurance: Assurance) -> None:
    """Make this browser the customer's, under a new session id (a planted old one is worth nothing)."""
    holds = request.session.get(HOLDS, [])
    request.session.flush()
    request.session[CUSTOMER] = {
        "id": str(customer_id),
        "lang": lang,
        "assurance": assurance.value,
    }
    request.session[HOLDS] = holds


def hold(request: HttpRequest, object_type: str, object_id: UUID) -> None:
    """Remember that this session opened an object and may therefore see it; the oldest are forgotten."""
    holds: list[list[str]] = [*request.session.get(HOLDS, []), [object_type, str(object_id)]]
    request.session[HOLDS] = holds[-MAX_HOLDS:]


def _of_customer(request: HttpRequest) -> tuple[Actor, bool]:
    kept: dict[str, Any] | None = request.session.get(CUSTOMER)
    held = request.session.get(HOLDS, [])
    if not kept and not held:
        return replace(ANONYMOUS, lang=_page_language(request, "")), False
    kept = kept or {}
    return Actor(
        kind=ActorKind.CUSTOMER,
        id=UUID(kept["id"]) if kept else None,
        assurance=Assurance(kept.get("assurance", Assurance.ANONYMOUS)),
        lang=_page_language(request, kept.get("lang", "")),
        session=request.session.session_key or "",
        holds=frozenset((object_type, UUID(object_id)) for object_type, object_id in held),
    ), True


def _of_key(request: HttpRequest, token: str) -> Actor:
    prefix, _, secret = token.partition("_")
    key = (
        ApiKey.objects.select_related("user")
        .filter(Q(revoked_at=None), prefix=prefix, expires_at__gt=clock.now(), user__is_active=True)
        .first()
    )
    if key is None or not hmac.compare_digest(key.secret_hash, hash_secret(secret)):
        raise NeedsLogin("people.key_refused")
    if not rules.address_allowed(str(request.META.get("REMOTE_ADDR", "")), key.allow_from):
        raise NeedsLogin("people.key_refused")
    _seen(key)
    return staff_actor(key.user, session=f"key:{key.prefix}", only_verbs=frozenset(key.scopes))


def _seen(key: ApiKey) -> None:
    now = clock.now()
    if key.last_used_at is None or now - key.last_used_at >= _SEEN_EVERY:
        ApiKey.objects.filter(pk=key.pk).update(last_used_at=now)
