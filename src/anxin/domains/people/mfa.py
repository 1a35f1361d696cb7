"""The second factor: TOTP and recovery codes of allauth, their secrets encrypted at rest."""

from __future__ import annotations

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, validate_totp_code
from cryptography.fernet import Fernet
from django.conf import settings

from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid, TooMany
from anxin.kernel.http.rates import Use, spend

from .events import MfaDisabled, MfaEnabled
from .models import User


class Adapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Encrypts secrets with a key derived from the installation's, which is not in the database."""

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()


def is_on(user: User) -> bool:
    return bool(Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists())


def new_secret() -> str:
    """A secret to show as a QR code; nothing is stored until `enable` proves that it was read."""
    return str(generate_totp_secret())


def otpauth_url(user: User, secret: str) -> str:
    """What authenticator apps scan."""
    return str(Adapter().build_totp_url(user, secret))


@atomic
def enable(*, actor: Actor, user: User, secret: str, code: str) -> list[str]:
    """Switch the second factor on; returns the recovery codes, each good once. Raises Conflict, Invalid."""
    if is_on(user):
        raise Conflict("people.mfa_on")
    if not validate_totp_code(secret, code):
        raise Invalid("people.mfa_wrong")
    TOTP.activate(user, secret)
    codes = RecoveryCodes.activate(user).generate_codes()
    events.record(MfaEnabled(user.id), actor=actor, subject=("user", user.id), case_id=user.id)
    return [str(code) for code in codes]


@atomic
def disable(*, actor: Actor, user: User, code: str) -> None:
    """Switch it off, which needs a valid code. Raises Conflict, Invalid."""
    if not is_on(user):
        raise Conflict("people.mfa_off")
    if not check(user, code):
        raise Invalid("people.mfa_wrong")
    Authenticator.objects.filter(user_id=user.pk).delete()
    events.record(MfaDisabled(user.id), actor=actor, subject=("user", user.id), case_id=user.id)


def check(user: User, code: str) -> bool:
    """Whether `code` is the current TOTP code (once) or an unused recovery code (which it uses up)."""
    found = {row.type: row for row in Authenticator.objects.filter(user_id=user.pk)}
    totp = found.get(Authenticator.Type.TOTP)
    if totp and TOTP(totp).validate_code(code):
        return _first_use(user, code)
    recovery = found.get(Authenticator.Type.RECOVERY_CODES)
    return bool(recovery and RecoveryCodes(recovery).validate_code(code))


def _first_use(user: User, code: str) -> bool:
    """allauth remembers used codes per process for 30 seconds; this counts over all, longer than a code is good."""
    try:
        spend(Use("mfa.code", f"{user.id}:{code}", "1/h"))
    except TooMany:
        return False
    return True


def _cipher() -> Fernet:
    key = hashlib.sha256(b"anxin.mfa\n" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
