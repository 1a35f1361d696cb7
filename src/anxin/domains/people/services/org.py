"""Building and changing the organisation tree."""

from __future__ import annotations

from typing import Any
from uuid import UUID
from zoneinfo import available_timezones

from anxin.engines.address import parse
from anxin.kernel import clock, events
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid, NotFound, refuse_others

from .. import work
from ..events import OrgUnitAdded, OrgUnitChanged
from ..models import Engineer, OrgUnit, Shift
from ..tree import forget_tree

MAX_NAME, MAX_CODE, MAX_PLACE = 80, 32, 200
CHANGEABLE = ("name", "place", "lng", "lat", "timezone", "partner", "own_planning", "active")

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
    """Add a node. A partner's people are not planned by the engine unless it opted in. A place without a point gets
    the one the offline parser finds.

    Raises NotFound for no such parent, Invalid for a kind that may not stand below it, a bad name or time zone,
    Conflict for a taken code.
    """
    parent = OrgUnit.objects.filter(pk=parent_id).first() if parent_id else None
    if parent_id and parent is None:
        raise NotFound
    if kind not in BELOW.get(parent.kind if parent else "", ()) or not 0 < len(code) <= MAX_CODE:
        raise Invalid("people.org_misplaced", kind=kind, org=code[:MAX_CODE])
    _check({"name": name, "place": place, "timezone": timezone, "lng": lng, "lat": lat})
    if lng is None and lat is None:
        lng, lat = point_of(place)
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


@atomic
def change_org_unit(*, actor: Actor, org_id: UUID, **changes: Any) -> OrgUnit:
    """Change some of `CHANGEABLE`. A new place without a point gets the one the offline parser finds.

    Raises NotFound, Invalid for a bad name, point or time zone, Conflict (telling what stands against it) for closing
    a node that still has open places, engineers or orders, or another time zone while shifts are planned by the old.
    """
    refuse_others(changes, CHANGEABLE)
    org = OrgUnit.objects.select_for_update().filter(pk=org_id).first()
    if org is None:
        raise NotFound
    _check(changes)
    if changes.get("active") is False and org.active:
        _may_close(org)
    if changes.get("timezone", org.timezone) != org.timezone and _planned_ahead(org):
        raise Conflict("people.zone_has_shifts", org=org.name)
    if "place" in changes and "lng" not in changes and "lat" not in changes:
        changes["lng"], changes["lat"] = point_of(changes["place"])
    for name, value in changes.items():
        setattr(org, name, value)
    org.version += 1
    org.save(update_fields=[*changes, "version"])
    forget_tree()
    events.record(OrgUnitChanged(org.id, sorted(changes)), actor=actor, subject=("org", org.id), case_id=org.id)
    return org


def point_of(place: str) -> tuple[float | None, float | None]:
    """The centre of the street or district an address names; nothing where it is not sure."""
    found = parse(place[:MAX_PLACE])
    return (found.lng, found.lat) if found.sure else (None, None)


def _check(values: dict[str, Any]) -> None:
    """Raises Invalid for a value no column or map can hold."""
    lng, lat = values.get("lng"), values.get("lat")
    if not 0 < len(values.get("name", "x").strip()) <= MAX_NAME:
        raise Invalid("people.bad_org", field="name")
    if len(values.get("place", "")) > MAX_PLACE:
        raise Invalid("people.bad_org", field="place")
    if (lng is None) != (lat is None) or not -180 <= (lng or 0) <= 180 or not -90 <= (lat or 0) <= 90:
        raise Invalid("people.bad_org", field="lng, lat")
    if "timezone" in values and values["timezone"] not in available_timezones():
        raise Invalid("people.bad_org", field="timezone")


def _may_close(org: OrgUnit) -> None:
    below = org.children.filter(active=True).count()
    if org.parent_id is None or below:
        raise Conflict("people.org_has_children", org=org.name, count=below)
    if engineers := org.engineers.filter(active=True).count():
        raise Conflict("people.outlet_has_engineers", org=org.name, count=engineers)
    if orders := work.open_orders(org.pk):
        raise Conflict("people.outlet_has_orders", org=org.name, count=len(orders), numbers=work.in_words(orders))


def _planned_ahead(org: OrgUnit) -> bool:
    here = Engineer.objects.filter(outlet=org)
    return Shift.objects.filter(engineer__in=here, starts_at__gt=clock.now()).exists()
