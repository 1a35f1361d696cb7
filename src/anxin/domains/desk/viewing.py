"""Who has a piece of work open just now. Only the present is kept: nobody can be asked later what he looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from anxin.kernel import clock, policies
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic

from .models import Viewing
from .rules import DeskPolicy


@dataclass(frozen=True, slots=True)
class Viewer:
    """A colleague who looks at the same."""

    id: UUID
    name: str


@atomic
def look(*, actor: Actor, object_id: UUID) -> list[Viewer]:
    """The actor looks at it (again); returns who else does. Who fell silent is forgotten, whatever he looked at."""
    assert actor.id is not None, "only a person looks"
    now = clock.real_now()  # browsers speak in real seconds, however fast the demo's day goes
    silence = timedelta(seconds=policies.current(DeskPolicy).viewing_seconds)
    Viewing.objects.filter(seen_at__lt=now - silence).delete()
    Viewing.objects.update_or_create(object_id=object_id, user_id=actor.id, defaults={"seen_at": now})
    others = Viewing.objects.filter(object_id=object_id).exclude(user_id=actor.id).order_by("user__name")
    return [Viewer(user_id, name) for user_id, name in others.values_list("user_id", "user__name")]


@atomic
def look_away(*, actor: Actor, object_id: UUID) -> None:
    """The actor left it."""
    assert actor.id is not None, "only a person looks"
    Viewing.objects.filter(object_id=object_id, user_id=actor.id).delete()
