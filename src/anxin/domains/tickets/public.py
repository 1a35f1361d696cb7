"""What other domains may call."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.conversations.public import MessageCard, messages
from anxin.domains.tickets.endings import before_cancel
from anxin.domains.tickets.intake import QUESTION, Told, take_in
from anxin.domains.tickets.links import link_holder
from anxin.domains.tickets.models import Ticket
from anxin.domains.tickets.panels import provide
from anxin.domains.tickets.selectors import numbers, open_work, visible_to
from anxin.domains.tickets.services import Opened, cancel, close, come_back, press, reopen, reply
from anxin.domains.tickets.services.held import hold
from anxin.domains.tickets.shapes import StageStop, TicketRow, stages, subject_of
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound
from anxin.kernel.statements import prepared


@dataclass(frozen=True, slots=True)
class TicketContext:
    """What a domain above needs of a ticket to act on it."""

    id: UUID
    number: str
    case_id: UUID
    customer_id: UUID
    household_id: UUID | None
    unit_id: UUID | None
    org_id: UUID
    category: str
    order_type: str
    symptom: str
    text: str
    channel: str
    urgency: str
    danger: str
    status: str
    presses: int
    wish: str
    solved_how: str
    assignee_id: UUID | None


def context(ticket_id: UUID) -> TicketContext:
    """For other domains' own decisions. Raises NotFound."""
    return _context(next(iter(_tickets(ticket_id)), None))


@prepared
def _tickets(ticket_id: UUID) -> QuerySet[Ticket]:
    return Ticket.objects.filter(pk=ticket_id)


def lock(actor: Actor, ticket_id: UUID) -> TicketContext:
    """The same of a ticket the actor may see, locked until the transaction ends. Raises NotFound."""
    return _context(hold(actor, "ticket.see", ticket_id, ended=True))


def context_of_case(case_id: UUID) -> TicketContext:
    """The same of a case's ticket. Raises NotFound."""
    return _context(next(iter(_of_case(case_id)), None))


@prepared
def _of_case(case_id: UUID) -> QuerySet[Ticket]:
    return Ticket.objects.filter(case_id=case_id)


def _context(ticket: Ticket | None) -> TicketContext:
    if ticket is None:
        raise NotFound
    return TicketContext(
        id=ticket.pk,
        number=ticket.number,
        case_id=ticket.case_id,
        customer_id=ticket.customer_id,
        household_id=ticket.household_id,
        unit_id=ticket.unit_id,
        org_id=ticket.org_id,
        category=ticket.category,
        order_type=ticket.order_type,
        symptom=ticket.symptom,
        text=ticket.text,
        channel=ticket.channel,
        urgency=ticket.urgency,
        danger=ticket.danger,
        status=ticket.status,
        presses=ticket.presses,
        wish=ticket.wish,
        solved_how=ticket.solved_how,
        assignee_id=ticket.assignee_id,
    )


def thread(case_id: UUID) -> list[MessageCard]:
    """What the customer reads of a case's conversation."""
    return messages(case_id, internal=False)


__all__ = [
    "QUESTION",
    "MessageCard",
    "Opened",
    "StageStop",
    "TicketContext",
    "TicketRow",
    "Told",
    "before_cancel",
    "cancel",
    "close",
    "come_back",
    "context",
    "context_of_case",
    "link_holder",
    "numbers",
    "open_work",
    "press",
    "provide",
    "reopen",
    "reply",
    "stages",
    "subject_of",
    "take_in",
    "thread",
    "visible_to",
]
