"""On the way and on site: each step is the engineer's own, on a visit it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from anxin.domains.assets import public as assets
from anxin.domains.catalog import public as catalog
from anxin.domains.fieldwork import progress, rules, selectors
from anxin.domains.fieldwork.events import (
    ChecklistDone,
    CoverageSettled,
    EngineerArrived,
    EngineerDeparted,
    PartUsed,
    Signed,
    UnitScanned,
)
from anxin.domains.fieldwork.models import ChecklistItem, Evidence, PartLine, Signature, Visit, WorkOrder
from anxin.domains.fieldwork.services import access
from anxin.domains.fieldwork.services.steps import lock_visit, move, tell
from anxin.kernel import clock, files
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid
from anxin.kernel.i18n import Reason
from anxin.kernel.statements import follow, insert_all, prepared, update_all

MOST = 50
"""Of one part on one visit."""


@dataclass(frozen=True, slots=True)
class Place:
    """Degrees; `accuracy` in metres as the phone states it."""

    lng: float
    lat: float
    accuracy: int | None = None


@atomic
def depart(*, actor: Actor, visit_id: UUID, at: datetime | None = None) -> Visit:
    visit = lock_visit(actor, visit_id, "depart")
    move(visit, status=Visit.Status.EN_ROUTE, departed_at=at or clock.now())
    move(visit.order, status=WorkOrder.Status.EN_ROUTE)
    tell(actor, visit.order, EngineerDeparted(visit.order_id, visit.pk))
    return visit


@atomic
def arrive(*, actor: Actor, visit_id: UUID, place: Place | None = None, at: datetime | None = None) -> Visit:
    """At the door. `place`: where the phone was; how far that is from the household is kept for the review."""
    visit = lock_visit(actor, visit_id, "arrive")
    follow(visit.order, "household")
    home, when = visit.order.household, at or clock.now()
    far = rules.metres((place.lng, place.lat), (home.lng, home.lat)) if place and home else None
    move(
        visit,
        status=Visit.Status.ON_SITE,
        arrived_at=when,
        lng=place.lng if place else None,
        lat=place.lat if place else None,
        accuracy=place.accuracy if place else None,
        distance_m=far,
    )
    move(visit.order, status=WorkOrder.Status.ON_SITE)
    progress.satisfied(actor, visit.order, "arrived", ("visit", visit.pk), when)
    tell(actor, visit.order, EngineerArrived(visit.order_id, visit.pk, far))
    return visit


@atomic
def scan(*, actor: Actor, visit_id: UUID, serial: str) -> bool:
    """Scan the unit's serial number; returns whether it is the unit of the order. A mismatch is kept, not hidden."""
    visit, serial = lock_visit(actor, visit_id, "work"), serial.strip()[:60]
    order = visit.order
    if order.unit_id is None:
        _adopt(order, serial)
    match = order.unit_id is not None and assets.confirm_unit(order.unit_id, serial).match
    move(visit, scanned_serial=serial, scan_match=match)
    tell(actor, order, UnitScanned(order.pk, visit.pk, serial, match))
    return match


def _adopt(order: WorkOrder, serial: str) -> None:
    """The request named no unit: the scanned one is it, if it stands in this household."""
    if order.household_id is None:
        return
    found = next((unit for unit in assets.units_of(order.household_id) if unit.serial == serial), None)
    if found is not None:
        move(order, unit_id=found.id)
        access.give_outlet(order, order.outlet_id)
        access.give_engineer(order, order.visits.latest("sequence").engineer_id)


@atomic
def add_evidence(
    *,
    actor: Actor,
    visit_id: UUID,
    kind: str,
    photo: UUID,
    place: Place | None = None,
    taken_at: datetime | None = None,
) -> Evidence:
    """Attach a photo (a file stored for this visit). The same file twice is one."""
    visit = lock_visit(actor, visit_id, "work")
    return _prove_all(visit, {photo: kind}, taken_at or clock.now(), place)[photo]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the checklist done; `photo` is a file stored for the visit."""

    code: str
    photo: UUID | None = None


def tick(
    *, actor: Actor, visit_id: UUID, code: str, photo: UUID | None = None, at: datetime | None = None
) -> ChecklistItem:
    """Tick a line of the checklist. One that needs a photo is not ticked without."""
    return tick_many(actor=actor, visit_id=visit_id, ticks=[Tick(code, photo)], at=at)[0]


@atomic
def tick_many(
    *, actor: Actor, visit_id: UUID, ticks: Sequence[Tick], at: datetime | None = None
) -> list[ChecklistItem]:
    """Tick several lines at once, all or none. Raises Invalid for an unknown line, Conflict for a missing photo."""
    visit, when = lock_visit(actor, visit_id, "work"), at or clock.now()
    lines = {item.code: item for item in _checklist(visit.pk)}
    for one in ticks:
        _may_tick(lines, one)
    proofs = _prove_all(visit, {one.photo: one.code for one in ticks if one.photo}, when)
    for one in ticks:
        lines[one.code].done_at = when
        lines[one.code].evidence = proofs[one.photo] if one.photo else None
    done = [lines[one.code] for one in ticks]
    update_all(done, "done_at", "evidence")
    if all(item.done_at for item in lines.values() if item.required):
        tell(actor, visit.order, ChecklistDone(visit.order_id, visit.pk, len(lines)))
    return done


@prepared
def _checklist(visit_id: UUID) -> QuerySet[ChecklistItem]:
    return ChecklistItem.objects.filter(visit_id=visit_id)


def _may_tick(lines: Mapping[str, ChecklistItem], one: Tick) -> None:
    if one.code not in lines:
        raise Invalid("order.unknown_check", field="code")
    if lines[one.code].needs_photo and one.photo is None:
        raise Conflict("order.photo_needed", check=f"enum.check.{one.code}")


def _prove_all(
    visit: Visit, shots: Mapping[UUID, str], when: datetime, place: Place | None = None
) -> dict[UUID, Evidence]:
    """Evidence of stored photos (file → kind); a file already handed in keeps its first row."""
    if not shots:
        return {}
    stored = {file.pk: file for file in files.of_object("visit", visit.pk)}
    if any(photo not in stored for photo in shots):
        raise Invalid("order.file_not_here", field="photo")
    held = {row.file_id: row for row in _held(visit.pk, list(shots))}
    fresh = [
        Evidence(
            visit=visit,
            kind=kind[:24],
            file_id=photo,
            sha256=stored[photo].sha256,
            lng=place.lng if place else None,
            lat=place.lat if place else None,
            taken_at=when,
        )
        for photo, kind in shots.items()
        if photo not in held
    ]
    insert_all(fresh)
    return held | {row.file_id: row for row in fresh}


@prepared
def _held(visit_id: UUID, photos: list[UUID]) -> QuerySet[Evidence]:
    return Evidence.objects.filter(visit_id=visit_id, file_id__in=photos)


@atomic
def settle_coverage(
    *,
    actor: Actor,
    visit_id: UUID,
    covered: str,
    reason: str,
    photo: UUID,
    at: datetime | None = None,
) -> Visit:
    """Decide finally who pays, with a photo. One that differs from the first judgement waits for approval."""
    visit = lock_visit(actor, visit_id, "work")
    if visit.order.unit_id is None:
        raise Conflict("order.scan_first")
    proof = _prove_all(visit, {photo: "coverage"}, at or clock.now())[photo]
    assets.decide_coverage(
        actor=actor,
        unit_id=visit.order.unit_id,
        case_id=visit.order.case_id,
        stage="final",
        covered=covered,
        reason=Reason("order.coverage_on_site", {"reason": f"enum.coverage_reason.{reason}"}),
        evidence=proof.file_id,
    )
    move(visit, covered=covered)
    tell(actor, visit.order, CoverageSettled(visit.order_id, visit.pk, covered))
    return visit


@atomic
def use_part(*, actor: Actor, visit_id: UUID, code: str, quantity: int = 1) -> PartLine:
    """Note a part used, as a line of the catalogue at today's price (at cost where the unit's plan says so); the same
    part again sets the quantity.

    Raises NotFound for a part the catalogue does not have."""
    visit = lock_visit(actor, visit_id, "work")
    if not 1 <= quantity <= MOST:
        raise Invalid("order.bad_quantity", field="quantity", most=MOST)
    part, unit_id = catalog.part_by_code(code), visit.order.unit_id
    at_cost = unit_id is not None and assets.parts_at_cost(assets.unit_card(unit_id))
    line, _ = PartLine.objects.update_or_create(
        visit=visit, code=code, defaults={"quantity": quantity, "price": part.price_for(at_cost=at_cost)}
    )
    tell(actor, visit.order, PartUsed(visit.order_id, visit.pk, code, quantity))
    return line


@atomic
def name_cause(*, actor: Actor, visit_id: UUID, cause: str) -> WorkOrder:
    """Say what was found, by a cause of the catalogue."""
    visit = lock_visit(actor, visit_id, "work")
    if cause not in {known.code for known in catalog.causes(visit.order.category)}:
        raise Invalid("order.unknown_cause", field="cause")
    move(visit.order, cause=cause)
    progress.satisfied(actor, visit.order, "diagnosed", ("visit", visit.pk))
    return visit.order


@atomic
def sign(
    *, actor: Actor, visit_id: UUID, name: str, photo: UUID, device: str = "", at: datetime | None = None
) -> Signature:
    """Keep the customer's signature (a file stored for this visit). `device`: the phone it was given on."""
    visit = lock_visit(actor, visit_id, "work")
    if photo not in {f.pk for f in files.of_object("visit", visit.pk)}:
        raise Invalid("order.file_not_here", field="photo")
    row = selectors.signature(visit.pk) or Signature(visit=visit)
    row.name, row.file_id, row.device, row.signed_at = name[:60], photo, device[:64], at or clock.now()
    update_all([row], "name", "file_id", "device", "signed_at")
    tell(actor, visit.order, Signed(visit.order_id, visit.pk, row.name))
    return row
