"""Pure decisions about phones, tiers and who may be whom."""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from anxin.kernel import clock, policies
from anxin.kernel.i18n import Reason

from .models import Tier

ORDER = (Tier.SILVER, Tier.GOLD, Tier.DIAMOND)
_NOT_A_DIGIT = re.compile(r"\D")


@policies.policy("customers.tiers")
class Tiers(policies.Policy):
    """Standard 61: 钻石 above 50,000 CNY a year, 黄金 from 10,000, else 白银; the year is the average of the last
    36 months' household spending. A downgrade is told this many days before. Standard 63: whose cases carry the
    flag of high priority."""

    standards = (61, 63)
    used_in = (
        "tiers",
        "clocks",
        "queue",
    )
    months: int = 36
    diamond_above: Decimal = Decimal(50_000)
    gold_from: Decimal = Decimal(10_000)
    notice_days: int = 30
    priority: tuple[Tier, ...] = (Tier.DIAMOND, Tier.GOLD)


@dataclass(frozen=True, slots=True)
class TierVerdict:
    tier: Tier
    reason: Reason


def plain_phone(text: str) -> str:
    """Digits only, without +86: "+86 138-1234-5678" → "13812345678"."""
    digits = _NOT_A_DIGIT.sub("", unicodedata.normalize("NFKC", text))
    return digits[-11:] if len(digits) > 11 and digits[:-11] in {"86", "0086"} else digits


def same_name(one: str, other: str) -> bool:
    """Whether two ways of writing are one name; an empty one equals nothing."""
    plain = [re.sub(r"\s", "", unicodedata.normalize("NFKC", name)).casefold() for name in (one, other)]
    return bool(plain[0]) and plain[0] == plain[1]


def fingerprint(value: str, key: str) -> str:
    """Keyed hash by which a contact point is found and which says nothing without the key."""
    return hmac.new(f"customers:{key}".encode(), value.strip().casefold().encode(), hashlib.sha256).hexdigest()


def window_start(today: date, policy: Tiers) -> date:
    """First day whose spending counts."""
    return clock.months_after(today, -policy.months)


def judge_tier(
    spend: Decimal, policy: Tiers, *, contract_tier: str = "", contract_until: date | None = None, today: date
) -> TierVerdict:
    """The better of what spending earns and what a living contract promises.

    `spend` is CNY over `policy.months`; thresholds are a year's, so it is brought to twelve months.
    """
    yearly = (spend * 12 / policy.months).quantize(Decimal("0.01"))
    earned = TierVerdict(_by_spend(yearly, policy), Reason("customers.tier_by_spend", {"yearly": str(yearly)}))
    alive = bool(contract_tier) and (contract_until is None or today <= contract_until)
    if alive and ORDER.index(Tier(contract_tier)) > ORDER.index(earned.tier):
        until = contract_until.isoformat() if contract_until else "—"
        return TierVerdict(Tier(contract_tier), Reason("customers.tier_by_contract", {"until": until}))
    return earned


def _by_spend(yearly: Decimal, policy: Tiers) -> Tier:
    if yearly > policy.diamond_above:
        return Tier.DIAMOND
    return Tier.GOLD if yearly >= policy.gold_from else Tier.SILVER


def prior_tiers() -> Collection[str]:
    """The tiers whose customers' cases carry the flag of high priority."""
    return policies.current(Tiers).priority


def has_priority(tier: str) -> bool:
    """Whether a customer's cases carry that flag."""
    return tier in prior_tiers()


def falls(old: str, new: str) -> bool:
    return ORDER.index(Tier(new)) < ORDER.index(Tier(old))
