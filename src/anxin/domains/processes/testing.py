"""Builders, and what a clock on the wall does, for tests of this and other domains."""

from uuid import UUID

from anxin.domains.processes import services
from anxin.kernel import events
from anxin.kernel.actor import SYSTEM
from anxin.kernel.ids import new_id


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


def escalated() -> None:
    """The job that tells each rung whose instant has come has run."""
    services.escalate_due()
