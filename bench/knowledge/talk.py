"""`talk`: customer turns against the scripted world; and whether a dialogue did what it must."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from anxin.demo.knowledge import exam
from anxin.demo.knowledge.judge import misses, play
from anxin.demo.knowledge.script import NOW, agent, world
from anxin.engines.dialogue import Action, Agent, phrase

CUSTOMER = frozenset({"customer", "user"})


def run(dialogues: Path, out: Path) -> int:
    """Play each line: `{"say" | "turns" | "messages": [text or {"text" | "content", "role"?}], "now"?, "id"?}`.

    Only the customer's turns are played, an empty text being silence.

    Writes one line per dialogue in order: the actions and reasons of every turn, the writes done, and the card.
    Returns how many were played."""
    played = 0
    with dialogues.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as sink:
        for line in filter(str.strip, lines):
            sink.write(json.dumps(_played(json.loads(line)), ensure_ascii=False) + "\n")
            played += 1
    return played


def _played(row: Mapping[str, Any]) -> dict[str, Any]:
    home = world()
    conversation = agent(home)
    now = datetime.fromisoformat(row["now"]) if row.get("now") else NOW
    turns = [_turn(conversation, text, now) for text in _texts(row)]
    return {"id": row.get("id"), "turns": turns, "writes": [asdict(write) for write in home.writes]}


def _texts(row: Mapping[str, Any]) -> list[str]:
    turns = row.get("say") or row.get("turns") or row.get("messages") or []
    said = [{"text": turn} if isinstance(turn, str) else turn for turn in turns]
    return [str(t.get("text", t.get("content", ""))) for t in said if t.get("role", "customer") in CUSTOMER]


def _turn(conversation: Agent, text: str, now: datetime) -> dict[str, Any]:
    turn = conversation.say(text, now) if text else conversation.wait()
    return {
        "customer": text,
        "actions": [_action(action, conversation) for action in turn.actions],
        "why": [{"rule": why.rule, **why.params} for why in turn.why],
    }


def _action(action: Action, conversation: Agent) -> dict[str, Any]:
    said = phrase(action, conversation.state.lang)
    return {"type": type(action).__name__, **asdict(action), **({"says": said} if said else {})}


# Judging


def outcomes() -> list[tuple[str, bool]]:
    """Each of our dialogues with what it missed, and whether it missed nothing."""
    done = []
    for script in exam.dialogues():
        home = world()
        missed = misses(script.must, play(agent(home), script.say), home)
        done.append((f"{script.id}: {missed}", not missed))
    return done
