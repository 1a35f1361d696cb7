"""Merging, tiers, consents, forgetting."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from anxin.domains.customers import jobs, public, services, testing
from anxin.domains.customers.models import Consent, Customer, Household, Spend, Tier, TierNotice
from anxin.domains.customers.rules import Tiers, has_priority
from anxin.domains.people import testing as people
from anxin.kernel import clock, events, policies, undo
from anxin.kernel.actor import SYSTEM, Actor
from anxin.kernel.errors import Conflict, NotFound
from anxin.kernel.events import sequencer
from anxin.kernel.events.verification import verify

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 7, 14, 4, 0, tzinfo=UTC)
TODAY = date(2026, 7, 14)


@pytest.fixture(autouse=True)
def _at_noon() -> Iterator[None]:
    with clock.frozen(NOON):
        yield


@pytest.fixture
def agent() -> Actor:
    return people.staff("agent_lead")


def test_merge_is_an_alias_and_comes_undone(agent: Actor) -> None:
    a, b = testing.customer("周敏"), testing.customer("周小敏")
    merged = services.merge(actor=agent, customer_id=a.id, into_id=b.id)
    assert public.identity_of(a.id) == b.id
    assert public.aliases_of(a.id) == public.aliases_of(b.id) == {a.id, b.id}
    card = public.card(a.id, agent)
    assert (card.id, card.name, len(card.phones), len(card.households)) == (b.id, "周小敏", 2, 2)
    token = services.offer_undo(agent, merged)
    assert undo.redeem(agent, UUID(token)) == "customer.merge"
    assert public.identity_of(a.id) == a.id
    assert [e.name for e in events.of_case(a.id)][-2:] == ["CustomersMerged", "MergeUndone"]


def test_merges_refused_change_nothing(agent: Actor) -> None:
    a, b = testing.customer(), testing.customer()
    services.merge(actor=agent, customer_id=a.id, into_id=b.id)
    for one, other in [(a, b), (b, a), (b, b)]:
        with pytest.raises(Conflict):
            services.merge(actor=agent, customer_id=one.id, into_id=other.id)
    outsider = people.staff("clerk", people.outlet())
    with pytest.raises(NotFound):
        services.undo_merge(actor=outsider, customer_id=a.id)
    assert public.identity_of(a.id) == b.id
    assert public.identity_of(b.id) == b.id


def spend(home: Household, amount: str, on: date, source: str = "S1") -> None:
    services.record_spend(actor=SYSTEM, household_id=home.id, amount=Decimal(amount), spent_on=on, source=source)


@pytest.mark.parametrize(
    ("amount", "tier"),
    [("29999.97", "silver"), ("30000", "gold"), ("150000", "gold"), ("150000.03", "diamond")],
)
def test_tier_by_yearly_spending_fires_at_its_value(amount: str, tier: str) -> None:
    home = testing.household()
    spend(home, amount, TODAY)
    customer = Customer.objects.get()
    assert (customer.tier, customer.spend_36m) == (tier, Decimal(amount))
    assert customer.tier_reason["code"] == "customers.tier_by_spend"


def test_sale_counts_once_and_36_months_exactly() -> None:
    home = testing.household()
    spend(home, "60000", date(2023, 7, 14))
    spend(home, "60000", date(2023, 7, 14))
    assert (Customer.objects.get().spend_36m, Customer.objects.get().tier) == (Decimal(60000), "gold")
    spend(home, "1", date(2023, 7, 13), "S2")
    assert Customer.objects.get().spend_36m == Decimal(60000)


def test_downgrade_is_told_and_waits() -> None:
    home = testing.household()
    spend(home, "60000", date(2023, 7, 14))
    with clock.frozen(NOON + timedelta(days=1)):
        jobs.review_tiers.call()
        assert Customer.objects.get().tier == "gold"
        notice = TierNotice.objects.get()
        assert (notice.from_tier, notice.to_tier, notice.effective_on) == ("gold", "silver", date(2026, 8, 14))
    with clock.frozen(NOON + timedelta(days=30)):
        jobs.review_tiers.call()
        assert Customer.objects.get().tier == "gold"
    with clock.frozen(NOON + timedelta(days=31)):
        jobs.review_tiers.call()
        assert Customer.objects.get().tier == "silver"
    told = [e.name for e in events.of_case(Customer.objects.get().id) if e.name.startswith("Tier")]
    assert told == ["TierRaised", "TierDowngradeTold", "TierLowered"]


def test_spending_again_withdraws_the_notice() -> None:
    home = testing.household()
    spend(home, "60000", date(2023, 7, 14))
    with clock.frozen(NOON + timedelta(days=1)):
        jobs.review_tiers.call()
        spend(home, "30000", TODAY, "S2")
        assert TierNotice.objects.get().closed_at is not None
    with clock.frozen(NOON + timedelta(days=40)):
        jobs.review_tiers.call()
        assert Customer.objects.get().tier == "gold"


def test_contract_promises_a_tier_until_its_last_day() -> None:
    customer = testing.customer()
    services.promise_tier(actor=SYSTEM, customer_id=customer.id, tier="diamond", until=TODAY)
    customer.refresh_from_db()
    assert (customer.tier, customer.tier_reason["code"]) == ("diamond", "customers.tier_by_contract")
    with clock.frozen(NOON + timedelta(days=1)):
        jobs.review_tiers.call()
        assert TierNotice.objects.get().to_tier == "silver"


def test_consent_is_traceable() -> None:
    customer = testing.customer()
    given = services.give_consent(actor=SYSTEM, customer_id=customer.id, purpose="marketing", source="portal")
    assert services.give_consent(actor=SYSTEM, customer_id=customer.id, purpose="marketing", source="phone") == given
    assert services.withdraw_consent(actor=SYSTEM, customer_id=customer.id, purpose="marketing")
    assert not services.withdraw_consent(actor=SYSTEM, customer_id=customer.id, purpose="marketing")
    assert Consent.objects.get().withdrawn_at == NOON


def text(cell: object) -> str:
    return bytes(cell).decode("utf-8", "replace") if isinstance(cell, memoryview | bytes) else str(cell)


def everything_stored() -> str:
    """Every cell of every table, as text."""
    cells = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            cells += [text(cell) for row in cursor for cell in row]
    stored = "\n".join(cells)
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), stored)  # as JSON may spell it


def test_erased_customer_is_found_nowhere_and_the_ledger_still_verifies() -> None:
    admin = people.staff("admin")
    phone, name, door = "13711112222", "欧阳铁柱", "文三西路88号"
    customer = testing.customer(name, number=phone)
    services.ask_otp(phone=phone, sender="10.9.8.7", lang="zh")
    sequencer.sequence()
    sequencer.seal()
    before = everything_stored()
    assert all(word in before for word in (phone, name, door))
    services.erase(actor=admin, customer_id=customer.id, asked_through="phone")
    sequencer.sequence()
    after = everything_stored()
    assert [word for word in (phone, name, door, "501 室", "501室") if word in after] == []
    assert verify().ok
    assert public.identify_by_phone(phone) == []
    assert public.card(customer.id, admin).erased


def test_erasing_one_leaves_the_home_of_the_other() -> None:
    wife = testing.noted("周敏")
    services.add_contact(
        actor=SYSTEM,
        household_id=wife.household_id or wife.customer_id,
        customer_id=(husband := testing.customer("王强", address="")).id,
        relation="user",
    )
    services.erase(actor=people.staff("admin"), customer_id=wife.customer_id, asked_through="portal")
    (home,) = Household.objects.filter(contacts__customer_id=husband.id)
    assert home.detail == "文三西路88号3幢2单元501室"
    assert [c.customer_id for c in home.contacts.all()] == [husband.id]


def test_erasing_needs_the_right() -> None:
    customer = testing.customer()
    with pytest.raises(NotFound):
        services.erase(actor=people.staff("agent"), customer_id=customer.id, asked_through="x")
    assert Customer.objects.get(pk=customer.id).name == "周敏"


def test_copy_of_everything_held() -> None:
    customer = testing.customer(number="13711112222")
    copy = services.give_copy(actor=testing.actor(customer.id), customer_id=customer.id)
    assert copy["points"] == [{"kind": "phone", "value": "13711112222", "since": "2026-07-14T04:00:00+00:00"}]
    assert copy["households"] == [{"address": testing.ADDRESS, "kind": "home"}]
    assert events.of_case(customer.id)[-1].name == "CustomerDataGiven"


def test_the_cases_of_gold_and_better_carry_the_flag() -> None:
    """Standard 63; who carries it is a policy."""
    assert [has_priority(tier) for tier in ("silver", "gold", "diamond")] == [False, True, True]
    policies.publish(SYSTEM, Tiers(priority=(Tier.GOLD,)), effective_from=clock.now(), note="test")
    assert [has_priority(tier) for tier in ("silver", "gold", "diamond")] == [False, True, False]


def test_noting_a_sale_costs_few_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    home = testing.household()
    spend(home, "10", TODAY, "S0")
    with django_assert_max_num_queries(11):  # two are the transaction; one may ask whether the policies changed
        spend(home, "100", TODAY)
    assert sum(Spend.objects.filter(household=home).values_list("amount", flat=True)) == Decimal(110)
