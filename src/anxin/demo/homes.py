"""The demo's households: who lives where, which units stand there, and what was spent."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from random import Random
from uuid import UUID

from anxin.demo import names, town, words
from anxin.demo.company import table
from anxin.demo.knowledge.load import load
from anxin.domains.assets import services as assets
from anxin.domains.catalog import public as catalog
from anxin.domains.customers import services as customers
from anxin.kernel.actor import SYSTEM

_BATCH = 200
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


@dataclass(frozen=True, slots=True)
class Home:
    """One household: its main customer, the true point of its door, and its units."""

    customer: UUID
    household: UUID
    name: str
    phone: str
    flat: town.Flat
    centre: UUID
    elderly: bool
    units: tuple[Appliance, ...]


@dataclass(frozen=True, slots=True)
class _Move:
    """Who is to move in, before it is written."""

    name: str
    phone: str
    flat: town.Flat
    centre: UUID
    elderly: bool


def settle(wanted: int, orgs: Mapping[str, UUID], today: date, *, seed: int) -> Iterator[list[Home]]:
    """Make `wanted` households with their units; yields them in batches, so that progress can be told."""
    random, serials = Random(seed), count(100_000)
    for start in range(0, wanted, _BATCH):
        moves = [_move(random, orgs) for _ in range(min(_BATCH, wanted - start))]
        noted = customers.take_in(actor=SYSTEM, contacts=[_contact(move) for move in moves])
        places = [(n.customer_id, n.household_id) for n in noted if n.household_id]
        units = _furnish(places, moves, today, random, serials)
        homes = [
            Home(customer, household, m.name, m.phone, m.flat, m.centre, m.elderly, tuple(units[household]))
            for (customer, household), m in zip(places, moves, strict=True)
        ]
        for home in homes:
            _spend(home, today, random)
        yield homes


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
    places: Sequence[tuple[UUID, UUID]], moves: Sequence[_Move], today: date, random: Random, serials: "count[int]"
) -> dict[UUID, list[Appliance]]:
    planned = [
        (household, line, _unit(line, customer, household, move.centre, today, random, next(serials)))
        for (customer, household), move in zip(places, moves, strict=True)
        for line in _lines(random)
    ]
    rows = assets.add_units(actor=SYSTEM, units=[unit for _, _, unit in planned])
    found: dict[UUID, list[Appliance]] = {household: [] for _, household in places}
    for row, (household, line, _) in zip(rows, planned, strict=True):
        found[household].append(Appliance(row.id, row.serial, row.qr_token, line))
    return found


def _lines(random: Random) -> list[str]:
    """What a home owns of the brand: mostly one or two machines, some a whole house of them."""
    number = random.choices((1, 2, 3, 5), (45, 32, 17, 6))[0]
    return [words.owned_line(random) for _ in range(number)]


def _unit(
    line: str, customer: UUID, household: UUID, centre: UUID, today: date, random: Random, number: int
) -> assets.NewUnit:
    series = random.choice([s for s in load().graphs[line].series.values() if s.since < today.year])
    product = catalog.product_by_model(random.choice(series.models))
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
        about=customer,
    )


def _spend(home: Home, today: date, random: Random) -> None:
    """One home in seven has spent enough lately to be gold, some to be diamond."""
    amount = random.choices((0, random.randint(31_000, 120_000), random.randint(151_000, 300_000)), (86, 12, 2))[0]
    if amount:
        day = today - timedelta(days=random.randint(30, 900))
        customers.record_spend(
            actor=SYSTEM, household_id=home.household, amount=Decimal(amount), spent_on=day, source=f"SO-{home.phone}"
        )
