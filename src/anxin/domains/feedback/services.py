"""After the work: review, ask, call, and close or open again."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.customers import public as customers
from anxin.domains.fieldwork import public as fieldwork
from anxin.domains.processes import public as processes
from anxin.domains.tickets import public as tickets
from anxin.kernel import clock, events, links, policies
from anxin.kernel.actor import SYSTEM, Actor
from anxin.kernel.db import atomic, sole
from anxin.kernel.errors import Conflict, Invalid
from anxin.kernel.i18n import Reason
from anxin.kernel.statements import insert, prepared

from . import follow_ups, rules, selectors
from .events import (
    ReviewPassed,
    ReviewQueued,
    ReviewRejected,
    RevisitAnswered,
    RevisitEnded,
    RevisitSent,
    RevisitSilent,
    RevisitTried,
)
from .models import CallAttempt, Review, Revisit
from .rules import Answer, ReviewRules, RevisitFacts, RevisitRules

LINK = "rate"


# --- completion review -------------------------------------------------------------------------------------------


@atomic
def review_visit(*, order_id: UUID) -> Review:
    """Look at the order's completing visit by rules: pass it, or queue it for a person. Again = the same review."""
    facts = fieldwork.visit_facts(order_id)
    done = sole(Review.objects.filter(visit_id=facts.visit_id))
    if done is not None:
        return done
    order = fieldwork.order_card(order_id)
    hits = rules.review_hits(facts, policies.current(ReviewRules))
    now = clock.now()
    made = insert(
        Review(
            order_id=order_id,
            visit_id=facts.visit_id,
            org_id=order.org_id,
            case_id=order.case_id,
            state=Review.State.QUEUED if hits else Review.State.AUTO_PASSED,
            hits=[hit.to_json() for hit in hits],
            created_at=now,
            decided_at=None if hits else now,
        )
    )
    if hits:
        _tell_review(SYSTEM, made, ReviewQueued(made.id, order_id, made.hits))
    else:
        _passed(SYSTEM, made, automatic=True)
    return made


@atomic
def pass_review(*, actor: Actor, review_id: UUID, note: str = "") -> Review:
    """A person looked and found it right. Raises Conflict when it is decided already."""
    row = _decide(actor, review_id, Review.State.PASSED, note, of=(Review.State.QUEUED,))
    _passed(actor, row, automatic=False)
    return row


@atomic
def reject_review(*, actor: Actor, review_id: UUID, reason: str) -> Review:
    """Not done as told: the order goes back to its outlet. What the rules alone had passed, and so closed, is open
    again with its ticket, and the customer's question is withdrawn.

    Raises Invalid without a reason, Conflict when a person has decided or the case is archived.
    """
    if not reason.strip():
        raise Invalid("review.reason_needed", field="reason")
    row = _decide(actor, review_id, Review.State.REJECTED, reason, of=(Review.State.QUEUED, Review.State.AUTO_PASSED))
    ticket = tickets.context_of_case(row.case_id)
    if ticket.status == "archived":
        raise Conflict("review.archived")
    if ticket.status in ("solved", "closed"):
        tickets.reopen(actor=SYSTEM, ticket_id=ticket.id, reason=Reason("review.taken_back").code)
    fieldwork.reopen_order(actor=SYSTEM, order_id=row.order_id, reason="review")
    _tell_review(actor, row, ReviewRejected(row.id, row.order_id, "review"))
    return row


def _decide(actor: Actor, review_id: UUID, state: Review.State, note: str, *, of: tuple[Review.State, ...]) -> Review:
    selectors.review(actor, review_id, "review.decide")
    row = Review.objects.select_for_update().get(pk=review_id)
    if row.state not in of:
        raise Conflict("review.decided", current={"state": row.state})
    row.state, row.note, row.decided_by_id, row.decided_at = state, note.strip()[:500], actor.id, clock.now()
    row.version += 1
    row.save()
    return row


def _passed(actor: Actor, row: Review, *, automatic: bool) -> None:
    _tell_review(actor, row, ReviewPassed(row.id, row.order_id, automatic))
    fieldwork.close_order(actor=SYSTEM, order_id=row.order_id)


def _tell_review(actor: Actor, row: Review, event: events.Event) -> None:
    events.record(event, actor=actor, subject=("review", row.id), case_id=row.case_id)


# --- revisit -----------------------------------------------------------------------------------------------------


@atomic
def send_revisit(*, ticket_id: UUID) -> Revisit:
    """Ask the customer of a solved ticket, and plan a call where the rules want one. Again = what was asked already,
    as long as it is open or of this solution."""
    found = tickets.context(ticket_id)
    policy, now = policies.current(RevisitRules), clock.now()
    since = processes.run_card(found.case_id).done.get("solved", now)
    for row in _asked(ticket_id):
        if row.state == Revisit.State.OPEN or row.sent_at >= since:
            return row
    facts = _facts(found)
    why = rules.call_reasons(facts, policy)
    made = insert(
        Revisit(
            ticket_id=ticket_id,
            customer_id=found.customer_id,
            org_id=found.org_id,
            case_id=found.case_id,
            call=[reason.to_json() for reason in why],
            sent_at=now,
            due_at=_call_due(found.case_id, since, policy),
        )
    )
    _tell(SYSTEM, made, RevisitSent(made.id, ticket_id, made.call))
    follow_ups.plan(found, facts, policy, since)
    return made


@prepared
def _asked(ticket_id: UUID) -> QuerySet[Revisit]:
    return Revisit.objects.filter(ticket_id=ticket_id, purpose=Revisit.Purpose.SOLVED)


def _call_due(case_id: UUID, cause: datetime, policy: RevisitRules) -> datetime:
    """When a call is due for its cause; the policy promises no more time than the process's clock leaves (33)."""
    due, allowed = cause + timedelta(hours=policy.call_within_hours), processes.due_of(case_id, "revisit")
    return min(due, allowed) if allowed else due


def _facts(found: tickets.TicketContext) -> RevisitFacts:
    orders = fieldwork.orders_of_ticket(found.id)
    visits = [order.visits for order in orders if order.completed_at]
    return RevisitFacts(
        ticket_id=found.id,
        tier=customers.card(found.customer_id, SYSTEM).tier,
        order_type=found.order_type,
        solved_how=found.solved_how,
        presses=found.presses,
        reopened=Revisit.objects.filter(ticket_id=found.id, purpose=Revisit.Purpose.SOLVED).exists(),
        visits=max(visits, default=0),
        danger=found.danger,
    )


def rating_path(revisit: Revisit) -> str:
    """Where the customer answers, signed."""
    days = policies.current(RevisitRules).link_days
    return f"/r/{links.sign(LINK, revisit.id, revisit.sent_at + timedelta(days=days))}"


def rating_of_ticket(holder: Actor, ticket_id: UUID) -> list[dict[str, object]]:
    """What the tracking page shows of the revisit: where to answer, while an answer is awaited."""
    row = Revisit.objects.filter(ticket_id=ticket_id, purpose=Revisit.Purpose.SOLVED, state=Revisit.State.OPEN).first()
    return [{"rate_url": rating_path(row), "may": {"rate": True}}] if row else []


@atomic
def answer_by_link(*, token: str, answer: Answer) -> Revisit:
    """The customer answers. Raises NotFound for a link that does not hold, Conflict when answered already."""
    row = Revisit.objects.select_for_update().get(pk=links.read(LINK, token).object_id)
    if row.answered_at is not None:
        raise Conflict("revisit.answered_already")
    _answer(tickets.link_holder(row.ticket_id), row, "link", answer)
    return row


@atomic
def log_call(*, actor: Actor, revisit_id: UUID, result: str, note: str = "", answer: Answer | None = None) -> Revisit:
    """A call was made. Reached needs an answer; after the last attempt of the policy it ends as unreached.

    Raises Invalid for an unknown result or a missing answer, Conflict when the revisit has ended.
    """
    selectors.revisit(actor, revisit_id, "revisit.call")
    row = Revisit.objects.select_for_update().get(pk=revisit_id)
    if row.state != Revisit.State.OPEN:
        raise Conflict("revisit.ended", current={"state": row.state})
    if result not in CallAttempt.Result.values or (result == "reached") != (answer is not None):
        raise Invalid("revisit.bad_result", field="result")
    assert actor.id is not None
    insert(CallAttempt(revisit=row, by_id=actor.id, at=clock.now(), result=result, note=note.strip()[:500]))
    row.attempts += 1
    if answer is not None and row.purpose == Revisit.Purpose.SOLVED:
        _answer(actor, row, "call", answer)
    elif answer is not None:
        follow_ups.answered(actor, row, answer)
    else:
        _not_reached(actor, row, result)
    return row


def _not_reached(actor: Actor, row: Revisit, result: str) -> None:
    policy = policies.current(RevisitRules)
    row.due_at = clock.now() + timedelta(hours=policy.hours_between_attempts)
    row.version += 1
    row.save()
    _tell(actor, row, RevisitTried(row.id, row.ticket_id, result, row.attempts))
    if row.attempts >= policy.attempts:
        _end(row, Revisit.State.UNREACHED)


def _answer(actor: Actor, row: Revisit, by: str, answer: Answer) -> None:
    answer.check()
    late = row.state != Revisit.State.OPEN
    asked_back = by == "link" and answer.solved and not late and _low(answer)
    row.state = Revisit.State.OPEN if asked_back else Revisit.State.ANSWERED
    row.answered_at, row.answered_by = clock.now(), by
    row.solved, row.csat, row.paid, row.comment = answer.solved, answer.csat, answer.paid, answer.comment[:1000]
    if asked_back:
        _call_for_low_score(row)
    row.version += 1
    row.save()
    paid = "" if answer.paid is None else str(answer.paid)
    _tell(
        actor, row, RevisitAnswered(row.id, row.ticket_id, by, answer.solved, answer.csat, paid, answer.comment[:1000])
    )
    if not answer.solved:
        follow_ups.reopen(row)
    elif not late and not asked_back:
        follow_ups.settle(row)


def _low(answer: Answer) -> bool:
    return answer.csat is not None and answer.csat <= policies.current(RevisitRules).low_csat


def _call_for_low_score(row: Revisit) -> None:
    """Solved, but badly: somebody calls before the case is closed."""
    assert row.csat is not None
    row.call = [*row.call, Reason("revisit.call_low", {"csat": row.csat}).to_json()]
    row.due_at = _call_due(row.case_id, clock.now(), policies.current(RevisitRules))


def _end(row: Revisit, state: Revisit.State) -> None:
    row.state = state
    row.save(update_fields=["state"])
    _tell(SYSTEM, row, RevisitEnded(row.id, row.ticket_id, state))
    follow_ups.settle(row)


def follow_silent(limit: int = 100) -> int:
    """Who has only the link and keeps silent is called while there is time, or asked no further; returns how many."""
    policy = policies.current(RevisitRules)
    before = clock.now() + timedelta(hours=policy.silent_hours)
    rows = Revisit.objects.filter(state=Revisit.State.OPEN, call=[], due_at__lte=before).order_by("due_at")
    return sum(_follow_silent(revisit_id, policy) for revisit_id in list(rows.values_list("pk", flat=True)[:limit]))


@atomic
def _follow_silent(revisit_id: UUID, policy: RevisitRules) -> int:
    row = Revisit.objects.select_for_update().get(pk=revisit_id)
    if row.state != Revisit.State.OPEN or row.call:
        return 0  # answered while we looked
    if policy.call_silent:
        row.call = [Reason("revisit.call_silent", {"hours": policy.silent_hours}).to_json()]
        row.version += 1
        row.save()
        _tell(SYSTEM, row, RevisitSilent(row.id, row.ticket_id, row.call, row.due_at))
    else:
        _end(row, Revisit.State.NO_REPLY)
    return 1


def drop_revisit(*, ticket_id: UUID) -> int:
    """The ticket was reopened by other means: the question is withdrawn. Returns how many."""
    asked = Revisit.objects.filter(ticket_id=ticket_id, state__in=[Revisit.State.PLANNED, Revisit.State.OPEN])
    return asked.update(state=Revisit.State.NO_REPLY)


def _tell(actor: Actor, row: Revisit, event: events.Event) -> None:
    events.record(event, actor=actor, subject=("revisit", row.id), case_id=row.case_id, about=row.customer_id)


@atomic
def forget(*, customer_id: UUID) -> None:
    """Words of and about the person go, his links end; marks, times and what was decided stay."""
    asked = Revisit.objects.filter(customer_id=customer_id)
    for revisit_id in asked.values_list("pk", flat=True):
        links.revoke(LINK, revisit_id)
    CallAttempt.objects.filter(revisit__in=asked).update(note="")
    asked.update(comment="")
    Review.objects.filter(order__ticket__customer_id=customer_id).update(note="")
