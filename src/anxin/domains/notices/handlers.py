"""What is told when. Each line of practice that somebody must hear of stands here once."""

from uuid import UUID

from anxin.domains.conversations.events import MessageSent
from anxin.domains.feedback import public as feedback
from anxin.domains.feedback.events import RevisitSent
from anxin.domains.fieldwork import public as fieldwork
from anxin.domains.fieldwork.events import (
    EngineerDeparted,
    OfferUndone,
    OrderOffered,
    OrderReturned,
    OrderUnplaced,
    ReturnUndone,
    VisitAssigned,
    VisitReassigned,
    VisitWithdrawn,
    WindowAgreed,
)
from anxin.domains.people import public as people
from anxin.domains.processes.events import ClockEscalated
from anxin.domains.tickets import public as tickets
from anxin.domains.tickets.events import (
    DangerSeen,
    TicketAssigned,
    TicketJoined,
    TicketOpened,
    TicketPressed,
    TicketReopened,
    TicketRouted,
)
from anxin.kernel import events
from anxin.kernel.actor import ActorKind
from anxin.kernel.events import EventMeta
from anxin.kernel.http.taking import TooMuchTaken
from anxin.kernel.i18n import Reason

from . import services


@events.subscribe(TicketOpened, name="notices.opened")
def opened(event: TicketOpened, meta: EventMeta) -> None:
    _to_customer(tickets.context(event.ticket_id), "notice.customer.opened", by_house=False)


@events.subscribe(TicketJoined, name="notices.joined")
def joined(event: TicketJoined, meta: EventMeta) -> None:
    """Only the ticket's own customer hears; whoever told it again has read the answer on the spot."""
    _to_customer(tickets.context(event.ticket_id), "notice.customer.joined", by_house=False)


@events.subscribe(TicketRouted, TicketAssigned, name="notices.given")
def given(event: TicketRouted | TicketAssigned, meta: EventMeta) -> None:
    if event.user_id != meta.actor_id:
        _to_staff([event.user_id], "notice.ticket_given", tickets.context(event.ticket_id), meta)


@events.subscribe(DangerSeen, name="notices.danger")
def danger(event: DangerSeen, meta: EventMeta) -> None:
    found = tickets.context(event.ticket_id)
    leads = [user.id for user in people.users_with_role("agent_lead", found.org_id)]
    _to_staff(leads, "notice.danger", found, meta, urgent=True)


@events.subscribe(TicketPressed, name="notices.pressed")
def pressed(event: TicketPressed, meta: EventMeta) -> None:
    found = tickets.context(event.ticket_id)
    hears = [user.id for place in _places(found) for user in people.users_with_role(event.tell, place)]
    _to_staff([*hears, found.assignee_id], "notice.pressed", found, meta, urgent=True, count=event.count)


@events.subscribe(ClockEscalated, name="notices.clock")
def clock_escalated(event: ClockEscalated, meta: EventMeta) -> None:
    found = tickets.context_of_case(meta.case_id)
    hears = [user.id for place in _places(found) for user in people.users_with_role(event.tell, place)]
    code = f"notice.clock_{'late' if event.step.startswith('after') else 'soon'}"
    _to_staff([*hears, found.assignee_id], code, found, meta, urgent=True, clock=f"enum.clock.{event.clock}")


@events.subscribe(TicketReopened, name="notices.reopened")
def reopened(event: TicketReopened, meta: EventMeta) -> None:
    found = tickets.context(event.ticket_id)
    _to_staff([found.assignee_id], "notice.reopened", found, meta, urgent=True)
    _to_customer(found, "notice.customer.reopened")


@events.subscribe(MessageSent, name="notices.message", when={"visible": "customer"})
def message_sent(event: MessageSent, meta: EventMeta) -> None:
    found = tickets.context_of_case(meta.case_id)
    if event.author_kind == ActorKind.CUSTOMER:
        _to_staff([found.assignee_id], "notice.customer_wrote", found, meta)
    else:
        _to_customer(found, "notice.customer.answered")


@events.subscribe(OrderOffered, name="notices.offered")
def offered(event: OrderOffered, meta: EventMeta) -> None:
    _to_staff(_desk_of(event.outlet_id), "notice.order_offered", _ticket_of(event.order_id), meta)


@events.subscribe(OfferUndone, ReturnUndone, name="notices.offer_undone")
def offer_undone(event: OfferUndone | ReturnUndone, meta: EventMeta) -> None:
    """The outlet that was asked meanwhile need not answer."""
    asked = event.outlet_id if isinstance(event, OfferUndone) else event.asked
    if asked is not None:
        _to_staff(_desk_of(asked), "notice.order_withdrawn", _ticket_of(event.order_id), meta)


def _desk_of(outlet_id: UUID) -> list[UUID]:
    return [user.id for role in ("clerk", "outlet_manager") for user in people.holders_at(role, outlet_id)]


@events.subscribe(OrderUnplaced, OrderReturned, name="notices.unplaced")
def unplaced(event: OrderUnplaced | OrderReturned, meta: EventMeta) -> None:
    order = fieldwork.order_card(event.order_id)
    dispatchers = [user.id for user in people.users_with_role("dispatcher", order.org_id)]
    code = "notice.order_unplaced" if isinstance(event, OrderUnplaced) else "notice.order_returned"
    _to_staff(dispatchers, code, tickets.context(order.ticket_id), meta, urgent=isinstance(event, OrderUnplaced))


@events.subscribe(VisitAssigned, name="notices.assigned")
def assigned(event: VisitAssigned, meta: EventMeta) -> None:
    _to_staff([event.engineer_id], "notice.visit_given", _ticket_of(event.order_id), meta)


@events.subscribe(VisitReassigned, name="notices.reassigned")
def reassigned(event: VisitReassigned, meta: EventMeta) -> None:
    _to_staff([event.from_engineer_id], "notice.visit_taken_away", _ticket_of(event.order_id), meta)


@events.subscribe(VisitWithdrawn, name="notices.withdrawn")
def withdrawn(event: VisitWithdrawn, meta: EventMeta) -> None:
    _to_staff([event.engineer_id], "notice.visit_withdrawn", _ticket_of(event.order_id), meta)


@events.subscribe(WindowAgreed, name="notices.window")
def window_agreed(event: WindowAgreed, meta: EventMeta) -> None:
    order = fieldwork.order_card(event.order_id)
    zone = people.zone_of(order.org_id)
    start, end = event.start.astimezone(zone), event.end.astimezone(zone)
    window = f"{start:%m-%d %H:%M}-{end:%H:%M}"
    _to_customer(tickets.context(order.ticket_id), "notice.customer.window", window=window)


@events.subscribe(EngineerDeparted, name="notices.departed")
def departed(event: EngineerDeparted, meta: EventMeta) -> None:
    order = fieldwork.order_card(event.order_id)
    engineer = people.engineer_card(order.engineer_id).name if order.engineer_id else ""
    _to_customer(tickets.context(order.ticket_id), "notice.customer.departed", engineer=engineer)


@events.subscribe(RevisitSent, name="notices.revisit")
def revisit_sent(event: RevisitSent, meta: EventMeta) -> None:
    """The question goes to everybody as a link, also where somebody calls."""
    found = tickets.context(event.ticket_id)
    path = feedback.rating_path_of(event.revisit_id)
    services.message(
        found.customer_id, "notice.customer.revisit", ticket_id=found.id, by_house=True, path=path, number=found.number
    )


@events.subscribe(TooMuchTaken, name="notices.taken")
def taken(event: TooMuchTaken, meta: EventMeta) -> None:
    """Who it was is read with the notice: the row holds no name."""
    auditors = [user.id for user in people.users_with_role("auditor", people.root_org().id)]
    reason = Reason(
        f"notice.taken_{event.rule}", {"what": f"enum.what.{event.what}", "rows": event.rows, "limit": event.limit}
    )
    services.tell(auditors, reason, about=("user", event.user_id), event_id=meta.id, urgent=True)


def _ticket_of(order_id: UUID) -> tickets.TicketContext:
    return tickets.context(fieldwork.order_card(order_id).ticket_id)


def _to_customer(found: tickets.TicketContext, code: str, *, by_house: bool = True, **params: str) -> None:
    services.message(
        found.customer_id,
        code,
        ticket_id=found.id,
        by_house=by_house,
        path=services.tracking_path(found.id),
        number=found.number,
        **params,
    )


def _to_staff(
    user_ids: list[UUID] | list[UUID | None],
    code: str,
    found: tickets.TicketContext,
    meta: EventMeta,
    *,
    urgent: bool = False,
    **params: object,
) -> None:
    reason = Reason(code, {"number": found.number, **params})
    services.tell(user_ids, reason, about=("ticket", found.id), event_id=meta.id, urgent=urgent)


def _places(found: tickets.TicketContext) -> list[UUID]:
    """The ticket's place, and the outlets that have its orders: a clerk's superior sits there."""
    outlets = [order.outlet_id for order in fieldwork.orders_of_ticket(found.id) if order.outlet_id]
    return [found.org_id, *outlets]
