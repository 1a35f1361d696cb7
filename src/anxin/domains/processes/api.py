"""Clocks over HTTP."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from ninja import Field, Schema

from anxin.domains.processes import explaining, selectors, services
from anxin.kernel import events
from anxin.kernel.errors import NotFound
from anxin.kernel.http import Request, Router

router = Router(tags=["clocks"])
routers = [router]


class Rejection(Schema):
    because: Annotated[str, Field(max_length=200, pattern=r"\S")]


@router.get("/clocks/{clock_id}", verb="ticket.see", response=explaining.ClockExplained)
def explain(request: Request, clock_id: UUID) -> explaining.ClockExplained:
    """Why a clock stands where it stands."""
    clock = selectors.clock_for(request.actor, clock_id)
    return explaining.explained(clock, request.actor.lang, events=len(events.of_case(clock.run.case_id)))


@router.post("/pauses/{pause_id}/reject", verb="clock.judge", response=explaining.ClockExplained)
def reject(request: Request, pause_id: UUID, body: Rejection, clock_id: UUID) -> explaining.ClockExplained:
    """Refuse a pause: its time counts. Answers with the clock it was looked at from."""
    clock = selectors.clock_for(request.actor, clock_id)
    if pause_id not in {pause.pk for pause in clock.run.pauses.all()}:
        raise NotFound
    services.reject_pause(actor=request.actor, pause_id=pause_id, because=body.because)
    return explain(request, clock_id)
