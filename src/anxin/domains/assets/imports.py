"""A table of the installed base: machines that stand somewhere already, by serial number."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from anxin.domains.catalog import public as catalog
from anxin.kernel.actor import Actor
from anxin.kernel.i18n import Reason
from anxin.kernel.tables import Column, Import, Line, code, day

from . import rules, services
from .models import Unit


def _known(serials: Collection[str]) -> dict[str, dict[str, Any]]:
    """Of a unit known already only its model is compared: its dates are settled at the unit, where the warranty is."""
    rows = Unit.objects.filter(serial__in=serials).values_list("serial", "product__model").order_by()
    return {serial: {"model": model} for serial, model in rows}


def _check(lines: Sequence[Line]) -> None:
    known = catalog.products_by_models({line.values["model"] for line in lines if "model" in line.values})
    for line in lines:
        if not rules.plain_serial(line.values["serial"]):
            line.wrong.append(Reason("assets.bad_serial"))
        elif line.before is not None and line.changes:
            line.wrong.append(Reason("assets.another_model", {"model": line.before["model"]}))
        elif line.before is None and line.values["model"] not in known:
            line.wrong.append(
                Reason("tables.not_known", {"column": "enum.column.model", "value": line.values["model"]})
            )


def _write(actor: Actor, lines: Sequence[Line]) -> None:
    known = catalog.products_by_models({line.values["model"] for line in lines})
    new = [
        services.NewUnit(
            line.values["serial"],
            known[line.values["model"]],
            bought_on=line.values.get("bought_on"),
            installed_on=line.values.get("installed_on"),
        )
        for line in lines
    ]
    if new:
        services.add_units(actor=actor, units=new)


units = Import(
    what="units",
    key="serial",
    columns=(
        Column("serial", "column.serial", code(60), needed=True, sample="AX2603000018"),
        Column("model", "column.model", code(40), needed=True, sample="JSQ30-AX1"),
        Column("bought_on", "column.bought_on", day, sample="2026-03-01"),
        Column("installed_on", "column.installed_on", day, sample="2026-03-05"),
    ),
    known=_known,
    check=_check,
    write=_write,
)
