"""Builders for tests and the demo: an outlet with its people, an order at any step, all through the services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile

from anxin.domains.assets import testing as assets
from anxin.domains.catalog import testing as catalog
from anxin.domains.customers import testing as customers
from anxin.domains.fieldwork import services
from anxin.domains.fieldwork.models import Visit, WorkOrder
from anxin.domains.people import public as people
from anxin.domains.people import testing as staff
from anxin.domains.tickets import testing as tickets
from anxin.kernel import clock, files
from anxin.kernel.actor import Actor

AREA = "浙江省/杭州市/西湖区"
MORNING = datetime(2026, 7, 14, 0, 30, tzinfo=UTC)
"""08:30 in Hangzhou."""


@dataclass(frozen=True, slots=True)
class House:
    """A centre with an outlet, its clerk and engineer, authorised for the area around."""

    centre: staff.OrgUnit
    outlet: staff.OrgUnit
    clerk: Actor
    engineer: staff.Engineer
    worker: Actor
    dispatcher: Actor
    product: catalog.Product


def house(*, days: int = 5, quota: int | None = None) -> House:
    """People at work from 08:00 to 19:00 for some days from today."""
    centre = staff.centre()
    outlet = staff.outlet(parent=centre)
    engineer = staff.engineer(outlet)
    staff.shifts(engineer.pk, days=days)
    staff.authorisation(outlet, AREA, daily_quota=quota)
    return House(
        centre=centre,
        outlet=outlet,
        clerk=staff.staff("clerk", outlet, name="王芳"),
        engineer=engineer,
        worker=people.actor_for(engineer.pk),
        dispatcher=staff.staff("dispatcher", centre, name="赵磊"),
        product=catalog.product(),
    )


def ticket(at: House, *, order_type: str = "repair", customer_id: UUID | None = None) -> UUID:
    """A ticket of the centre, of a new customer (with a unit of the product) unless one is given."""
    if customer_id is None:
        noted = customers.noted()
        unit = assets.unit(noted.household_id, product_id=at.product.pk)
        return tickets.ticket(
            org_id=at.centre.pk,
            order_type=order_type,
            customer_id=noted.customer_id,
            household_id=noted.household_id,
            unit_id=unit.pk,
        ).pk
    return tickets.ticket(org_id=at.centre.pk, order_type=order_type, customer_id=customer_id).pk


def opened(at: House, *, order_type: str = "repair") -> WorkOrder:
    """An order just opened and offered to the outlet."""
    return services.open_order(actor=at.dispatcher, ticket_id=ticket(at, order_type=order_type))


def window(hour: int = 10, *, hours: int = 2, days: int = 0) -> tuple[datetime, datetime]:
    """A window by the clock of Hangzhou, some days from now."""
    start = clock.now().replace(hour=hour - 8, minute=0) + timedelta(days=days)
    return start, start + timedelta(hours=hours)


def assigned(at: House, *, order_type: str = "repair") -> Visit:
    order = opened(at, order_type=order_type)
    services.accept(actor=at.clerk, order_id=order.pk)
    return services.assign(actor=at.clerk, order_id=order.pk, engineer_id=at.engineer.pk)


def agreed(at: House, hour: int = 10, *, visit: Visit | None = None) -> Visit:
    visit = visit or assigned(at)
    services.log_contact(actor=at.worker, order_id=visit.order_id, result="reached", verb="visit.work")
    start, end = window(hour)
    return services.agree_window(actor=at.worker, order_id=visit.order_id, start=start, end=end, verb="visit.work")


def on_site(at: House, visit: Visit | None = None) -> Visit:
    visit = visit or agreed(at)
    services.depart(actor=at.worker, visit_id=visit.pk)
    return services.arrive(actor=at.worker, visit_id=visit.pk)


PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108020000009077 53de".replace(" ", ""))
_shots = iter(range(1_000_000))


def photo(at: House, visit: Visit, *, content: bytes = b"") -> UUID:
    """A picture stored for this visit, unlike any other unless `content` is given."""
    data = PNG + (content or str(next(_shots)).encode())
    return files.store(at.worker, SimpleUploadedFile("p.png", data), bound_to=("visit", visit.pk)).pk


def worked(at: House) -> Visit:
    """Everything done but the last step."""
    visit = on_site(at)
    finish_work(at, visit)
    return visit


def finish_work(at: House, visit: Visit, *, signed_on: str = "") -> None:
    """Scan, checklist with photos, cause, coverage, signature."""
    serial = visit.order.unit.serial if visit.order.unit else ""
    services.scan(actor=at.worker, visit_id=visit.pk, serial=serial)
    proof = photo(at, visit)
    lines = visit.checklist.all()
    ticks = [services.Tick(item.code, photo(at, visit) if item.needs_photo else None) for item in lines]
    services.tick_many(actor=at.worker, visit_id=visit.pk, ticks=ticks)
    services.name_cause(actor=at.worker, visit_id=visit.pk, cause="sensor_failed")
    services.settle_coverage(actor=at.worker, visit_id=visit.pk, covered="in", reason="in_warranty", photo=proof)
    services.sign(actor=at.worker, visit_id=visit.pk, name="周敏", photo=proof, device=signed_on)


def again(at: House, order_id: UUID) -> Visit:
    """The order went back to its outlet, which sends the engineer once more; he completes it."""
    visit = services.assign(actor=at.clerk, order_id=order_id, engineer_id=at.engineer.pk)
    visit = on_site(at, agreed(at, 15, visit=visit))
    finish_work(at, visit)
    services.complete(actor=at.worker, visit_id=visit.pk)
    return visit


def completed(at: House) -> WorkOrder:
    return services.complete(actor=at.worker, visit_id=worked(at).pk)
