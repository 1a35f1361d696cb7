"""What happens to the catalogue. `before` and `after` hold only the fields that changed."""

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from anxin.kernel import events


@dataclass(frozen=True)
class CategoryAdded(events.Event):
    category: str
    hazard: str


@dataclass(frozen=True)
class CategoryChanged(events.Event):
    category: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True)
class TermAdded(events.Event):
    """`what`: symptom or cause."""

    category: str
    what: str
    code: str
    name_zh: str
    name_en: str


@dataclass(frozen=True)
class TermChanged(events.Event):
    category: str
    what: str
    code: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True)
class TermsOrdered(events.Event):
    """The symptoms or causes of a category stand in this order now."""

    category: str
    what: str
    codes: list[str]


@dataclass(frozen=True)
class ProductAdded(events.Event):
    product_id: UUID
    model: str
    category: str


@dataclass(frozen=True)
class ProductChanged(events.Event):
    product_id: UUID
    model: str
    before: dict[str, Any]
    after: dict[str, Any]


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


@dataclass(frozen=True)
class PartChanged(events.Event):
    part_id: UUID
    code: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True)
class PartPriced(events.Event):
    """CNY; a cost is empty where it is not known."""

    part_id: UUID
    code: str
    old_price: str
    price: str
    old_cost: str
    cost: str


@dataclass(frozen=True)
class PartFitsChanged(events.Event):
    """The models a part fits now and did not, and the other way round."""

    part_id: UUID
    code: str
    added: list[str]
    removed: list[str]


@dataclass(frozen=True)
class ServiceAdded(events.Event):
    service_id: UUID
    code: str
    order_type: str
    price: str
    minutes: int


@dataclass(frozen=True)
class ServiceChanged(events.Event):
    service_id: UUID
    code: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True)
class ServicePriced(events.Event):
    service_id: UUID
    code: str
    old_price: str
    price: str


@dataclass(frozen=True)
class CatalogueRetired(events.Event):
    """No longer offered. `what`: category, symptom, cause, product, part or service; `code` is its code or model."""

    what: str
    code: str


@dataclass(frozen=True)
class CatalogueRestored(events.Event):
    what: str
    code: str
