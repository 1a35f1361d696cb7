"""Builders, and what a clock on the wall does, for tests of this and other domains."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from anxin.domains.processes import models, services
from anxin.kernel import clock, events
from anxin.kernel.actor import SYSTEM, Actor, ActorKind, Assurance
from anxin.kernel.ids import new_id

NINE = datetime(2026, 7, 13, 1, 0, tzinfo=UTC)  # Monday 09:00 in Shanghai
CALL = [{"kind": "call_reached", "ref": "call-1"}]
CLERK = Actor(ActorKind.PERSON, new_id(), Assurance.VERIFIED, "信息员")


def case(order_type: str = "repair", **facts: str) -> UUID:
    """A new case whose ticket's process runs."""
    case_id = events.new_case()
    _start(case_id, order_type, None, facts)
    return case_id


def order(case_id: UUID, order_type: str = "repair", **facts: str) -> UUID:
    """A work order of the case, its process running."""
    order_id = new_id()
    _start(case_id, order_type, order_id, facts)
    return order_id


def _start(case_id: UUID, order_type: str, order_id: UUID | None, facts: dict[str, str]) -> None:
    services.start_run(
        actor=SYSTEM,
        case_id=case_id,
        order_type=order_type,
        subject=("ticket", new_id()),
        facts=facts,
        order_id=order_id,
    )


def at(when: datetime, case_id: UUID, *checks: str, order_id: UUID | None = None) -> None:
    """The checks are satisfied at that moment."""
    with clock.frozen(when):
        for check in checks:
            services.satisfy(actor=SYSTEM, case_id=case_id, check=check, order_id=order_id, evidence=CALL)


def row(case_id: UUID, name: str, round: int = 1) -> models.Clock:
    return models.Clock.objects.get(run__case_id=case_id, name=name, round=round)


def names(case_id: UUID) -> list[str]:
    """Of the case's events."""
    return [event.name for event in events.of_case(case_id)]


def minutes(n: float) -> timedelta:
    return timedelta(minutes=n)


def escalated() -> None:
    """The job that tells each rung whose instant has come has run."""
    services.escalate_due()
