"""Building the organisation tree."""

from __future__ import annotations

from uuid import UUID

from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid

from ..events import OrgUnitAdded
from ..models import OrgUnit
from ..tree import forget_tree

# What may stand below what.
BELOW = {"": ("brand",), "brand": ("region", "centre", "outlet"), "region": ("centre", "outlet"), "centre": ("outlet",)}


@atomic
def add_org_unit(
    *,
    actor: Actor,
    kind: str,
    code: str,
    name: str,
    parent_id: UUID | None = None,
    partner: bool = False,
    own_planning: bool | None = None,
    place: str = "",
    lng: float | None = None,
    lat: float | None = None,
    timezone: str = "Asia/Shanghai",
) -> OrgUnit:
    """Add a node. A partner's people are not planned by the engine unless it opted in.

    Raises Invalid for a kind that may not stand below its parent, Conflict for a taken code.
    """
    parent = OrgUnit.objects.get(pk=parent_id) if parent_id else None
    if kind not in BELOW.get(parent.kind if parent else "", ()) or not code:
        raise Invalid("people.org_misplaced", kind=kind, org=code)
    if OrgUnit.objects.filter(code=code).exists():
        raise Conflict("people.org_code_taken", org=code)
    org = OrgUnit.objects.create(
        parent=parent,
        kind=kind,
        code=code,
        name=name,
        partner=partner,
        own_planning=not partner if own_planning is None else own_planning,
        place=place,
        lng=lng,
        lat=lat,
        timezone=timezone,
    )
    forget_tree()
    events.record(
        OrgUnitAdded(org.id, parent_id, kind, code),
        actor=actor,
        subject=("org", org.id),
        case_id=events.new_case(org.id),
    )
    return org
