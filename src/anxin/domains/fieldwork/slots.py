"""Times a customer can choose from: offer, hold, book.

A slot counts every engineer of the outlet who may do the work and can be there then; holding one takes the time of
the best of them, so that two customers never get the same hour of the same person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from anxin.domains.fieldwork import planning, selectors
from anxin.domains.fieldwork.events import SlotHeld
from anxin.domains.fieldwork.facts import facts_on
from anxin.domains.fieldwork.models import Hold, Visit, WorkOrder
from anxin.domains.fieldwork.policies import Windows
from anxin.domains.fieldwork.rules import Period
from anxin.domains.fieldwork.services.assigning import lock_day, new_visit
from anxin.domains.fieldwork.services.contacting import book
from anxin.domains.fieldwork.services.offering import accept_for
from anxin.domains.fieldwork.services.steps import lock_order, state_of, tell
from anxin.kernel import clock, policies
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, NotFound
from anxin.kernel.i18n import Reason
from anxin.kernel.statements import insert


@dataclass(frozen=True, slots=True)
class Slot:
    """A window and how many engineers could come then; `best`: one of the few to tell the customer first."""

    start: datetime
    end: datetime
    free: int
    best: bool


def offer(order: WorkOrder) -> list[Slot]:
    """Windows of the next days with at least one able and free engineer, earliest first."""
    if order.outlet is None:
        return []
    windows = _days(order)
    asked = zip(facts_on(order, list(windows), only=_only(order)), windows.values(), strict=True)
    return [Slot(*found.window, len(found.engineers), found.best) for found in planning.times(list(asked))]


def _only(order: WorkOrder) -> UUID | None:
    """The order's own engineer, where it has one already."""
    visit = selectors.open_visit(order)
    return visit.engineer_id if visit else None


def _days(order: WorkOrder) -> dict[date, list[Period]]:
    """The house's windows of each day ahead, without those that begin too soon."""
    assert order.outlet is not None, "only an outlet's order can be booked"
    policy = policies.current(Windows, scope={"category": order.category})
    zone, now = ZoneInfo(order.outlet.timezone), clock.now()
    earliest = now + timedelta(minutes=policy.notice_minutes)
    days = [now.astimezone(zone).date() + timedelta(days=n) for n in range(policy.days_ahead)]
    spans = {day: [(_instant(day, a, zone), _instant(day, b, zone)) for a, b in policy.windows] for day in days}
    return {day: [span for span in spans[day] if span[0] >= earliest] for day in days}


def _instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)


@atomic
def hold(*, actor: Actor, order_id: UUID, start: datetime, end: datetime) -> Hold:
    """Keep a window while the customer decides (15 min by policy). Raises Conflict when nobody is free any more."""
    order = lock_order(actor, "order.book", order_id, "book")
    engineer_id = _take(order, (start, end))
    order.holds.filter(ended_at=None).update(ended_at=clock.now())
    minutes = policies.current(Windows, scope={"category": order.category}).hold_minutes
    row = insert(
        Hold(
            order=order,
            engineer_id=engineer_id,
            window_start=start,
            window_end=end,
            expires_at=clock.now() + timedelta(minutes=minutes),
        )
    )
    tell(actor, order, SlotHeld(order.pk, row.pk, start, end))
    return row


def _take(order: WorkOrder, window: Period) -> UUID:
    """The best engineer who is still free once his day is locked."""
    days = [day for day, windows in _days(order).items() if window in windows] if order.outlet else []
    for facts in facts_on(order, days, only=_only(order)) if days else ():
        for engineer_id in planning.takers(facts, window):
            lock_day(engineer_id, window)
            if not selectors.busy([engineer_id], *window, without=order.pk):
                return engineer_id
    raise Conflict("order.slot_gone", current=state_of(order))


@atomic
def book_hold(*, actor: Actor, hold_id: UUID, source: str = "customer") -> Visit:
    """Turn a living hold into an agreed visit. Raises Conflict when it has expired."""
    held = Hold.objects.filter(pk=hold_id).first()
    if held is None:
        raise NotFound
    order = lock_order(actor, "order.book", held.order_id, "book")
    held = Hold.objects.select_for_update().get(pk=hold_id)
    if held.ended_at or held.expires_at <= clock.now():
        raise Conflict("order.hold_expired", current=state_of(order))
    held.ended_at = clock.now()
    held.save(update_fields=["ended_at"])
    if order.status == WorkOrder.Status.OFFERED:
        accept_for(actor, order)
    visit = selectors.open_visit(order) or _appoint(actor, order, held)
    book(actor, order, visit, (held.window_start, held.window_end), source)
    return visit


def _appoint(actor: Actor, order: WorkOrder, held: Hold) -> Visit:
    why = Reason("order.chosen_by_slot")
    return new_visit(actor, order, held.engineer_id, reasons=(why,))
