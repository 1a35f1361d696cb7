"""Logging in and out: one refusal for every reason, limits by account and by address, a new session each time."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.backends import ModelBackend
from django.db.models import QuerySet
from django.http import HttpRequest

from anxin.kernel import events
from anxin.kernel.actor import Actor, Assurance
from anxin.kernel.db import atomic
from anxin.kernel.errors import NeedsLogin
from anxin.kernel.http.rates import Use, spend
from anxin.kernel.statements import prepared

from . import mfa
from .actors import staff_actor
from .events import LoggedIn, LoggedOut
from .models import User
from .services.users import MAX_PASSWORD

PER_ACCOUNT = "10/m"
ASSURANCE = "assurance"  # session key: how it is known who this is
_WAITS = "mfa_waits"
_NAMED = "openid_named"  # session key: whom an OpenID provider named, while the second factor is waited for


@prepared
def _user(user_id: UUID) -> QuerySet[User]:
    return User.objects.filter(pk=user_id)


class Passwords(ModelBackend):
    """Django's log-in by password; the user of a session is read at every request."""

    def get_user(self, user_id: UUID) -> User | None:
        return next((user for user in _user(user_id) if self.user_can_authenticate(user)), None)


def log_in(request: HttpRequest, *, username: str, password: str, code: str) -> Actor:
    """Log in by password and, where it is on, the second factor; whom OpenID has named, by the code alone.

    An unknown user costs the same time and gets the same answer as a wrong password. Raises NeedsLogin
    (`people.mfa_needed` only to who knew the password), TooMany.
    """
    if not username and not password and request.session.get(_NAMED):
        return _enter_named(request, code)
    username = username.strip().casefold()
    spend(Use("login.account", username, PER_ACCOUNT))
    user = authenticate(request, username=username, password=password) if len(password) <= MAX_PASSWORD else None
    if not isinstance(user, User):
        raise NeedsLogin("people.login_failed")
    second = mfa.is_on(user)
    if second and not code:
        request.session[_WAITS] = True
        raise NeedsLogin("people.mfa_needed")
    if second and not mfa.check(user, code):
        raise NeedsLogin("people.login_failed")
    return _enter(request, user, second)


def enter_by_openid(request: HttpRequest, user: User, *, strong: bool) -> Actor:
    """Log in whom an OpenID provider has named. `strong`: the provider says it asked for a second factor.

    Raises NeedsLogin (`people.mfa_needed`) where it did not and the user has one here: `log_in` then takes its code.
    """
    if mfa.is_on(user) and not strong:
        request.session[_WAITS], request.session[_NAMED] = True, str(user.id)
        raise NeedsLogin("people.mfa_needed")
    return _enter(request, user, strong, Assurance.OPENID)


def _enter_named(request: HttpRequest, code: str) -> Actor:
    user = User.objects.get(pk=request.session[_NAMED])
    spend(Use("login.account", user.username, PER_ACCOUNT))
    if not code:
        raise NeedsLogin("people.mfa_needed")
    if not user.is_active or not mfa.check(user, code):
        raise NeedsLogin("people.login_failed")
    return _enter(request, user, True, Assurance.OPENID)


def waits_for_code(request: HttpRequest) -> bool:
    """Whether this browser has given a right password and no code yet."""
    return bool(request.session.get(_WAITS))


@atomic
def log_out(request: HttpRequest, actor: Actor) -> None:
    """End the session on the server, whoever's it is."""
    if actor.is_staff and actor.id is not None:
        events.record(LoggedOut(actor.id), actor=actor, subject=("user", actor.id), case_id=actor.id)
    logout(request)


@atomic
def _enter(request: HttpRequest, user: User, second: bool, assurance: Assurance = Assurance.VERIFIED) -> Actor:
    request.session.flush()  # nothing of an earlier session is carried over
    login(request, user)
    request.session[ASSURANCE] = assurance.value
    actor = replace(staff_actor(user, session=request.session.session_key or ""), assurance=assurance)
    events.record(LoggedIn(user.id, second), actor=actor, subject=("user", user.id), case_id=user.id)
    return actor
