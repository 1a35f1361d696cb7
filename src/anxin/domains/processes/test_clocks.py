"""The clocks of a case: each standard at its value, promises, pauses, replays, and the rungs they are told on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from anxin.domains.processes import models, public, reading, services
from anxin.domains.processes.documents import Calendars, Promises, days
from anxin.domains.processes.events import ClockEscalated
from anxin.domains.processes.testing import CALL, CLERK, NINE, at, case, minutes, names, order, row
from anxin.kernel import clock, events, policies
from anxin.kernel.actor import SYSTEM
from anxin.kernel.errors import Conflict
from anxin.kernel.ids import new_id

pytestmark = pytest.mark.django_db


# Standards, each at its value: facts, clock, minutes.
@pytest.mark.parametrize(
    ("standard", "facts", "order_type", "name", "allowed"),
    [
        (2, {"channel": "portal"}, "repair", "acknowledge", 10),
        (3, {}, "repair", "human", 30),
        (5, {"urgency": "urgent"}, "repair", "human", 5),
        (7, {"complexity": "complex"}, "repair", "complete", 72 * 60),
        (8, {"urgency": "urgent"}, "repair", "contact", 120),
        (33, {}, "repair", "revisit", 24 * 60),
        (33, {"severity": "major"}, "repair", "major_check", 7 * 24 * 60),
        (33, {}, "installation", "purchase_survey", 30 * 24 * 60),
        (62, {"tier": "diamond"}, "repair", "human", 10),
        (62, {"tier": "diamond"}, "repair", "complete", 120),
        (77, {"plan": "fast"}, "repair", "contact", 120),
        (77, {"plan": "fast"}, "repair", "arrive", 240),
        (101, {"care": "elderly"}, "repair", "human", 30),
    ],
)
def test_a_standard_fires_at_its_value(
    standard: int, facts: dict[str, str], order_type: str, name: str, allowed: int
) -> None:
    case_id = case(order_type, **facts)
    order_id = order(case_id, order_type, **facts)
    if name in ("revisit", "major_check", "purchase_survey"):
        at(NINE, case_id, "solved")
    made = row(case_id, name)
    assert made.due_at == NINE + minutes(allowed)
    assert row(case_id, "contact").run.order_id == order_id
    due = made.started_at
    assert due is not None
    with clock.frozen(NINE + minutes(allowed)):
        services.escalate_due()
    told = [e.payload for e in events.of_case(case_id) if e.name == "ClockEscalated" and e.payload["step"] == "due"]
    assert [p["clock"] for p in told if p["clock"] == name] == [name]


@pytest.mark.parametrize(
    ("standard", "facts", "name", "allowed"),
    [
        (8, {"urgency": "normal"}, "contact", 24 * 60),
        (63, {"tier": "gold"}, "contact", 4 * 60),
        (64, {"tier": "silver"}, "human", 6 * 60),
    ],
)
def test_a_looser_standard_is_listed_and_does_not_bind(
    standard: int, facts: dict[str, str], name: str, allowed: int
) -> None:
    case_id = case("repair", **facts)
    order(case_id, "repair", **facts)
    made = row(case_id, name)
    found = reading.explain(made, reading.inputs_of(made.run), NINE)
    rows = {r.key: r for r in policies.current(Promises).rows if r.standard == standard}
    considered = {v.promise.key: v for v in found.verdicts if v.outcome == "later"}
    loser = next(considered[key] for key in rows if key in considered)
    assert loser.due == reading.seconds(NINE + minutes(allowed))
    assert made.due_at is not None
    assert made.due_at < NINE + minutes(allowed)


def test_every_standard_of_the_template_is_named_by_the_policy() -> None:
    shipped = {r.standard for r in policies.current(Promises).rows if r.standard}
    assert shipped == set(Promises.standards)


def moved(made: models.Clock) -> timedelta:
    """By how much what is due was put off."""
    assert made.due_at is not None and made.original_due_at is not None
    return made.due_at - made.original_due_at


def test_stored_due_times_equal_a_replay() -> None:
    case_id = case(tier="diamond", channel="qr")
    order_id = order(case_id, tier="diamond")
    at(NINE + minutes(3), case_id, "acknowledged", "human_joined")
    with clock.frozen(NINE + minutes(40)):
        services.pause(
            actor=CLERK, case_id=case_id, order_id=order_id, reason="waiting_part",
            evidence=[{"kind": "part_order", "ref": "PO-1"}],
        )  # fmt: skip
    with clock.frozen(NINE + minutes(90)):
        services.resume(actor=CLERK, case_id=case_id, order_id=order_id, reason="waiting_part")
    later = NINE + timedelta(days=2)
    for made in models.Clock.objects.select_related("run"):
        before = [getattr(made, name) for name in reading.PROJECTED if name not in ("kept", "state")]
        reading.project(made, reading.read(made, reading.inputs_of(made.run), later))
        assert [getattr(made, name) for name in reading.PROJECTED if name not in ("kept", "state")] == before
    assert moved(row(case_id, "complete")) == minutes(50)


def test_a_pause_without_evidence_is_on_record_and_counts() -> None:
    case_id = case()
    order_id = order(case_id)
    before = row(case_id, "complete").due_at
    made = services.pause(actor=CLERK, case_id=case_id, order_id=order_id, reason="customer_postponed")
    assert row(case_id, "complete").due_at == before
    told = [e.payload["believed"] for e in events.of_case(case_id) if e.name == "ClockPaused"]
    assert (told, made.reason) == ([False], "customer_postponed")


def test_a_rejected_pause_counts_from_then_on() -> None:
    case_id = case()
    order_id = order(case_id)
    before = row(case_id, "complete").due_at
    made = services.pause(actor=CLERK, case_id=case_id, order_id=order_id, reason="customer_postponed", evidence=CALL)
    assert row(case_id, "complete").state == "paused"
    assert row(case_id, "complete").due_at != before
    services.reject_pause(actor=SYSTEM, pause_id=made.pk, because="客户说没有人联系过")
    assert (row(case_id, "complete").state, row(case_id, "complete").due_at) == ("running", before)
    with pytest.raises(Conflict):
        services.reject_pause(actor=SYSTEM, pause_id=made.pk, because="again")


def test_reassignment_and_return_keep_the_clocks_running_from_the_first_start() -> None:
    case_id = case()
    order_id = order(case_id)
    before = row(case_id, "accept").due_at
    at(NINE + minutes(10), case_id, "outlet_accepted", "engineer_assigned", order_id=order_id)
    with clock.frozen(NINE + minutes(20)):
        services.branch(actor=CLERK, case_id=case_id, order_id=order_id, code="returned")
    at(NINE + minutes(50), case_id, "outlet_accepted", order_id=order_id)
    made = row(case_id, "accept")
    assert (made.due_at, made.stopped_at) == (before, NINE + minutes(10))
    assert models.Check.objects.filter(code="outlet_accepted").count() == 2


def test_a_second_visit_opens_second_rounds_and_complete_runs_on() -> None:
    case_id = case()
    order_id = order(case_id)
    due = row(case_id, "complete").due_at
    steps = ("outlet_accepted", "engineer_assigned", "contacted", "window_agreed", "arrived")
    at(NINE + minutes(60), case_id, *steps, order_id=order_id)
    with clock.frozen(NINE + minutes(90)):
        services.branch(actor=CLERK, case_id=case_id, order_id=order_id, code="second_visit")
    assert row(case_id, "arrive", 2).started_at == NINE + minutes(90)
    assert row(case_id, "contact", 2).state == "running"
    assert (row(case_id, "complete").due_at, row(case_id, "arrive").stopped_at) == (due, NINE + minutes(60))
    assert public.standings([case_id])[case_id].stage in ("response", "dispatch")


def test_reopened_goes_on_where_it_stood() -> None:
    case_id = case()
    at(NINE, case_id, "acknowledged", "human_joined", "solved")
    at(NINE + minutes(60), case_id, "revisited", "closed")
    services.end(actor=SYSTEM, case_id=case_id)
    with clock.frozen(NINE + minutes(600)):
        services.branch(actor=SYSTEM, case_id=case_id, code="reopened")
    made = row(case_id, "close")
    assert made.state == "running"
    assert moved(made) == minutes(540)
    assert models.Run.objects.get(case_id=case_id).state == "open"


def test_a_promise_by_a_person_binds_when_stricter_and_is_judged_by_itself() -> None:
    case_id = case()
    order_id = order(case_id)
    by = NINE + minutes(180)
    services.promise(actor=CLERK, case_id=case_id, clock="arrive", by_when=by, words="上午一定到", order_id=order_id)
    assert (row(case_id, "arrive").due_at, row(case_id, "arrive").source) == (by, "person")
    at(NINE + minutes(200), case_id, "arrived", order_id=order_id)
    kept = {card.source: card.kept for card in public.promises_of(case_id) if card.clock == "arrive"}
    assert kept == {"standard": False, "person": False}


def test_a_promise_kept_in_the_breath_it_was_given_is_known_as_kept() -> None:
    case_id = events.new_case()
    services.start_run(
        actor=SYSTEM, case_id=case_id, order_type="repair", subject=("ticket", new_id()), facts={},
        satisfied={"acknowledged": CALL, "human_joined": CALL},
    )  # fmt: skip
    assert row(case_id, "human").state == "kept"
    kept = {card.clock: card.kept for card in public.promises_of(case_id)}
    assert kept == {"human": True}


def test_a_new_time_needs_the_customers_word() -> None:
    case_id = case()
    order_id = order(case_id)
    told = row(case_id, "arrive").due_at
    new = NINE + timedelta(days=3)
    services.agree(actor=CLERK, case_id=case_id, clock="arrive", due_at=new, evidence=[], order_id=order_id)
    assert row(case_id, "arrive").target_at == told
    services.agree(actor=CLERK, case_id=case_id, clock="arrive", due_at=new, evidence=CALL, order_id=order_id)
    made = row(case_id, "arrive")
    assert (made.target_at, made.due_at, made.agreed_due_at) == (new, told, new)


def test_a_looser_policy_never_loosens_what_was_told_a_stricter_one_binds_after_replay() -> None:
    case_id = case()
    services.replay_changed()
    told = row(case_id, "human").due_at

    def publish(allowed: int) -> None:
        rows = policies.current(Promises).rows
        changed = tuple(r.model_copy(update={"minutes": allowed}) if r.key == "human-joins" else r for r in rows)
        policies.publish(SYSTEM, Promises(rows=changed), effective_from=NINE, note="test")

    publish(60)
    assert services.replay_changed() == 1
    assert row(case_id, "human").due_at == told
    publish(12)
    assert services.replay_changed() == 1
    assert row(case_id, "human").due_at == NINE + minutes(12)
    assert services.replay_changed() == 0


def test_an_edited_calendar_keeps_the_promise_told_by_the_old_one() -> None:
    case_id = case(tier="silver")
    order(case_id, tier="silver")
    services.replay_changed()
    told = row(case_id, "complete").due_at
    docs = policies.current(Calendars)
    shorter = tuple(
        c.model_copy(update={"hours": ("10:00-11:00",)}) if c.code == "service" else c for c in docs.calendars
    )
    policies.publish(SYSTEM, Calendars(calendars=shorter, years=docs.years), effective_from=NINE, note="test")
    assert services.replay_changed() == 2
    assert row(case_id, "complete").due_at == told
    fresh = case(tier="silver")
    order(fresh, tier="silver")
    assert row(fresh, "complete").due_at != told


def test_a_change_of_facts_replays_the_clocks() -> None:
    case_id = case(urgency="normal")
    assert row(case_id, "human").due_at == NINE + minutes(30)
    services.change_facts(actor=SYSTEM, case_id=case_id, facts={"urgency": "urgent"})
    assert row(case_id, "human").due_at == NINE + minutes(5)
    services.change_facts(actor=SYSTEM, case_id=case_id, facts={"urgency": "normal"})
    assert row(case_id, "human").due_at == NINE + minutes(30)
    assert names(case_id).count("FactsChanged") == 2


def test_what_is_known_of_a_case_holds_for_its_orders() -> None:
    case_id = case(plan="fast")
    order_id = order(case_id)
    assert row(case_id, "contact").due_at == NINE + minutes(120)
    services.change_facts(actor=SYSTEM, case_id=case_id, facts={"tier": "diamond"})
    assert row(case_id, "complete").due_at == NINE + minutes(120)
    assert {r.order_id: r.facts["tier"] for r in models.Run.objects.all()} == {None: "diamond", order_id: "diamond"}


def test_a_clock_promised_only_now_starts_where_it_should_have() -> None:
    case_id = case()
    at(NINE, case_id, "solved")
    with clock.frozen(NINE + minutes(60)):
        services.change_facts(actor=SYSTEM, case_id=case_id, facts={"severity": "major"})
    made = row(case_id, "major_check")
    assert (made.started_at, made.due_at) == (NINE, NINE + minutes(7 * 24 * 60))


def test_a_check_nobody_waits_for_may_come_after_the_archive() -> None:
    case_id = case(severity="major")
    at(NINE, case_id, "acknowledged", "human_joined", "solved", "revisited", "closed")
    services.end(actor=SYSTEM, case_id=case_id)
    at(NINE + minutes(60), case_id, "major_checked")
    assert row(case_id, "major_check").kept is True


def test_each_rung_is_told_once() -> None:
    case_id = case()
    for passed in (14, 15, 16, 24, 30, 61):
        with clock.frozen(NINE + minutes(passed)):
            services.escalate_due()
            services.escalate_due()
    told = [e.payload for e in events.of_case(case_id) if e.name == ClockEscalated.__name__]
    human = [(p["step"], p["tell"]) for p in told if p["clock"] == "human"]
    assert human == [
        ("owner", "assignee"), ("lead", "agent_lead"), ("due", "centre_manager"), ("region", "regional_manager"),
    ]  # fmt: skip
    assert row(case_id, "human").state == "breached"
    assert row(case_id, "human").next_step_at is None


def test_an_arrival_reported_late_re_times_the_clock() -> None:
    case_id = case()
    order_id = order(case_id)
    services.promise(actor=CLERK, case_id=case_id, clock="arrive", by_when=NINE + minutes(60), order_id=order_id)
    with clock.frozen(NINE + minutes(300)):
        services.escalate_due()
        assert row(case_id, "arrive").state == "breached"
        services.satisfy(actor=SYSTEM, case_id=case_id, check="arrived", order_id=order_id, at=NINE + minutes(55))
    assert (row(case_id, "arrive").state, row(case_id, "arrive").kept) == ("kept", True)


def test_the_holiday_tables_hold_what_the_notices_say() -> None:
    years = {year.year: year for year in policies.current(Calendars).years}
    counted = {year: (len(days(doc.off)), len(days(doc.makeup)), doc.provisional) for year, doc in years.items()}
    assert counted == {2024: (28, 8, False), 2025: (28, 5, False), 2026: (33, 6, False), 2027: (13, 0, True)}


def test_reopened_before_the_revisit_nobody_owes_it_until_the_case_is_solved_anew() -> None:
    case_id = case()
    at(NINE, case_id, "acknowledged", "human_joined", "solved")
    first = row(case_id, "revisit")
    with clock.frozen(NINE + minutes(30)):
        services.branch(actor=SYSTEM, case_id=case_id, code="reopened")
    first.refresh_from_db()
    assert (first.state, first.kept) == ("cancelled", None)
    assert {c.name for c in public.clocks_of(case_id) if c.state == "running"} == set()
    at(NINE + minutes(90), case_id, "solved")
    again = row(case_id, "revisit", 2)
    assert (again.state, again.started_at) == ("running", NINE + minutes(90))
    at(NINE + minutes(120), case_id, "revisited")
    again.refresh_from_db()
    first.refresh_from_db()
    assert (again.kept, first.state) == (True, "cancelled")
