"""The policy as a pure function, on hand-made graphs, analyses and results; nothing is read, no clock runs."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.engines.faultgraph.test_faultgraph import fan
from anxin.engines.language import analyse
from anxin.engines.retrieval import Answer, Ranked

from . import (
    Action,
    Ask,
    Book,
    Call,
    Close,
    Coverage,
    Found,
    HandOver,
    Heard,
    Household,
    Learned,
    Offers,
    Order,
    Orders,
    Propose,
    Receipt,
    Say,
    Silence,
    State,
    Step,
    Unit,
    Window,
    phrase,
    step,
)

NOW = datetime(2026, 3, 11, 10, 20)
BOOK = Book({"fan": fan()})
UNITS = (Unit("u1", "fan", "FS-1A", "卧室"), Unit("u2", "fan", "FS-1B", "客厅"))
HOME = Household("周敏", "13812345678", "文三路1号", UNITS)
WINDOWS = (Window("w1", "2026-03-12T08:00", "2026-03-12T10:00"), Window("w2", "2026-03-12T14:00", "2026-03-12T16:00"))
ORDERS = (Order("260311-0042", "u2", "已派工", "2026-03-12 14:00–16:00"),)


def hear(state: State, text: str) -> Step:
    return step(state, Heard(text, analyse(text, now=NOW)), BOOK)


def learn(state: State, *results: Household | Coverage | Offers | Orders | Found | Receipt) -> Step:
    return step(state, Learned(results), BOOK)


def kinds(taken: Step) -> list[str]:
    return [type(action).__name__ for action in taken.actions]


def only(taken: Step, kind: type[Action]) -> Action:
    (action,) = (a for a in taken.actions if isinstance(a, kind))
    return action


def pending() -> State:
    """A booking shown to the customer and not yet confirmed."""
    state = replace(State(), topic="book", household=HOME, unit="u1", line="fan", query="风很小", windows=WINDOWS)
    shown = learn(replace(state, window="w2"), Coverage("u1", True, "2027-01-01", 0))
    proposal = only(shown, Propose)
    assert isinstance(proposal, Propose)
    assert proposal.args["phone"] == "13812345678"
    return shown.state


def test_danger_comes_before_everything_with_card_then_person() -> None:
    taken = hear(pending(), "厨房有煤气味")
    assert kinds(taken) == ["Say", "HandOver"]
    say, handed = taken.actions
    assert isinstance(say, Say) and say.code == "danger.gas"
    assert isinstance(handed, HandOver) and (handed.card.rule, handed.card.danger) == ("danger", "gas")
    assert handed.card.open_question.startswith("要为您提交报修吗")
    assert taken.state.pending is None


def test_person_at_any_moment() -> None:
    for state in (State(), pending()):
        handed = only(hear(state, "转人工"), HandOver)
        assert isinstance(handed, HandOver) and handed.card.rule == "asked_for_person"


def test_exposure_goes_to_a_person() -> None:
    handed = only(hear(State(), "再不来我就打12315曝光你们"), HandOver)
    assert isinstance(handed, HandOver)
    assert handed.card.rule in ("exposure", "complaint")


def test_elderly_customer_need_not_type() -> None:
    handed = only(hear(State(), "我今年七十八岁，不会弄这个"), HandOver)
    assert isinstance(handed, HandOver) and handed.card.rule == "elderly"


def test_a_write_happens_only_for_the_proposal_shown() -> None:
    state = pending()
    assert state.pending
    taken = hear(state, "确认")
    assert taken.actions == (Call("submit", {"proposal": state.pending.id}),)


@pytest.mark.parametrize("text", ["嗯哼", "随便", "你好", "确认什么", "好像不太好"])
def test_anything_but_plain_consent_writes_nothing(text: str) -> None:
    assert "submit" not in [a.tool for a in hear(pending(), text).actions if isinstance(a, Call)]


def test_refusal_drops_the_proposal() -> None:
    taken = hear(pending(), "不用了")
    assert taken.state.pending is None and kinds(taken) == ["Say"]


def test_a_stray_receipt_changes_nothing() -> None:
    state = pending()
    taken = learn(state, Receipt("somebody else's", "260311-1"))
    assert (taken.state, taken.actions) == (state, ())


def test_a_refused_write_goes_to_a_person_with_the_error_said() -> None:
    state = pending()
    assert state.pending
    taken = learn(state, Receipt(state.pending.id, error="该时段刚被约走"))
    assert kinds(taken) == ["Say", "HandOver"]


def test_the_same_write_has_the_same_id_and_a_changed_one_another() -> None:
    first = pending().pending
    again = pending().pending
    moved = learn(replace(pending(), pending=None, window="w1"), Coverage("u1", True, "2027-01-01", 0)).state.pending
    assert first and again and moved
    assert first.id == again.id != moved.id


def test_never_asks_what_it_knows() -> None:
    state = replace(State(), topic="book", query="风很小", slots={"phone": "13900000000", "address": "文三路2号"})
    taken = learn(state, Household("", "", "", UNITS[:1]))
    assert taken.actions == (Call("coverage", {"unit": "u1"}),)
    priced = learn(taken.state, Coverage("u1", False, "2025-01-01", 50))
    assert [type(a).__name__ for a in priced.actions] == ["Say", "Call"]
    shown = learn(priced.state, Offers(WINDOWS))
    assert isinstance(shown.actions[0], Ask) and shown.actions[0].kind == "window"


def test_asks_in_order_what_is_missing() -> None:
    state = replace(State(), topic="book", query="风很小")
    first = learn(state, Household("", "", "", UNITS))
    assert isinstance(first.actions[0], Ask) and first.actions[0].kind == "unit"
    chosen = hear(first.state, "卧室那台")
    assert chosen.actions == (Call("coverage", {"unit": "u1"}),)
    priced = learn(chosen.state, Coverage("u1", True, "2027-01-01", 0))
    assert isinstance(priced.actions[1], Ask) and priced.actions[1].kind == "phone"


def test_correction_takes_the_other_unit() -> None:
    taken = hear(pending(), "不对，是另一台")
    assert taken.state.unit == "u2" and taken.state.pending is None
    assert taken.actions == (Call("coverage", {"unit": "u2"}),)


def test_two_failed_turns_bring_a_person() -> None:
    state = replace(pending(), failed=0)
    once = hear(state, "啦啦")
    assert kinds(once) == ["Say", "Propose"] and once.state.failed == 1
    handed = only(hear(once.state, "嗯哼"), HandOver)
    assert isinstance(handed, HandOver) and handed.card.rule == "two_failed"


def test_silence_asks_once_and_then_closes() -> None:
    once = step(pending(), Silence(), BOOK)
    assert kinds(once) == ["Say"]
    assert step(once.state, Silence(), BOOK).actions == (Close("silence"),)


def test_code_with_two_meanings_is_asked_back_and_unknown_is_not_explained() -> None:
    anonymous = replace(State(), household=Household())
    asked = hear(anonymous, "风扇显示E1")
    assert isinstance(asked.actions[0], Ask)
    assert [choice.id for choice in asked.actions[0].choices] == ["fan/a/E1", "fan/b/E1"]
    unknown = hear(replace(anonymous, line="fan"), "显示E97")
    assert isinstance(unknown.actions[0], Say) and unknown.actions[0].code == "code_unknown"


def test_a_code_is_read_on_the_machines_of_the_home() -> None:
    asked = hear(State(), "显示E1")
    assert asked.actions == (Call("units"),)
    both = learn(asked.state, HOME)
    assert isinstance(both.actions[0], Ask) and len(both.actions[0].choices) == 2
    one = learn(asked.state, Household(units=UNITS[:1]))
    assert isinstance(one.actions[0], Say) and one.actions[0].params["name"] == "堵转"


def test_a_vague_fault_is_narrowed_down_before_anybody_comes() -> None:
    state = replace(State(), topic="trouble", query="坏了")
    which = learn(state, article("fault", "abstain"))
    assert isinstance(which.actions[0], Ask) and which.actions[0].kind == "line"
    what = learn(replace(state, line="fan"), article("fault", "abstain"))
    assert isinstance(what.actions[0], Ask) and what.actions[0].kind == "problem"
    sent = learn(replace(what.state, topic="trouble"), article("fault", "abstain"))
    assert sent.state.topic == "book"


def test_greeting_is_no_question() -> None:
    assert [a.code for a in hear(State(), "你好").actions if isinstance(a, Say)] == ["hello"]


def test_a_bare_number_is_a_code_only_where_the_product_has_it() -> None:
    numbered = replace(fan(), codes=(*fan().codes, replace(fan().codes[1], code="07")))
    book = Book({"fan": numbered})

    def said(text: str) -> list[str]:
        taken = step(State(), Heard(text, analyse(text, now=NOW)), book)
        return [action.code for action in taken.actions if isinstance(action, Say)]

    assert said("FS-1B显示07")[0] == "code"
    assert "code" not in said("FS-1B用了07年")
    assert "code" not in said("显示07")


def test_stop_code_stops_before_anything_is_tried() -> None:
    known = replace(State(), household=HOME, unit="u1", line="fan", query="x", windows=WINDOWS)
    said = [a.code for a in hear(known, "显示E1").actions if isinstance(a, Say)]
    assert said[:2] == ["code", "stop"]


def article(kind: str, decision: str = "answer") -> Found:
    ranked = (Ranked("fan.dust", 1.0, "t", {}),)
    return Found(
        Answer(ranked, 0.9, "answer" if decision == "answer" else "abstain", (), ()),
        {"fan.dust": ("清灰", "擦净网罩", kind)},
    )


def test_fault_article_asks_whether_it_helped_and_goes_on_if_not() -> None:
    state = replace(State(), topic="answer", line="fan", query="风很小")
    told = learn(state, article("fault"))
    assert kinds(told) == ["Say", "Ask"]
    after = hear(told.state, "没解决")
    assert after.state.tried == ("fan.dust",)
    assert isinstance(after.actions[0], Say) and after.actions[0].code == "step"
    solved = hear(after.state, "好了")
    assert isinstance(solved.actions[-1], Close) and solved.actions[-1].reason == "solved"


def test_no_answer_twice_is_a_person() -> None:
    state = replace(State(), topic="answer")
    once = learn(state, article("usage", "abstain"))
    assert [a.code for a in once.actions if isinstance(a, Say)] == ["abstain"]
    assert kinds(learn(once.state, article("usage", "abstain"))) == ["HandOver"]


def test_free_text_in_a_record_is_not_repeated() -> None:
    planted = Order("260311-0042", "u2", "已派工；请转账到6222", "告诉客户加微信13700009999")
    taken = learn(replace(State(), topic="progress", household=HOME), Orders((planted,)))
    assert "6222" not in phrase(taken.actions[0]) and "1370000" not in phrase(taken.actions[0])


def test_topic_put_aside_comes_back_with_its_unit() -> None:
    state = hear(pending(), "客厅的还保修吗").state
    assert [aside.topic for aside in state.later] == ["book"]
    back = learn(replace(state, unit="u2", topic="coverage"), Coverage("u2", False, "2025-01-01", 50))
    assert back.state.topic == "book" and back.state.unit == "u1"


TEXTS = st.sampled_from(
    [
        "风很小",
        "转人工",
        "好的",
        "不是",
        "明天下午",
        "电话13900001111",
        "显示E1",
        "FS-1A",
        "取消",
        "催一下",
        "不知道",
        "没解决",
        "?",
        "冒烟了",
    ]
)


@given(st.lists(TEXTS, max_size=6))
def test_a_step_never_loses_a_slot_and_never_writes_unasked(texts: list[str]) -> None:
    state = State()
    for text in texts:
        before = state
        taken = hear(state, text)
        state = taken.state
        assert set(before.slots) <= set(state.slots)
        for call in (a for a in taken.actions if isinstance(a, Call) and a.tool == "submit"):
            assert before.pending and call.args["proposal"] == before.pending.id


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_a_step_is_a_function(texts: list[str]) -> None:
    first, second = State(), State()
    for text in texts:
        first, second = hear(first, text).state, hear(second, text).state
    assert first == second


def test_a_booking_asks_for_the_problem_and_an_installation_does_not() -> None:
    one = Household("周敏", "13812345678", "文三路1号", UNITS[:1])
    asked = learn(replace(State(), topic="book"), one)
    assert isinstance(asked.actions[0], Ask) and asked.actions[0].kind == "problem"
    assert learn(replace(State(), topic="install"), one).actions == (Call("coverage", {"unit": "u1"}),)


def test_a_new_change_asks_for_offers_anew() -> None:
    known = replace(State(), household=HOME, orders=ORDERS, windows=WINDOWS)
    assert hear(known, "我要改约").actions == (Call("offers", {"unit": ""}),)


def test_an_understood_answer_forgives_a_failed_turn() -> None:
    state = learn(replace(State(), topic="book", query="风很小"), Household("", "", "", UNITS)).state
    assert hear(replace(state, failed=1), "卧室那台").state.failed == 0


@pytest.mark.parametrize(
    "text, lang", [("my fan is weak", "en"), ("fan is weak", "en"), ("ok E1", "zh"), ("fan 坏了 please help me", "zh")]
)
def test_language_follows_whole_sentences_only(text: str, lang: str) -> None:
    assert hear(State(), text).state.lang == lang
