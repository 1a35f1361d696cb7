"""Log-in of staff by an OpenID Connect provider: code flow with PKCE, state and nonce (OpenID Connect Core 1.0).

The provider says who it is; what the person may do stands here. It opens the account of an existing, active user
with the same e-mail, if the provider has verified that address, and never makes one or gives a role.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from typing import Any
from urllib.parse import urlencode

import httpx
import jwt
import structlog
from django.conf import settings
from django.http import HttpRequest

from anxin.kernel.errors import NeedsLogin
from anxin.kernel.outbound.addresses import Blocked
from anxin.kernel.outbound.http import Allowed, Call, fetch

from . import login
from .models import User

log = structlog.get_logger(__name__)

RETURN = "/api/session/openid/return"
_GOING = "openid_going"  # session key: what the answer must match
_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"]  # never `none`, never a shared secret
_LEEWAY = 60  # seconds two clocks may differ
_CLAIMS = ["iss", "aud", "exp", "iat", "sub", "nonce"]


def is_on() -> bool:
    return bool(settings.ANXIN.openid_issuer and settings.ANXIN.openid_client_id)


def begin(request: HttpRequest) -> str:
    """The provider's address to send the browser to. Raises NeedsLogin when it is off or cannot be reached."""
    if not is_on():
        raise NeedsLogin("people.openid_off")
    going = {name: secrets.token_urlsafe(32) for name in ("state", "nonce", "verifier")}
    request.session[_GOING] = going
    asked = {
        "response_type": "code",
        "scope": "openid email",
        "client_id": settings.ANXIN.openid_client_id,
        "redirect_uri": _return_url(),
        "state": going["state"],
        "nonce": going["nonce"],
        "code_challenge": _challenge(going["verifier"]),
        "code_challenge_method": "S256",
    }
    return f"{_discovered()['authorization_endpoint']}?{urlencode(asked)}"


def finish(request: HttpRequest, *, code: str, state: str) -> None:
    """Log the browser in as the user the provider named. Raises NeedsLogin; the same answer is never taken twice."""
    going: dict[str, str] | None = request.session.pop(_GOING, None)
    if not is_on() or not going or not code or not hmac.compare_digest(going["state"].encode(), state.encode()):
        raise NeedsLogin("people.openid_refused")
    provider = _discovered()
    claims = _claims(provider, _redeem(provider, code, going["verifier"]))
    if not hmac.compare_digest(str(claims["nonce"]).encode(), going["nonce"].encode()):
        log.warning("openid.refused", why="nonce")
        raise NeedsLogin("people.openid_refused")
    login.enter_by_openid(request, _user(claims), strong=_asked_twice(claims))


def _asked_twice(claims: dict[str, Any]) -> bool:
    """Whether the provider asked for a second factor: `mfa` in `amr` (RFC 8176), or multi-factor in `acr`."""
    methods = claims.get("amr")
    return (isinstance(methods, list) and "mfa" in methods) or "multi-factor" in str(claims.get("acr", ""))


def _user(claims: dict[str, Any]) -> User:
    """The one active user of the verified address."""
    email = claims.get("email")
    if claims.get("email_verified") is not True or not isinstance(email, str) or not email:
        raise NeedsLogin("people.openid_unknown")
    found = list(User.objects.filter(email__iexact=email, is_active=True).order_by()[:2])
    if len(found) != 1:
        raise NeedsLogin("people.openid_unknown")
    return found[0]


def _discovered() -> dict[str, Any]:
    """The provider's own description; it must name itself as we were told."""
    issuer = settings.ANXIN.openid_issuer
    described = _ask(Call("GET", f"{issuer.rstrip('/')}/.well-known/openid-configuration"))
    if described.get("issuer") != issuer:
        log.warning("openid.refused", why="issuer", told=described.get("issuer"))
        raise NeedsLogin("people.openid_refused")
    return described


def _redeem(provider: dict[str, Any], code: str, verifier: str) -> str:
    """The identity token for a code."""
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": _return_url(),
        "client_id": settings.ANXIN.openid_client_id,
        "client_secret": settings.ANXIN.openid_client_secret,
        "code_verifier": verifier,
    }
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    told = _ask(Call("POST", provider["token_endpoint"], headers, urlencode(form).encode()))
    return str(told.get("id_token", ""))


def _claims(provider: dict[str, Any], token: str) -> dict[str, Any]:
    """What a token says, once signature, issuer, audience and times hold."""
    client = settings.ANXIN.openid_client_id
    try:
        wanted = jwt.get_unverified_header(token).get("kid")
        keys = jwt.PyJWKSet.from_dict(_ask(Call("GET", provider["jwks_uri"]))).keys
        key = next(key for key in keys if wanted is None or key.key_id == wanted)
        claims: dict[str, Any] = jwt.decode(
            token,
            key,
            algorithms=_ALGORITHMS,
            audience=client,
            issuer=settings.ANXIN.openid_issuer,
            leeway=_LEEWAY,
            options={"require": _CLAIMS},
        )
    except (jwt.PyJWTError, StopIteration) as error:
        log.warning("openid.refused", why=type(error).__name__)
        raise NeedsLogin("people.openid_refused") from error
    if claims.get("azp", client) != client:
        raise NeedsLogin("people.openid_refused")
    return claims


def _ask(call: Call) -> dict[str, Any]:
    """JSON of the provider. Only the configured issuer may be a private place."""
    try:
        answer = fetch(call, Allowed(origins=(settings.ANXIN.openid_issuer,)))
        told = json.loads(answer.body) if answer.status == 200 else None
    except (Blocked, httpx.HTTPError, ValueError) as error:
        log.warning("openid.unreachable", why=type(error).__name__)
        raise NeedsLogin("people.openid_unreachable") from error
    if not isinstance(told, dict):
        log.warning("openid.refused", why="answer", status=answer.status)
        raise NeedsLogin("people.openid_refused")
    return told


def _return_url() -> str:
    return f"{settings.ANXIN.base_url}{RETURN}"


def _challenge(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
