"""From what a person told (a form, a code, a call) to a request the domain can open."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from anxin.domains.assets import public as assets
from anxin.domains.catalog import public as catalog
from anxin.domains.customers import public as customers
from anxin.domains.people import public as people
from anxin.domains.tickets.services import Opened, Request, open_ticket
from anxin.kernel import clock
from anxin.kernel.actor import Actor, ActorKind, Assurance
from anxin.kernel.db import atomic

QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What somebody told. Who merely types a name and a number is believed for this request and no other."""

    channel: str
    text: str
    order_type: str = "repair"
    name: str = ""
    phone: str = ""
    address: str = ""
    customer_id: UUID | None = None
    household_id: UUID | None = None
    qr_token: str = ""
    unit_id: UUID | None = None
    product: str = ""
    category: str = ""
    symptom: str = ""
    wish: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class _Machine:
    """What the request is about, as far as it is known."""

    unit_id: UUID | None
    household_id: UUID | None
    category: str
    plan: str = ""


@atomic
def take_in(*, actor: Actor, told: Told) -> Opened:
    """Recognise who and what, find the place that serves it, and open (or join) the ticket."""
    machine = _machine(told)
    customer, home = _who(actor, told)
    if machine.household_id and (home is None or home.id != machine.household_id):
        home = customers.household_place(machine.household_id)
    return open_ticket(
        actor=actor,
        request=Request(
            text=told.text,
            channel=told.channel,
            customer=customer,
            org_id=place_of(home, machine.category, told.order_type),
            order_type=told.order_type,
            category=machine.category,
            symptom=_symptom(machine.category, told.symptom),
            household_id=home.id if home else None,
            unit_id=machine.unit_id,
            wish=told.wish,
            plan=machine.plan,
        ),
    )


def _machine(told: Told) -> _Machine:
    if told.qr_token:
        scanned = assets.resolve_qr(told.qr_token)
        return _Machine(scanned.unit_id, scanned.household_id, scanned.product.category, scanned.plan)
    if told.unit_id:
        unit = assets.unit_card(told.unit_id)
        return _Machine(unit.id, unit.household_id, unit.product.category, unit.plan)
    if told.product and (product := catalog.product_by_model(told.product)):
        return _Machine(None, None, product.category)
    return _Machine(None, None, told.category)


def _who(actor: Actor, told: Told) -> tuple[customers.Standing, customers.HouseholdCard | None]:
    """A customer who proved who he is, one the agent chose, or the one noted from what was typed; and the home."""
    if actor.kind is ActorKind.CUSTOMER and actor.id and actor.assurance is Assurance.VERIFIED and not told.phone:
        return customers.standing(actor.id), _home(told.household_id)
    if actor.is_staff and told.customer_id:
        home = customers.household_card(told.household_id, actor) if told.household_id else None
        return customers.standing(told.customer_id, actor), home
    noted = customers.note_contact(
        actor=actor, name=told.name, phone=told.phone, address=told.address, lang=told.lang or actor.lang
    )
    return customers.standing(noted.customer_id), _home(noted.household_id)


def _home(household_id: UUID | None) -> customers.HouseholdCard | None:
    return customers.household_place(household_id) if household_id else None


def _symptom(category: str, code: str) -> str:
    """A symptom the catalogue knows for the category, else unknown."""
    if not code:
        return catalog.UNKNOWN
    return code if catalog.symptom(category, code) is not None else catalog.UNKNOWN


def place_of(home: customers.HouseholdCard | None, category: str, order_type: str) -> UUID:
    """The service centre over the outlet that serves the address; without one, the brand itself.

    A question needs no visit, so nobody is authorised for one: the desk of who would repair the machine answers.
    """
    if home is not None:
        served = "repair" if order_type == QUESTION else order_type
        outlet = people.serving_outlet(home.area, category, served, clock.now())
        if outlet is not None:
            path = people.org_path(outlet)
            return next((org.id for org in reversed(path) if org.kind in ("centre", "region", "brand")), path[0].id)
    return people.root_org().id
