"""Working on a ticket: take, assign, transfer, say, try, press, hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from anxin.domains.conversations import public as conversations
from anxin.domains.desk import public as desk
from anxin.domains.people import public as people
from anxin.domains.processes import public as processes
from anxin.domains.tickets import rules
from anxin.domains.tickets.documents import DeskRules, Triage
from anxin.domains.tickets.events import (
    EditSetAside,
    TicketAssigned,
    TicketChanged,
    TicketPressed,
    TicketTaken,
    TicketTransferred,
)
from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.services.held import hold, hold_undone, save, tell, undoable
from anxin.domains.tickets.services.opening import note_danger
from anxin.kernel import authz, policies, undo
from anxin.kernel import files as kernel_files
from anxin.kernel.actor import Actor, ActorKind
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid, refuse_others

CHANGEABLE = ("category", "order_type", "symptom", "urgency", "complexity", "wish")


@atomic
def take(*, actor: Actor, ticket_id: UUID) -> str:
    """Make a ticket one's own: a person has joined (standard 3); returns the undo token."""
    ticket = hold(actor, "ticket.work", ticket_id)
    if actor.id is None or not actor.is_staff:
        raise Invalid("ticket.only_staff_take")
    was = ticket.assignee_id
    if ticket.assignee_id != actor.id:
        _may_take(actor, ticket)
        desk.take(actor=actor, kind="ticket", object_id=ticket.pk, user_id=actor.id)
        ticket.assignee_id = actor.id
        save(ticket, "assignee")
        tell(actor, ticket, TicketTaken(ticket.pk, actor.id))
    checks = ["human_joined"] if _joined(actor, ticket) else []
    return undoable(actor, "ticket.take", ticket, user=str(was) if was else None, checks=checks)


@undo.inverse("ticket.take")
def _untake(actor: Actor, args: Mapping[str, Any]) -> None:
    """Nobody had joined after all: the clock runs on as if it had never stopped."""
    ticket = hold_undone(actor, "ticket.work", args)
    processes.take_back(actor=actor, case_id=ticket.case_id, checks=args["checks"])
    was = UUID(args["user"]) if args["user"] else None
    if was != ticket.assignee_id:
        _give(actor, ticket, was)
    else:
        save(ticket)


def _may_take(actor: Actor, ticket: Ticket) -> None:
    """Of two who take at once one wins; only who assigns may take what a colleague has begun."""
    begun = ticket.assignee_id is not None and "human_joined" in processes.run_card(ticket.case_id).done
    if begun and not authz.has(actor, "ticket.assign"):
        raise Conflict("ticket.taken", current={"assignee_id": str(ticket.assignee_id), "version": ticket.version})


def _joined(actor: Actor, ticket: Ticket) -> bool:
    evidence = [{"kind": "user", "ref": str(actor.id)}]
    return processes.satisfy(actor=actor, case_id=ticket.case_id, check="human_joined", evidence=evidence)


@atomic
def assign(*, actor: Actor, ticket_id: UUID, user_id: UUID | None) -> str:
    """Give a ticket to a colleague of its place (None = back to the queue); returns the undo token."""
    ticket = hold(actor, "ticket.assign", ticket_id)
    was = ticket.assignee_id
    _give(actor, ticket, user_id)
    return undoable(actor, "ticket.assign", ticket, user=str(was) if was else None)


def _give(actor: Actor, ticket: Ticket, user_id: UUID | None) -> None:
    if user_id is not None:
        if ticket.org_id not in _places(user_id):
            raise Invalid("ticket.not_of_the_place")
        desk.take(actor=actor, kind="ticket", object_id=ticket.pk, user_id=user_id)
    else:
        desk.put_back(actor=actor, kind="ticket", object_id=ticket.pk)
    was, ticket.assignee_id = ticket.assignee_id, user_id
    save(ticket, "assignee")
    tell(actor, ticket, TicketAssigned(ticket.pk, user_id, was))


def _places(user_id: UUID) -> frozenset[UUID]:
    return frozenset().union(*(a.org_ids for a in people.actor_for(user_id).assignments))


@undo.inverse("ticket.assign")
def _unassign(actor: Actor, args: Mapping[str, Any]) -> None:
    ticket = hold(actor, "ticket.assign", UUID(args["ticket"]))
    _give(actor, ticket, UUID(args["user"]) if args["user"] else None)


@atomic
def transfer(*, actor: Actor, ticket_id: UUID, org_id: UUID, reason: str) -> str:
    """Hand a ticket to another place; its clocks run on. Returns the undo token, Invalid for its own place."""
    ticket = hold(actor, "ticket.assign", ticket_id)
    if ticket.org_id == org_id:
        raise Invalid("ticket.same_place")
    people.org_card(org_id)  # a place that does not exist is refused before anything changes
    was, user = ticket.org_id, ticket.assignee_id
    _send(actor, ticket, org_id, None, reason)
    return undoable(actor, "ticket.transfer", ticket, org=str(was), user=str(user) if user else None)


def _send(actor: Actor, ticket: Ticket, org_id: UUID, user_id: UUID | None, reason: str) -> None:
    """To a place: to `user_id` there, else to whom its router chooses."""
    was, ticket.org_id = ticket.org_id, org_id
    needs = desk.Needs(skill=ticket.category, urgent=ticket.urgency == "urgent")
    decision = desk.route(kind="ticket", object_id=ticket.pk, org_id=org_id, needs=needs)
    ticket.queue, ticket.assignee_id = decision.queue, user_id or decision.user_id
    if user_id:
        desk.take(actor=actor, kind="ticket", object_id=ticket.pk, user_id=user_id)
    save(ticket, "org", "queue", "assignee")
    tell(actor, ticket, TicketTransferred(ticket.pk, org_id, was, reason))


@undo.inverse("ticket.transfer")
def _send_back(actor: Actor, args: Mapping[str, Any]) -> None:
    ticket = hold_undone(actor, "ticket.assign", args)
    _send(actor, ticket, UUID(args["org"]), UUID(args["user"]) if args["user"] else None, "")


@atomic
def change(*, actor: Actor, ticket_id: UUID, **changes: str) -> Ticket:
    """Correct what is known of the problem; clocks that depend on it are replayed. Raises Invalid for other fields."""
    refuse_others(changes, CHANGEABLE)
    ticket = hold(actor, "ticket.work", ticket_id)
    before = {name: str(getattr(ticket, name)) for name in changes}
    for name, value in changes.items():
        setattr(ticket, name, value)
    if ticket.urgency not in Ticket.Urgency.values:
        raise Invalid("ticket.unknown_urgency", field="urgency")
    if ticket.complexity not in Ticket.Complexity.values:
        raise Invalid("ticket.unknown_complexity", field="complexity")
    save(ticket, *changes)
    tell(actor, ticket, TicketChanged(ticket.pk, before, dict(changes)))
    facts: dict[str, str] = {name: changes[name] for name in ("urgency", "category", "complexity") if name in changes}
    if changes.get("complexity") == Ticket.Complexity.COMPLEX and "complex" in policies.current(Triage).person_for:
        facts["care"] = "complex"
    if facts:
        processes.change_facts(actor=actor, case_id=ticket.case_id, facts=facts)
    return ticket


@atomic
def set_aside(*, actor: Actor, ticket_id: UUID, values: Mapping[str, str]) -> None:
    """Keep in the ledger what somebody wrote and gave up for what another had written first."""
    refuse_others(values, CHANGEABLE)
    ticket = hold(actor, "ticket.work", ticket_id)
    tell(actor, ticket, EditSetAside(ticket.pk, dict(values)))


@atomic
def reply(
    *, actor: Actor, ticket_id: UUID, text: str, files: Sequence[UUID] = (), verb: str = "ticket.work"
) -> conversations.MessageCard:
    """Say something the customer reads (or the customer says); the safety gate reads customers' words."""
    ticket = hold(actor, verb, ticket_id, ended=True)
    message = _say(actor, ticket, text, files, "customer")
    if actor.kind is ActorKind.CUSTOMER:
        _watch(actor, ticket, text)
    elif actor.is_staff:
        _joined_if_open(actor, ticket)
    return message


def _joined_if_open(actor: Actor, ticket: Ticket) -> None:
    if ticket.is_open:
        _joined(actor, ticket)


def _watch(actor: Actor, ticket: Ticket, text: str) -> None:
    policy = policies.current(Triage)
    triaged = rules.triage(text, symptom=ticket.symptom, elderly=ticket.customer.elderly, policy=policy)
    if triaged.dangers and ticket.is_open:
        note_danger(actor, ticket, triaged)
    if triaged.care and ticket.is_open:
        processes.change_facts(actor=actor, case_id=ticket.case_id, facts={"care": triaged.care})


@atomic
def note(*, actor: Actor, ticket_id: UUID, text: str, files: Sequence[UUID] = ()) -> conversations.MessageCard:
    """Write something only the staff read."""
    ticket = hold(actor, "ticket.note", ticket_id, ended=True)
    return _say(actor, ticket, text, files, "internal")


def _say(actor: Actor, ticket: Ticket, text: str, files: Sequence[UUID], visible: str) -> conversations.MessageCard:
    if missing := set(files) - {row.pk for row in kernel_files.of_object("ticket", ticket.pk)}:
        raise Invalid("ticket.file_of_another", field="files", count=len(missing))
    message = conversations.post(
        actor=actor,
        case_id=ticket.case_id,
        subject=("ticket", ticket.pk),
        customer_id=ticket.customer_id,
        text=text,
        visible=visible,
        files=files,
    )
    save(ticket)
    return message


@atomic
def press(*, actor: Actor, ticket_id: UUID, verb: str = "ticket.work") -> Ticket:
    """催单: counted; the second goes to the outlet's head, the third to the region."""
    ticket = hold(actor, verb, ticket_id)
    ticket.presses += 1
    save(ticket, "presses")
    roles = policies.current(DeskRules).press_tells
    tell(actor, ticket, TicketPressed(ticket.pk, ticket.presses, rules.press_tells(ticket.presses, roles)))
    return ticket


@atomic
def hold_clocks(
    *, actor: Actor, ticket_id: UUID, reason: str, evidence: Sequence[dict[str, str]], note: str = ""
) -> Ticket:
    """Pause the clocks of the case and of its open orders; without evidence it is on record and they count on."""
    ticket = hold(actor, "ticket.work", ticket_id)
    processes.pause_all(actor=actor, case_id=ticket.case_id, reason=reason, evidence=evidence, note=note)
    ticket.status = Ticket.Status.WAITING
    save(ticket, "status")
    return ticket


@atomic
def resume_clocks(*, actor: Actor, ticket_id: UUID, reason: str, at: datetime | None = None) -> Ticket:
    ticket = hold(actor, "ticket.work", ticket_id)
    processes.resume_all(actor=actor, case_id=ticket.case_id, reason=reason, at=at)
    ticket.status = Ticket.Status.OPEN
    save(ticket, "status")
    return ticket
