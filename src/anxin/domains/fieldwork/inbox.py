"""Commands of phones that were offline.

Whatever an enrolled phone did while its engineer held the visit is taken, in the order of the phone: applied,
kept as a conflict for the dispatcher, or as evidence only. Nothing that arrives is thrown away, and nothing is
applied twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from anxin.domains.fieldwork.commands import APPLY
from anxin.domains.fieldwork.events import FieldCommandReceived
from anxin.domains.fieldwork.models import Device, FieldCommand, Visit
from anxin.domains.fieldwork.services.steps import tell
from anxin.domains.people import public as people
from anxin.kernel import clock
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic, attempt
from anxin.kernel.errors import DomainError, Forbidden
from anxin.kernel.i18n import Reason


@dataclass(frozen=True, slots=True)
class Command:
    """`at`: by the phone's own clock."""

    id: UUID
    seq: int
    visit_id: UUID
    kind: str
    at: datetime
    args: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a command; `reason` says why it was not applied."""

    id: UUID
    result: str
    reason: Reason | None


@atomic
def enrol(*, actor: Actor, device_id: UUID, label: str = "") -> Device:
    """Enrol a phone for the engineer logged in on it. Raises Forbidden for another's, NotFound without an engineer."""
    assert actor.id is not None, "`visit.work` is of engineers"
    people.engineer_card(actor.id)
    device, _ = Device.objects.get_or_create(
        pk=device_id, defaults={"engineer_id": actor.id, "label": label[:80], "enrolled_at": clock.now()}
    )
    if device.engineer_id != actor.id:
        raise Forbidden("order.device_of_another")
    return device


def receive(*, actor: Actor, device_id: UUID, sent_at: datetime, commands: Sequence[Command]) -> list[Taken]:
    """Take a batch. `sent_at` is the phone's time of sending: the difference to ours corrects its stamps."""
    device = enrol(actor=actor, device_id=device_id)
    skew = clock.now() - sent_at
    taken = []
    for command in sorted(commands, key=lambda c: c.seq):
        done_at = min((command.at + skew).replace(microsecond=0), clock.now())
        taken.append(_take(actor, device, command, done_at))
    return taken


@atomic
def _take(actor: Actor, device: Device, command: Command, done_at: datetime) -> Taken:
    before = FieldCommand.objects.filter(pk=command.id).first()
    if before is not None:
        return _again(device, before)
    visit = Visit.objects.select_related("order").filter(pk=command.visit_id).first()
    if visit is None or not _near(actor, visit):
        return Taken(command.id, FieldCommand.Result.CONFLICT, Reason("order.no_such_visit"))
    result, reason = _judge(actor, device, visit, command, done_at)
    FieldCommand.objects.create(
        id=command.id,
        device=device,
        seq=command.seq,
        visit=visit,
        kind=command.kind[:20],
        args=dict(command.args),
        done_at=done_at,
        received_at=clock.now(),
        result=result,
        reason=reason.to_json() if reason else None,
    )
    told = FieldCommandReceived(visit.order_id, visit.pk, command.id, command.kind[:20], result, done_at)
    tell(actor, visit.order, told)
    return Taken(command.id, result, reason)


def _near(actor: Actor, visit: Visit) -> bool:
    """One's own visit, or one of one's outlet: a colleague may have done it. Others cannot be on an honest phone."""
    places = frozenset[UUID | None]().union(*(a.org_ids for a in actor.assignments))
    return visit.engineer_id == actor.id or visit.order.outlet_id in places


def _again(device: Device, before: FieldCommand) -> Taken:
    if before.device_id != device.pk:
        raise Forbidden("order.device_of_another")
    reason = Reason(before.reason["code"], before.reason["params"]) if before.reason else None
    return Taken(before.pk, before.result, reason)


def _judge(
    actor: Actor, device: Device, visit: Visit, command: Command, done_at: datetime
) -> tuple[str, Reason | None]:
    if device.revoked_at is not None and done_at >= device.revoked_at:
        return FieldCommand.Result.EVIDENCE_ONLY, Reason("order.device_revoked")
    if visit.engineer_id != actor.id or (visit.ended_at is not None and done_at > visit.ended_at):
        return FieldCommand.Result.EVIDENCE_ONLY, Reason("order.not_held_then")
    if not visit.open:
        return FieldCommand.Result.CONFLICT, Reason("order.visit_ended")
    if command.kind not in APPLY:
        return FieldCommand.Result.EVIDENCE_ONLY, Reason("order.unknown_command", {"kind": command.kind[:20]})
    try:
        with attempt():
            APPLY[command.kind](actor, visit, command.args, done_at)
    except DomainError as refusal:
        return FieldCommand.Result.CONFLICT, Reason(refusal.code, refusal.params)
    except (KeyError, ValueError, TypeError):
        return FieldCommand.Result.CONFLICT, Reason("order.bad_arguments", {"kind": command.kind})
    return FieldCommand.Result.APPLIED, None


@atomic
def resolve(*, actor: Actor, command: FieldCommand) -> FieldCommand:
    """A dispatcher has looked at a command that could not be applied and done what was needed."""
    command.resolved_at, command.resolved_by = clock.now(), actor.id
    command.save(update_fields=["resolved_at", "resolved_by"])
    return command
