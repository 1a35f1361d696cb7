"""What the completion review looks at, and whom somebody calls. Pure decisions on facts and policy."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar
from uuid import UUID

from pydantic import Field

from anxin.domains.fieldwork.public import VisitFacts
from anxin.kernel import policies
from anxin.kernel.errors import Invalid
from anxin.kernel.i18n import Reason


@policies.policy("feedback.review")
class ReviewRules(policies.Policy):
    """When a completed visit is looked at by a person (虚假单)."""

    standards: ClassVar = (29,)
    used_in: ClassVar = ("review",)
    max_distance_m: int = 500
    min_minutes: int = 5
    #: From so many orders signed on one phone within 30 days.
    signatures_per_phone: int = 10
    #: A share of clean visits is looked at all the same, in thousandths.
    sample_per_mille: int = 20


@policies.policy("feedback.revisit")
class RevisitRules(policies.Policy):
    """When and how customers are asked (standard 33), and who is called."""

    standards: ClassVar = (33,)
    used_in: ClassVar = ("revisit",)
    schema_version: ClassVar = 2
    upcasters: ClassVar = {1: lambda old: {k: v for k, v in old.items() if k != "reply_days"}}
    #: A call is due so many hours after its cause, and never later than the process's own clock.
    call_within_hours: int = 24
    attempts: int = 3
    hours_between_attempts: int = 4
    #: Who has only the link and has not answered so many hours before the call is due is called; else the question
    #: ends there as "no reply". The hours must hold all attempts and a night in which nobody is called.
    silent_hours: int = Field(20, gt=0)
    call_silent: bool = True
    #: The link takes an answer for so many days, also a late one.
    link_days: int = 14
    tiers_called: list[str] = ["diamond"]
    low_csat: int = 2
    #: A fault is major from so many visits, for these order types, or when the safety gate saw a danger.
    major_visits: int = 2
    major_order_types: list[str] = ["exchange", "rework"]
    #: Days after the solution on which the check of a major fault may begin and is due.
    major_from_days: int = 5
    major_within_days: int = 7
    #: The same for the survey of a new purchase.
    purchase_from_days: int = 28
    purchase_within_days: int = 30
    #: A random share of all others is called, in thousandths.
    sample_per_mille: int = 50


@dataclass(frozen=True, slots=True)
class RevisitFacts:
    """What decides about a call."""

    ticket_id: UUID
    tier: str
    order_type: str
    solved_how: str
    presses: int
    reopened: bool
    visits: int
    danger: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a customer said. `csat` 1 to 5 or None; `paid` in CNY or None."""

    solved: bool
    csat: int | None = None
    paid: Decimal | None = None
    comment: str = ""

    def check(self) -> None:
        """Raises Invalid for a mark or an amount that cannot be."""
        if self.csat is not None and not 1 <= self.csat <= 5:
            raise Invalid("revisit.bad_csat", field="csat")
        if self.paid is not None and self.paid < 0:
            raise Invalid("revisit.bad_paid", field="paid")


def review_hits(facts: VisitFacts, rules: ReviewRules) -> list[Reason]:
    """The reasons for a person to look at a visit; none = it passes by rule."""
    return [*_place_and_time(facts, rules), *_identity(facts, rules), *_sample(facts.visit_id, rules)]


def _place_and_time(facts: VisitFacts, rules: ReviewRules) -> Iterator[Reason]:
    # A household known only to its street's centre cannot accuse anybody: its inaccuracy is allowed for.
    allowed = rules.max_distance_m + (facts.place_accuracy_m or 0) + (facts.accuracy_m or 0)
    if facts.distance_m is not None and facts.distance_m > allowed:
        yield Reason("review.far_away", {"metres": facts.distance_m, "allowed": allowed})
    if facts.arrived_at and facts.finished_at:
        minutes = int((facts.finished_at - facts.arrived_at).total_seconds() // 60)
        if minutes < rules.min_minutes:
            yield Reason("review.too_short", {"minutes": minutes, "least": rules.min_minutes})


def _identity(facts: VisitFacts, rules: ReviewRules) -> Iterator[Reason]:
    if facts.reused_photos:
        yield Reason("review.photo_seen", {"photos": len(facts.reused_photos)})
    if facts.scan_match is False:
        yield Reason("review.serial_differs", {"serial": facts.scanned_serial})
    if facts.signed_orders >= rules.signatures_per_phone:
        yield Reason("review.one_phone", {"orders": facts.signed_orders})
    if not facts.signed:
        yield Reason("review.unsigned", {"reason": facts.unsigned_reason})


def _sample(visit_id: UUID, rules: ReviewRules) -> Iterator[Reason]:
    if _drawn(visit_id, rules.sample_per_mille):
        yield Reason("review.sample", {"per_mille": rules.sample_per_mille})


def call_reasons(facts: RevisitFacts, rules: RevisitRules) -> list[Reason]:
    """Why somebody calls the customer; none = the link alone."""
    reasons = []
    if facts.tier in rules.tiers_called:
        reasons.append(Reason("revisit.call_tier", {"tier": f"enum.tier.{facts.tier}"}))
    if facts.solved_how == "complaint":
        reasons.append(Reason("revisit.call_complaint"))
    if is_major(facts, rules):
        reasons.append(Reason("revisit.call_major", {"visits": facts.visits}))
    if facts.presses:
        reasons.append(Reason("revisit.call_pressed", {"presses": facts.presses}))
    if facts.reopened:
        reasons.append(Reason("revisit.call_reopened"))
    if not reasons and _drawn(facts.ticket_id, rules.sample_per_mille):
        reasons.append(Reason("revisit.call_sample", {"per_mille": rules.sample_per_mille}))
    return reasons


def is_major(facts: RevisitFacts, rules: RevisitRules) -> bool:
    """Whether the fault is checked again within a week (standard 33)."""
    return bool(facts.danger) or facts.visits >= rules.major_visits or facts.order_type in rules.major_order_types


def _drawn(key: UUID, per_mille: int) -> bool:
    """Whether a case is in the sample: the same answer whenever it is asked, and nobody can foresee it."""
    return int.from_bytes(hashlib.sha256(key.bytes).digest()[:4]) % 1000 < per_mille
