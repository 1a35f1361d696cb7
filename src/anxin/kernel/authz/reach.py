"""From roles to reach: how far an actor's verb extends."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from anxin.kernel.actor import Actor, ActorKind
from anxin.kernel.errors import Forbidden, NeedsLogin

OWN, TEAM, ALL = "own", "team", "all"
SCOPES = (OWN, TEAM, ALL)

#: The role customers and links act in; it stands in the table like any other.
CUSTOMER_ROLE = "customer"


@dataclass(frozen=True, slots=True)
class Reach:
    """The rows a verb extends to: all of them, those of some places, those that are one's own."""

    all: bool = False
    org_ids: frozenset[UUID] = frozenset()
    own: bool = False

    @property
    def nothing(self) -> bool:
        return not (self.all or self.org_ids or self.own)


@cache
def role_table() -> Mapping[str, Mapping[str, str]]:
    """verb → role → scope, from the one readable table (setting ANXIN_ROLES). Raises ValueError on a bad line."""
    table: dict[str, dict[str, str]] = {}
    for verb, scopes in import_string(settings.ANXIN_ROLES).items():
        table[verb] = {}
        for scope, roles in scopes.items():
            if scope not in SCOPES:
                raise ValueError(f"{verb}: unknown scope {scope!r}")
            for role in roles.split():
                if role in table[verb]:
                    raise ValueError(f"{verb}: {role} stands twice")
                table[verb][role] = scope
    return table


def reach(actor: Actor, verb: str) -> Reach:
    """How far `verb` extends for `actor`, over all its roles. Raises KeyError for a verb not in the table."""
    by_role = role_table()[verb]
    if actor.kind is ActorKind.SYSTEM:
        return Reach(all=True)
    if actor.only_verbs is not None and verb not in actor.only_verbs:
        return Reach()
    if not actor.is_staff:
        return Reach(own=CUSTOMER_ROLE in by_role)
    held = [(by_role[a.role], a) for a in actor.assignments if a.role in by_role]
    return Reach(
        all=any(scope == ALL for scope, _ in held),
        org_ids=frozenset().union(*(a.org_ids for scope, a in held if scope == TEAM)),
        own=any(scope == OWN for scope, _ in held),
    )


def reaches_place(actor: Actor, verb: str, org_id: UUID | None) -> bool:
    """Whether `verb` extends to everything at a place; where not, grants or the row's own people still may."""
    extent = reach(actor, verb)
    return extent.all or org_id in extent.org_ids


def has(actor: Actor, verb: str) -> bool:
    """Whether any role gives `verb` at all."""
    return not reach(actor, verb).nothing


def require(actor: Actor, verb: str) -> None:
    """Raises NeedsLogin for the anonymous and Forbidden for others whose roles do not give `verb`."""
    if has(actor, verb) and not _nobody(actor, verb):
        return
    if actor.id is None:
        raise NeedsLogin
    raise Forbidden(verb=verb)


def _nobody(actor: Actor, verb: str) -> bool:
    """The anonymous, who hold nothing of their own yet, at a verb that customers have over their own only."""
    anonymous = actor.kind is ActorKind.CUSTOMER and actor.id is None and not actor.holds
    return anonymous and role_table()[verb].get(CUSTOMER_ROLE) == OWN


def verbs_of(actor: Actor) -> list[str]:
    """All verbs an actor has, for the screens to know what to offer."""
    return sorted(verb for verb in role_table() if has(actor, verb) and not _nobody(actor, verb))
