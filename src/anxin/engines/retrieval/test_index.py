"""The index changes in place, ranks the same whatever the order, and never shows what may not be seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.engines.retrieval import Entry, Index, near_duplicates

ENTRIES = (
    Entry("cool", ("空调不制冷怎么办", "空调开了没有冷气"), ("先看滤网脏不脏,再看外机转不转。",)),
    Entry("temp", ("空调怎么调温度", "如何设置空调的温度")),
    Entry("water", ("热水器不出热水", "热水器没热水"), codes=("E1",), models=("AX-H60",)),
    Entry("fire", ("热水器打不着火",), codes=("E1", "E2"), models=("AX-H80",)),
    Entry("spin", ("洗衣机不脱水",), ("检查排水管和衣物是否偏在一边。",), codes=("dE",)),
)
QUESTIONS = ("空调温度咋调", "热水器没有热水了", "洗衣机甩不干", "空调没冷气", "E1是什么意思", "股票")

texts = st.text("空调热水器洗衣机不制冷漏水怎么办温度设置", min_size=1, max_size=12)


def test_finds_the_entry_by_other_words() -> None:
    answer = Index(ENTRIES).search("请问如何设定空调温度")
    assert answer.ranked[0].id == "temp"
    assert answer.reasons[0].code == "matched"


@given(texts)
def test_adding_then_removing_leaves_the_same_answers(text: str) -> None:
    index = Index(ENTRIES)
    before = [index.search(q) for q in QUESTIONS]
    index.add(Entry("new", (text,), (text + "。",), codes=("E9",)))
    index.remove("new")
    assert [index.search(q) for q in QUESTIONS] == before


@given(st.permutations(ENTRIES))
def test_order_of_adding_is_of_no_importance(entries: list[Entry]) -> None:
    reference, index = Index(ENTRIES), Index(entries)
    assert [index.search(q) for q in QUESTIONS] == [reference.search(q) for q in QUESTIONS]


def test_saving_and_loading_keeps_every_answer_and_can_be_changed() -> None:
    index = Index(ENTRIES)
    index.remove("temp")
    loaded = Index.load(index.save())
    assert [loaded.search(q) for q in QUESTIONS] == [index.search(q) for q in QUESTIONS]
    for each in (index, loaded):
        each.add(ENTRIES[1])
        each.change(Entry("spin", ("洗衣机甩不干",)))
    assert [loaded.search(q) for q in QUESTIONS] == [index.search(q) for q in QUESTIONS]


def test_what_may_not_be_seen_is_neither_ranked_nor_chosen() -> None:
    index = Index(ENTRIES)
    for question in QUESTIONS:
        seen = index.search(question, visible={"water", "temp"}, k=9)
        assert {r.id for r in seen.ranked} <= {"water", "temp"}
        assert set(seen.choices) <= {"water", "temp"}
        assert seen == index.search(question, visible=lambda i: i in ("water", "temp"), k=9)


def test_an_unambiguous_code_is_the_answer() -> None:
    answer = Index(ENTRIES).search("显示e-2怎么办")
    assert (answer.decision, answer.ranked[0].id, answer.p) == ("answer", "fire", 1.0)


def test_an_ambiguous_code_is_asked_back() -> None:
    answer = Index(ENTRIES).search("E1")
    assert (answer.decision, answer.choices) == ("clarify", ("fire", "water"))
    assert answer.p == 0.5


def test_a_model_tells_codes_apart() -> None:
    answer = Index(ENTRIES).search("AX-H60 报 E1")
    assert (answer.decision, answer.ranked[0].id) == ("answer", "water")


def test_an_unknown_code_is_never_answered() -> None:
    answer = Index(ENTRIES).search("热水器不出热水,显示E7")
    assert answer.decision != "answer"
    assert "code_unknown" in {reason.code for reason in answer.reasons}


def test_a_code_of_hidden_entries_is_unknown_to_the_reader() -> None:
    answer = Index(ENTRIES).search("E2", visible={"temp"})
    assert answer.ranked == ()
    assert answer.decision == "abstain"


def test_nothing_found_is_abstained_from() -> None:
    answer = Index(ENTRIES).search("xyz")
    assert (answer.decision, answer.p, answer.ranked) == ("abstain", 0.0, ())


@pytest.mark.parametrize("entry", [Entry("cool", ("有了",)), Entry("bare", ())])
def test_what_cannot_be_added_changes_nothing(entry: Entry) -> None:
    index = Index(ENTRIES)
    before = [index.search(q) for q in QUESTIONS]
    with pytest.raises(ValueError, match=entry.id):
        index.add(entry)
    assert len(index) == len(ENTRIES)
    assert [index.search(q) for q in QUESTIONS] == before


def test_removing_what_is_not_there_is_refused() -> None:
    index = Index(ENTRIES)
    with pytest.raises(KeyError):
        index.remove("nobody")
    assert len(index) == len(ENTRIES)


def test_near_duplicates_are_named_with_the_texts_that_meet() -> None:
    twins = near_duplicates(Index(ENTRIES), Entry("draft", ("空调如何调温度",)))
    assert [(t.id, t.theirs) for t in twins] == [("temp", "空调怎么调温度")]
    assert twins[0].likeness == 1.0


def test_an_entry_is_no_duplicate_of_itself() -> None:
    assert near_duplicates(Index(ENTRIES), ENTRIES[1]) == ()
