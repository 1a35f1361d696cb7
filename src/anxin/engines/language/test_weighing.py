"""What is learnt is weighed exactly, told, and never silences a short cry."""

from datetime import datetime

import pytest

from anxin.engines.language import analyse, normalise
from anxin.engines.language.danger import find_danger
from anxin.engines.language.person import wish_for_person
from anxin.engines.language.weighing import Weighed, Weights, marks, weigh

NOW = datetime(2026, 11, 18, 9, 30)


def test_marks_are_tokens_and_gapped_pairs_each_once() -> None:
    assert set(marks("黑了黑")) == {"黑", "了", "黑了", "了黑", "黑_黑"}
    assert set(marks("黑了黑").values()) == {1}


def test_a_text_weighs_the_bias_and_its_known_marks_by_length() -> None:
    by = Weights(-1.0, {"烟": (2.0, 3.0), "冒": (1.0, 4.0)})
    assert weigh(by, ["冒", "烟", "鸟"]) == Weighed(1.0, {"冒": 0.8, "烟": 1.2})
    assert weigh(by, ["鸟"]) == Weighed(-1.0, {})


def test_a_verdict_tells_its_odds_and_its_strongest_marks() -> None:
    found = Weighed(1.004, {name: part / 10 + 0.001 for part, name in enumerate("abcdefgh")})
    assert found.told("x") == {"x.odds": 1.0, "x:h": 0.7, "x:g": 0.6, "x:f": 0.5, "x:e": 0.4, "x:d": 0.3, "x:c": 0.2}


def test_an_analysis_tells_why_it_thought_of_danger() -> None:
    text = "插脚那一圈烤得发黄还有点软了"
    features = analyse(text, now=NOW).features
    assert features["danger.odds"] > 0
    assert len([name for name in features if name.startswith("danger:")]) == 6


@pytest.mark.parametrize("text", ["你好。漏电。请问多少钱?", "在吗?冒烟了!想问下你们几点下班呢"])
def test_a_sign_in_a_sentence_too_short_to_weigh_stands(text: str) -> None:
    assert find_danger(normalise(text))


def test_a_danger_no_rule_names_is_seen_at_the_end_of_a_long_sentence() -> None:
    calm = "你好,在吗,我想问一下,昨天买的机器,型号我发你了,地址也对,时间都行,"
    told = "插脚那一圈烤得发黄,还有点软了"
    (danger,) = find_danger(normalise(calm + told))
    assert danger.evidence.rule.endswith(".alike")
    assert danger.text.endswith(told)


def test_a_learnt_wish_points_at_the_message() -> None:
    (evidence,) = wish_for_person(normalise("你搞不明白，叫个灵光的"))
    assert (evidence.rule, evidence.text, evidence.span) == ("person.alike", "你搞不明白，叫个灵光的", (0, 11))


@pytest.mark.parametrize("text", ["can I have multiple currencies?", "please remind me to take out the trash"])
def test_english_is_not_weighed(text: str) -> None:
    assert wish_for_person(normalise(text)) == ()
    assert "danger.odds" not in analyse(text, now=NOW).features
