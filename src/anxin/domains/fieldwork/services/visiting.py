"""On the way and on site: each step is the engineer's own, on a visit it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from anxin.domains.assets import public as assets
from anxin.domains.assets.models import Unit
from anxin.domains.catalog.models import Cause, Part
from anxin.domains.fieldwork import progress, rules
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
    found = Unit.objects.filter(serial=serial, household_id=order.household_id).first()
    if found is not None:
        move(order, unit=found)
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
    return _prove(lock_visit(actor, visit_id, "work"), kind, photo, taken_at, place)


def _prove(visit: Visit, kind: str, photo: UUID, taken_at: datetime | None, place: Place | None = None) -> Evidence:
    stored = next((f for f in files.of_object("visit", visit.pk) if f.pk == photo), None)
    if stored is None:
        raise Invalid("order.file_not_here", field="photo")
    row, _ = Evidence.objects.get_or_create(
        visit=visit,
        file_id=photo,
        defaults={
            "kind": kind[:24],
            "sha256": stored.sha256,
            "lng": place.lng if place else None,
            "lat": place.lat if place else None,
            "taken_at": taken_at or clock.now(),
        },
    )
    return row


@atomic
def tick(
    *, actor: Actor, visit_id: UUID, code: str, photo: UUID | None = None, at: datetime | None = None
) -> ChecklistItem:
    """Tick a line of the checklist. One that needs a photo is not ticked without."""
    visit = lock_visit(actor, visit_id, "work")
    item = visit.checklist.filter(code=code).first()
    if item is None:
        raise Invalid("order.unknown_check", field="code")
    if item.needs_photo and photo is None:
        raise Conflict("order.photo_needed", check=f"enum.check.{code}")
    item.evidence = _prove(visit, code, photo, at) if photo else None
    item.done_at = at or clock.now()
    item.save(update_fields=["done_at", "evidence"])
    if not visit.checklist.filter(required=True, done_at=None).exists():
        tell(actor, visit.order, ChecklistDone(visit.order_id, visit.pk, visit.checklist.count()))
    return item


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
    proof = _prove(visit, "coverage", photo, at)
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
    """Note a part used, as a line of the catalogue at today's price; the same part again sets the quantity."""
    visit = lock_visit(actor, visit_id, "work")
    part = Part.objects.filter(code=code).first()
    if part is None or not 1 <= quantity <= 50:
        raise Invalid("order.unknown_part", field="code")
    line, _ = PartLine.objects.update_or_create(
        visit=visit, code=code, defaults={"quantity": quantity, "price": part.price}
    )
    tell(actor, visit.order, PartUsed(visit.order_id, visit.pk, code, quantity))
    return line


@atomic
def name_cause(*, actor: Actor, visit_id: UUID, cause: str) -> WorkOrder:
    """Say what was found, by a cause of the catalogue."""
    visit = lock_visit(actor, visit_id, "work")
    if not Cause.objects.filter(category_id=visit.order.category, code=cause).exists():
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
    row, _ = Signature.objects.update_or_create(
        visit=visit,
        defaults={"name": name[:60], "file_id": photo, "device": device[:64], "signed_at": at or clock.now()},
    )
    tell(actor, visit.order, Signed(visit.order_id, visit.pk, row.name))
    return row
