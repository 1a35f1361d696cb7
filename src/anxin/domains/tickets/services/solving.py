"""The end of a ticket, and its beginning anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.desk import public as desk
from anxin.domains.processes import public as processes
from anxin.domains.tickets.documents import DeskRules
from anxin.domains.tickets.endings import end_all
from anxin.domains.tickets.events import (
    CaseArchived,
    RemoteTried,
    TicketCancelled,
    TicketClosed,
    TicketCloseUndone,
    TicketReopened,
    TicketSolved,
    TicketUnsolved,
)
from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.services.held import hold, hold_undone, save, tell, undoable
from anxin.kernel import clock, policies, undo
from anxin.kernel.actor import SYSTEM, Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid
from anxin.kernel.statements import prepared

HOW = ("remote", "answer", "no_fault", "complaint", "visit")


@atomic
def solve(*, actor: Actor, ticket_id: UUID, how: str) -> str:
    """The problem is over without (another) visit: remote solution, answer, no fault found, complaint settled.

    Returns the undo token; the customer is asked only after its minute.
    Raises Invalid for another way, Conflict while a work order is open or the ticket has ended.
    """
    if how not in HOW:
        raise Invalid("ticket.unknown_solution", how=how)
    ticket = hold(actor, "ticket.work", ticket_id)
    if processes.open_orders(ticket.case_id):
        raise Conflict("ticket.order_open")
    evidence = [{"kind": how, "ref": str(actor.id or "system")}]
    was = ticket.status
    checks = [
        check
        for check in ("human_joined", "solved")
        if processes.satisfy(actor=actor, case_id=ticket.case_id, check=check, evidence=evidence)
    ]
    _solved(actor, ticket, how)
    return undoable(actor, "ticket.solve", ticket, status=was, checks=checks)


@atomic
def try_remote(*, actor: Actor, ticket_id: UUID, solved: bool, note: str) -> str:
    """A remote step was tried with the customer; when it solved the problem the ticket is solved. Returns the undo
    token of that, "" without. Raises as `solve`."""
    ticket = hold(actor, "ticket.work", ticket_id)
    tell(actor, ticket, RemoteTried(ticket.pk, solved, note))
    evidence = [{"kind": "remote", "ref": ticket.number}]
    if "remote_tried" not in processes.run_card(ticket.case_id).done and ticket.order_type == "repair":
        processes.satisfy(actor=actor, case_id=ticket.case_id, check="remote_tried", evidence=evidence)
    save(ticket)
    return solve(actor=actor, ticket_id=ticket_id, how="remote") if solved else ""


@undo.inverse("ticket.solve")
def _unsolve(actor: Actor, args: Mapping[str, Any]) -> None:
    ticket = hold_undone(actor, "ticket.work", args)
    processes.take_back(actor=actor, case_id=ticket.case_id, checks=args["checks"])
    ticket.status, ticket.solved_how = args["status"], ""
    ticket.open_key = ""  # another request of the same problem may have been opened meanwhile
    save(ticket, "status", "solved_how", "open_key")
    desk.resume(kind="ticket", object_id=ticket.pk)
    tell(actor, ticket, TicketUnsolved(ticket.pk))


@atomic
def solved_by_orders(*, case_id: UUID) -> None:
    """The last work order of a case was closed. Told twice it does nothing."""
    ticket = next(iter(_of_case(case_id)), None)
    if ticket is not None and ticket.is_open and "solved" in processes.run_card(case_id).done:
        _solved(SYSTEM, ticket, "visit")


@prepared
def _of_case(case_id: UUID) -> QuerySet[Ticket]:
    return Ticket.objects.select_for_update().filter(case_id=case_id)


def _solved(actor: Actor, ticket: Ticket, how: str) -> None:
    ticket.status, ticket.solved_how = Ticket.Status.SOLVED, how
    save(ticket, "status", "solved_how")
    desk.end(kind="ticket", object_id=ticket.pk)
    tell(actor, ticket, TicketSolved(ticket.pk, how))


@atomic
def close(*, actor: Actor, ticket_id: UUID, evidence: list[dict[str, str]] | None = None) -> Ticket:
    """The revisit is done (or was tried as often as the rules say): close. Conflict unless it was solved."""
    ticket = hold(actor, "ticket.close", ticket_id, ended=True)
    if ticket.status != Ticket.Status.SOLVED:
        raise Conflict("ticket.not_solved", status=f"enum.ticket_status.{ticket.status}")
    shown = evidence or [{"kind": "user", "ref": str(actor.id or "system")}]
    processes.satisfy(actor=actor, case_id=ticket.case_id, check="closed", implies=["revisited"], evidence=shown)
    ticket.status, ticket.closed_at = Ticket.Status.CLOSED, clock.now()
    save(ticket, "status", "closed_at")
    tell(actor, ticket, TicketClosed(ticket.pk))
    return ticket


@atomic
def close_undoable(*, actor: Actor, ticket_id: UUID) -> str:
    """Close, with the token that takes it back; what the customer was sent before stays sent."""
    before = processes.run_card(hold(actor, "ticket.close", ticket_id, ended=True).case_id).done
    ticket = close(actor=actor, ticket_id=ticket_id)
    checks = [check for check in ("revisited", "closed") if check not in before]
    return undoable(actor, "ticket.close", ticket, checks=checks)


@undo.inverse("ticket.close")
def _unclose(actor: Actor, args: Mapping[str, Any]) -> None:
    ticket = hold_undone(actor, "ticket.close", args)
    processes.take_back(actor=actor, case_id=ticket.case_id, checks=args["checks"])
    ticket.status, ticket.closed_at = Ticket.Status.SOLVED, None
    save(ticket, "status", "closed_at")
    tell(actor, ticket, TicketCloseUndone(ticket.pk))


@atomic
def reopen(*, actor: Actor, ticket_id: UUID, reason: str) -> Ticket:
    """Not solved after all: back to the desk, clocks go on where they stood. Conflict for one that is open.

    An archived case stays archived: what comes back is a new ticket, linked as rework (返修).
    """
    ticket = hold(actor, "ticket.reopen", ticket_id, ended=True)
    if ticket.status not in (Ticket.Status.SOLVED, Ticket.Status.CLOSED):
        raise Conflict("ticket.cannot_reopen", status=f"enum.ticket_status.{ticket.status}")
    processes.branch(actor=actor, case_id=ticket.case_id, code="reopened")
    ticket.status, ticket.closed_at, ticket.solved_how = Ticket.Status.OPEN, None, ""
    ticket.open_key = ""  # another request of the same problem may have been opened meanwhile
    save(ticket, "status", "closed_at", "solved_how", "open_key")
    needs = desk.Needs(skill=ticket.category, urgent=True)
    decision = desk.route(kind="ticket", object_id=ticket.pk, org_id=ticket.org_id, needs=needs)
    Ticket.objects.filter(pk=ticket.pk).update(queue=decision.queue, assignee_id=decision.user_id)
    tell(actor, ticket, TicketReopened(ticket.pk, reason))
    return ticket


@atomic
def cancel(*, actor: Actor, ticket_id: UUID, reason: str, verb: str = "ticket.work") -> Ticket:
    """The customer no longer wants it; its work orders end first. Conflict when one no longer can."""
    ticket = hold(actor, verb, ticket_id)
    end_all(actor, ticket_id, reason)
    if processes.open_orders(ticket.case_id):
        raise Conflict("ticket.order_open")
    processes.branch(actor=actor, case_id=ticket.case_id, code="case_cancelled")
    ticket.status, ticket.closed_at = Ticket.Status.CANCELLED, clock.now()
    save(ticket, "status", "closed_at")
    desk.end(kind="ticket", object_id=ticket.pk)
    tell(actor, ticket, TicketCancelled(ticket.pk, reason))
    return ticket


def archive_due(limit: int = 200) -> int:
    """Archive closed tickets whose required checks are all satisfied; returns how many."""
    before = clock.now() - timedelta(days=policies.current(DeskRules).archive_days)
    rows = Ticket.objects.filter(status=Ticket.Status.CLOSED, closed_at__lte=before).order_by("closed_at")
    return sum(_archive(ticket_id) for ticket_id in list(rows.values_list("pk", flat=True)[:limit]))


@atomic
def _archive(ticket_id: UUID) -> int:
    ticket = Ticket.objects.select_for_update().get(pk=ticket_id)
    if ticket.status != Ticket.Status.CLOSED or processes.run_card(ticket.case_id).missing:
        return 0
    processes.end(actor=SYSTEM, case_id=ticket.case_id)
    ticket.status = Ticket.Status.ARCHIVED
    save(ticket, "status")
    tell(SYSTEM, ticket, CaseArchived(ticket.pk))
    return 1
