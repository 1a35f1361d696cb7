"""The first moment of a real installation: its brand, and the one who sets up the rest."""

from __future__ import annotations

from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict

from ..models import OrgUnit, User
from .org import add_org_unit
from .users import add_user, give_role


@atomic
def found_house(
    *, actor: Actor, brand: str, username: str, name: str, password: str, lang: str = "zh", timezone: str
) -> User:
    """Make the brand, root of the organisation, and its first administrator.

    Raises Conflict where a brand is already, Invalid for a weak password; then nothing is made.
    """
    if OrgUnit.objects.exists():
        raise Conflict("people.founded")
    root = add_org_unit(actor=actor, kind="brand", code="HQ", name=brand, timezone=timezone)
    admin = add_user(actor=actor, username=username, name=name, password=password, lang=lang)
    give_role(actor=actor, user_id=admin.id, role="admin", org_id=root.id)
    return admin
