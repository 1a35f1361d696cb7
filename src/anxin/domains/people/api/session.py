"""Who am I, log-in, log-out, second factor, own settings."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import segno
from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.utils.module_loading import import_string
from ninja import Schema, Status
from ninja.utils import check_csrf
from pydantic import Field

from anxin.kernel import clock, events
from anxin.kernel.actor import Actor, ActorKind
from anxin.kernel.authz.reach import verbs_of
from anxin.kernel.errors import Forbidden, Invalid, NeedsLogin
from anxin.kernel.http import Request, Router, changes

from .. import jobs, login, mfa, openid, selectors, services
from ..events import PasswordChanged, UserAdded
from ..models import RoleAssignment, User

router = Router(tags=["session"])
_SECRET = "mfa_secret"  # noqa: S105  # the name of a session key


class RoleOut(Schema):
    role: str
    org_id: UUID
    org_name: str


class UserOut(Schema):
    id: UUID
    name: str
    username: str
    lang: str
    density: str
    mfa: bool
    roles: list[RoleOut]


class SessionCustomer(Schema):
    id: UUID
    assurance: str


class DemoAccount(Schema):
    username: str
    name: str
    role: str
    org: str
    password: str


class Demo(Schema):
    accounts: list[DemoAccount]


class SessionOut(Schema):
    """`mfa_required`: a log-in by this browser gave the right password and waits for the second factor.

    `openid`: the name of the provider by which staff may log in here too. `brand`: whose service this is; with
    `time_zone`, the brand's own, empty before the house is founded.
    """

    user: UserOut | None
    customer: SessionCustomer | None
    mfa_required: bool
    csrf: str
    demo: Demo | None
    openid: str | None = None
    brand: str
    verbs: list[str]
    now: datetime
    clock_rate: float
    time_zone: str


class LoginIn(Schema):
    username: str
    password: str
    code: str = ""


class SecondFactorIn(Schema):
    code: str


class MeIn(Schema):
    lang: str | None = None
    density: str | None = None


class PasswordIn(Schema):
    old: str
    new: str


class ForgottenIn(Schema):
    """A user name or an e-mail address."""

    who: str = Field(max_length=254)


class NewPasswordIn(Schema):
    new: str


class MfaSetup(Schema):
    """`svg` is a data URI of the QR code of `uri`."""

    secret: str
    uri: str
    svg: str


class RecoveryCodes(Schema):
    recovery_codes: list[str]


@router.get("/session", verb="public", response=SessionOut)
def read_session(request: Request) -> SessionOut:
    return _session(request, request.actor)


@router.post("/session", verb="public", rate="60/m", response=SessionOut)
def log_in(request: Request, wanted: LoginIn) -> SessionOut:
    """401 `people.login_failed` for every reason, `people.mfa_needed` when the code is missing."""
    if check_csrf(request):
        raise Forbidden("error.csrf")  # else a foreign page could log its visitor in as somebody
    actor = login.log_in(request, username=wanted.username, password=wanted.password, code=wanted.code)
    return _session(request, actor)


@router.get("/session/openid", verb="public", rate="60/m")
def go_to_provider(request: Request) -> HttpResponse:
    """Send the browser to the OpenID provider."""
    try:
        return HttpResponseRedirect(openid.begin(request))
    except NeedsLogin as refused:
        return _back(refused)


@router.get("/session/openid/return", verb="public", rate="60/m")
def come_back(request: Request, code: str = "", state: str = "") -> HttpResponse:
    """Where the provider sends the browser back: logged in, or to the log-in page with the reason."""
    try:
        openid.finish(request, code=code, state=state)
    except NeedsLogin as refused:
        return _back(refused)
    return HttpResponseRedirect("/")


def _back(refused: NeedsLogin) -> HttpResponse:
    return HttpResponseRedirect(f"/?refused={refused.code}")


@router.delete("/session", verb="public", response={204: None})
def log_out(request: Request) -> Status[None]:
    login.log_out(request, request.actor)
    return Status(204, None)


@router.post("/session/password", verb="public", rate="20/h", response={204: None})
def forgotten(request: Request, asked: ForgottenIn) -> Status[None]:
    """Mail a link to set a new password; the answer is the same whoever is named."""
    if check_csrf(request):
        raise Forbidden("error.csrf")  # else a foreign page could have its visitors send mails
    found = services.find_for_reset(asked.who)
    jobs.answer_forgotten.enqueue(user_id=str(found or ""))
    return Status(204, None)


@router.post("/session/password/{token}", verb="link:password", rate="30/h", response={204: None})
def reset(request: Request, token: str, wanted: NewPasswordIn) -> Status[None]:
    """Set a new password by the link: once; every session ends, the second factor stays."""
    services.reset_password(token=token, new=wanted.new)
    return Status(204, None)


@router.post("/session/mfa/setup", verb="self.use", response=MfaSetup)
def set_up_mfa(request: Request) -> MfaSetup:
    """A new secret; nothing is on until it is confirmed by a code."""
    secret = request.session[_SECRET] = mfa.new_secret()
    uri = mfa.otpauth_url(_me(request.actor), secret)
    return MfaSetup(secret=secret, uri=uri, svg=segno.make(uri).svg_data_uri(scale=4))


@router.post("/session/mfa/confirm", verb="self.use", rate="10/m", response=RecoveryCodes)
def confirm_mfa(request: Request, given: SecondFactorIn) -> RecoveryCodes:
    """Switch the second factor on; the recovery codes are shown once."""
    secret = request.session.get(_SECRET)
    if not secret:
        raise Invalid("people.mfa_wrong")
    codes = mfa.enable(actor=request.actor, user=_me(request.actor), secret=secret, code=given.code)
    del request.session[_SECRET]
    return RecoveryCodes(recovery_codes=codes)


@router.post("/session/mfa/disable", verb="self.use", rate="10/m", response={204: None})
def disable_mfa(request: Request, given: SecondFactorIn) -> Status[None]:
    mfa.disable(actor=request.actor, user=_me(request.actor), code=given.code)
    return Status(204, None)


@router.patch("/me", verb="self.use", response=UserOut)
def change_me(request: Request, wanted: MeIn) -> UserOut:
    user = services.change_user(actor=request.actor, user_id=_me(request.actor).id, **changes(wanted))
    return _user(user)


@router.post("/me/password", verb="self.use", rate="10/m", response={204: None})
def change_password(request: Request, wanted: PasswordIn) -> Status[None]:
    """Needs the old one; every other session of the user ends."""
    user = services.change_password(actor=request.actor, user_id=_me(request.actor).id, old=wanted.old, new=wanted.new)
    update_session_auth_hash(request, user)
    return Status(204, None)


def _session(request: Request, actor: Actor) -> SessionOut:
    user = _me(actor) if actor.is_staff else None
    brand = selectors.brand()
    return SessionOut(
        user=_user(user) if user else None,
        customer=_customer(actor),
        mfa_required=user is None and login.waits_for_code(request),
        csrf=get_token(request),
        openid=settings.ANXIN.openid_name if openid.is_on() and user is None else None,
        demo=Demo(accounts=_accounts()) if settings.ANXIN.demo and user is None else None,
        brand=brand.name if brand else "",
        verbs=verbs_of(actor),
        now=clock.now(),
        clock_rate=clock.rate(),
        time_zone=brand.timezone if brand else "",
    )


def _customer(actor: Actor) -> SessionCustomer | None:
    if actor.kind is not ActorKind.CUSTOMER or actor.id is None:
        return None
    return SessionCustomer(id=actor.id, assurance=actor.assurance.value)


def _user(user: User) -> UserOut:
    held = RoleAssignment.objects.filter(user=user).select_related("org").order_by("role", "org__code")
    return UserOut(
        id=user.id,
        name=user.name,
        username=user.username,
        lang=user.lang,
        density=user.density,
        mfa=mfa.is_on(user),
        roles=[RoleOut(role=a.role, org_id=a.org_id, org_name=a.org.name) for a in held],
    )


def _accounts() -> list[DemoAccount]:
    """Who may be tried in a demo: one line per user the founding made who still has the password everybody is told."""
    password = str(import_string(settings.ANXIN_DEMO_PASSWORD))
    held = RoleAssignment.objects.filter(user__is_active=True, user__password__startswith="argon2")  # noqa: S106
    held = held.exclude(user_id__in=events.happened_to(PasswordChanged))
    held = held.exclude(user_id__in=events.happened_to(UserAdded, by=ActorKind.PERSON))
    lines: dict[UUID, DemoAccount] = {}
    for a in held.select_related("user", "org").order_by("user_id"):
        account = DemoAccount(
            username=a.user.username, name=a.user.name, role=a.role, org=a.org.name, password=password
        )
        lines.setdefault(a.user_id, account)
    return list(lines.values())


def _me(actor: Actor) -> User:
    assert actor.id is not None, "`self.use` is of staff"
    return User.objects.get(pk=actor.id)
