"""The demo's households: who lives where, which units stand there, and what was spent."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import count
from random import Random
from uuid import UUID

from anxin.demo import names, town, words
from anxin.demo.company import table
from anxin.demo.knowledge.load import load
from anxin.domains.assets import services as assets
from anxin.domains.assets.models import Unit
from anxin.domains.catalog import public as catalog
from anxin.domains.customers import services as customers
from anxin.domains.customers.models import Contact, ContactPoint
from anxin.domains.people import public as people
from anxin.kernel.actor import SYSTEM

_BATCH = 200
_Product = Callable[[str], catalog.ProductCard]
_ROOMS = {
    "ac": ("客厅", "主卧", "次卧", "书房"),
    "fridge": ("厨房", "餐厅"),
    "washer": ("阳台", "卫生间"),
    "gas": ("厨房", "阳台"),
    "electric": ("卫生间",),
    "hood": ("厨房",),
    "robot": ("客厅",),
    "compressor": ("机房",),
}


@dataclass(frozen=True, slots=True)
class Appliance:
    """A unit standing in a home."""

    id: UUID
    serial: str
    qr_token: str
    line: str
    product: UUID


@dataclass(frozen=True, slots=True)
class Home:
    """One household with its main customer and its units; `lng`, `lat` is its door."""

    customer: UUID
    household: UUID
    name: str
    phone: str
    address: str
    centre: UUID
    lng: float
    lat: float
    units: tuple[Appliance, ...]


@dataclass(frozen=True, slots=True)
class _Move:
    """Who is to move in, before it is written."""

    name: str
    phone: str
    flat: town.Flat
    centre: UUID
    elderly: bool


def settle(wanted: int, orgs: Mapping[str, UUID], today: date, *, seed: int) -> Iterator[int]:
    """Make `wanted` households with their units, in batches; yields how many there are."""
    random, serials = Random(seed), count(100_000)
    product = cache(catalog.product_by_model)  # the catalogue stands still while people move in
    for start in range(0, wanted, _BATCH):
        moves = [_move(random, orgs) for _ in range(min(_BATCH, wanted - start))]
        noted = customers.take_in(actor=SYSTEM, contacts=[_contact(move) for move in moves])
        places = [(n.customer_id, n.household_id) for n in noted if n.household_id]
        _furnish(places, moves, today, random, serials, product)
        for (customer, household), move in zip(places, moves, strict=True):
            _spend(household, move.phone, today, random)
            _butler(customer, move, random)
        yield start + len(moves)


def living() -> list[Home]:
    """All homes with a unit, as they are stored; a door lies somewhere near its street's centre, always the same."""
    found: dict[UUID, list[Appliance]] = {}
    for unit in Unit.objects.filter(household__isnull=False).select_related("product"):
        assert unit.household_id is not None
        found.setdefault(unit.household_id, []).append(
            Appliance(unit.id, unit.serial, unit.qr_token, unit.product.category_id, unit.product_id)
        )
    contacts = Contact.objects.filter(relation=Contact.Relation.OWNER, household__in=found)
    phones = dict(ContactPoint.objects.filter(kind="phone").values_list("customer_id", "value"))
    rows = contacts.select_related("household", "customer").order_by("household_id")
    return [_home(row, phones[row.customer_id], found[row.household_id]) for row in rows]


def _home(row: Contact, phone: str, units: Sequence[Appliance]) -> Home:
    place, random = row.household, Random(str(row.household_id))
    assert place.org_id is not None and place.lng is not None and place.lat is not None
    return Home(
        customer=row.customer_id,
        household=row.household_id,
        name=row.customer.name,
        phone=phone,
        address=place.address,
        centre=place.org_id,
        lng=place.lng + random.uniform(-town.SPREAD, town.SPREAD),
        lat=place.lat + random.uniform(-town.SPREAD, town.SPREAD),
        units=tuple(units),
    )


def _move(random: Random, orgs: Mapping[str, UUID]) -> _Move:
    flat = town.flat(random)
    name, old = names.person(random)
    return _Move(name, names.phone(random), flat, orgs[_centre(flat.address)], old)


def _centre(address: str) -> str:
    """The service centre of an address: that of its city."""
    city = address[:3]
    return next(str(row["code"]) for row in table()["centres"] if row["city"].endswith(city))


def _contact(move: _Move) -> customers.NewContact:
    return customers.NewContact(
        name=move.name, phone=move.phone, address=move.flat.address, elderly=move.elderly, org_id=move.centre
    )


def _furnish(
    places: Sequence[tuple[UUID, UUID]],
    moves: Sequence[_Move],
    today: date,
    random: Random,
    serials: "count[int]",
    product: _Product,
) -> None:
    units = [
        _unit(line, household, move.centre, today, random, next(serials), product)
        for (_, household), move in zip(places, moves, strict=True)
        for line in _lines(random)
    ]
    assets.add_units(actor=SYSTEM, units=units)


def _lines(random: Random) -> list[str]:
    """What a home owns of the brand: mostly one or two machines, some a whole house of them."""
    number = random.choices((1, 2, 3, 5), (45, 32, 17, 6))[0]
    return [words.owned_line(random) for _ in range(number)]


def _unit(
    line: str, household: UUID, centre: UUID, today: date, random: Random, number: int, product_of: _Product
) -> assets.NewUnit:
    series = random.choice([s for s in load().graphs[line].series.values() if s.since < today.year])
    product = product_of(random.choice(series.models))
    first = date(series.since, 3, 1)
    last = min(today, date(series.since + 9, 12, 31))
    bought = first + timedelta(days=int((last - first).days * random.random() ** 0.6))
    return assets.NewUnit(
        serial=f"AX{product.model[:3].strip('-').upper()}{bought:%y%m}{number:06d}",
        product_id=product.id,
        household_id=household,
        bought_on=bought,
        installed_on=bought + timedelta(days=random.randint(1, 12)),
        room=random.choice(_ROOMS[line]),
        org_id=centre,
        plan=random.choices(("", "fast"), (97, 3))[0],
    )


def _butler(customer: UUID, move: _Move, random: Random) -> None:
    """One home in a hundred is looked after by an agent who knows it."""
    if random.random() < 0.01:
        agents = people.users_with_role("agent", move.centre)
        customers.change_customer(actor=SYSTEM, customer_id=customer, butler_id=random.choice(agents).id)


def _spend(household: UUID, sale: str, today: date, random: Random) -> None:
    """One home in seven has spent enough lately to be gold, some to be diamond."""
    amount = random.choices((0, random.randint(31_000, 120_000), random.randint(151_000, 300_000)), (86, 12, 2))[0]
    if amount:
        day = today - timedelta(days=random.randint(30, 900))
        customers.record_spend(
            actor=SYSTEM, household_id=household, amount=Decimal(amount), spent_on=day, source=f"SO-{sale}"
        )
