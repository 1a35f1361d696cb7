"""Normalisation: fixed points, places, and what is brought together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anxin.engines.language import fold, normalise, tokens

TEXT = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("漏楼电气水空条热水其 　\n,，。ＡＢ12①漏電說話请问如何怎样")),
    max_size=40,
)


@given(TEXT)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(TEXT)
def test_every_character_knows_where_it_came_from(text: str) -> None:
    message = normalise(text)
    assert len(message.text) == len(message.origin)
    assert all(0 <= s.start < s.end <= len(text) for s in message.origin)


@given(TEXT)
def test_tokens_ignore_spelling(text: str) -> None:
    assert tokens(text) == tokens(normalise(text).text)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("ＫＦＲ－３５ＧＷ", "kfr-35gw"),
        ("冷氣機漏電，請幫忙", "冷气机漏电,请帮忙"),
        ("  空条 \t 不制令 ", "空调 不制冷"),
        ("①号机❤️👍🏽", "1号机❤👍"),
        ("热水其楼上", "热水器楼上"),
        ("第一行\r\n 第二行", "第一行\n第二行"),
        ("", ""),
    ],
)
def test_one_spelling(written: str, plain: str) -> None:
    assert normalise(written).text == plain


def test_span_of_a_replaced_phrase_covers_its_source() -> None:
    message = normalise("我家热水其坏了")
    at = message.text.index("热水器")
    assert message.source[slice(*message.span(at, at + 3))] == "热水其"


def test_tokens_are_units_and_pairs() -> None:
    assert tokens("E1 漏水 KFR-35") == [
        "e1", "漏", "水", "kfr-35", "e1 漏", "漏水", "水 kfr-35", "e", "1", "kfr", "35",
    ]  # fmt: skip


def test_folding_meets_other_words_for_asking() -> None:
    assert fold("请问空调如何调温度呢") == fold("空调怎么调温度")
