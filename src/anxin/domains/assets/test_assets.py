"""Units: their code, their coverage, their life."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from anxin.domains.assets import public, rules, selectors, services, testing
from anxin.domains.assets.models import CoverageDecision, Unit, UnitHistory
from anxin.domains.catalog import testing as catalog
from anxin.domains.customers import testing as customers
from anxin.domains.people import testing as people
from anxin.kernel import authz, clock, events
from anxin.kernel.actor import SYSTEM
from anxin.kernel.errors import Conflict, Invalid, NotFound
from anxin.kernel.events.handling import deliver_due
from anxin.kernel.i18n import Reason
from anxin.kernel.ids import new_id

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 7, 14, 4, 0, tzinfo=UTC)
TODAY = date(2026, 7, 14)
FEE = Decimal("50.00")


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with clock.frozen(NOON):
        yield


def facts(**known: object) -> rules.UnitFacts:
    return rules.UnitFacts(category="ac", warranty_months=12, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "months", "days", "last"),
    [
        (date(2025, 7, 15), 12, 0, date(2026, 7, 14)),
        (date(2024, 2, 29), 12, 0, date(2025, 2, 27)),
        (date(2025, 8, 31), 6, 0, date(2026, 2, 27)),
        (date(2025, 7, 15), 12, 10, date(2026, 7, 24)),
    ],
)
def test_warranty_ends_the_day_before(start: date, months: int, days: int, last: date) -> None:
    assert rules.warranty_end(start, months, days_in_repair=days) == last


@pytest.mark.parametrize(
    ("unit", "covered", "until", "reason", "fee"),
    [
        (facts(bought_on=date(2025, 7, 15)), "in", TODAY, "assets.in_warranty", "0.00"),
        (facts(bought_on=date(2025, 7, 14)), "out", date(2026, 7, 13), "assets.out_of_warranty", "50.00"),
        (facts(installed_on=date(2026, 1, 1)), "in", date(2026, 12, 31), "assets.in_warranty", "0.00"),
        (facts(warranty_until=TODAY, bought_on=date(2020, 1, 1)), "in", TODAY, "assets.in_warranty", "0.00"),
        (facts(), "out", None, "assets.no_date", "50.00"),
        (facts(contract="C-1", contract_until=TODAY), "contract", TODAY, "assets.in_contract", "0.00"),
        (facts(contract="C-1", contract_until=TODAY - timedelta(days=1)), "out", None, "assets.no_date", "50.00"),
        (facts(contract="C-1"), "contract", None, "assets.in_contract", "0.00"),
    ],
)
def test_coverage(unit: rules.UnitFacts, covered: str, until: date | None, reason: str, fee: str) -> None:
    found = rules.judge(unit, TODAY, FEE)
    assert (found.covered, found.until, found.reason.code, found.visit_fee) == (covered, until, reason, Decimal(fee))


@pytest.mark.parametrize(
    ("age", "repairs", "remedy"),
    [
        (7, 0, "return"),
        (8, 0, "exchange"),
        (15, 0, "exchange"),
        (16, 0, "repair"),
        (16, 1, "repair"),
        (90, 2, "exchange"),
    ],
)
def test_three_guarantees_fire_at_their_days(age: int, repairs: int, remedy: str) -> None:
    assert rules.remedy(TODAY - timedelta(days=age), TODAY, repairs, rules.ThreeGuarantees()) == remedy


def test_rework_never_costs_a_visit() -> None:
    unit = testing.unit()
    assert public.coverage(unit_id=unit.id).visit_fee == FEE
    assert public.coverage(unit_id=unit.id, order_type="rework").visit_fee == Decimal("0.00")
    assert public.coverage(product_id=unit.product_id).covered == "out"


def test_code_tells_the_machine_and_never_the_owner() -> None:
    home = customers.household()
    unit = testing.unit(home.id, bought_on=date(2026, 1, 1), room="主卧")
    seen = public.resolve_qr(unit.qr_token)
    assert (seen.unit_id, seen.serial_last4, seen.coverage.covered) == (unit.id, unit.serial[-4:], "in")
    assert len(unit.qr_token) == 22
    assert not any(secret in repr(seen) for secret in ("主卧", "文新", unit.serial))


@pytest.mark.parametrize("token", ["", "x", "a" * 22])
def test_unknown_code_is_not_found(token: str) -> None:
    testing.unit()
    with pytest.raises(NotFound):
        public.resolve_qr(token)


def test_replaced_and_retired_codes_open_nothing() -> None:
    unit = testing.unit()
    fresh = services.replace_code(actor=SYSTEM, unit_id=unit.id)
    with pytest.raises(NotFound):
        public.resolve_qr(unit.qr_token)
    assert public.resolve_qr(fresh).unit_id == unit.id
    services.retire_unit(actor=SYSTEM, unit_id=unit.id)
    with pytest.raises(NotFound):
        public.resolve_qr(fresh)


def test_serial_is_taken_once_and_a_batch_is_all_or_nothing() -> None:
    known = testing.unit()
    new = [services.NewUnit(serial, known.product_id) for serial in ("NEW1", known.serial)]
    with pytest.raises(Conflict):
        services.add_units(actor=SYSTEM, units=new)
    with pytest.raises(Conflict):
        services.add_units(actor=SYSTEM, units=[new[0], new[0]])
    with pytest.raises(Invalid):
        services.add_unit(actor=SYSTEM, unit=services.NewUnit(" - ", known.product_id))
    assert Unit.objects.count() == 1


def test_scan_confirms_or_names_the_other_unit() -> None:
    here, other = testing.unit(), testing.unit()
    assert public.confirm_unit(here.id, f" {here.serial[:4].lower()}-{here.serial[4:]} ").match
    wrong = public.confirm_unit(here.id, other.serial)
    assert (wrong.match, wrong.other_id, wrong.expected) == (False, other.id, here.serial)
    assert public.confirm_unit(here.id, "AX404").other_id is None


def test_part_may_be_covered_longer_than_the_unit() -> None:
    product = catalog.product(warranty_months=12)
    product.parts_warranty = {"COMP": 36}
    product.save()
    unit = testing.unit(product_id=product.id, bought_on=date(2024, 7, 14))
    assert public.covers_part(unit.id, "COMP")
    assert not public.covers_part(unit.id, "OTHER")


def test_final_judgement_needs_evidence_and_a_changed_one_approval() -> None:
    unit, case, engineer = testing.unit(), events.new_case(), people.staff("engineer")

    def decide(stage: str, covered: str, reason: Reason, evidence: UUID | None = None) -> public.DecisionCard:
        return services.decide_coverage(
            actor=engineer,
            unit_id=unit.id,
            case_id=case,
            stage=stage,
            covered=covered,
            reason=reason,
            evidence=evidence,
        )

    out = Reason("assets.out_of_warranty", {"until": "2026-01-31"})
    decide("provisional", "in", Reason("assets.in_warranty", {"until": "2026-12-31"}))
    with pytest.raises(Invalid):
        decide("final", "out", out)
    assert CoverageDecision.objects.count() == 1
    final = decide("final", "out", out, new_id())
    assert (final.needs_approval, final.approved) == (True, False)
    with pytest.raises(Conflict):
        services.approve_coverage(actor=engineer, decision_id=final.id)
    assert services.approve_coverage(actor=people.staff("centre_manager"), decision_id=final.id).approved
    assert [d.covered for d in public.decisions_of(case)] == ["in", "out"]
    assert [e.name for e in events.of_case(case)] == ["CoverageDecided", "CoverageDecided", "CoverageApproved"]
    assert [h.kind for h in selectors.history_of(unit.id)] == ["coverage", "installed"]


def test_outlet_sees_a_unit_by_grant_and_loses_it() -> None:
    outlet = people.outlet()
    clerk, unit = people.staff("clerk", outlet), testing.unit()
    with pytest.raises(NotFound):
        public.unit_card(unit.id, clerk)
    until = NOON + timedelta(days=7)
    authz.grant("unit", unit.id, to_org=outlet.id, because=Reason("assets.moved"), until=until)
    assert public.unit_card(unit.id, clerk).serial == unit.serial
    with clock.frozen(until), pytest.raises(NotFound):
        public.unit_card(unit.id, clerk)


def test_customer_sees_the_units_of_his_household_only() -> None:
    mine, theirs = customers.noted("周敏"), customers.noted("王强")
    unit = testing.unit(mine.household_id)
    assert [u.id for u in public.units_of(mine.household_id or unit.id)] == [unit.id]
    assert public.unit_card(unit.id, customers.actor(mine.customer_id)).id == unit.id
    with pytest.raises(NotFound):
        public.unit_card(unit.id, customers.actor(theirs.customer_id))


def test_move_changes_household_and_is_told() -> None:
    old, new = customers.household(), customers.household("杭州市拱墅区米市巷街道 1 号")
    unit = testing.unit(old.id, room="主卧")
    services.move_unit(actor=SYSTEM, unit_id=unit.id, household_id=new.id, room="次卧")
    assert public.unit_card(unit.id).household_id == new.id
    assert [e.name for e in events.of_case(unit.id)] == ["UnitAdded", "UnitMoved"]
    assert UnitHistory.objects.filter(kind="moved").count() == 1


def test_room_is_forgotten_with_its_people() -> None:
    noted = customers.noted()
    unit = testing.unit(noted.household_id, room="老人房")
    customers.erased(noted.customer_id)
    deliver_due()
    assert Unit.objects.get(pk=unit.id).room == ""
