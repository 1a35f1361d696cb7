"""What another version of a policy would do to open tickets, shown before it is published."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Schema

from anxin.domains.processes import public as processes
from anxin.domains.tickets import selectors
from anxin.domains.tickets.models import Ticket
from anxin.kernel import clock
from anxin.kernel.http import Request, Router
from anxin.kernel.policies.api import document_of

router = Router(tags=["tickets"])
SHOWN = 50


class Draft(Schema):
    document: dict[str, Any]


class Moved(Schema):
    """One running clock that would be due at another time; None = no promise."""

    ticket_id: UUID
    number: str
    clock: str
    before: datetime | None
    after: datetime | None


class EffectOut(Schema):
    """`simulated` false = no clock is read by this kind of policy. `over_now`: in time today, over at once.

    Counts are of the whole house, `rows` of tickets the reader may open, those moved furthest.
    """

    simulated: bool
    tried: int = 0
    sooner: int = 0
    later: int = 0
    over_now: int = 0
    tickets: int = 0
    rows: list[Moved] = []


@router.post("/policies/{kind}/effect", verb="policy.see", response=EffectOut)
def effect(request: Request, kind: str, body: Draft) -> EffectOut:
    """Try a document on every running clock. Nothing is written."""
    found = processes.effect_of(document_of(kind, body.document))
    if found is None:
        return EffectOut(simulated=False)
    sooner = sum(shift.sooner for shift in found.shifts)
    return EffectOut(
        simulated=True,
        tried=found.tried,
        sooner=sooner,
        later=len(found.shifts) - sooner,
        over_now=sum(_over_at_once(shift) for shift in found.shifts),
        tickets=len({shift.case_id for shift in found.shifts}),
        rows=_rows(request, found),
    )


def _over_at_once(shift: processes.Shift) -> bool:
    now = clock.now()
    return shift.after is not None and shift.after < now and (shift.before is None or shift.before >= now)


def _rows(request: Request, found: processes.Effect) -> list[Moved]:
    visible = selectors.visible_to(request.actor, "ticket.read")
    cases = {shift.case_id for shift in found.shifts}
    tickets: dict[UUID, Ticket] = {t.case_id: t for t in visible.filter(case_id__in=cases).only("number", "case_id")}
    shown = [shift for shift in found.shifts if shift.case_id in tickets][:SHOWN]
    return [
        Moved(
            ticket_id=tickets[shift.case_id].pk,
            number=tickets[shift.case_id].number,
            clock=shift.clock,
            before=shift.before,
            after=shift.after,
        )
        for shift in shown
    ]
