"""Where the demo's customers live: estates in real streets, each flat with a point near its street's centre."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

from anxin.engines.address import parse

SPREAD = 0.006  # degrees: an estate lies within some 600 m of its street's centre


@dataclass(frozen=True, slots=True)
class Flat:
    """One home: the address as its people write it, and its true point."""

    address: str
    lng: float
    lat: float


@dataclass(frozen=True, slots=True)
class _Street:
    path: str
    estates: tuple[str, ...]
    road: str
    weight: int


@cache
def streets() -> tuple[_Street, ...]:
    text = files("anxin.demo").joinpath("data/town.toml").read_text("utf-8")
    return tuple(
        _Street(path, tuple(row["estates"]), row["road"], row["weight"])
        for path, row in tomllib.loads(text)["streets"].items()
    )


@cache
def centre(street: str) -> tuple[float, float]:
    """The middle of a street given as city/district/street. Raises ValueError if the gazetteer does not know it."""
    found = parse(street.replace("/", ""))
    if found.lng is None or found.lat is None:
        raise ValueError(f"no such street: {street}")
    return found.lng, found.lat


def flat(random: Random) -> Flat:
    """A home drawn by how many people live in each street."""
    street = random.choices(streets(), [s.weight for s in streets()])[0]
    number = Random(f"{street.path}{(estate := random.choice(street.estates))}")  # an estate stays put
    lng, lat = centre(street.path)
    lng += number.uniform(-SPREAD, SPREAD)
    lat += number.uniform(-SPREAD, SPREAD)
    city, district, name = street.path.split("/")
    door = f"{random.randint(1, 24)}幢{random.randint(1, 4)}单元{random.randint(1, 18)}0{random.randint(1, 4)}室"
    road = f"{street.road}{number.randint(2, 680)}号"
    address = f"{city}{district}{name}{road}{estate}{door}"
    return Flat(address, lng + random.uniform(-0.0008, 0.0008), lat + random.uniform(-0.0008, 0.0008))
