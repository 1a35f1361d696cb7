"""The floor's two routes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query

from anxin.domains.processes.public import ClockFace
from anxin.domains.tickets.api.desk import NewTicket, TicketFilters, TicketOpened
from anxin.domains.tickets.shapes import CustomerBrief, Named, StageBrief, TicketRow
from anxin.kernel import authz, clock
from anxin.kernel.http import Page, Request, Router
from anxin.kernel.ids import new_id

from .models import Flat

router = Router(tags=["floor"])


@router.post("/floor", verb="ticket.open", creates=True, response=TicketOpened)
def create(request: Request, body: NewTicket) -> TicketOpened:
    row = flat(request.actor.id, request.actor.name, body.customer_id, next(iter(places(request))), body.text)
    row.save(force_insert=True)
    return TicketOpened(id=row.pk, number=row.number, joined=False, safety_card=None)


@router.get("/floor", verb="ticket.read", response=Page[TicketRow])
def list_(request: Request, filters: Query[TicketFilters]) -> HttpResponse:
    rows = Flat.objects.filter(
        org_id__in=places(request), status="open", category=filters.category, order_type=filters.order_type
    ).order_by("-opened_at")[: filters.limit]
    page = Page[TicketRow](items=[line(row) for row in rows], next=None, count=filters.limit, count_exact=False)
    return HttpResponse(page.model_dump_json(), content_type="application/json; charset=utf-8")


def places(request: Request) -> frozenset[UUID]:
    return authz.reach(request.actor, "ticket.read").org_ids


def flat(agent: UUID | None, name: str, customer: UUID | None, place: UUID, text: str) -> Flat:
    assert agent is not None and customer is not None
    now = clock.now()
    made = new_id()
    return Flat(
        id=made, number=made.hex[:20], customer_id=customer, customer_name="客户", subject=text, product="热水器",
        category="gas_heater", order_type="repair", status="open", stage="response", clock_id=new_id(),
        case_id=new_id(), due_at=now, assignee_id=agent, assignee_name=name, org_id=place, org_name="第1服务中心",
        opened_at=now,
    )  # fmt: skip


def line(row: Flat) -> TicketRow:
    """The row in the shape our list has."""
    values: dict[str, Any] = {name: getattr(row, name) for name in ("id", "number", "version", "subject", "product")}
    return TicketRow(
        **values,
        customer=CustomerBrief(id=row.customer_id, name=row.customer_name, tier="B", elderly=False, priority=False),
        category=row.category,
        order_type=row.order_type,
        complexity="",
        status=row.status,
        stage=StageBrief(code=row.stage, name="受理", index=1, since=row.opened_at, late=False),
        clock=_face(row),
        assignee=Named(id=row.assignee_id, name=row.assignee_name),
        org=Named(id=row.org_id, name=row.org_name),
        channel="phone",
        urgency="normal",
        danger=None,
        presses=0,
        opened_at=row.opened_at,
        updated_at=row.opened_at,
        blocked=None,
    )


def _face(row: Flat) -> ClockFace:
    return ClockFace(
        id=str(row.clock_id), name="human", title="人工接入", round=1, order_id=None, state="running",
        source="standard", started_at=row.opened_at, stopped_at=None, told_due_at=row.due_at, due_at=row.due_at,
        agreed_due_at=None, target_at=row.due_at, used_s=0, allowed_s=3600, remaining_s=3600, late_s=0,
        paused_reason=None,
    )  # fmt: skip
