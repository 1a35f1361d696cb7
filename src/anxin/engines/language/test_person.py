"""A wish for a person is seen, a mention of people is none. Each line of the two files is a case."""

from pathlib import Path

import pytest

from anxin.engines.language import normalise
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
