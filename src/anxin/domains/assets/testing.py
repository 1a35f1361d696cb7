"""Builders for tests and the demo: everything through the services, so that it is legal."""

from __future__ import annotations

from datetime import date
from itertools import count
from uuid import UUID

from anxin.domains.catalog import testing as catalog
from anxin.kernel.actor import SYSTEM

from . import services
from .models import Unit

_number = count(1)


def planned(unit_id: UUID, plan: str, *, until: date) -> None:
    """The unit has a bought plan now."""
    services.change_unit(actor=SYSTEM, unit_id=unit_id, plan=plan, plan_until=until)


def unit(
    household_id: UUID | None = None,
    *,
    product_id: UUID | None = None,
    bought_on: date | None = None,
    installed_on: date | None = None,
    org_id: UUID | None = None,
    room: str = "",
    contract: str = "",
    contract_until: date | None = None,
    plan: str = "",
    plan_until: date | None = None,
) -> Unit:
    """A unit of a product (a new one if none is given)."""
    return services.add_unit(
        actor=SYSTEM,
        unit=services.NewUnit(
            serial=f"AX{next(_number):08d}",
            product_id=product_id or catalog.product().id,
            household_id=household_id,
            bought_on=bought_on,
            installed_on=installed_on,
            org_id=org_id,
            room=room,
            contract=contract,
            contract_until=contract_until,
            plan=plan,
            plan_until=plan_until,
        ),
    )
