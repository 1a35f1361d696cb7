"""Upkeep of the queues: where work waits, for which people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from anxin.domains.people import public as people
from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.authz.reach import CUSTOMER_ROLE, role_table
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid, NotFound, refuse_others
from anxin.kernel.i18n import LANGUAGES

from .events import QueueAdded, QueueChanged
from .models import Queue, QueueEntry

CHANGEABLE = ("name_zh", "name_en", "org_id", "role", "skills", "language", "position", "active")


def queues(*, q: str = "") -> QuerySet[Queue]:
    """Every queue whose code or name contains `q`, closed ones too, with `waiting`: the pieces nobody has taken."""
    rows = Queue.objects.select_related("org").annotate(
        waiting=Count("entries", filter=Q(entries__ended_at=None, entries__user=None))
    )
    return rows.filter(Q(code__icontains=q) | Q(name_zh__icontains=q) | Q(name_en__icontains=q)) if q else rows


def queue(queue_id: UUID) -> Queue:
    """Raises NotFound."""
    row = queues().filter(pk=queue_id).first()
    if row is None:
        raise NotFound("desk.no_such_queue")
    return row


@atomic
def define_queue(
    *,
    actor: Actor,
    code: str,
    name_zh: str,
    name_en: str,
    org_id: UUID,
    role: str = "agent",
    skills: Sequence[str] = (),
    language: str = "",
    position: int = 100,
    new: bool = False,
) -> Queue:
    """Make or rewrite a queue; `new`: raises Conflict for a code that exists. Else raises as `change_queue`."""
    wanted = {
        "name_zh": name_zh, "name_en": name_en, "org_id": org_id, "role": role, "skills": list(skills),
        "language": language, "position": position,
    }  # fmt: skip
    known = Queue.objects.filter(code=code).first()
    if known is not None:
        if new:
            raise Conflict("desk.queue_taken", queue=code)
        return change_queue(actor=actor, queue_id=known.pk, **wanted)
    _check(wanted)
    row = Queue.objects.create(code=code, **wanted)
    told = QueueAdded(row.pk, code, org_id, role, list(skills), language)
    events.record(told, actor=actor, subject=("queue", row.pk), case_id=events.new_case(row.pk))
    return row


@atomic
def change_queue(*, actor: Actor, queue_id: UUID, **changes: Any) -> Queue:
    """Change some of `CHANGEABLE`; work that waits stays in it.

    Raises NotFound, Invalid for another field, a role, place or language that is not there, Conflict for closing a
    queue in which work waits: nobody would see it any more.
    """
    refuse_others(changes, CHANGEABLE)
    row = Queue.objects.select_for_update().filter(pk=queue_id).first()
    if row is None:
        raise NotFound("desk.no_such_queue")
    _check(changes)
    before = {name: getattr(row, name) for name, value in changes.items() if getattr(row, name) != value}
    if before.get("active") is True:
        waiting = QueueEntry.objects.filter(queue=row, ended_at=None, user=None).count()
        if waiting:
            raise Conflict("desk.queue_holds_work", count=waiting)
    if before:
        after = {name: changes[name] for name in before}
        Queue.objects.filter(pk=row.pk).update(**after, version=row.version + 1)
        told = QueueChanged(row.pk, row.code, before, after)
        events.record(told, actor=actor, subject=("queue", row.pk), case_id=row.pk)
    return Queue.objects.get(pk=row.pk)


def _check(wanted: dict[str, Any]) -> None:
    roles = {role for by_role in role_table().values() for role in by_role} - {CUSTOMER_ROLE}
    if "role" in wanted and wanted["role"] not in roles:
        raise Invalid("desk.no_such_role", field="role", role=wanted["role"])
    if wanted.get("language", "") not in ("", *LANGUAGES):
        raise Invalid("desk.no_such_language", field="language", language=wanted["language"])
    if "org_id" in wanted:
        people.org_card(wanted["org_id"])
