"""Who pays: warranty, contract, the fee for coming, and what 三包 promises. Pure decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from anxin.kernel import clock, policies
from anxin.kernel.i18n import Reason

IN, OUT, CONTRACT, GOODWILL = "in", "out", "contract", "goodwill"


@policies.policy("assets.three_guarantees")
class ThreeGuarantees(policies.Policy):
    """三包 as the house applies it. The days are those of the national rules for household appliances; to be
    checked against the official text for each category before real use."""

    used_in = ("coverage",)

    return_days: int = 7
    exchange_days: int = 15
    repairs_before_exchange: int = 2
    #: Days without the appliance while it was repaired lengthen the warranty.
    repair_extends: bool = True


@policies.policy("assets.plans")
class Plans(policies.Policy):
    """What a bought plan gives beside its clocks, for as long as it runs: parts at cost (standard 77)."""

    standards = (77,)
    used_in = ("visit",)

    parts_at_cost: tuple[str, ...] = ("fast",)


@policies.policy("assets.visit_fee")
class VisitFee(policies.Policy):
    """上门费 in CNY for work that is not covered: once per fault, never when the same fault came back (返修)."""

    used_in = (
        "coverage",
        "booking",
    )

    fee: Decimal = Decimal("50.00")
    by_category: dict[str, Decimal] = {}
    free_order_types: tuple[str, ...] = ("rework", "installation", "recycling", "question")

    def fee_for(self, category: str, order_type: str) -> Decimal:
        if order_type in self.free_order_types:
            return Decimal("0.00")
        return self.by_category.get(category, self.fee)


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What coverage is judged from. Days are days of the unit's place; `until` days are the last that count."""

    category: str
    warranty_months: int
    bought_on: date | None = None
    installed_on: date | None = None
    warranty_until: date | None = None
    contract: str = ""
    contract_until: date | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """`covered`: in, out or contract. `until`: last day of what covers it, or of what has run out.
    `visit_fee`: CNY the customer pays for the coming alone, told before booking."""

    covered: str
    until: date | None
    reason: Reason
    visit_fee: Decimal


def warranty_end(start: date, months: int, *, days_in_repair: int = 0) -> date:
    """Last day in warranty: the day before the same day `months` later, lengthened by the days in repair."""
    return clock.months_after(start, months) - timedelta(days=1) + timedelta(days=days_in_repair)


def judge(unit: UnitFacts, on: date, fee: Decimal) -> Coverage:
    """Contract first, then warranty. Without any date the unit counts as out until a receipt is shown."""
    if unit.contract and (unit.contract_until is None or on <= unit.contract_until):
        told = {"contract": unit.contract, "until": _day(unit.contract_until)}
        return Coverage(CONTRACT, unit.contract_until, Reason("assets.in_contract", told), Decimal("0.00"))
    end = _end(unit)
    if end is None:
        return Coverage(OUT, None, Reason("assets.no_date"), fee)
    if on <= end:
        return Coverage(IN, end, Reason("assets.in_warranty", {"until": _day(end)}), Decimal("0.00"))
    return Coverage(OUT, end, Reason("assets.out_of_warranty", {"until": _day(end)}), fee)


def part_covered(unit: UnitFacts, months: int, on: date) -> bool:
    """Whether a part with a warranty of its own is still covered."""
    start = unit.bought_on or unit.installed_on
    return start is not None and on <= warranty_end(start, max(months, unit.warranty_months))


def remedy(bought_on: date, on: date, repairs: int, policy: ThreeGuarantees) -> str:
    """What 三包 gives for a fault in the product itself: return, exchange or repair."""
    age = (on - bought_on).days
    if age <= policy.return_days:
        return "return"
    if age <= policy.exchange_days or repairs >= policy.repairs_before_exchange:
        return "exchange"
    return "repair"


def plain_serial(text: str) -> str:
    """As printed, without the spaces and dashes a person reads aloud."""
    return "".join(c for c in text.upper() if c.isalnum())


def _end(unit: UnitFacts) -> date | None:
    start = unit.bought_on or unit.installed_on
    if unit.warranty_until or start is None:
        return unit.warranty_until
    return warranty_end(start, unit.warranty_months)


def _day(day: date | None) -> str:
    return day.isoformat() if day else "—"
