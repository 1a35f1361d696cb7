"""To the engineer: by candidates; the law excludes for good, the brand's rules unless a named person says why."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.fieldwork import progress, selectors
from anxin.domains.fieldwork.candidates import candidates
from anxin.domains.fieldwork.events import RuleOverridden, VisitAssigned, VisitReassigned
from anxin.domains.fieldwork.models import ChecklistItem, EngineerDay, Visit, WorkOrder
from anxin.domains.fieldwork.policies import Checklist
from anxin.domains.fieldwork.rules import Able, Excluded, Period
from anxin.domains.fieldwork.services import access
from anxin.domains.fieldwork.services.ending import end_visit
from anxin.domains.fieldwork.services.steps import lock_order, move, state_of, tell
from anxin.kernel import authz, clock, policies
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Forbidden
from anxin.kernel.i18n import Reason
from anxin.kernel.statements import follow, insert, insert_all, prepared


@atomic
def assign(
    *,
    actor: Actor,
    order_id: UUID,
    engineer_id: UUID,
    window: Period | None = None,
    version: int | None = None,
    reason: str = "",
) -> Visit:
    """Give the order to an engineer, or another one. Two at once: the second gets Conflict with the state.

    `version`: the order's as the dispatcher saw it. `reason`: why, when one of the brand's rules is overridden
    or the visit taken from somebody. Raises Conflict for an excluding rule.
    """
    order = lock_order(actor, "order.assign", order_id, "assign")
    if version is not None and version != order.version:
        raise Conflict("order.changed_meanwhile", current=state_of(order))
    lock_day(engineer_id, window)
    why = _chosen(actor, order, engineer_id, window, reason)
    before = selectors.open_visit(order)
    if before is not None:
        _take_over(actor, order, before, engineer_id)
    visit = new_visit(actor, order, engineer_id, window=window, reasons=why)
    if before is not None:
        moved = VisitReassigned(order.pk, visit.pk, before.engineer_id, engineer_id, reason)
        tell(actor, order, moved)
    return visit


def _chosen(
    actor: Actor, order: WorkOrder, engineer_id: UUID, window: Period | None, reason: str
) -> tuple[Reason, ...]:
    """Why this engineer; raises Conflict or Forbidden when a rule stands against."""
    found = candidates(order, window, only=engineer_id).find(engineer_id)
    if found is None:
        raise Conflict("order.not_of_outlet")
    if isinstance(found, Able):
        return found.reasons
    _override(actor, order, found, reason)
    return (Reason("order.overridden", {"name": actor.name, "rule": f"enum.rule.{found.rule}"}), found.reason)


def _override(actor: Actor, order: WorkOrder, found: Excluded, reason: str) -> None:
    if not found.overridable or not reason.strip():
        raise Conflict(
            "order.excluded", current=state_of(order), rule=f"enum.rule.{found.rule}", overridable=found.overridable
        )
    if not authz.has(actor, "order.override"):
        raise Forbidden(verb="order.override")
    tell(actor, order, RuleOverridden(order.pk, found.id, found.rule, reason))


def _take_over(actor: Actor, order: WorkOrder, before: Visit, engineer_id: UUID) -> None:
    if before.engineer_id == engineer_id:
        raise Conflict("order.has_it_already", current=state_of(order))
    end_visit(order, Visit.Outcome.REASSIGNED)
    progress.branched(actor, order, "reassigned")


def new_visit(
    actor: Actor,
    order: WorkOrder,
    engineer_id: UUID,
    *,
    window: Period | None = None,
    follows: Visit | None = None,
    needs: list[str] | None = None,
    reasons: tuple[Reason, ...] = (),
) -> Visit:
    """Make the order's next visit with its checklist, and let the engineer see what it needs."""
    visit = insert(
        Visit(
            order=order,
            sequence=_visits.count(order.pk) + 1,
            engineer_id=engineer_id,
            follows=follows,
            needs=needs or [],
            window_start=window[0] if window else None,
            window_end=window[1] if window else None,
            assigned_at=clock.now(),
            assigned_by=actor.id,
            reasons=[reason.to_json() for reason in reasons],
        )
    )
    _lay_out_checklist(order, visit)
    start, end = window or (None, None)
    move(order, status=WorkOrder.Status.ASSIGNED, window_start=start, window_end=end)
    access.give_engineer(order, engineer_id)
    progress.satisfied(actor, order, "engineer_assigned", ("visit", visit.pk))
    tell(actor, order, VisitAssigned(order.pk, visit.pk, engineer_id, visit.reasons))
    return visit


@prepared
def _visits(order_id: UUID) -> QuerySet[Visit]:
    return Visit.objects.filter(order_id=order_id)


def _lay_out_checklist(order: WorkOrder, visit: Visit) -> None:
    checklist = policies.current(Checklist, scope={"category": order.category})
    follow(order, "customer")
    lines = checklist.for_visit(order.order_type, order.customer.tier)
    insert_all(
        [
            ChecklistItem(visit=visit, code=line.code, position=n, required=line.required, needs_photo=line.needs_photo)
            for n, line in enumerate(lines)
        ]
    )


def lock_day(engineer_id: UUID, window: Period | None) -> None:
    """Whoever plans on an engineer's day waits here for the other who does."""
    if window is None:
        return
    days = sorted({window[0].date(), (window[1] - timedelta(seconds=1)).date()})
    insert_all([EngineerDay(engineer_id=engineer_id, day=day) for day in days], unless_there=True)
    _lock_days(engineer_id, days)


@prepared
def _lock_days(engineer_id: UUID, days: list[date]) -> QuerySet[EngineerDay]:
    return EngineerDay.objects.select_for_update().filter(engineer_id=engineer_id, day__in=days).order_by("day")
