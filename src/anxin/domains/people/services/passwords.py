"""A forgotten password: a link by mail, good once and for an hour."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.conf import settings

from anxin.kernel import clock, events, links, outbound
from anxin.kernel.db import atomic, sole
from anxin.kernel.errors import NotFound
from anxin.kernel.http.rates import Use, spend
from anxin.kernel.i18n import t

from ..actors import staff_actor
from ..events import PasswordChanged, PasswordResetAsked
from ..models import User
from .users import check_password_rules

LINK = "password"
LIVES = timedelta(hours=1)
PER_ACCOUNT = "3/h"


def find_for_reset(who: str) -> UUID | None:
    """The active user of this user name or, if only one has it, e-mail. Raises TooMany for the same words again.

    Costs the same whether there is such a user or not.
    """
    who = who.strip().casefold()
    spend(Use("password.forgotten", who, PER_ACCOUNT))
    active = User.objects.filter(is_active=True).order_by()
    by_name, by_mail = active.filter(username=who)[:1], active.filter(email__iexact=who)[:2]
    found = list(by_name.values_list("pk", flat=True)) or list(by_mail.values_list("pk", flat=True))
    return found[0] if len(found) == 1 else None


@atomic
def send_reset(*, user_id: UUID) -> None:
    """Mail a fresh link; an earlier one no longer holds. Nothing is sent to who has no address."""
    user = sole(User.objects.filter(pk=user_id, is_active=True).exclude(email=""))
    if user is None:
        return
    links.revoke(LINK, user.pk)
    token = links.sign(LINK, user.pk, clock.now() + LIVES)
    events.record(PasswordResetAsked(user.id), actor=staff_actor(user), subject=("user", user.id), case_id=user.id)
    _mail(user, "reset", url=f"{settings.ANXIN.base_url}/password/{token}")


@atomic
def reset_password(*, token: str, new: str) -> None:
    """Set the password of the link's user: every session ends, the second factor stays, the link is used up.

    Raises NotFound for a link that does not hold, Invalid for a weak password (the link then still holds).
    """
    user = sole(User.objects.select_for_update().filter(pk=links.read(LINK, token).object_id, is_active=True))
    if user is None:
        raise NotFound("error.link_not_valid")
    check_password_rules(new, user)
    if not links.revoke(LINK, user.pk):  # another request with the same link was faster
        raise NotFound("error.link_not_valid")
    user.set_password(new)
    user.save(update_fields=["password"])
    events.record(PasswordChanged(user.id), actor=staff_actor(user), subject=("user", user.id), case_id=user.id)
    _mail(user, "changed")


def _mail(user: User, what: str, **params: str) -> None:
    if not user.email:
        return
    subject, body = t(f"people.mail_{what}_subject", user.lang), t(f"people.mail_{what}", user.lang, **params)
    outbound.mail(
        to=user.email, subject=subject, body=body, purpose=f"people.{what}", verified=True, about=("user", user.id)
    )
