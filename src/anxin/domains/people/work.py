"""What engineers and outlets still have to do, of which this domain knows nothing.

The domain that does know says it when the program starts: `provide(visits=…, orders=…)`. Whoever takes an engineer's
time away asks here first, so that the visits in it are told.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """A visit still to be made. Without an agreed time both ends are None."""

    engineer_id: UUID
    order_id: UUID
    number: str
    starts_at: datetime | None
    ends_at: datetime | None

    def touches(self, start: datetime, end: datetime) -> bool:
        return bool(self.starts_at and self.ends_at and self.starts_at < end and start < self.ends_at)


Visits = Callable[[Collection[UUID]], list[OpenVisit]]
Orders = Callable[[UUID], list[str]]

_visits: list[Visits] = []
_orders: list[Orders] = []


def provide(*, visits: Visits, orders: Orders) -> None:
    """`visits(engineer_ids)`: their open visits by time. `orders(outlet_id)`: numbers of the outlet's open orders."""
    _visits[:] = [visits]
    _orders[:] = [orders]


def open_visits(engineer_ids: Collection[UUID]) -> list[OpenVisit]:
    """Open visits of the engineers, earliest first, those without a time last."""
    return _visits[0](engineer_ids) if _visits and engineer_ids else []


def open_orders(outlet_id: UUID) -> list[str]:
    """Numbers of the orders an outlet has not finished."""
    return _orders[0](outlet_id) if _orders else []


def in_words(numbers: Collection[str]) -> str:
    """The first numbers, for a sentence: "WO-1, WO-2, WO-3 …"."""
    return ", ".join(list(numbers)[:5]) + (" …" if len(numbers) > 5 else "")
