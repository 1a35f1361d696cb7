"""Which promise binds a clock: inside a source the most specific row, across sources the strictest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Outcome = Literal["binds", "later", "less_specific", "less_strict", "other_clock", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise about one clock: open seconds on a calendar (`budget`), or a fixed instant (`due`).

    `source` is who promises (standard, tier, plan, urgency, channel, contract, a person); `when` the facts it
    needs, dimension → accepted values, none = always. `told` = a customer has been told: from then on no more
    specific row, no new policy and no edited calendar (`calendar` is a versioned key) can push it aside.
    """

    key: str
    source: str
    clock: str
    calendar: str = ""
    budget: int | None = None
    due: int | None = None
    when: Mapping[str, frozenset[str]] = field(default_factory=dict)
    told: bool = False
    label: str = ""

    def __post_init__(self) -> None:
        if (self.budget is None) == (self.due is None):
            raise ValueError("a promise is either a time allowed or an instant")
        if self.budget is not None and (self.budget <= 0 or not self.calendar):
            raise ValueError("a time allowed is positive and counted on a calendar")

    def applies(self, facts: Mapping[str, str]) -> bool:
        return self.told or all(facts.get(name) in values for name, values in self.when.items())


@dataclass(frozen=True, slots=True)
class Offer:
    """A promise that applies, with the instant it comes to under the clock's pauses."""

    promise: Promise
    due: int

    @property
    def rank(self) -> tuple[int, bool, str, str]:
        """Strictest first; among equals the one a customer was told."""
        return (self.due, not self.promise.told, self.promise.source, self.promise.key)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one promise: `rival` is the key of the promise it lost to."""

    promise: Promise
    outcome: Outcome
    due: int | None = None
    rival: str = ""


def contest(offers: Sequence[Offer]) -> tuple[Verdict, ...]:
    """Every offer with its outcome, the binding one first; empty when there is no offer."""
    champions: dict[str, Offer] = {}
    verdicts: list[Verdict] = []
    finalists = [offer for offer in offers if offer.promise.told]
    for offer in sorted((o for o in offers if not o.promise.told), key=_specific_first):
        champion = champions.setdefault(offer.promise.source, offer)
        if champion is not offer:
            outcome = _why_lost(offer, champion)
            verdicts.append(Verdict(offer.promise, outcome, offer.due, champion.promise.key))
    finalists += champions.values()
    finalists.sort(key=lambda offer: offer.rank)
    later = [Verdict(o.promise, "later", o.due, finalists[0].promise.key) for o in finalists[1:]]
    return (*(Verdict(o.promise, "binds", o.due) for o in finalists[:1]), *later, *verdicts)


def _specific_first(offer: Offer) -> tuple[int, tuple[int, bool, str, str]]:
    return (-len(offer.promise.when), offer.rank)


def _why_lost(offer: Offer, champion: Offer) -> Outcome:
    return "less_specific" if len(offer.promise.when) < len(champion.promise.when) else "less_strict"


def candidates(promises: Sequence[Promise], clock: str, facts: Mapping[str, str]) -> list[Promise]:
    """The promises that speak about this clock and whose facts hold."""
    return [promise for promise in promises if promise.clock == clock and promise.applies(facts)]


def passed_over(promises: Sequence[Promise], clock: str, facts: Mapping[str, str]) -> tuple[Verdict, ...]:
    """The other promises of the case, with why they say nothing here."""
    return tuple(
        Verdict(promise, "other_clock" if promise.clock != clock else "not_applicable")
        for promise in promises
        if promise.clock != clock or not promise.applies(facts)
    )
