"""Staff and their roles."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.authz.reach import role_table
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid, NotFound, refuse_others
from anxin.kernel.i18n import LANGUAGES

from ..events import PasswordChanged, RoleGiven, RoleTaken, UserAdded, UserChanged
from ..models import OrgUnit, RoleAssignment, User

MAX_PASSWORD = 128  # longer ones would only cost the server its time (threat 19)
CHANGEABLE = ("name", "phone", "email", "lang", "density", "is_active")


@atomic
def add_user(
    *,
    actor: Actor,
    username: str,
    name: str,
    password: str | None = None,
    phone: str = "",
    email: str = "",
    lang: str = "zh",
) -> User:
    """Add a member of staff; without `password` nobody can log in yet. Raises Conflict for a taken name."""
    username = username.strip().casefold()
    if User.objects.filter(username=username).exists():
        raise Conflict("people.username_taken", username=username)
    user = User(username=username, name=name, phone=phone, email=email, lang=lang)
    if password is not None:
        check_password_rules(password, user)
    user.password = make_password(password)
    user.save(force_insert=True)
    events.record(
        UserAdded(user.id, username, name),
        actor=actor,
        subject=("user", user.id),
        case_id=events.new_case(user.id),
        about=user.id,
    )
    return user


@atomic
def change_user(*, actor: Actor, user_id: UUID, **changes: str | bool) -> User:
    """Change some of `CHANGEABLE`. Raises NotFound, or Invalid for another field or language."""
    refuse_others(changes, CHANGEABLE)
    if changes.get("lang", "zh") not in LANGUAGES:
        raise Invalid("error.cannot_change", field="lang")
    user = User.objects.select_for_update().filter(pk=user_id).first()
    if user is None:
        raise NotFound
    for name, value in changes.items():
        setattr(user, name, value)
    user.version += 1
    user.save(update_fields=[*changes, "version"])
    events.record(UserChanged(user.id, sorted(changes)), actor=actor, subject=("user", user.id), case_id=user.id)
    return user


@atomic
def change_password(*, actor: Actor, user_id: UUID, new: str, old: str | None = None) -> User:
    """Set a password; a user changing the own one must know the old one. Ends every other session.

    Raises Invalid when the old one is wrong or the new one too weak.
    """
    user = User.objects.get(pk=user_id)
    if actor.id == user_id and not (old and len(old) <= MAX_PASSWORD and user.check_password(old)):
        raise Invalid("people.wrong_password")
    check_password_rules(new, user)
    user.set_password(new)
    user.save(update_fields=["password"])
    events.record(PasswordChanged(user.id), actor=actor, subject=("user", user.id), case_id=user.id)
    return user


def check_password_rules(password: str, user: User) -> None:
    """Raises Invalid for a password too long, short, common, or like the user's names."""
    if len(password) > MAX_PASSWORD:
        raise Invalid("people.password_long", limit=MAX_PASSWORD)
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Invalid("people.password_weak", rules=[e.code for e in error.error_list]) from error


@atomic
def give_role(*, actor: Actor, user_id: UUID, role: str, org_id: UUID) -> RoleAssignment:
    """Give a role at a node. Giving it twice is one assignment. Raises Invalid for an unknown role."""
    if role not in all_roles():
        raise Invalid("people.unknown_role", role=role)
    user, org = User.objects.get(pk=user_id), OrgUnit.objects.get(pk=org_id)
    assignment, made = RoleAssignment.objects.get_or_create(user=user, role=role, org=org)
    if made:
        events.record(RoleGiven(user_id, role, org_id), actor=actor, subject=("user", user_id), case_id=user_id)
    return assignment


@atomic
def take_role(*, actor: Actor, user_id: UUID, role: str, org_id: UUID) -> None:
    """Take a role away; it no longer counts from the user's next request."""
    if RoleAssignment.objects.filter(user_id=user_id, role=role, org_id=org_id).delete()[0]:
        events.record(RoleTaken(user_id, role, org_id), actor=actor, subject=("user", user_id), case_id=user_id)


def all_roles() -> frozenset[str]:
    """Roles that stand in the permission table, without the customer's."""
    return frozenset(role for by_role in role_table().values() for role in by_role) - {"customer"}
