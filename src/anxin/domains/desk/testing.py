"""Builders for the tests of other domains."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from anxin.domains.desk import queues, services
from anxin.kernel.actor import SYSTEM, Actor


def queue(org_id: UUID, code: str = "main") -> None:
    """A queue of a place, for every category and language."""
    queues.define_queue(actor=SYSTEM, code=code, name_zh="总队列", name_en="Main", org_id=org_id)


def present(actor: Actor, *, skills: Sequence[str] = ()) -> None:
    """Somebody at the desk, ready for work."""
    assert actor.id is not None
    services.set_presence(actor=actor, state="available")
    services.describe(actor=SYSTEM, user_id=actor.id, skills=skills)
