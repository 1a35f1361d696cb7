"""Every scripted dialogue reaches what it must; `python bench/knowledge.py talk` shows how."""

import io

import pytest

from anxin.engines.dialogue import Ask

from .exam import Dialogue, dialogues
from .judge import misses, play
from .script import NOW, agent, world
from .talk import talk


@pytest.mark.parametrize("script", dialogues(), ids=lambda script: script.id)
def test_dialogue(script: Dialogue) -> None:
    home = world()
    assert misses(script.must, play(agent(home), script.say), home) == []


def test_of_two_machines_named_it_asks_which_and_guesses_none() -> None:
    home = world()
    turn = agent(home).say("冰箱不制冷，洗衣机也不转了，明天下午来修", NOW)
    asked = [action for action in turn.actions if isinstance(action, Ask)]
    assert [[choice.id for choice in ask.choices] for ask in asked] == [["u-fridge", "u-washer"]]
    assert home.writes == []


def test_talk_shows_what_it_said_and_why() -> None:
    shown = io.StringIO()
    talk(["空调怎么设定时关机", "", ":why", "转人工", ":quit", "never read"], shown)
    text = shown.getvalue()
    assert "[article:ac.timer]" in text and "· retrieval" in text
    assert "您还在吗" in text and "☎ Card(rule='asked_for_person'" in text
    assert text.count("· hand_over") == 0  # :why switched the reasons off
