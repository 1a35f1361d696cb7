"""Tiers: earned by spending or promised by contract, raised at once, lowered only after notice."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from django.db.models import Sum

from anxin.kernel import clock, events, policies
from anxin.kernel.actor import SYSTEM, Actor
from anxin.kernel.db import atomic
from anxin.kernel.errors import Invalid
from anxin.kernel.statements import insert_all, update

from .. import rules, selectors
from ..events import TierDowngradeTold, TierLowered, TierRaised
from ..models import Contact, Customer, Household, Spend, Tier, TierNotice


@atomic
def record_spend(*, actor: Actor, household_id: UUID, amount: Decimal, spent_on: date, source: str) -> None:
    """Note money spent (CNY; negative for a refund) under the number of the sale, which counts once; then
    judge the tier of everybody in the household again."""
    sale = Spend(household_id=household_id, source=source, amount=amount, spent_on=spent_on)
    insert_all([sale], unless_there=True)
    members = Contact.objects.filter(household_id=household_id).values("customer_id")
    for customer in Customer.objects.filter(pk__in=members):
        alone = customer.merged_into_id is None
        review_tier(actor=actor, customer_id=customer.pk if alone else selectors.identity_of(customer.pk))


@atomic
def promise_tier(*, actor: Actor, customer_id: UUID, tier: str, until: date | None) -> Customer:
    """A contract promises a tier until a day (None = open). Raises Invalid for an unknown tier."""
    if tier not in Tier.values:
        raise Invalid("customers.bad_tier", tier=tier)
    Customer.objects.filter(pk=customer_id).update(contract_tier=tier, contract_until=until)
    return review_tier(actor=actor, customer_id=customer_id)


@atomic
def review_tier(*, actor: Actor = SYSTEM, customer_id: UUID) -> Customer:
    """Bring a customer's tier up to date. Higher: at once. Lower: told first, applied on the told day, and
    withdrawn when the customer earns the tier again before it."""
    policy, today = policies.current(rules.Tiers), clock.now().date()
    customer = Customer.objects.select_for_update().get(pk=customer_id)
    customer.spend_36m = spending(customer_id, rules.window_start(today, policy))
    verdict = rules.judge_tier(
        customer.spend_36m,
        policy,
        contract_tier=customer.contract_tier,
        contract_until=customer.contract_until,
        today=today,
    )
    if rules.falls(customer.tier, verdict.tier):
        _lower(actor, customer, verdict, policy, today)
    else:
        _keep_or_raise(actor, customer, verdict)
    update(customer, "spend_36m", "tier", "tier_reason")
    return customer


def spending(customer_id: UUID, since: date) -> Decimal:
    """CNY spent since a day by all households the customer belongs to, each counted once."""
    homes = Household.objects.filter(contacts__customer__in=selectors.aliases_of(customer_id)).distinct()
    spent = Spend.objects.filter(household__in=homes.values("pk"), spent_on__gte=since)
    return spent.aggregate(sum=Sum("amount"))["sum"] or Decimal(0)


def _keep_or_raise(actor: Actor, customer: Customer, verdict: rules.TierVerdict) -> None:
    customer.tier_notices.filter(closed_at=None).update(closed_at=clock.now())
    if customer.tier != verdict.tier:
        _record(actor, customer.id, TierRaised(customer.id, verdict.tier, verdict.reason.code))
    customer.tier, customer.tier_reason = verdict.tier, verdict.reason.to_json()


def _lower(actor: Actor, customer: Customer, verdict: rules.TierVerdict, policy: rules.Tiers, today: date) -> None:
    notice = customer.tier_notices.filter(closed_at=None).first()
    if notice is None:
        effective = today + timedelta(days=policy.notice_days)
        TierNotice.objects.create(
            customer=customer,
            from_tier=customer.tier,
            to_tier=verdict.tier,
            told_at=clock.now(),
            effective_on=effective,
        )
        told = TierDowngradeTold(customer.id, customer.tier, verdict.tier, effective)
        _record(actor, customer.id, told)
    elif today >= notice.effective_on:
        notice.closed_at = clock.now()
        notice.save(update_fields=["closed_at"])
        customer.tier, customer.tier_reason = verdict.tier, verdict.reason.to_json()
        _record(actor, customer.id, TierLowered(customer.id, verdict.tier))


def _record(actor: Actor, customer_id: UUID, event: events.Event) -> None:
    events.record(event, actor=actor, subject=("customer", customer_id), case_id=customer_id)
