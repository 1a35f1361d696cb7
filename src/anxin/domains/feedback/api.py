"""Routes of the review queue, the revisit desk, and the customer's rating page."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, cast
from uuid import UUID

from ninja import Field, Schema

from anxin.domains.customers import public as customers
from anxin.domains.fieldwork import public as fieldwork
from anxin.domains.people import public as people
from anxin.domains.tickets import public as tickets
from anxin.kernel import links, policies
from anxin.kernel.actor import Actor
from anxin.kernel.http import Page, Request, Router, paginate
from anxin.kernel.i18n import told

from . import selectors, services
from .models import Review, Revisit
from .rules import Answer, RevisitRules
from .services import LINK

router = Router(tags=["feedback"])
routers = (router,)
Purpose = Literal["solved", "major", "purchase"]


class ReviewRow(Schema):
    id: UUID
    version: int
    order_id: UUID
    order_number: str
    ticket_id: UUID
    org: str
    state: str
    hits: list[dict[str, Any]]
    created_at: datetime
    decided_at: datetime | None


class ReviewOut(ReviewRow):
    """`facts`: what the rules looked at; `photos`: how many pictures the visit has."""

    note: str
    engineer_id: UUID
    arrived_at: datetime | None
    finished_at: datetime | None
    distance_m: int | None
    place_accuracy_m: int | None
    scanned_serial: str
    scan_match: bool | None
    photos: int
    signed: bool


class Note(Schema):
    note: str = Field("", max_length=500)


class RevisitRow(Schema):
    id: UUID
    ticket_id: UUID
    ticket_number: str
    customer: str
    phone: str
    org: str
    purpose: Purpose
    state: str
    call: list[dict[str, Any]]
    attempts: int
    attempts_most: int
    sent_at: datetime
    due_at: datetime
    answered_at: datetime | None
    solved: bool | None
    csat: int | None
    paid: str | None
    comment: str


class AnswerIn(Schema):
    solved: bool
    csat: int | None = Field(None, ge=1, le=5)
    paid: Decimal | None = Field(None, ge=0, max_digits=10, decimal_places=2)
    comment: str = Field("", max_length=1000)

    def answer(self) -> Answer:
        return Answer(self.solved, self.csat, self.paid, self.comment)


class CallIn(Schema):
    """`reached` carries the customer's answers; the other results carry none."""

    result: Literal["reached", "no_answer", "wrong_number", "refused"]
    note: str = Field("", max_length=500)
    answer: AnswerIn | None = None


class RatingOut(Schema):
    """What the rating page shows before it asks."""

    ticket_number: str
    name: str
    subject: str
    engineer: str
    completed_at: datetime | None
    answered: bool
    solved: bool | None
    csat: int | None


class Rated(Schema):
    solved: bool
    reopened: bool
    ticket_number: str


@router.get("/reviews", verb="review.see", response=Page[ReviewRow])
def reviews(
    request: Request, state: str = "queued", cursor: str | None = None, limit: int = 25, sort: str = "created_at"
) -> Page[ReviewRow]:
    rows = selectors.reviews_visible_to(request.actor).select_related("order", "org")
    return paginate(
        request,
        rows.filter(state=state) if state else rows,
        what="reviews",
        shape=lambda found: [ReviewRow(**_review(row, request.actor.lang)) for row in found],
        orders={"created_at": "created_at"},
        sort=sort,
        cursor=cursor,
        limit=limit,
    )


@router.get("/reviews/{uuid:review_id}", verb="review.see", response=ReviewOut)
def review(request: Request, review_id: UUID) -> ReviewOut:
    return _full(selectors.review(request.actor, review_id), request.actor.lang)


@router.post("/reviews/{uuid:review_id}/pass", verb="review.decide", response=ReviewOut)
def pass_review(request: Request, review_id: UUID, body: Note) -> ReviewOut:
    services.pass_review(actor=request.actor, review_id=review_id, note=body.note)
    return review(request, review_id)


@router.post("/reviews/{uuid:review_id}/reject", verb="review.decide", response=ReviewOut)
def reject_review(request: Request, review_id: UUID, body: Note) -> ReviewOut:
    """Back to the outlet; the note says why and is required."""
    services.reject_review(actor=request.actor, review_id=review_id, reason=body.note)
    return review(request, review_id)


@router.get("/revisits", verb="revisit.see", response=Page[RevisitRow])
def revisits(
    request: Request,
    state: str = "open",
    calls: bool = True,
    cursor: str | None = None,
    limit: int = 25,
    sort: str = "due_at",
) -> Page[RevisitRow]:
    """Revisits by due time; `calls` = only those somebody has to call."""
    rows = selectors.revisits_visible_to(request.actor).select_related("ticket", "customer", "org")
    rows = rows.filter(state=state) if state else rows
    return paginate(
        request,
        rows.exclude(call=[]) if calls else rows,
        what="revisits",
        shape=lambda found: _revisits(found, request.actor),
        orders={"due_at": "due_at", "sent_at": "sent_at"},
        sort=sort,
        cursor=cursor,
        limit=limit,
    )


@router.post("/revisits/{uuid:revisit_id}/attempt", verb="revisit.call", response=RevisitRow)
def attempt(request: Request, revisit_id: UUID, body: CallIn) -> RevisitRow:
    services.log_call(
        actor=request.actor,
        revisit_id=revisit_id,
        result=body.result,
        note=body.note,
        answer=body.answer.answer() if body.answer else None,
    )
    return _revisits([selectors.revisit(request.actor, revisit_id)], request.actor)[0]


@router.get("/portal/rate/{token}", verb="link:rate", rate="60/m", response=RatingOut)
def rating(request: Request, token: str) -> RatingOut:
    row = Revisit.objects.select_related("customer").get(pk=links.read(LINK, token).object_id)
    found = tickets.context(row.ticket_id)
    facts = next((o for o in reversed(fieldwork.orders_of_ticket(found.id)) if o.completed_at), None)
    return RatingOut(
        ticket_number=found.number,
        name=row.customer.name,
        subject=found.text[:80],
        engineer=people.engineer_card(facts.engineer_id).name if facts and facts.engineer_id else "",
        completed_at=facts.completed_at if facts else None,
        answered=row.answered_at is not None,
        solved=row.solved,
        csat=row.csat,
    )


@router.post("/portal/rate/{token}", verb="link:rate", rate="10/m", response=Rated)
def rate(request: Request, token: str, body: AnswerIn) -> Rated:
    """The answer; not solved opens the case again at once."""
    row = services.answer_by_link(token=token, answer=body.answer())
    found = tickets.context(row.ticket_id)
    return Rated(solved=body.solved, reopened=found.status == "open", ticket_number=found.number)


def _review(row: Review, lang: str) -> dict[str, Any]:
    return {
        "id": row.id,
        "version": row.version,
        "order_id": row.order_id,
        "order_number": row.order.number,
        "ticket_id": row.order.ticket_id,
        "org": row.org.name,
        "state": row.state,
        "hits": [told(hit, lang) for hit in row.hits],
        "created_at": row.created_at,
        "decided_at": row.decided_at,
    }


def _full(row: Review, lang: str) -> ReviewOut:
    visit = row.visit
    return ReviewOut(
        **_review(row, lang),
        note=row.note,
        engineer_id=visit.engineer_id,
        arrived_at=visit.arrived_at,
        finished_at=visit.finished_at,
        distance_m=visit.distance_m,
        place_accuracy_m=row.order.household.accuracy if row.order.household else None,
        scanned_serial=visit.scanned_serial,
        scan_match=visit.scan_match,
        photos=visit.evidence.count(),
        signed=hasattr(visit, "signature"),
    )


def _revisits(rows: Sequence[Revisit], actor: Actor) -> list[RevisitRow]:
    cards = {card.id: card for card in customers.cards([row.customer_id for row in rows], actor)}
    return [_revisit(row, cards.get(row.customer_id), actor.lang) for row in rows]


def _revisit(row: Revisit, card: customers.CustomerCard | None, lang: str) -> RevisitRow:
    return RevisitRow(
        id=row.id,
        ticket_id=row.ticket_id,
        ticket_number=row.ticket.number,
        customer=card.name if card else "",
        phone=card.phones[0] if card and card.phones else "",
        org=row.org.name,
        purpose=cast(Purpose, row.purpose),
        state=row.state,
        call=[told(reason, lang) for reason in row.call],
        attempts=row.attempts,
        attempts_most=policies.current(RevisitRules).attempts,
        sent_at=row.sent_at,
        due_at=row.due_at,
        answered_at=row.answered_at,
        solved=row.solved,
        csat=row.csat,
        paid=str(row.paid) if row.paid is not None else None,
        comment=row.comment,
    )
