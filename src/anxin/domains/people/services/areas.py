"""The authorisation table."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Invalid, NotFound

from ..events import AuthorisationEnded, OutletAuthorised
from ..models import Authorisation, OrgUnit


@atomic
def authorise(
    *,
    actor: Actor,
    outlet_id: UUID,
    area: str,
    valid_from: date,
    category: str = "",
    order_type: str = "",
    valid_to: date | None = None,
    rank: int = 1,
    daily_quota: int | None = None,
) -> Authorisation:
    """Let an outlet serve an area (省/市/区/街道 or a shorter prefix), main (rank 1) or backup (2 and on).

    The same line again changes rank, end and quota. Raises Invalid for a node that is no outlet, an empty area,
    or an end before the start.
    """
    if not OrgUnit.objects.filter(pk=outlet_id, kind=OrgUnit.Kind.OUTLET).exists():
        raise Invalid("people.not_an_outlet")
    if not area or rank < 1 or (valid_to and valid_to < valid_from):
        raise Invalid("people.bad_authorisation", area=area)
    line, made = Authorisation.objects.update_or_create(
        outlet_id=outlet_id,
        area=area,
        category=category,
        order_type=order_type,
        valid_from=valid_from,
        defaults={"valid_to": valid_to, "rank": rank, "daily_quota": daily_quota},
    )
    events.record(
        OutletAuthorised(line.id, outlet_id, area, category, order_type, rank),
        actor=actor,
        subject=("authorisation", line.id),
        case_id=events.new_case(line.id) if made else line.id,
    )
    return line


@atomic
def end_authorisation(*, actor: Actor, authorisation_id: UUID, last_day: date) -> Authorisation:
    """Let a line hold until `last_day`. Raises NotFound, or Invalid for a day before its start."""
    line = Authorisation.objects.select_for_update().filter(pk=authorisation_id).first()
    if line is None:
        raise NotFound
    if last_day < line.valid_from:
        raise Invalid("people.bad_authorisation", area=line.area)
    line.valid_to = last_day
    line.version += 1
    line.save(update_fields=["valid_to", "version"])
    events.record(
        AuthorisationEnded(line.id, last_day), actor=actor, subject=("authorisation", line.id), case_id=line.id
    )
    return line
