"""The parts master: what is stocked, at what price, and which products it fits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from anxin.kernel import events
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Conflict, Invalid, NotFound
from anxin.kernel.statements import insert_all

from ..cards import Name
from ..events import PartAdded, PartChanged, PartFitsChanged, PartPriced
from ..models import Part, Product, ProductPart
from .keeping import Difference, Wanted, change, check_categories, sides, take_in, turned

CHANGEABLE = ("name_zh", "name_en", "category", "price", "cost", "returnable", "active")


@dataclass(frozen=True, slots=True)
class NewPart:
    """A part to take in; `price` and, where known, `cost` in CNY; `fits`: the products it belongs to."""

    code: str
    name: Name
    category: str
    price: Decimal
    cost: Decimal | None = None
    fits: frozenset[UUID] = frozenset()
    returnable: bool = False
    active: bool = True


def add_part(
    *,
    actor: Actor,
    code: str,
    name: Name,
    category: str,
    price: Decimal,
    cost: Decimal | None = None,
    fits: Iterable[UUID] = (),
    returnable: bool = False,
) -> Part:
    """Take in one part. Raises as `add_parts`."""
    new = NewPart(code, name, category, price, cost, frozenset(fits), returnable)
    return add_parts(actor=actor, parts=[new])[0]


@atomic
def add_parts(*, actor: Actor, parts: Sequence[NewPart]) -> list[Part]:
    """Take in parts, a few hundred at most. Raises Invalid for an unknown category, no code, or a negative price or
    cost, Conflict for a code that exists, NotFound for a product that is not there."""
    check_prices([value for new in parts for value in (new.price, new.cost)])
    check_categories(new.category for new in parts)
    codes = [new.code for new in parts]
    if not all(codes):
        raise Invalid("catalog.no_code", field="code")
    if known := sorted(Part.objects.filter(code__in=codes).values_list("code", flat=True)):
        raise Conflict("catalog.part_taken", part=known[0])
    rows = [_row(new) for new in parts]
    take_in(rows, _added, what="part", actor=actor)
    set_fits(actor=actor, fits={row.id: new.fits for row, new in zip(rows, parts, strict=True) if new.fits})
    return rows


def change_part(*, actor: Actor, part_id: UUID, fits: Collection[UUID] | None = None, **changes: Any) -> Part:
    """Change some of `CHANGEABLE`, and the products it fits. Raises as `change_parts` and `set_fits`."""
    change_parts(actor=actor, wanted={part_id: changes}, fits={} if fits is None else {part_id: fits})
    return Part.objects.get(pk=part_id)


@atomic
def change_parts(*, actor: Actor, wanted: Wanted, fits: Mapping[UUID, Collection[UUID]] | None = None) -> int:
    """Part → what it shall be, and what it shall fit; returns how many rows differed.

    Raises NotFound, Invalid for an unknown category or a negative price or cost.
    """
    for changes in wanted.values():
        check_prices([changes.get("price"), changes.get("cost")])
    altered = change(Part, wanted, CHANGEABLE, _happened, what="part", actor=actor)
    refitted = set_fits(actor=actor, fits=fits) if fits else frozenset[UUID]()
    return len(refitted | {row.id for row, _ in altered})


@atomic
def set_fits(*, actor: Actor, fits: Mapping[UUID, Collection[UUID]]) -> frozenset[UUID]:
    """Part → the products it fits, all of them; returns the parts for which that is news.

    Raises NotFound for a part or product that is not there.
    """
    lines = ProductPart.objects.filter(part_id__in=fits).values_list("part_id", "product_id", "pk")
    known: dict[UUID, dict[UUID, UUID]] = {}
    for part, product, line in lines:
        known.setdefault(part, {})[product] = line
    added = {part: set(products) - set(known.get(part, {})) for part, products in fits.items()}
    removed = {part: set(known.get(part, {})) - set(products) for part, products in fits.items()}
    news = frozenset(part for part in fits if added[part] or removed[part])
    if not news:
        return news
    models = _models(set().union(*added.values(), *removed.values()))
    codes = dict(Part.objects.filter(pk__in=news).values_list("pk", "code"))
    if codes.keys() != news:
        raise NotFound
    insert_all([ProductPart(product_id=product, part_id=part) for part in news for product in sorted(added[part])])
    gone = [known[part][product] for part in news for product in removed[part]]
    if gone:
        ProductPart.objects.filter(pk__in=gone).delete()
    told = [
        events.Entry(PartFitsChanged(part, codes[part], _named(added[part], models), _named(removed[part], models)),
                     ("part", part), part)
        for part in sorted(news)
    ]  # fmt: skip
    events.record_all(told, actor=actor)
    return news


def check_prices(values: Iterable[Decimal | None]) -> None:
    """Raises Invalid for one below nothing."""
    if any(value is not None and value < 0 for value in values):
        raise Invalid("catalog.bad_price", field="price")


def _models(products: set[UUID]) -> dict[UUID, str]:
    models = dict(Product.objects.filter(pk__in=products).values_list("pk", "model"))
    if models.keys() != products:
        raise NotFound("catalog.no_product")
    return models


def _named(products: Iterable[UUID], models: Mapping[UUID, str]) -> list[str]:
    return sorted(models[product] for product in products)


def _added(row: Part) -> PartAdded:
    return PartAdded(row.id, row.code, row.category_id, str(row.price), _told(row.cost))


def _happened(row: Part, differs: Difference) -> list[events.Event]:
    happened: list[events.Event] = []
    if "price" in differs or "cost" in differs:
        old_price, price = differs.get("price", (row.price, row.price))
        old_cost, cost = differs.get("cost", (row.cost, row.cost))
        happened.append(PartPriced(row.id, row.code, str(old_price), str(price), _told(old_cost), _told(cost)))
    before, after = sides(differs, "price", "cost", "active")
    if after:
        happened.append(PartChanged(row.id, row.code, before, after))
    return [*happened, *turned("part", row.code, differs)]


def _told(cost: Decimal | None) -> str:
    return "" if cost is None else str(cost)


def _row(new: NewPart) -> Part:
    return Part(
        code=new.code,
        name_zh=new.name.zh,
        name_en=new.name.en,
        category_id=new.category,
        price=new.price,
        cost=new.cost,
        returnable=new.returnable,
        active=new.active,
    )
