"""What tools answer: records of this customer, and searches."""

from collections.abc import Mapping
from dataclasses import dataclass

from anxin.engines.retrieval import Answer


@dataclass(frozen=True, slots=True)
class Unit:
    """One machine of this customer. `room` tells two of a kind apart."""

    id: str
    line: str
    model: str
    room: str = ""
    age_years: float | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether a repair of the unit is free. `fee`: yuan for the visit, told before booking."""

    unit: str
    covered: bool
    until: str
    fee: int


@dataclass(frozen=True, slots=True)
class Window:
    """A time that dispatch can promise; local ISO minutes."""

    id: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Order:
    """An open order of this customer. `status` and `window` are shown as they are."""

    number: str
    unit: str
    status: str
    window: str


@dataclass(frozen=True, slots=True)
class Household:
    """Who is speaking, as far as they proved it. Empty strings where unknown."""

    name: str = ""
    phone: str = ""
    address: str = ""
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A search with the texts of what it ranked: entry id → (title, text, kind)."""

    answer: Answer
    texts: Mapping[str, tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Receipt:
    """A write done (`number` of the order) or refused (`error`)."""

    proposal: str
    number: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class Orders:
    orders: tuple[Order, ...]


Result = Household | Coverage | Offers | Orders | Found | Receipt
