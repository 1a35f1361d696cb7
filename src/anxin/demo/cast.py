"""Who acts in the demo's cases."""

from functools import cache
from random import Random
from typing import Any
from uuid import UUID

from anxin.domains.people import public as people
from anxin.kernel.actor import Actor

#: A case as far as it has been played: who, what, how it will go, and the ids made so far.
State = dict[str, Any]

#: Who acts is asked at every step. While the past is written nobody joins or leaves; the present asks anew each time.
actor = cache(people.actor_for)
holders = cache(people.users_with_role)


def look_again() -> None:
    """Forget who holds which role: somebody may have changed it on a screen."""
    actor.cache_clear()
    holders.cache_clear()


def agent(case: State, random: Random) -> Actor:
    """Somebody of the centre's desk."""
    return actor(random.choice(holders("agent", UUID(case["centre"]))).id)


def agent_of(case: State) -> Actor:
    return actor(UUID(case["agent"]))


def engineer_of(case: State) -> Actor:
    return actor(UUID(case["engineer"]))


def clerk(outlet_id: UUID) -> Actor:
    return actor(holders("clerk", outlet_id)[0].id)


def first(role: str, place: UUID) -> Actor:
    """The first who holds the role there."""
    return actor(holders(role, place)[0].id)
