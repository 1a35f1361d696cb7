"""Who of an outlet may do an order, best first, and who may not, with names and reasons."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from anxin.domains.fieldwork import planning
from anxin.domains.fieldwork.facts import facts_on
from anxin.domains.fieldwork.models import WorkOrder
from anxin.domains.fieldwork.rules import Able, Excluded, Period
from anxin.domains.people import public as people
from anxin.kernel import clock
from anxin.kernel.statements import follow


@dataclass(frozen=True, slots=True)
class Candidates:
    """Engineers able, best first, and excluded ones, with their cards."""

    able: list[Able]
    excluded: list[Excluded]
    cards: dict[UUID, people.EngineerCard]

    def find(self, engineer_id: UUID) -> Able | Excluded | None:
        everyone: list[Able | Excluded] = [*self.able, *self.excluded]
        return next((c for c in everyone if c.id == engineer_id), None)


def candidates(order: WorkOrder, window: Period | None = None, *, only: UUID | None = None) -> Candidates:
    """Who of the order's outlet may do it in `window` (or on its day, if none is asked for); `only`: one engineer."""
    follow(order, "outlet")
    assert order.outlet is not None, "an order without an outlet has no candidates"
    when = window or _agreed(order)
    day = (when[0] if when else clock.now()).astimezone(ZoneInfo(order.outlet.timezone)).date()
    (facts,) = facts_on(order, [day], only=only)
    able, excluded = planning.judge(facts, when)
    return Candidates(able, excluded, facts.cards)


def _agreed(order: WorkOrder) -> Period | None:
    return (order.window_start, order.window_end) if order.window_start and order.window_end else None
