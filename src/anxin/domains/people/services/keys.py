"""Keys for programs: shown once, kept as a hash, scoped, expiring, revocable."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import ip_network
from uuid import UUID

from anxin.kernel import clock, events
from anxin.kernel.actor import Actor
from anxin.kernel.authz.reach import has
from anxin.kernel.db import atomic
from anxin.kernel.errors import Forbidden, Invalid, NotFound

from ..actors import actor_for
from ..events import ApiKeyCreated, ApiKeyRevoked
from ..models import ApiKey

MAX_DAYS = 366


@dataclass(frozen=True, slots=True)
class NewKey:
    """`token` is shown once and never again."""

    key: ApiKey
    token: str


@atomic
def create_api_key(
    *, actor: Actor, user_id: UUID, name: str, scopes: Sequence[str], days: int, allow_from: Sequence[str] = ()
) -> NewKey:
    """Make a key that acts for `user_id` with some of that user's verbs, for at most a year.

    Raises Invalid for a bad duration or network, Forbidden for a verb the owner or the maker does not have:
    nobody makes a key that can do more than himself.
    """
    if not 1 <= days <= MAX_DAYS or not scopes:
        raise Invalid("people.bad_api_key", days=MAX_DAYS)
    _check_networks(allow_from)
    owner = actor_for(user_id)
    for verb in scopes:
        if not _knows(owner, verb) or not _knows(actor, verb):
            raise Forbidden(verb=verb)
    prefix, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
    now = clock.now()
    key = ApiKey.objects.create(
        name=name,
        user_id=user_id,
        prefix=prefix,
        secret_hash=hash_secret(secret),
        scopes=sorted(set(scopes)),
        allow_from=list(allow_from),
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    events.record(ApiKeyCreated(key.id, user_id, key.scopes), actor=actor, subject=("user", user_id), case_id=user_id)
    return NewKey(key, f"anxin_{prefix}_{secret}")


@atomic
def revoke_api_key(*, actor: Actor, key_id: UUID) -> None:
    """End a key at once. Raises NotFound."""
    key = ApiKey.objects.select_for_update().filter(pk=key_id).first()
    if key is None:
        raise NotFound
    if key.revoked_at is None:
        key.revoked_at = clock.now()
        key.save(update_fields=["revoked_at"])
        events.record(ApiKeyRevoked(key.id), actor=actor, subject=("user", key.user_id), case_id=key.user_id)


def hash_secret(secret: str) -> str:
    """SHA-256 is enough for 256 random bits: there is nothing to guess."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _knows(actor: Actor, verb: str) -> bool:
    try:
        return has(actor, verb)
    except KeyError:
        return False


def _check_networks(allow_from: Sequence[str]) -> None:
    try:
        for network in allow_from:
            ip_network(network, strict=False)
    except ValueError as error:
        raise Invalid("people.bad_network", network=network) from error
