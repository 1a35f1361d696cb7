"""From a user to an actor: which roles, and which part of the tree each reaches."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic
from uuid import UUID

from anxin.kernel.actor import Actor, ActorKind, Assignment, Assurance
from anxin.kernel.db import sole
from anxin.kernel.errors import NotFound

from .models import OrgUnit, RoleAssignment, User

# The tree changes a few times a year and is read by every request; a process may be this far behind.
_TREE_SECONDS = 2.0
_tree: tuple[float, dict[UUID, UUID | None]] | None = None


def actor_for(user_id: UUID) -> Actor:
    """The actor of an active user. Raises NotFound for another."""
    held = RoleAssignment.objects.filter(user_id=user_id, user__is_active=True).select_related("user")
    roles = list(held.order_by("role", "id"))
    if roles:
        return _actor(roles[0].user, [(row.role, row.org_id) for row in roles])
    user = sole(User.objects.filter(pk=user_id, is_active=True))
    if user is None:
        raise NotFound
    return _actor(user, [])


def staff_actor(user: User, *, session: str = "", only_verbs: frozenset[str] | None = None) -> Actor:
    """The actor of a user already at hand; two queries at most."""
    held = RoleAssignment.objects.filter(user=user).order_by("role", "id").values_list("role", "org_id")
    return _actor(user, held, session=session, only_verbs=only_verbs)


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


def subtree(org_id: UUID) -> frozenset[UUID]:
    """The node and everything below it; empty when there is no such node."""
    parents = _parents()
    return frozenset(node for node in parents if org_id in _upwards(node, parents))


def ancestors(org_id: UUID) -> list[UUID]:
    """From the root down to the node itself; empty when there is no such node."""
    parents = _parents()
    return _upwards(org_id, parents)[::-1] if org_id in parents else []


def forget_tree() -> None:
    """Drop this process's copy of the tree, after changing it."""
    global _tree
    _tree = None


def _upwards(node: UUID | None, parents: dict[UUID, UUID | None]) -> list[UUID]:
    path = []
    while node is not None:
        path.append(node)
        node = parents[node]
    return path


def _parents() -> dict[UUID, UUID | None]:
    global _tree
    if _tree is None or monotonic() - _tree[0] > _TREE_SECONDS:
        _tree = (monotonic(), dict(OrgUnit.objects.values_list("pk", "parent_id")))
    return _tree[1]
