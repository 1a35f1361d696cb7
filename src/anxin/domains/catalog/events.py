"""What happens to the catalogue."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from anxin.kernel import events


@dataclass(frozen=True)
class ProductAdded(events.Event):
    product_id: UUID
    model: str
    category: str


@dataclass(frozen=True)
class PartAdded(events.Event):
    """`cost` is empty where it is not known."""

    version: ClassVar = 2
    upcasters: ClassVar = {1: lambda old: {**old, "cost": ""}}

    part_id: UUID
    code: str
    category: str
    price: str
    cost: str
