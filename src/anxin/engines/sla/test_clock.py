"""Rules of a clock that no calendar is needed to see: everything on an all-hours calendar from instant 0."""

import random
from dataclasses import replace

import pytest

from anxin.engines import sla
from anxin.engines.sla.words import WORDS

LINES = {"all": sla.Timeline(sla.all_hours("all"))}
CALL = (sla.Evidence("call_reached", "c1"),)
ORDER = (sla.Evidence("part_order", "PO-1"),)
RULES = sla.ClockRules(
    pauses={
        "waiting_part": sla.PauseRule("waiting_part", frozenset({"complete"}), 500, 800, frozenset({"part_order"})),
        "customer": sla.PauseRule("customer", frozenset({"contact"}), 500, 500, frozenset({"call_reached"})),
    },
    stop_evidence={"contact": frozenset({"call_reached", "call_missed"})},
    agreement_evidence=frozenset({"call_reached", "reply"}),
    ladder={"complete": (sla.Step("warn", 75), sla.Step("due"), sla.Step("region", 100, 600))},
)


def started(at: int = 0) -> sla.Mark:
    return sla.Mark(sla.MarkKind.STARTED, at)


def promise(budget: int = 1000, **fields: object) -> sla.Promise:
    return replace(sla.Promise("p", "standard", "complete", "all", budget), **fields)  # type: ignore[arg-type]


def facts(*marks: sla.Mark, clock: str = "complete", **fields: object) -> sla.ClockFacts:
    made = sla.ClockFacts(clock, marks or (started(),), (promise(clock=clock),))
    return replace(made, **fields)  # type: ignore[arg-type]


def pause(start: int, end: int | None, evidence: tuple[sla.Evidence, ...] = ORDER, **fields: object) -> sla.Pause:
    made = sla.Pause(f"h{start}", "waiting_part", start, end, "clerk", evidence)
    return replace(made, **fields)  # type: ignore[arg-type]


def state(made: sla.ClockFacts, now: int = 100) -> sla.ClockState:
    return sla.evaluate(made, RULES, LINES, now)


def reading(made: sla.ClockFacts, now: int = 100) -> sla.Reading:
    found = state(made, now).reading
    assert found is not None
    return found


def refused(made: sla.ClockFacts) -> list[str]:
    return [refusal.code for refusal in state(made).course.refusals]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (pause(10, 20, ()), "pause_without_evidence"),
        (pause(10, 20, CALL), "pause_without_evidence"),
        (pause(10, 20, (sla.Evidence("part_order", ""),)), "pause_without_evidence"),
        (pause(10, 20, author=""), "pause_incomplete"),
        (pause(20, 10), "pause_incomplete"),
        (pause(10, 20, rejected=True), "pause_rejected"),
        (pause(10, 20, reason="lunch"), "pause_reason_unknown"),
        (pause(10, 20, CALL, reason="customer"), "pause_not_for_clock"),
    ],
)
def test_a_pause_that_is_not_believed_counts(wrong: sla.Pause, code: str) -> None:
    made = facts(pauses=(wrong,))
    assert refused(made) == [code]
    assert (reading(made).due, reading(made).used) == (1000, 100)
    doubted = [i for i in sla.explain(made, RULES, LINES, 100).intervals if i.code == code]
    assert all(interval.counted for interval in doubted)


def test_a_pause_holds_until_its_cap_and_its_reason_until_its_total() -> None:
    long, again = pause(100, None), pause(700, 1200)
    assert reading(facts(pauses=(long,))).due == 1500
    assert reading(facts(pauses=(long, again))).due == 1800  # 500 + 300 of 800
    assert refused(facts(pauses=(long, again))) == ["pause_cap", "pause_cap"]
    assert state(facts(pauses=(long,)), 599).phase == "paused"
    assert state(facts(pauses=(long,)), 600).phase == "running"


def test_an_open_pause_tells_what_resuming_now_would_bring() -> None:
    found = reading(facts(pauses=(pause(100, None),)), now=250)
    assert (found.original_due, found.due_if_resumed, found.due) == (1000, 1150, 1500)


def test_overlapping_pauses_count_once() -> None:
    assert reading(facts(pauses=(pause(100, 300), pause(200, 350)))).due == 1250


def test_reassignment_and_return_never_reset_a_clock() -> None:
    made = facts(started(), started(400), started(900))
    assert reading(made).due == 1000
    assert refused(made) == ["restart_ignored", "restart_ignored"]


def test_first_contact_stops_only_by_a_logged_call() -> None:
    said = facts(started(), sla.Mark(sla.MarkKind.STOPPED, 50), clock="contact")
    logged = facts(started(), sla.Mark(sla.MarkKind.STOPPED, 50, CALL), clock="contact")
    assert (state(said).phase, refused(said)) == ("running", ["stop_without_evidence"])
    assert (state(logged).phase, reading(logged).used) == ("stopped", 50)


def test_stopped_in_its_due_second_is_kept_one_later_is_not() -> None:
    for at, kept in ((1000, True), (1001, False)):
        assert reading(facts(started(), sla.Mark(sla.MarkKind.STOPPED, at)), now=5000).kept is kept


def test_reopened_goes_on_where_it_stood() -> None:
    made = facts(started(), sla.Mark(sla.MarkKind.STOPPED, 400), sla.Mark(sla.MarkKind.REOPENED, 2400))
    assert (reading(made, 2500).due, reading(made, 2500).used) == (3000, 500)
    assert [(i.start, i.end, i.counted, i.code) for i in sla.explain(made, RULES, LINES, 2500).intervals] == [
        (0, 400, True, "service_hours"),
        (400, 2400, False, "stood_stopped"),
        (2400, 2500, True, "service_hours"),
    ]


def test_cancelled_ends_without_a_verdict_unless_it_was_late() -> None:
    cancelled = facts(started(), sla.Mark(sla.MarkKind.CANCELLED, 200))
    assert (state(cancelled).phase, reading(cancelled, 9000).kept) == ("cancelled", None)
    assert reading(facts(started(), sla.Mark(sla.MarkKind.CANCELLED, 1200)), 9000).kept is False


def test_a_new_time_needs_the_customers_word_and_both_are_judged() -> None:
    agreed = sla.Agreement("a", 500, 3000, "engineer", CALL)
    made = facts(started(), sla.Mark(sla.MarkKind.STOPPED, 2000), agreements=(agreed,))
    assert state(made).target == 3000
    assert (reading(made).kept, reading(made).kept_agreed) == (False, True)
    claimed = facts(agreements=(replace(agreed, evidence=()),))
    assert (state(claimed).target, refused(claimed)) == (1000, ["agreement_without_evidence"])


def test_the_ladder_follows_the_new_time() -> None:
    made = facts(agreements=(sla.Agreement("a", 500, 3000, "engineer", CALL),))
    assert [(rung.key, rung.at) for rung in reading(made).ladder] == [
        ("warn", 2250),
        ("due", 3000),
        ("region", 3600),
    ]
    assert [rung.fired for rung in reading(made, 3000).ladder] == [True, True, False]


def test_the_ladder_stands_still_in_a_pause() -> None:
    assert [rung.at for rung in reading(facts(pauses=(pause(700, 900),))).ladder] == [950, 1200, 1800]


def test_the_strictest_source_binds_and_the_most_specific_row_speaks_for_its_source() -> None:
    gold = {"tier": frozenset({"gold"})}
    offers = (
        promise(1000, key="standard"),
        promise(400, key="tier-any", source="tier"),
        promise(800, key="tier-gold", source="tier", when=gold),
        promise(700, key="tier-gold-strict", source="tier", when=gold),
        promise(300, key="plan", source="plan", when={"plan": frozenset({"fast"})}),
        promise(1, key="other", clock="arrive"),
        sla.Promise("window", "engineer", "complete", due=900, told=True),
    )
    found = sla.explain(facts(promises=offers, facts={"tier": "gold"}), RULES, LINES, 100)
    assert [(v.promise.key, v.outcome, v.due, v.rival) for v in found.verdicts] == [
        ("tier-gold-strict", "binds", 700, ""),
        ("window", "later", 900, "tier-gold-strict"),
        ("standard", "later", 1000, "tier-gold-strict"),
        ("tier-gold", "less_strict", 800, "tier-gold-strict"),
        ("tier-any", "less_specific", 400, "tier-gold-strict"),
        ("plan", "not_applicable", None, ""),
        ("other", "other_clock", None, ""),
    ]


def test_what_was_told_is_never_loosened_by_any_change_of_policy() -> None:
    draw = random.Random("told")
    for _ in range(500):
        told = promise(draw.randrange(1, 2000), key="told", told=True)
        rows = [
            promise(draw.randrange(1, 3000), key=f"r{n}", source=draw.choice("abc"), when={"tier": frozenset("g")})
            for n in range(draw.randrange(5))
        ]
        before = state(facts(promises=(told, *rows), facts={"tier": "g"})).target
        after = state(facts(promises=(told, *draw.sample(rows, len(rows) // 2)), facts={"tier": "x"})).target
        assert before is not None and after is not None and told.budget is not None
        assert before <= told.budget
        assert after <= told.budget


def test_the_order_of_recording_plays_no_part() -> None:
    marks = [started(), sla.Mark(sla.MarkKind.STOPPED, 400), sla.Mark(sla.MarkKind.REOPENED, 600)]
    pauses = [pause(100, 200), pause(650, None), pause(150, 300)]
    expected = state(facts(*marks, pauses=tuple(pauses)))
    draw = random.Random("order")
    for _ in range(20):
        draw.shuffle(marks)
        draw.shuffle(pauses)
        assert state(facts(*marks, pauses=tuple(pauses))) == expected


def test_a_clock_not_started_or_without_promise_has_no_due() -> None:
    pending = state(facts(sla.Mark(sla.MarkKind.STOPPED, 5), promises=()))
    assert (pending.target, pending.reading, pending.binding) == (None, None, None)
    assert state(sla.ClockFacts("complete", (), (promise(),))).phase == "pending"


def test_every_code_has_words_in_both_languages() -> None:
    for code, (zh, en) in WORDS.items():
        assert sla.say(code, "zh", "X") != sla.say(code, "en", "X"), code
        assert zh and en
    assert sla.say("holiday", "zh", "春节") == "法定节假日（春节）"
    with pytest.raises(KeyError):
        sla.say("no such code", "en")


@pytest.mark.parametrize(
    "make",
    [
        lambda: sla.Period(5, 5),
        lambda: sla.Period(0, sla.DAY + 1),
        lambda: sla.Calendar("k", "Asia/Shanghai", ((),) * 7),
        lambda: sla.Calendar("k", "Asia/Shanghai", ((sla.Period(10, 20), sla.Period(15, 30)),) * 7),
        lambda: sla.Promise("p", "s", "c"),
        lambda: sla.Promise("p", "s", "c", "all", 10, due=5),
        lambda: sla.Promise("p", "s", "c", "all", 0),
        lambda: sla.PauseRule("r", frozenset(), 10, 5, frozenset({"call"})),
        lambda: sla.PauseRule("r", frozenset(), 10, 10, frozenset()),
    ],
)
def test_inputs_that_make_no_sense_are_refused(make: object) -> None:
    assert callable(make)
    with pytest.raises(ValueError, match=r".+"):
        make()


def test_a_calendar_that_never_opens_again_says_so() -> None:
    with pytest.raises(sla.NeverOpen):
        sla.Timeline(sla.all_hours()).after(0, 30 * 366 * sla.DAY)
