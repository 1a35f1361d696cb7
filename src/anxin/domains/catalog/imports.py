"""Tables of products, parts and service items: what their columns are, and how rows become writes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from anxin.kernel.actor import Actor
from anxin.kernel.errors import Invalid
from anxin.kernel.i18n import Reason, known
from anxin.kernel.tables import Column, Import, Line, code, day, flag, many, money, text, whole

from . import services
from .cards import Name
from .models import Category, Part, Product, ProductPart, ServiceItem
from .services import NewPart, NewProduct, NewService

_NAMES = (
    Column("name_zh", "column.name_zh", text(80), needed=True, sample="恒温燃气热水器 16 升"),
    Column("name_en", "column.name_en", text(80), sample="Gas water heater 16 l"),
)
_ACTIVE = Column("active", "column.active", flag, empty=True, sample="是")


def _warranties(cell: str) -> dict[str, int]:
    """`AXP-0001:120; AXP-0002:36`: part code → months."""
    found = {}
    for line in many(200)(cell):
        part, _, months = line.replace("：", ":").rpartition(":")
        if not part.strip():
            raise Invalid("catalog.no_warranty", value=line[:40])
        found[part.strip()] = whole(0, 600)(months.strip())
    return found


def _named(lines: Sequence[Line]) -> None:
    """Where no English name is given, the Chinese one stands for it."""
    for line in lines:
        if not line.values.get("name_en") and (line.before is None or "name_en" in line.values):
            line.values["name_en"] = line.values.get("name_zh") or (line.before or {})["name_zh"]


def _in_categories(lines: Sequence[Line]) -> None:
    offered = set(Category.objects.filter(active=True).values_list("code", flat=True))
    for line in lines:
        wanted = line.values.get("category")
        if wanted is not None and wanted not in offered:
            _unknown(line, "column.category", wanted)
    _named(lines)


def _unknown(line: Line, title: str, value: str) -> None:
    line.wrong.append(Reason("tables.not_known", {"column": f"enum.{title}", "value": value}))


def _changes(lines: Sequence[Line]) -> dict[UUID, dict[str, Any]]:
    """Row → what it shall be, of those that are known."""
    return {line.before["id"]: line.changes for line in lines if line.before is not None}


def _known(rows: QuerySet[Any], key: str, *names: str) -> dict[str, dict[str, Any]]:
    """Key → the values of a row under the names of the table's columns."""
    found = rows.order_by().values("id", key, "name_zh", "name_en", "category_id", "active", *names)
    return {row[key]: {**row, "category": row.pop("category_id")} for row in found}


# Products


def _known_products(models: Collection[str]) -> dict[str, dict[str, Any]]:
    rows = Product.objects.filter(model__in=models)
    return _known(rows, "model", "warranty_months", "high_end", "parts_warranty", "sold_from")


def _write_products(actor: Actor, lines: Sequence[Line]) -> None:
    new = [_product(line.values) for line in lines if line.before is None]
    if new:
        services.add_products(actor=actor, products=new)
    services.change_products(actor=actor, wanted=_changes(lines))


def _product(values: Mapping[str, Any]) -> NewProduct:
    rest = {name: values[name] for name in ("high_end", "parts_warranty", "sold_from", "active") if name in values}
    name = Name(values["name_zh"], values["name_en"])
    return NewProduct(values["model"], name, values["category"], values["warranty_months"], **rest)


products = Import(
    what="products",
    key="model",
    columns=(
        Column("model", "column.model", code(40), needed=True, sample="JSQ30-AX1"),
        *_NAMES,
        Column("category", "column.category", text(32), needed=True, sample="gas"),
        Column("warranty_months", "column.warranty_months", whole(0, 600), needed=True, sample="72"),
        Column("parts_warranty", "column.parts_warranty", _warranties, empty={}, sample="AXP-0001:120"),
        Column("high_end", "column.high_end", flag, empty=False, sample="否"),
        Column("sold_from", "column.sold_from", day, sample="2026-03-01"),
        _ACTIVE,
    ),
    known=_known_products,
    check=_in_categories,
    write=_write_products,
)


# Parts


def _known_parts(codes: Collection[str]) -> dict[str, dict[str, Any]]:
    rows = _known(Part.objects.filter(code__in=codes), "code", "price", "cost", "returnable")
    fits: dict[str, set[str]] = defaultdict(set)
    for part, model in ProductPart.objects.filter(part__code__in=codes).values_list("part__code", "product__model"):
        fits[part].add(model)
    return {key: {**row, "fits": frozenset(fits[key])} for key, row in rows.items()}


def _check_parts(lines: Sequence[Line]) -> None:
    _in_categories(lines)
    ids = _ids(lines)
    for line in lines:
        for model in sorted(line.values.get("fits", frozenset()) - ids.keys()):
            _unknown(line, "column.fits", model)


def _ids(lines: Sequence[Line]) -> dict[str, UUID]:
    """Model → id, of all models the lines name."""
    wanted = frozenset[str]().union(*(line.values.get("fits", frozenset()) for line in lines))
    return dict(Product.objects.filter(model__in=wanted).values_list("model", "pk")) if wanted else {}


def _write_parts(actor: Actor, lines: Sequence[Line]) -> None:
    ids = _ids(lines)
    new = [_part(line.values, ids) for line in lines if line.before is None]
    if new:
        services.add_parts(actor=actor, parts=new)
    wanted = _changes(lines)
    models = {part: changes.pop("fits") for part, changes in wanted.items() if "fits" in changes}
    fits = {part: frozenset(ids[model] for model in fitted) for part, fitted in models.items()}
    services.change_parts(actor=actor, wanted=wanted, fits=fits)


def _part(values: Mapping[str, Any], ids: Mapping[str, UUID]) -> NewPart:
    rest = {name: values[name] for name in ("cost", "returnable", "active") if name in values}
    name, fits = Name(values["name_zh"], values["name_en"]), values.get("fits", ())
    return NewPart(
        values["code"], name, values["category"], values["price"], fits=frozenset(ids[model] for model in fits), **rest
    )


parts = Import(
    what="parts",
    key="code",
    columns=(
        Column("code", "column.part", code(40), needed=True, sample="AXP-0001"),
        *_NAMES,
        Column("category", "column.category", text(32), needed=True, sample="gas"),
        Column("price", "column.price", money, needed=True, sample="68.00"),
        Column("cost", "column.cost", money, sample="41.50"),
        Column("returnable", "column.returnable", flag, empty=False, sample="否"),
        Column("fits", "column.fits", many(2000), empty=frozenset(), sample="JSQ30-AX1; JSQ30-AX2"),
        _ACTIVE,
    ),
    known=_known_parts,
    check=_check_parts,
    write=_write_parts,
)


# Service items


def _known_services(codes: Collection[str]) -> dict[str, dict[str, Any]]:
    return _known(ServiceItem.objects.filter(code__in=codes), "code", "order_type", "price", "minutes")


def _check_services(lines: Sequence[Line]) -> None:
    _in_categories(lines)
    for line in lines:
        wanted = line.values.get("order_type")
        if wanted is not None and not known(f"enum.order_type.{wanted}"):
            _unknown(line, "column.order_type", wanted)


def _write_services(actor: Actor, lines: Sequence[Line]) -> None:
    new = [_service(line.values) for line in lines if line.before is None]
    if new:
        services.add_services(actor=actor, services=new)
    services.change_services(actor=actor, wanted=_changes(lines))


def _service(values: Mapping[str, Any]) -> NewService:
    rest = {name: values[name] for name in ("category", "active") if name in values}
    name = Name(values["name_zh"], values["name_en"])
    return NewService(values["code"], name, values["order_type"], values["price"], values["minutes"], **rest)


service_items = Import(
    what="service_items",
    key="code",
    columns=(
        Column("code", "column.service", code(40), needed=True, sample="clean"),
        *_NAMES,
        Column("category", "column.category", text(32), sample=""),
        Column("order_type", "column.order_type", text(32), needed=True, sample="maintenance"),
        Column("price", "column.price", money, needed=True, sample="198.00"),
        Column("minutes", "column.minutes", whole(1, 1440), needed=True, sample="90"),
        _ACTIVE,
    ),
    known=_known_services,
    check=_check_services,
    write=_write_services,
)
