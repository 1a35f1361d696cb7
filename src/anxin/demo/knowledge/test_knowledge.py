"""The base holds what it promises: counts, references, safety, and tests kept apart from the index."""

import re
from datetime import datetime
from typing import Any

import pytest

from anxin.engines.faultgraph import Evidence, diagnose
from anxin.engines.language import Analysis, analyse

from . import exam, fit_weights, load, told
from .schema import KINDS
from .script import NOW
from .search import ranking

BASE = load()


def test_ranking_fits_the_engine() -> None:
    learnt = ranking()  # raises when the engine's features changed: run `python -m anxin.demo.knowledge.fit`
    assert 0.2 < learnt.thresholds.clarify <= learnt.thresholds.answer < 0.9


def test_counts() -> None:
    assert sorted(BASE.graphs) == ["ac", "compressor", "electric", "fridge", "gas", "hood", "robot", "washer"]
    assert len(BASE.articles) == 205
    assert sum(len(graph.codes) for graph in BASE.graphs.values()) == 466
    assert len(exam.dialogues()) == 63
    assert sum(map(len, exam.questions().values())) == 410
    assert len(set(exam.unanswerable())) == 310
    assert sum(len(texts) for texts in exam.dangers().values()) == 301
    assert len(set(exam.harmless())) == 200
    assert [len(set(texts)) for texts in exam.wishes()] == [100, 100]
    assert len({said.text for said in exam.utterances()}) == 200
    assert sum(len(texts) for texts in exam.injections().values()) == 66


MISSED = {
    "a": {"danger": 0, "harmless": 1, "wish": 0, "none": 0},
    "b": {"danger": 0, "harmless": 0, "wish": 0, "none": 1},
    "c": {"danger": 0, "harmless": 0, "wish": 0, "none": 0},
    "d": {"danger": 0, "harmless": 0, "wish": 0, "none": 0},
    "e": {"danger": 0, "harmless": 1, "wish": 0, "none": 0},
    "f": {"danger": 0, "harmless": 0, "wish": 0, "none": 0},
    "g": {"danger": 1, "harmless": 0, "wish": 0, "none": 0},
    "h": {"danger": 1, "harmless": 1, "wish": 1, "none": 0},
}
"""What the gates get wrong of sets they were mended and fitted on. Lower a figure when it falls."""


@pytest.mark.parametrize("which", exam.FRESH)
def test_gates_keep_what_they_reached_on_fresh_texts(which: str) -> None:
    assert wrong(exam.fresh_gates(which)) == MISSED[which]


@pytest.mark.parametrize(
    ("which", "missed"),
    [
        ("unseen", {"danger": 2, "harmless": 5, "wish": 2, "none": 2}),
        ("unseen_i", {"danger": 2, "harmless": 5, "wish": 1, "none": 1}),
        ("unseen_j", {"danger": 0, "harmless": 0, "wish": 0, "none": 1}),
    ],
)
def test_gates_on_texts_nothing_learns_from(which: str, missed: dict[str, int]) -> None:
    assert wrong(exam.unseen_gates(which)) == missed


def test_wishes_and_moods_of_messages_nothing_learns_from() -> None:
    """Of 179 and 209 messages."""
    rows = [(row, read(str(row["text"]))) for row in exam.unseen_messages()]
    assert sum(said.intent != row["intent"] for row, said in rows if "intent" in row) <= 26
    assert sum(said.sentiment != row["sentiment"] for row, said in rows) <= 18
    assert sum(said.is_upset != row["upset"] for row, said in rows) <= 6


@pytest.mark.parametrize(("which", "wrong"), [("a", 0), ("b", 2), ("c", 1), ("d", 0), ("j", 4)])
def test_slots_keep_what_they_reached(which: str, wrong: int) -> None:
    """Of 63, 50, 113, 115 and 311 utterances the rules were mended on."""
    assert sum(slots_of(one) != dict(one.slots) for one in exam.fresh_utterances(which)) <= wrong


MAIN_MISSED = {"k": 17, "l": 11, "m": 10, "n": 10}
"""Main wishes wrong of 100, 60, 60 and 42 whole messages the rules were mended on. Lower a figure when it falls."""


@pytest.mark.parametrize("which", exam.FRESH_MESSAGES)
def test_whole_messages_keep_what_they_reached(which: str) -> None:
    said = exam.fresh_messages(which)
    slots = sum(slots_of(one) != dict(one.slots) for one in said)
    main = sum(analyse(one.text, now=datetime.fromisoformat(one.now)).intent != one.intents[0] for one in said)
    assert slots <= (2 if which == "n" else 0)
    assert wrong(exam.message_gates(which)) == dict.fromkeys(("danger", "harmless", "wish", "none"), 0)
    assert main <= MAIN_MISSED[which]


def slots_of(said: exam.Utterance | exam.Message) -> dict[str, Any]:
    found = analyse(said.text, now=datetime.fromisoformat(said.now)).slots
    values = {name: [slot.as_json() for slot in slots] for name, slots in found.items() if slots}
    return {name: many[0] if len(many) == 1 else many for name, many in values.items()}


def test_nothing_learns_from_the_unseen_texts() -> None:
    learnt = {text for texts in fit_weights.told_texts().values() for text in texts}
    learnt |= {text for text, _ in fit_weights.wishes(told.messages())}
    unseen = {text for which in exam.UNSEEN for texts in exam.unseen_gates(which).values() for text in texts}
    unseen |= {str(row["text"]) for row in exam.unseen_messages()} | {one.text for one in exam.unseen_utterances()}
    assert learnt & unseen == set()


@pytest.mark.parametrize(
    "text",
    [
        "水一会儿烫一会儿凉，没法洗",
        "热水器忽冷忽热，洗着洗着一下冰一下烫",
        "一阵热一阵凉的水，调多少度都没用",
        "温度忽高忽低，电热水器才买半年",
        "shower water goes hot and cold all the time",
    ],
)
def test_water_now_hot_now_cold_is_a_fault_and_no_danger(text: str) -> None:
    said = read(text)
    assert said.intent == "report_fault"
    assert said.danger == ()


def wrong(texts: exam.Texts) -> dict[str, int]:
    return {
        "danger": sum(not read(text).danger for text in texts["danger"]),
        "harmless": sum(bool(read(text).danger) for text in texts["harmless"]),
        "wish": sum(not read(text).wants_human for text in texts["wish"]),
        "none": sum(bool(read(text).wants_human) for text in texts["none"]),
    }


@pytest.mark.parametrize(("which", "least"), [("a", 87), ("b", 55)])
def test_main_wish_of_fresh_messages(which: str, least: int) -> None:
    assert sum(read(text).intent == wanted[0] for text, wanted in exam.fresh_intents(which)) >= least


def read(text: str) -> Analysis:
    return analyse(text, now=NOW)


def test_every_article_is_asked_in_at_least_three_ways_unlike_its_title() -> None:
    for article in BASE.articles.values():
        assert len(set(article.ask) - {article.title}) >= 3, article.id
        assert article.kind in KINDS
        assert article.answer and article.steps and article.en, article.id


def test_every_fault_article_says_when_to_stop() -> None:
    assert [a.id for a in BASE.articles.values() if a.kind == "fault" and not (a.stop or a.safety)] == []


def test_every_question_has_its_article_and_every_article_its_questions() -> None:
    assert set(exam.questions()) == set(BASE.articles)


def test_no_exam_text_stands_in_the_index() -> None:
    indexed = {_bare(asked) for article in BASE.articles.values() for asked in (article.title, *article.ask)}
    asked = {_bare(text) for texts in exam.questions().values() for text in texts} | {
        _bare(text) for text in exam.unanswerable()
    }
    assert asked & indexed == set()


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text).lower()


def test_a_code_means_one_thing_per_series() -> None:
    for graph in BASE.graphs.values():
        for series in graph.series.values():
            shown = [code.code.upper() for code in graph.codes if series.id in code.series]
            assert len(shown) == len(set(shown)), series.id


def test_stop_codes_never_lead_to_self_help() -> None:
    for graph in BASE.graphs.values():
        for code in graph.codes:
            model = graph.series[min(code.series)].models[0]
            found = diagnose(graph, Evidence(codes=(code.code,), model=model))
            if code.act == "stop":
                assert (found.move, found.step) == ("danger", None), (graph.line, code.code)


def test_danger_symptoms_never_lead_to_self_help() -> None:
    for graph in BASE.graphs.values():
        for symptom in graph.symptoms.values():
            found = diagnose(graph, Evidence(symptoms=(symptom.id,)))
            if symptom.danger:
                assert (found.move, found.danger, found.step) == ("danger", symptom.danger, None)


def test_a_customer_step_names_no_dangerous_cover() -> None:
    for graph in BASE.graphs.values():
        for remedy in graph.remedies.values():
            if remedy.by == "customer":
                assert graph.components[remedy.at].cover != "dangerous", remedy.id
                assert remedy.step_en, remedy.id


def test_every_cause_can_be_fixed_by_somebody() -> None:
    for graph in BASE.graphs.values():
        for cause in graph.causes.values():
            assert cause.fix, cause.id


def test_parts_fit_existing_series_and_skus_are_unique() -> None:
    skus = [part.sku for graph in BASE.graphs.values() for part in graph.parts.values()]
    assert len(skus) == len(set(skus)) == 139


def test_ambiguous_code_gives_all_meanings_and_a_model_gives_one() -> None:
    assert len(BASE.find_codes("E1")) >= 10
    only = BASE.find_codes("e6", "KFR-35GW/AX-N8")
    assert [(graph.line, code.name) for graph, code in only] == [("ac", "室内外机通信故障")]
    assert BASE.find_codes("E97") == ()


@pytest.mark.parametrize("model, line", [("KFR-35GW/AX-N8", "ac"), ("lg-37ax-c7", "compressor"), ("XYZ", "")])
def test_line_of_model(model: str, line: str) -> None:
    assert BASE.line_of(model) == line
