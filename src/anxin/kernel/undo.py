"""Undo: the inverse command, within 60 seconds, if nothing it touched has changed since.

@undo.inverse("ticket.assign")
def unassign(actor, args): ...

token = undo.offer(actor, "ticket.assign", {"ticket": str(t.id)}, {f"ticket:{t.id}": t.version})
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, ClassVar
from uuid import UUID

from django.db import models

from anxin.kernel import clock
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, NotFound
from anxin.kernel.ids import new_id
from anxin.kernel.privacy import Privacy
from anxin.kernel.statements import insert

WINDOW = timedelta(seconds=60)

Inverse = Callable[[Actor, Mapping[str, Any]], None]
VersionOf = Callable[[UUID], int | None]

_inverses: dict[str, Inverse] = {}
_versions: dict[str, VersionOf] = {}


class UndoOffer(models.Model):
    PRIVACY: ClassVar[dict[str, Privacy]] = {
        "kind": Privacy.PLAIN,
        "args": Privacy.PLAIN,  # ids and codes only
        "versions": Privacy.PLAIN,
    }

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=60)
    actor_id = models.UUIDField()
    args = models.JSONField()
    versions = models.JSONField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kernel"


def inverse(kind: str) -> Callable[[Inverse], Inverse]:
    """Register how a command is taken back; it checks the actor's permission like any service."""

    def wrap(function: Inverse) -> Inverse:
        _inverses[kind] = function
        return function

    return wrap


def versioned(object_type: str, version_of: VersionOf) -> None:
    """Say how the present version of an object of this type is read."""
    _versions[object_type] = version_of


def offer(actor: Actor, kind: str, args: Mapping[str, Any], versions: Mapping[str, int]) -> str:
    """A token with which this actor may take the command back. `versions`: "type:id" → version after it."""
    assert kind in _inverses, kind
    assert actor.id is not None, "only a known actor can undo"
    row = insert(
        UndoOffer(
            kind=kind,
            actor_id=actor.id,
            args=dict(args),
            versions=dict(versions),
            expires_at=clock.now() + WINDOW,
        )
    )
    return str(row.pk)


def forget_old() -> int:
    """Offers nobody can take up since a day go; returns how many."""
    return UndoOffer.objects.filter(expires_at__lt=clock.now() - timedelta(days=1)).delete()[0]


@atomic
def redeem(actor: Actor, token: UUID) -> str:
    """Run the inverse once; returns its kind. NotFound for another's token, Conflict with the reason else."""
    row = UndoOffer.objects.select_for_update().filter(pk=token).first()
    if row is None or row.actor_id != actor.id:
        raise NotFound("error.undo_not_found")
    if row.used_at is not None:
        raise Conflict("error.undo_used")
    if clock.now() > row.expires_at:
        raise Conflict("error.undo_too_late")
    if changed := [name for name, version in row.versions.items() if _present(name) != version]:
        raise Conflict("error.undo_changed_since", changed=changed)
    row.used_at = clock.now()
    row.save(update_fields=["used_at"])
    _inverses[row.kind](actor, row.args)
    return row.kind


def _present(name: str) -> int | None:
    object_type, _, object_id = name.partition(":")
    return _versions[object_type](UUID(object_id))
