"""Reads of units."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from anxin.domains.catalog import public as catalog
from anxin.kernel import authz, clock, policies
from anxin.kernel.actor import Actor
from anxin.kernel.errors import NotFound
from anxin.kernel.i18n import Reason
from anxin.kernel.statements import by_key, prepared

from . import rules
from .cards import DecisionCard, ScannedUnit, ScanResult, UnitCard
from .models import CoverageDecision, Unit, UnitHistory

PLACE = ZoneInfo("Asia/Shanghai")  # warranties run by the day of the country they are given in
REPAIR = "repair"


def visible_to(actor: Actor, verb: str = "unit.see") -> QuerySet[Unit]:
    """The only door to rows of units. A customer sees those of his households."""
    return authz.scoped(
        Unit.objects.all(), actor, verb, org="org_id", granted="unit", customer="household__contacts__customer_id"
    ).distinct()


def resolve_qr(token: str, *, at: datetime | None = None) -> ScannedUnit:
    """The unit a code stands for. Raises NotFound for an unknown code and a retired unit alike."""
    found = _scanned(token) if token else []
    if not found:
        raise NotFound("assets.unknown_code")
    row = found[0]
    card = catalog.product_card(row.product_id)
    return ScannedUnit(
        row.pk,
        row.household_id,
        card,
        row.serial[-4:],
        row.installed_on,
        _judge(row, card, REPAIR, at),
        plan_of(row, at),
    )


@prepared
def _scanned(token: str) -> QuerySet[Unit]:
    return Unit.objects.filter(qr_token=token, status=Unit.Status.ACTIVE)


def unit_card(unit_id: UUID, actor: Actor | None = None, *, at: datetime | None = None) -> UnitCard:
    """One unit, for `actor` through its door, or (None) for another domain's own decisions. Raises NotFound."""
    found = list(visible_to(actor).filter(pk=unit_id)) if actor else _units(unit_id)
    if not found:
        raise NotFound
    return cards_of(found, at=at)[0]


@prepared
def _units(unit_id: UUID) -> QuerySet[Unit]:
    return Unit.objects.filter(pk=unit_id)


def units_of(household_id: UUID, *, at: datetime | None = None) -> list[UnitCard]:
    """Active units of a household, for other domains' own decisions."""
    return cards_of(Unit.objects.filter(household_id=household_id, status=Unit.Status.ACTIVE), at=at)


def coverage(
    *, unit_id: UUID | None = None, product_id: UUID | None = None, order_type: str = REPAIR, at: datetime | None = None
) -> rules.Coverage:
    """Provisional coverage: of a unit, or of a product alone (then out, until a receipt or the unit is seen)."""
    if unit_id is not None:
        row = by_key(Unit, unit_id)
        return _judge(row, catalog.product_card(row.product_id), order_type, at)
    category = catalog.product_card(product_id).category if product_id else ""
    facts = rules.UnitFacts(category=category, warranty_months=0)
    return rules.judge(facts, _day(at), _fee(category, order_type, at))


def covered_of(unit_ids: Collection[UUID], order_type: str = REPAIR) -> dict[UUID, str]:
    """Provisional coverage of many units for a list: in, out or contract."""
    rows = list(Unit.objects.filter(pk__in=unit_ids))
    cards = catalog.product_cards({row.product_id for row in rows})
    return {row.pk: _judge(row, cards[row.product_id], order_type, None).covered for row in rows}


def covers_part(unit_id: UUID, part_code: str, at: datetime | None = None) -> bool:
    """Whether a part of the unit is still in its own warranty (三包: per category and per part)."""
    row = by_key(Unit, unit_id)
    card = catalog.product_card(row.product_id)
    return rules.part_covered(_facts(row, card), card.parts_warranty.get(part_code, 0), _day(at))


def confirm_unit(unit_id: UUID, serial: str) -> ScanResult:
    """Whether what the engineer scanned is the unit of the order."""
    expected, scanned = by_key(Unit, unit_id).serial, rules.plain_serial(serial)
    if rules.plain_serial(expected) == scanned:
        return ScanResult(True, serial, expected)
    other = Unit.objects.filter(serial__in={serial.strip(), scanned}).values_list("pk", flat=True).first()
    return ScanResult(False, serial, expected, other)


def decisions_of(case_id: UUID) -> list[DecisionCard]:
    """Coverage as it was judged in a case, first to last."""
    return [decision_card(row) for row in CoverageDecision.objects.filter(case_id=case_id)]


def history_of(unit_id: UUID) -> QuerySet[UnitHistory]:
    return UnitHistory.objects.filter(unit_id=unit_id)


def matching(actor: Actor, query: str = "", household_id: UUID | None = None) -> QuerySet[Unit]:
    """Visible active units by part of the serial or the model."""
    rows = visible_to(actor).filter(status=Unit.Status.ACTIVE)
    if household_id:
        rows = rows.filter(household_id=household_id)
    words = query.strip()
    if words:
        rows = rows.filter(serial__icontains=words) | rows.filter(product__model__icontains=words)
    return rows


def of_customers(actor: Actor, customer_ids: Collection[UUID]) -> list[dict[str, object]]:
    """This domain's part of the picture of a customer."""
    rows = matching(actor).filter(household__contacts__customer_id__in=list(customer_ids))
    return [section_row(card, actor) for card in cards_of(rows)]


def section_row(card: UnitCard, actor: Actor) -> dict[str, object]:
    return {
        "id": str(card.id),
        "serial": card.serial,
        "model": card.product.model,
        "name": card.product.name.told(actor.lang),
        "category": card.product.category,
        "room": card.room,
        "household_id": str(card.household_id) if card.household_id else None,
        "installed_on": card.installed_on.isoformat() if card.installed_on else None,
        "coverage": coverage_told(card.coverage, actor.lang),
    }


def coverage_told(found: rules.Coverage, lang: str) -> dict[str, object]:
    """Coverage as the API shows it."""
    return {
        "covered": found.covered,
        "until": found.until.isoformat() if found.until else None,
        "reason": found.reason.told(lang),
        "visit_fee": str(found.visit_fee),
    }


def cards_of(rows: Iterable[Unit], *, at: datetime | None = None) -> list[UnitCard]:
    """Cards in the order of the rows; one more query for any number."""
    rows = list(rows)
    products = catalog.product_cards({row.product_id for row in rows})
    return [_card(row, products[row.product_id], at) for row in rows]


def _card(row: Unit, product: catalog.ProductCard, at: datetime | None) -> UnitCard:
    return UnitCard(
        row.pk, row.version, row.serial, product, row.household_id, row.parent_id, row.room, row.bought_on,
        row.installed_on, row.warranty_until, row.contract, row.contract_until,
        row.status == Unit.Status.RETIRED, _judge(row, product, REPAIR, at), plan_of(row, at), row.plan_until,
    )  # fmt: skip


def plan_of(row: Unit, at: datetime | None = None) -> str:
    """The service plan whose promises bind on a day (today), or ""."""
    return row.plan if row.plan_until is None or row.plan_until >= _day(at) else ""


def parts_at_cost(card: UnitCard) -> bool:
    """Whether the plan that runs today promises parts at cost."""
    return card.plan in policies.current(rules.Plans).parts_at_cost


def decision_card(row: CoverageDecision) -> DecisionCard:
    return DecisionCard(
        row.pk, row.unit_id, row.case_id, row.stage, row.covered,
        Reason(row.reason["code"], row.reason["params"]), row.evidence, row.needs_approval,
        row.approved_at is not None, row.decided_at,
    )  # fmt: skip


def _judge(row: Unit, card: catalog.ProductCard, order_type: str, at: datetime | None) -> rules.Coverage:
    return rules.judge(_facts(row, card), _day(at), _fee(card.category, order_type, at))


def _facts(row: Unit, card: catalog.ProductCard) -> rules.UnitFacts:
    return rules.UnitFacts(
        card.category, card.warranty_months, row.bought_on, row.installed_on, row.warranty_until,
        row.contract, row.contract_until,
    )  # fmt: skip


def _fee(category: str, order_type: str, at: datetime | None) -> Decimal:
    return policies.current(rules.VisitFee, at).fee_for(category, order_type)


def _day(at: datetime | None) -> date:
    return (at or clock.now()).astimezone(PLACE).date()
