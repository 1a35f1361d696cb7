"""From events to outcomes: what each fact counts for."""

from dataclasses import replace
from uuid import UUID

from anxin.domains.feedback.events import RevisitAnswered, RevisitSent
from anxin.domains.fieldwork import public as fieldwork
from anxin.domains.fieldwork.events import (
    OfferUndone,
    OrderClosed,
    OrderOffered,
    OrderReturned,
    ReturnUndone,
    VisitCompleted,
)
from anxin.domains.processes import public as processes
from anxin.domains.processes.events import ClockEscalated
from anxin.domains.tickets import public as tickets
from anxin.domains.tickets.events import (
    CaseArchived,
    TicketCancelled,
    TicketChanged,
    TicketMerged,
    TicketOpened,
    TicketReopened,
    TicketSolved,
    TicketTransferred,
    TicketUnmerged,
    TicketUnsolved,
)
from anxin.kernel import clock, events, policies
from anxin.kernel.events import EventMeta

from .measures import FLOWS, Targets
from .services import Counted, count, count_all, move, uncount, undo_first_time_fixes

_REPAIRS = frozenset({"repair", "rework"})


@events.subscribe(TicketOpened, name="insight.opened")
def opened(event: TicketOpened, meta: EventMeta) -> None:
    found = tickets.context(event.ticket_id)
    key = str(event.ticket_id)
    count(Counted("opened", key, 1, found.org_id, event.ticket_id, found.order_type, meta.occurred_at))
    if found.unit_id and event.order_type in _REPAIRS:
        since = meta.occurred_at - policies.current(Targets).repeat_span
        undo_first_time_fixes(unit_id=found.unit_id, since=since, ticket_id=event.ticket_id)


@events.subscribe(TicketSolved, TicketCancelled, TicketMerged, name="insight.left")
def left(event: TicketSolved | TicketCancelled | TicketMerged, meta: EventMeta) -> None:
    """No longer open work, from the day it was solved, given up or joined to another."""
    found = tickets.context(event.ticket_id)
    key, org = str(event.ticket_id), _place(event.ticket_id)
    count(Counted("closed", key, 1, org, event.ticket_id, found.order_type, meta.occurred_at))


@events.subscribe(TicketReopened, TicketUnsolved, TicketUnmerged, name="insight.came_back")
def came_back(event: TicketReopened | TicketUnsolved | TicketUnmerged, meta: EventMeta) -> None:
    """It had not been closed after all."""
    uncount("closed", str(event.ticket_id))
    _follow(event.ticket_id)


@events.subscribe(OrderOffered, OrderReturned, OfferUndone, ReturnUndone, name="insight.placed")
def placed(event: OrderOffered | OrderReturned | OfferUndone | ReturnUndone, meta: EventMeta) -> None:
    _follow(fieldwork.order_card(event.order_id).ticket_id)


@events.subscribe(TicketTransferred, TicketChanged, name="insight.changed")
def changed(event: TicketTransferred | TicketChanged, meta: EventMeta) -> None:
    _follow(event.ticket_id)


def _follow(ticket_id: UUID) -> None:
    """What came in and went out stands where the work is, as the backlog does."""
    order_type = tickets.context(ticket_id).order_type
    move(ticket_id=ticket_id, measures=FLOWS, org_id=_place(ticket_id), order_type=order_type)


@events.subscribe(OrderClosed, name="insight.fixed")
def fixed(event: OrderClosed, meta: EventMeta) -> None:
    """First-time fix: one visit. A repeat within the days of the policy takes it back later."""
    order = fieldwork.order_card(event.order_id)
    if order.order_type not in _REPAIRS or order.completed_at is None:
        return
    once = order.visits == 1
    count(
        Counted(
            measure="first_time_fix",
            key=str(order.id),
            value=int(once),
            org_id=order.outlet_id or order.org_id,
            ticket_id=event.ticket_id,
            order_type=tickets.context(event.ticket_id).order_type,
            at=order.completed_at,
            unit_id=order.unit_id,
            detail="" if once else "second_visit",
        )
    )


@events.subscribe(VisitCompleted, name="insight.clocks_of_visit")
def visit_completed(event: VisitCompleted, meta: EventMeta) -> None:
    _count_clocks(meta.case_id, event.ticket_id)


@events.subscribe(CaseArchived, name="insight.clocks_of_case")
def archived(event: CaseArchived, meta: EventMeta) -> None:
    _count_clocks(meta.case_id, event.ticket_id)


@events.subscribe(ClockEscalated, name="insight.clocks_broken")
def broken(event: ClockEscalated, meta: EventMeta) -> None:
    """A clock that is broken counts at once: a case nobody finishes must not look kept."""
    if event.due_at <= meta.occurred_at:
        _count_clocks(meta.case_id, tickets.context_of_case(meta.case_id).id)


def _count_clocks(case_id: UUID, ticket_id: UUID) -> None:
    """Clocks that have stopped or are broken, and promises whose time has come, by the place that was to keep them.

    A kept clock counts on the day it stopped, a broken one on the day it broke.
    """
    places = {order.id: order.outlet_id or order.org_id for order in fieldwork.orders_of_ticket(ticket_id)}
    ticket = tickets.context(ticket_id)
    desk, of_type, found = ticket.org_id, ticket.order_type, list[Counted]()
    for face in processes.clocks_of(case_id):
        at = face.target_at if face.late_s > 0 else face.stopped_at
        if at is not None and face.state != "cancelled":
            org = places.get(face.order_id, desk) if face.order_id else desk
            kept = int(face.late_s <= 0)
            told = Counted("clocks_kept", str(face.id), kept, org, ticket_id, of_type, at, detail=face.name)
            found.append(told)
            if face.name == "human" and ticket.urgency == "urgent":
                found.append(replace(told, measure="urgent_answered"))
    for promise in processes.promises_of(case_id):
        if promise.kept is not None and promise.due_at <= clock.now():
            org = places.get(promise.order_id, desk) if promise.order_id else desk
            kept = int(promise.kept)
            told = Counted("promises_kept", str(promise.id), kept, org, ticket_id, of_type, promise.due_at)
            found.append(replace(told, detail=promise.clock))
    count_all(found)


@events.subscribe(RevisitSent, name="insight.asked")
def asked(event: RevisitSent, meta: EventMeta) -> None:
    """Asked for an answer; until one comes it counts as none."""
    key = str(event.revisit_id)
    count(replace(_answer("reply_rate", 0, event.ticket_id, key, meta), detail="no_reply"))


@events.subscribe(RevisitAnswered, name="insight.answered")
def answered(event: RevisitAnswered, meta: EventMeta) -> None:
    """CSAT = share of answers of 4 or 5 among those that gave a score; unreached customers stay outside."""
    key = str(event.revisit_id)
    count(_answer("reply_rate", 1, event.ticket_id, key, meta))
    if event.csat is not None:
        pleased = event.csat >= 4
        detail = "" if pleased else ("unsatisfied" if event.solved else "not_solved")
        count(replace(_answer("csat", int(pleased), event.ticket_id, key, meta), detail=detail))


def _answer(measure: str, value: int, ticket_id: UUID, key: str, meta: EventMeta) -> Counted:
    order_type = tickets.context(ticket_id).order_type
    return Counted(measure, key, value, _place(ticket_id), ticket_id, order_type, meta.occurred_at)


def _place(ticket_id: UUID) -> UUID:
    """The outlet that did the work, else the ticket's own place."""
    orders = fieldwork.orders_of_ticket(ticket_id)
    return next((o.outlet_id for o in reversed(orders) if o.outlet_id), tickets.context(ticket_id).org_id)
