"""Log-in of customers by a one-time code.

The answer to asking is the same for every number, known or not. Codes live five minutes, take five tries, and
are kept only as keyed hashes; asking is limited by number and by asker (and the message itself by recipient).
"""

from __future__ import annotations

import hmac
import secrets
from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from anxin.kernel import clock, outbound
from anxin.kernel.actor import Actor, Assurance
from anxin.kernel.db import atomic
from anxin.kernel.errors import Invalid
from anxin.kernel.http.rates import Use, spend
from anxin.kernel.i18n import t

from .. import rules, selectors
from ..models import ContactPoint, Customer, OtpChallenge
from .noting import new_customer, verify_phone

LIFE = timedelta(minutes=5)
MAX_ATTEMPTS = 5
SURELY_SAME = timedelta(days=365)  # a number proven longer ago may have a new owner
PER_PHONE = "5/h"
PER_SENDER = "20/h"


def ask_otp(*, phone: str, sender: str, lang: str) -> None:
    """Send a code to `phone`. Raises Invalid for what is no number, TooMany beyond the limits."""
    phone = rules.plain_phone(phone)
    if not 5 <= len(phone) <= 15:
        raise Invalid("customers.bad_phone")
    digest = selectors.point_hash(phone)
    spend(Use("otp.phone", digest, PER_PHONE))
    spend(Use("otp.sender", sender, PER_SENDER))
    code = f"{secrets.randbelow(1_000_000):06d}"
    _keep(phone, digest, code, sender, lang)


def verify_otp(*, actor: Actor, phone: str, code: str, name: str = "", lang: str = "zh") -> UUID:
    """The customer whose phone this is, verified now; a new record for a number nobody had.

    Raises Invalid for a wrong, used or expired code, all alike; a wrong one counts although nothing else is
    changed.
    """
    phone = rules.plain_phone(phone)
    if not _accept(selectors.point_hash(phone), code):
        raise Invalid("customers.otp_wrong")
    return _owner(actor, phone, name, lang)


@atomic
def _keep(phone: str, digest: str, code: str, sender: str, lang: str) -> None:
    now = clock.now()
    OtpChallenge.objects.filter(phone_hash=digest, used_at=None).update(used_at=now)
    challenge = OtpChallenge.objects.create(
        phone_hash=digest,
        code_hash=_code_hash(digest, code),
        sender=selectors.point_hash(sender),
        created_at=now,
        expires_at=now + LIFE,
    )
    text = t("customers.otp_text", lang, code=code, minutes=int(LIFE.total_seconds() // 60))
    known = bool(selectors.identify_by_phone(phone))
    outbound.sms(to=phone, body=text, purpose="otp", verified=known, about=("otp", challenge.id))


@atomic
def _accept(digest: str, code: str) -> bool:
    now = clock.now()
    living = OtpChallenge.objects.select_for_update().filter(
        phone_hash=digest, used_at=None, expires_at__gt=now, attempts__lt=MAX_ATTEMPTS
    )
    challenge = living.order_by("-created_at").first()
    if challenge is None:
        return False
    challenge.attempts += 1
    right = hmac.compare_digest(challenge.code_hash, _code_hash(digest, code))
    if right:
        challenge.used_at = now
    challenge.save(update_fields=["attempts", "used_at"])
    return right


@atomic
def _owner(actor: Actor, phone: str, name: str, lang: str) -> UUID:
    owner = _last_holder(phone, name)
    if owner is None:
        title = name.strip() or t("customers.nameless", lang, tail=phone[-4:])
        owner = new_customer(actor, title, phone, Assurance.CLAIMED, lang, None).id
    verify_phone(actor=actor, customer_id=owner, phone=phone)
    return owner


def _last_holder(phone: str, name: str) -> UUID | None:
    """Who held the number lately, or goes by the name given: carriers give numbers out again, and the new
    owner must not inherit the old one's record."""
    since = clock.now() - SURELY_SAME
    ids = selectors.identify_by_phone(phone)
    lately = ContactPoint.objects.filter(
        Q(verified_at__gte=since) | Q(verified_at=None, valid_from__gte=since),
        value_hash=selectors.point_hash(phone),
        valid_to=None,
    )
    held = {selectors.identity_of(customer_id) for customer_id in lately.values_list("customer_id", flat=True)}
    named = {row.pk for row in Customer.objects.filter(pk__in=ids) if rules.same_name(row.name, name)}
    return next((i for i in ids if i in named), None) or next((i for i in ids if i in held), None)


def _code_hash(digest: str, code: str) -> str:
    return selectors.point_hash(f"{digest}:{code.strip()[:12]}")
