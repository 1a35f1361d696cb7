"""What the gazetteer holds and what the parser answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """Rungs of the four-level address 四级地址."""

    PROVINCE = 1
    CITY = 2
    DISTRICT = 3
    STREET = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A named area: `path` from the province down, centre in degrees (GCJ-02), `accuracy` in metres."""

    level: Level
    path: tuple[str, ...]
    lng: float
    lat: float
    accuracy: int

    @property
    def name(self) -> str:
        return self.path[-1]

    @property
    def area(self) -> str:
        """For example 浙江省/杭州市/西湖区/文新街道."""
        return "/".join(self.path)

    def inside(self, other: Place) -> bool:
        """Strictly below `other` in the tree."""
        return len(self.path) > len(other.path) and self.path[: len(other.path)] == other.path


@dataclass(frozen=True, slots=True)
class ParsedAddress:
    """Empty strings where the text says nothing; `lng`, `lat` None where nothing is known.

    `accuracy` is the radius in metres of the area whose centre the point is. `confidence` is 0 to 1.
    `asks` are codes of what to ask back: which_city, city, district, street, number. `options` are the areas
    between which `which_city` could not decide.
    """

    text: str
    province: str = ""
    city: str = ""
    district: str = ""
    street: str = ""
    detail: str = ""
    lng: float | None = None
    lat: float | None = None
    accuracy: int | None = None
    confidence: float = 0.0
    asks: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    @property
    def area(self) -> str:
        """The known rungs, joined as the authorisation table writes them."""
        return "/".join(name for name in (self.province, self.city, self.district, self.street) if name)

    @property
    def sure(self) -> bool:
        """Good enough to choose an outlet without asking: one district, not several."""
        return bool(self.district) and "which_city" not in self.asks
