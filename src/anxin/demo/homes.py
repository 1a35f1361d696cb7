"""The demo's households: who lives where, how they are reached, and what they have spent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random
from uuid import UUID

from anxin.demo import names, town
from anxin.demo.company import table
from anxin.domains.customers import services as customers
from anxin.kernel.actor import SYSTEM


@dataclass(frozen=True, slots=True)
class Home:
    """One household: its main customer and the true point of its door."""

    customer: UUID
    household: UUID
    name: str
    phone: str
    address: str
    centre: UUID
    lng: float
    lat: float


def settle(count: int, orgs: Mapping[str, UUID], *, seed: int) -> list[Home]:
    """Make `count` households with their main contact; one in twenty has a second one."""
    random = Random(seed)
    return [_home(random, orgs) for _ in range(count)]


def _home(random: Random, orgs: Mapping[str, UUID]) -> Home:
    flat = town.flat(random)
    name, old = names.person(random)
    centre = orgs[_centre(flat.address)]
    phone = names.phone(random)
    noted = customers.note_contact(
        actor=SYSTEM, name=name, phone=phone, address=flat.address, relation="owner", org_id=centre
    )
    assert noted.household_id is not None
    if old:
        customers.change_customer(actor=SYSTEM, customer_id=noted.customer_id, elderly=True)
    if random.random() < 0.05:
        _second(random, noted.household_id)
    return Home(noted.customer_id, noted.household_id, name, phone, flat.address, centre, flat.lng, flat.lat)


def _second(random: Random, household: UUID) -> None:
    name, _ = names.person(random)
    customers.note_contact(actor=SYSTEM, name=name, phone=names.phone(random), household_id=household, relation="user")


def _centre(address: str) -> str:
    """The service centre of an address: that of its city."""
    city = address[:3]
    return next(str(row["code"]) for row in table()["centres"] if row["city"].endswith(city))


def spend(home: Home, amount: Decimal, spent_on: date, sale: str) -> None:
    """What a household paid the brand, which its tier is reckoned from."""
    customers.record_spend(actor=SYSTEM, household_id=home.household, amount=amount, spent_on=spent_on, source=sale)
