"""Service items: what is done for a price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid
from anxin.kernel.i18n import known as has_words

from ..cards import Name
from ..events import ServiceAdded, ServiceChanged, ServicePriced
from ..models import ServiceItem
from .keeping import Difference, Wanted, change, check_categories, sides, take_in, turned
from .parts import check_prices

CHANGEABLE = ("name_zh", "name_en", "category", "order_type", "price", "minutes", "active")


@dataclass(frozen=True, slots=True)
class NewService:
    """A service to offer; `category` None = for every one; `price` in CNY, `minutes` of work on site."""

    code: str
    name: Name
    order_type: str
    price: Decimal
    minutes: int
    category: str | None = None
    active: bool = True


def add_service(
    *,
    actor: Actor,
    code: str,
    name: Name,
    order_type: str,
    price: Decimal,
    minutes: int,
    category: str | None = None,
) -> ServiceItem:
    """Take in one service. Raises as `add_services`."""
    return add_services(actor=actor, services=[NewService(code, name, order_type, price, minutes, category)])[0]


@atomic
def add_services(*, actor: Actor, services: Sequence[NewService]) -> list[ServiceItem]:
    """Take in services. Raises Invalid for an unknown category or order type, no code or a negative price, Conflict
    for a code that exists."""
    check_prices(new.price for new in services)
    check_order_types(new.order_type for new in services)
    check_categories(new.category for new in services)
    codes = [new.code for new in services]
    if not all(codes):
        raise Invalid("catalog.no_code", field="code")
    if known := sorted(ServiceItem.objects.filter(code__in=codes).values_list("code", flat=True)):
        raise Conflict("catalog.service_taken", service=known[0])
    rows = [_row(new) for new in services]
    take_in(rows, _added, what="service", actor=actor)
    return rows


def change_service(*, actor: Actor, service_id: UUID, **changes: Any) -> ServiceItem:
    """Change some of `CHANGEABLE`. Raises as `change_services`."""
    change_services(actor=actor, wanted={service_id: changes})
    return ServiceItem.objects.get(pk=service_id)


@atomic
def change_services(*, actor: Actor, wanted: Wanted) -> int:
    """Service → what it shall be; returns how many differed. Raises NotFound, else as `add_services`."""
    for changes in wanted.values():
        check_prices([changes.get("price")])
    altered = change(ServiceItem, wanted, CHANGEABLE, _happened, what="service", actor=actor)
    check_order_types({differs["order_type"][1] for _, differs in altered if "order_type" in differs})
    return len(altered)


def check_order_types(codes: Any) -> None:
    """Raises Invalid for a type of order the house has no word for."""
    if wrong := sorted(code for code in set(codes) if not has_words(f"enum.order_type.{code}")):
        raise Invalid("catalog.no_order_type", order_type=wrong[0])


def _added(row: ServiceItem) -> ServiceAdded:
    return ServiceAdded(row.id, row.code, row.order_type, str(row.price), row.minutes)


def _happened(row: ServiceItem, differs: Difference) -> list[events.Event]:
    happened: list[events.Event] = []
    if "price" in differs:
        happened.append(ServicePriced(row.id, row.code, *(str(value) for value in differs["price"])))
    before, after = sides(differs, "price", "active")
    if after:
        happened.append(ServiceChanged(row.id, row.code, before, after))
    return [*happened, *turned("service", row.code, differs)]


def _row(new: NewService) -> ServiceItem:
    return ServiceItem(
        code=new.code,
        name_zh=new.name.zh,
        name_en=new.name.en,
        category_id=new.category,
        order_type=new.order_type,
        price=new.price,
        minutes=new.minutes,
        active=new.active,
    )
