"""Times a customer can choose from, by the capacity of shifts: offer, hold, book.

A slot counts every engineer of the outlet who may do the work and is free then; holding one takes the time of the
best of them, so that two customers never get the same hour of the same person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from anxin.domains.fieldwork import rules, selectors
from anxin.domains.fieldwork.candidates import Facts, facts_on
from anxin.domains.fieldwork.events import SlotHeld
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


@dataclass(frozen=True, slots=True)
class Slot:
    """A window and how many engineers could come then."""

    start: datetime
    end: datetime
    free: int


def offer(order: WorkOrder) -> list[Slot]:
    """Windows of the next days with at least one able and free engineer, earliest first."""
    if order.outlet is None:
        return []
    policy = policies.current(Windows, scope={"category": order.category})
    zone = ZoneInfo(order.outlet.timezone)
    today = clock.now().astimezone(zone).date()
    only = _only(order)
    slots: list[Slot] = []
    for n in range(policy.days_ahead):
        slots.extend(_of_day(order, policy, today + timedelta(days=n), zone, only))
    return slots


def _only(order: WorkOrder) -> UUID | None:
    """The order's own engineer, where it has one already."""
    visit = selectors.open_visit(order)
    return visit.engineer_id if visit else None


def _of_day(order: WorkOrder, policy: Windows, day: date, zone: ZoneInfo, only: UUID | None) -> list[Slot]:
    earliest = clock.now() + timedelta(minutes=policy.notice_minutes)
    facts = facts_on(order, day)
    found = []
    for first, last in policy.windows:
        window = (_instant(day, first, zone), _instant(day, last, zone))
        free = len(_free(facts, window, only)) if window[0] >= earliest else 0
        if free:
            found.append(Slot(*window, free))
    return found


def _instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)


def _free(facts: Facts, window: Period, only: UUID | None) -> list[UUID]:
    """Able engineers, best first."""
    able, _ = rules.judge(facts.job(window), facts.persons, facts.visits_a_day)
    return [a.id for a in able if only in {None, a.id}]


@atomic
def hold(*, actor: Actor, order_id: UUID, start: datetime, end: datetime) -> Hold:
    """Keep a window while the customer decides (15 min by policy). Raises Conflict when nobody is free any more."""
    order = lock_order(actor, "order.book", order_id, "book")
    if not any((slot.start, slot.end) == (start, end) for slot in offer(order)):
        raise Conflict("order.slot_gone", current=state_of(order))
    engineer_id = _take(order, (start, end))
    order.holds.filter(ended_at=None).update(ended_at=clock.now())
    minutes = policies.current(Windows, scope={"category": order.category}).hold_minutes
    row = Hold.objects.create(
        order=order,
        engineer_id=engineer_id,
        window_start=start,
        window_end=end,
        expires_at=clock.now() + timedelta(minutes=minutes),
    )
    tell(actor, order, SlotHeld(order.pk, row.pk, start, end))
    return row


def _take(order: WorkOrder, window: Period) -> UUID:
    """The best engineer who is still free once his day is locked."""
    assert order.outlet is not None, "only an outlet's order can be booked"
    day = window[0].astimezone(ZoneInfo(order.outlet.timezone)).date()
    for engineer_id in _free(facts_on(order, day), window, _only(order)):
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
