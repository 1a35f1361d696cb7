"""What other domains get to see of the catalogue: small, frozen, in both languages."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Name:
    """One name, in Chinese and English."""

    zh: str
    en: str

    def told(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


@dataclass(frozen=True, slots=True)
class ProductCard:
    """A model. `warranty_months` count from purchase, else from installation; `parts_warranty` by part code."""

    id: UUID
    model: str
    name: Name
    category: str
    category_name: Name
    hazard: str
    high_end: bool
    warranty_months: int
    parts_warranty: dict[str, int]


@dataclass(frozen=True, slots=True)
class PartCard:
    """A stocked item; `price` and, where known, `cost` in CNY."""

    id: UUID
    code: str
    name: Name
    price: Decimal
    returnable: bool
    cost: Decimal | None

    def price_for(self, *, at_cost: bool) -> Decimal:
        """What a customer pays who was, or was not, promised parts at cost."""
        return self.cost if at_cost and self.cost is not None else self.price


@dataclass(frozen=True, slots=True)
class ServiceCard:
    """A service at a price (CNY); `minutes` of work on site."""

    id: UUID
    code: str
    name: Name
    price: Decimal
    minutes: int
    order_type: str


@dataclass(frozen=True, slots=True)
class TermCard:
    """A symptom or a cause of a category."""

    code: str
    category: str
    name: Name
