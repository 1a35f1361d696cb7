"""What happens to the catalogue."""

from dataclasses import dataclass
from uuid import UUID

from anxin.kernel import events


@dataclass(frozen=True)
class ProductAdded(events.Event):
    product_id: UUID
    model: str
    category: str


@dataclass(frozen=True)
class PartAdded(events.Event):
    part_id: UUID
    code: str
    category: str
    price: str
