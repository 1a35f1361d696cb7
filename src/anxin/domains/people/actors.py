"""From a user to an actor: which roles, and which part of the tree each reaches."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from anxin.kernel.actor import Actor, ActorKind, Assignment, Assurance
from anxin.kernel.errors import NotFound
from anxin.kernel.statements import prepared

from .models import RoleAssignment, User
from .tree import subtree


@prepared
def _roles(user_id: UUID) -> QuerySet[RoleAssignment, tuple[str, UUID]]:
    return RoleAssignment.objects.filter(user_id=user_id).order_by("role", "id").values_list("role", "org_id")


def actor_for(user_id: UUID) -> Actor:
    """The actor of an active user. Raises NotFound for another."""
    users = _active(user_id)
    if not users:
        raise NotFound
    return _actor(users[0], _roles(user_id))


@prepared
def _active(user_id: UUID) -> QuerySet[User]:
    return User.objects.filter(pk=user_id, is_active=True)


def staff_actor(user: User, *, session: str = "", only_verbs: frozenset[str] | None = None) -> Actor:
    """The actor of a user already at hand; two queries at most."""
    return _actor(user, _roles(user.pk), session=session, only_verbs=only_verbs)


def _actor(
    user: User,
    held: Iterable[tuple[str, UUID]],
    *,
    session: str = "",
    only_verbs: frozenset[str] | None = None,
) -> Actor:
    return Actor(
        kind=ActorKind.PERSON,
        id=user.id,
        assurance=Assurance.VERIFIED,
        name=user.name,
        lang=user.lang,
        assignments=tuple(Assignment(role, org_id, subtree(org_id)) for role, org_id in held),
        session=session,
        only_verbs=only_verbs,
    )
