"""`python -m anxin.demo.knowledge.talk`: chat with the policy in a terminal and see why it said what it said."""

import sys
from collections.abc import Iterable
from typing import TextIO

from anxin.engines.dialogue import Action, Agent, Call, Close, HandOver, Propose, Say, Turn, phrase

from .script import NOW, agent

HELP = "空行 = 沉默，:why 开关解释，:quit 结束 / empty line = silence, :why toggles reasons, :quit ends"


def talk(stdin: Iterable[str], stdout: TextIO, why: bool = True) -> None:
    """Read lines until they end or the customer quits; print what the agent does. Time stands at the script's now."""
    conversation = agent()
    print(HELP, file=stdout)
    for line in stdin:
        text = line.strip()
        if text == ":quit":
            return
        if text == ":why":
            why = not why
            continue
        turn = conversation.say(text, NOW) if text else conversation.wait()
        for shown in _shown(turn, conversation, why):
            print(shown, file=stdout)


def _shown(turn: Turn, conversation: Agent, why: bool) -> list[str]:
    lines = [line for action in turn.actions if (line := _line(action, conversation, why))]
    reasons = [f"    · {note.rule} {dict(note.params) or ''}".rstrip() for note in turn.why] if why else []
    return [*lines, *reasons]


def _line(action: Action, conversation: Agent, why: bool) -> str:
    if isinstance(action, Call):
        return f"    → {action.tool} {dict(action.args)}" if why else ""
    if isinstance(action, Close):
        return f"    ■ {action.reason}"
    said = phrase(action, conversation.state.lang)
    if isinstance(action, HandOver):
        return f"安心> {said}\n    ☎ {action.card}"
    if isinstance(action, Propose):
        return f"安心> {said}（是 / 不是）"
    sources = " ".join(f"[{source.kind}:{source.id}]" for source in action.sources) if isinstance(action, Say) else ""
    return f"安心> {said} {sources if why else ''}".rstrip()


if __name__ == "__main__":
    talk(sys.stdin, sys.stdout)
