"""The standards as written: each row of the shipped templates against the words of the list, second by second.

The list's own words: 2 acknowledged ≤ 10 min · 3 a person ≤ 30 min · 5 urgent answered ≤ 5 min · 7 complex ≤ 72 h ·
8 urgent 2 h, else 24 h · 33 call ≤ 24 h, after a major fault within 1 week, survey 30 days after a purchase ·
62 butler ≤ 10 min, fixed ≤ 2 h · 63 engineer responds ≤ 4 h · 64 online ≤ 6 h · 77 response 2 h, on site 4 h ·
101 a person is always reached (here as fast as standard 3).

What is no clock stands elsewhere: 61 and the flag of 63 in the customers' tiers, the whole-house diagnosis and energy
report of 63 in the visit's checklist, the parts at cost of 77 in the plans of the installed base, 102 in dispatch, the
video guidance of 64 at the desk (tickets).
"""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from anxin.domains.processes import models, services
from anxin.domains.processes import testing as make
from anxin.domains.processes.documents import PromiseRule, Promises
from anxin.domains.processes.testing import NINE
from anxin.kernel import clock, events, policies
from anxin.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db
MINUTE, HOUR, DAY = 1, 60, 24 * 60

#: Key of the row → (standard, clock, minutes, what it needs).
AS_WRITTEN = {
    "online-acknowledged": (2, "acknowledge", 10 * MINUTE, {"channel": "portal"}),
    "human-joins": (3, "human", 30 * MINUTE, {}),
    "urgent-answered": (5, "human", 5 * MINUTE, {"urgency": "urgent"}),
    "complex-solved": (7, "complete", 72 * HOUR, {"complexity": "complex"}),
    "urgent-response": (8, "contact", 2 * HOUR, {"urgency": "urgent"}),
    "response": (8, "contact", 24 * HOUR, {}),
    "revisited": (33, "revisit", 24 * HOUR, {}),
    "major-checked": (33, "major_check", 7 * DAY, {"severity": "major"}),
    "purchase-surveyed": (33, "purchase_survey", 30 * DAY, {"order_type": "installation"}),
    "diamond-butler-acts": (62, "human", 10 * MINUTE, {"tier": "diamond"}),
    "diamond-butler-fixed": (62, "complete", 2 * HOUR, {"tier": "diamond"}),
    "gold-engineer-responds": (63, "contact", 4 * HOUR, {"tier": "gold"}),
    "silver-online-response": (64, "human", 6 * HOUR, {"tier": "silver"}),
    "fast-pack-response": (77, "contact", 2 * HOUR, {"plan": "fast"}),
    "fast-pack-on-site": (77, "arrive", 4 * HOUR, {"plan": "fast"}),
    "person-reached": (101, "human", 30 * MINUTE, {"care": "elderly"}),
}


def _shipped() -> dict[str, PromiseRule]:
    return {row.key: row for row in Promises().rows if row.standard}


def test_the_templates_say_what_the_list_says() -> None:
    found = {key: (row.standard, row.clock, row.minutes) for key, row in _shipped().items()}
    assert found == {key: line[:3] for key, line in AS_WRITTEN.items()}
    assert {row.calendar for row in _shipped().values()} == {"all_hours"}


def _promised(key: str, facts: dict[str, str]) -> models.Clock:
    """The clock of a case to which this row alone is promised."""
    policies.publish(SYSTEM, Promises(rows=(_shipped()[key],)), effective_from=NINE, note="only this")
    case_id = make.case(**facts)
    make.order(case_id, **facts)
    if AS_WRITTEN[key][1] in ("revisit", "major_check", "purchase_survey"):
        services.satisfy(actor=SYSTEM, case_id=case_id, check="solved", evidence=[{"kind": "call_reached", "ref": "1"}])
    return models.Clock.objects.get(run__case_id=case_id, name=AS_WRITTEN[key][1])


@pytest.mark.parametrize("key", AS_WRITTEN)
def test_each_fires_at_its_value_and_not_a_second_before(key: str) -> None:
    _, name, minutes, facts = AS_WRITTEN[key]
    made = _promised(key, facts)
    due = NINE + timedelta(minutes=minutes)
    assert made.due_at == due

    def fired() -> list[str]:
        told = [e.payload for e in events.of_case(made.run.case_id) if e.name == "ClockEscalated"]
        return [str(p["clock"]) for p in told if p["step"] == "due"]

    with clock.frozen(due - timedelta(seconds=1)):
        services.escalate_due()
    assert fired() == []
    with clock.frozen(due):
        services.escalate_due()
    assert fired() == [name]


@pytest.mark.parametrize("key", [key for key, line in AS_WRITTEN.items() if line[3]])
def test_who_is_not_meant_is_promised_nothing(key: str) -> None:
    facts = AS_WRITTEN[key][3]
    others = {name: "other" for name in facts if name != "order_type"}
    policies.publish(SYSTEM, Promises(rows=(_shipped()[key],)), effective_from=NINE, note="only this")
    case_id = make.case(**others)
    assert not models.Clock.objects.filter(run__case_id=case_id).exclude(due_at=None).exists()


@pytest.mark.parametrize(("name", "facts"), [("revisit", {}), ("major_check", {"severity": "major"})])
def test_the_revisit_counts_from_the_completion_not_from_its_review(name: str, facts: dict[str, str]) -> None:
    """Standard 33: 24 hours, and a week after a major fault, begin when the last work was completed."""
    case_id = make.case(**facts)
    first, last = make.order(case_id), make.order(case_id)
    completed = NINE + timedelta(hours=1)
    _complete(case_id, first, NINE)
    _complete(case_id, last, completed)
    with clock.frozen(NINE + timedelta(hours=20)):
        for order_id in (last, first):
            services.satisfy(actor=SYSTEM, case_id=case_id, check="reviewed", order_id=order_id)
            services.end(actor=SYSTEM, case_id=case_id, order_id=order_id)
    made = models.Clock.objects.get(run__case_id=case_id, name=name)
    allowed = timedelta(days={"revisit": 1, "major_check": 7}[name])
    assert (made.started_at, made.due_at) == (completed, completed + allowed)


def _complete(case_id: UUID, order_id: UUID, at: datetime) -> None:
    called = [{"kind": "call_reached", "ref": "1"}]
    steps = ("outlet_accepted", "engineer_assigned", "contacted", "window_agreed", "arrived", "diagnosed", "completed")
    for check in steps:
        services.satisfy(actor=SYSTEM, case_id=case_id, check=check, order_id=order_id, evidence=called, at=at)
