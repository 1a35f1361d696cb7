"""What comes of a revisit, and the later calls a case leads to: a major fault within a week, a purchase after a month.

Standard 33. A planned call waits as a revisit of its own purpose until its day, then stands on the callers' list.
"""

from datetime import datetime, timedelta
from uuid import UUID

from anxin.domains.processes import public as processes
from anxin.domains.tickets import public as tickets
from anxin.kernel import clock, events
from anxin.kernel.actor import SYSTEM, Actor
from anxin.kernel.i18n import Reason

from . import rules
from .events import FollowUpAnswered, FollowUpPlanned
from .models import Revisit
from .rules import Answer, RevisitFacts, RevisitRules

#: The check of the process that a planned call satisfies.
CHECKS = {Revisit.Purpose.MAJOR: "major_checked", Revisit.Purpose.PURCHASE: "survey_answered"}


def plan(found: tickets.TicketContext, facts: RevisitFacts, policy: RevisitRules, since: datetime) -> None:
    """Plan the later calls of a case solved `since`. A major fault is told to its process: its clock starts."""
    if rules.is_major(facts, policy):
        processes.change_facts(actor=SYSTEM, case_id=found.case_id, facts={"severity": "major"})
        why = Reason("revisit.check_major", {"days": policy.major_within_days})
        days = (policy.major_from_days, policy.major_within_days)
        _plan(found, Revisit.Purpose.MAJOR, why, since, days)
    if found.order_type == "installation":
        why = Reason("revisit.survey_purchase", {"days": policy.purchase_within_days})
        days = (policy.purchase_from_days, policy.purchase_within_days)
        _plan(found, Revisit.Purpose.PURCHASE, why, since, days)


def _plan(
    found: tickets.TicketContext, purpose: Revisit.Purpose, why: Reason, since: datetime, days: tuple[int, int]
) -> None:
    row, made = Revisit.objects.get_or_create(
        ticket_id=found.id,
        purpose=purpose,
        state__in=[Revisit.State.PLANNED, Revisit.State.OPEN],
        defaults={
            "customer_id": found.customer_id,
            "org_id": found.org_id,
            "case_id": found.case_id,
            "state": Revisit.State.PLANNED,
            "call": [why.to_json()],
            "sent_at": since + timedelta(days=days[0]),
            "due_at": since + timedelta(days=days[1]),
        },
    )
    if made:
        _tell(SYSTEM, row, FollowUpPlanned(row.id, row.ticket_id, purpose, row.sent_at, row.due_at))


def open_planned(now: datetime) -> int:
    """Put the calls whose day has come on the callers' list; returns how many."""
    due = Revisit.objects.filter(state=Revisit.State.PLANNED, sent_at__lte=now)
    return due.update(state=Revisit.State.OPEN)


def answered(actor: Actor, row: Revisit, answer: Answer) -> None:
    """The customer was reached. Raises Invalid for a mark that cannot be."""
    answer.check()
    row.state, row.answered_at, row.answered_by = Revisit.State.ANSWERED, clock.now(), "call"
    row.solved, row.csat, row.paid, row.comment = answer.solved, answer.csat, answer.paid, answer.comment[:1000]
    row.version += 1
    row.save()
    said = FollowUpAnswered(row.id, row.ticket_id, row.purpose, answer.solved, answer.csat, row.comment)
    _tell(actor, row, said)
    settle(row)
    if not answer.solved:
        reopen(row)


def settle(row: Revisit) -> None:
    """The question is done with: the ticket closes, or the check the call was planned for is satisfied."""
    evidence = [{"kind": "revisit", "ref": str(row.id)}]
    if row.purpose == Revisit.Purpose.SOLVED:
        tickets.close(actor=SYSTEM, ticket_id=row.ticket_id, evidence=evidence)
    else:
        check = CHECKS[Revisit.Purpose(row.purpose)]
        processes.satisfy(actor=SYSTEM, case_id=row.case_id, check=check, evidence=evidence)


def reopen(row: Revisit) -> UUID | None:
    """Not solved: open again; an archived case stays, and a new ticket (返修) is opened for what came back."""
    status = tickets.context(row.ticket_id).status
    if status in ("solved", "closed"):
        tickets.reopen(actor=SYSTEM, ticket_id=row.ticket_id, reason=Reason("revisit.not_solved").code)
    elif status == "archived":
        return tickets.come_back(actor=SYSTEM, ticket_id=row.ticket_id, text=row.comment)
    return None


def _tell(actor: Actor, row: Revisit, event: events.Event) -> None:
    events.record(event, actor=actor, subject=("revisit", row.id), case_id=row.case_id, about=row.customer_id)
