"""A wish for a person is seen, a mention of people is none. Each line of the two files is a case."""

from datetime import datetime
from pathlib import Path

import pytest

from anxin.engines.language import alarm, analyse, normalise
from anxin.engines.language.person import wish_for_person

CASES = Path(__file__).parent / "testdata"


def lines(name: str) -> list[str]:
    return (CASES / name).read_text(encoding="utf-8").split("\n")[:-1]


@pytest.mark.parametrize("text", lines("person.txt"))
def test_wish_is_seen(text: str) -> None:
    assert wish_for_person(normalise(text))


@pytest.mark.parametrize("text", lines("no_person.txt"))
def test_mention_is_no_wish(text: str) -> None:
    assert wish_for_person(normalise(text)) == ()


@pytest.mark.parametrize(
    "text", ["漏电，手麻", "转人工！你们太过分了，骗子，我要投诉", "没有热水", *lines("person.txt")[:5]]
)
def test_the_alarm_reads_what_the_analysis_reads(text: str) -> None:
    whole, found = analyse(text, now=datetime(2026, 7, 14, 9, 0)), alarm(text)
    assert (found.danger, found.wants_human, found.is_upset) == (whole.danger, whole.wants_human, whole.is_upset)
