"""Every present danger is seen, and a mention is not a danger. Each line of the two files is a case."""

from datetime import datetime
from pathlib import Path

import pytest

from anxin.engines.language import analyse, normalise
from anxin.engines.language.danger import find_danger, find_danger_by_rule

CASES = Path(__file__).parent / "testdata"
NOW = datetime(2026, 11, 18, 9, 30)


def lines(name: str) -> list[str]:
    return (CASES / name).read_text(encoding="utf-8").split("\n")[:-1]


@pytest.mark.parametrize("text", lines("danger.txt"))
def test_danger_is_seen(text: str) -> None:
    assert analyse(text, now=NOW).danger


@pytest.mark.parametrize("text", lines("harmless.txt"))
def test_mention_is_no_danger(text: str) -> None:
    assert analyse(text, now=NOW).danger == ()


@pytest.mark.parametrize("text", lines("danger.txt"))
def test_a_calm_sentence_beside_it_hides_no_danger(text: str) -> None:
    assert analyse(f"你好。{text}。请问多少钱?", now=NOW).danger


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("厨房有燃气味", "gas"),
        ("洗衣机漏电", "electricity"),
        ("插座冒烟", "fire"),
        ("洗澡时头晕恶心,用的燃气热水器", "co"),
        ("扫地机电池鼓包", "battery"),
        ("孩子被困在洗衣机里", "person"),
    ],
)
def test_kind_picks_the_card(text: str, kind: str) -> None:
    assert kind in {danger.kind for danger in find_danger(normalise(text))}


def test_a_guard_reads_the_clauses_after_a_sign() -> None:
    assert find_danger_by_rule(normalise("昨天插座冒烟,电工来看了,换了新的")) == ()
    assert find_danger_by_rule(normalise("昨天插座冒烟,电工来看了,还没换"))


def test_evidence_points_into_the_message_as_written() -> None:
    (danger,) = find_danger(normalise("廚房　漏氣了"))
    assert danger.text == "漏氣"
    assert danger.span == (3, 5)
    assert danger.evidence.rule == "danger.gas.gas_leak"
