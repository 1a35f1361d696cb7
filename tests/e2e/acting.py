"""What people do off the screen that a test looks at: the same services, run beside the server."""

from tests.e2e.conftest import Demo

_OPEN = """
import sys
from anxin.domains.fieldwork import services
from anxin.domains.tickets.models import Ticket
from anxin.kernel.actor import SYSTEM
ticket = Ticket.objects.get(number=sys.argv[1])
print(services.open_order(actor=SYSTEM, ticket_id=ticket.pk).pk)
"""
_REVIEWER = """
import sys
from anxin.domains.fieldwork.models import WorkOrder
from anxin.domains.people import public as people
from anxin.domains.people.models import RoleAssignment
near = [org.id for org in people.org_path(WorkOrder.objects.get(pk=sys.argv[1]).org_id)]
print(RoleAssignment.objects.filter(role="reviewer", org_id__in=near).first().user.username)
"""
_ASSIGN = """
import sys
from datetime import timedelta
from anxin.domains.fieldwork import services
from anxin.domains.fieldwork.models import Visit, WorkOrder
from anxin.domains.people.models import Engineer
from anxin.kernel import clock
from anxin.kernel.actor import SYSTEM
from anxin.kernel.db import atomic
order = WorkOrder.objects.get(pk=sys.argv[1])
services.accept(actor=SYSTEM, order_id=order.pk)
now = clock.now()
soon = Visit.objects.filter(window_start__lt=now + timedelta(hours=4), window_end__gt=now)
engineers = Engineer.objects.filter(outlet_id=order.outlet_id).order_by("pk")
engineer = min(engineers, key=lambda one: soon.filter(engineer=one).count())  # nobody can be at two places
visit = services.assign(actor=SYSTEM, order_id=order.pk, engineer_id=engineer.pk, reason="corpus")
engineer.user.set_password(sys.argv[2])
with atomic():
    engineer.user.save()
print(engineer.user.username, visit.pk)
"""
_GO_ON = """
import sys
from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace
from anxin.domains.assets import testing as assets
from anxin.domains.catalog import public as catalog, services as goods
from anxin.domains.catalog.cards import Name
from anxin.domains.catalog.models import Product
from anxin.domains.fieldwork import services, testing
from anxin.domains.fieldwork.models import Visit
from anxin.domains.people.public import actor_for
from anxin.kernel import clock
from anxin.kernel.actor import SYSTEM

def on_site():
    services.log_contact(actor=worker, order_id=order.pk, result="reached", verb="visit.work")
    start = clock.now() + timedelta(hours=1)
    window = {"start": start, "end": start + timedelta(hours=2)}
    services.agree_window(actor=worker, order_id=order.pk, verb="visit.work", **window)
    services.depart(actor=worker, visit_id=visit.pk)
    services.arrive(actor=worker, visit_id=visit.pk)

def checked():
    lines = visit.checklist.all()
    ticks = [services.Tick(line.code, testing.photo(at, visit) if line.needs_photo else None) for line in lines]
    services.tick_many(actor=worker, visit_id=visit.pk, ticks=ticks)
    services.name_cause(actor=worker, visit_id=visit.pk, cause=catalog.causes(order.category)[0].code)

def treated():
    unit = order.unit
    product = unit.product if unit else Product.objects.filter(category_id=order.category).first()
    serial = unit.serial if unit else assets.unit(order.household_id, product_id=product.pk).serial
    services.scan(actor=worker, visit_id=visit.pk, serial=serial)
    part = Name(sys.argv[3], sys.argv[3])
    given = {"category": product.category_id, "price": Decimal(8), "fits": [product.pk]}
    goods.add_part(actor=SYSTEM, code=f"E2E-{visit.pk.hex[-8:]}", name=part, **given)
    services.use_part(actor=worker, visit_id=visit.pk, code=f"E2E-{visit.pk.hex[-8:]}")
    proof = testing.photo(at, visit)
    services.settle_coverage(actor=worker, visit_id=visit.pk, covered="out", reason="expired", photo=proof)

visit = Visit.objects.get(pk=sys.argv[1])
order, worker = visit.order, actor_for(visit.engineer_id)
at = SimpleNamespace(worker=worker)
{"on site": on_site, "checked": checked, "treated": treated}[sys.argv[2]]()
"""


def open_order(demo: Demo, number: str) -> str:
    """A work order for the ticket of this number; its id."""
    return demo.installation.script(_OPEN, number).split()[-1]


def reviewer_of(demo: Demo, order: str) -> str:
    """The account of somebody who reviews at the order's place."""
    return demo.installation.script(_REVIEWER, order).split()[-1]


def assign(demo: Demo, order: str) -> tuple[str, str]:
    """The order goes to an engineer of its outlet with the fewest visits in the next hours, against the brand's rule of
    levels if need be, who can log in.
    The engineer's account and the visit's id."""
    username, visit = demo.installation.script(_ASSIGN, order, demo.password).split()[-2:]
    return username, visit


def go_on(demo: Demo, visit: str, far: str, part: str = "") -> None:
    """The visit goes on: "on site"; "checked", all its lines and the cause; "treated", the unit scanned, a new part
    of this name used, and paid by the customer."""
    demo.installation.script(_GO_ON, visit, far, part)
