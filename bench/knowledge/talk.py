"""`talk`: customer turns against the scripted world; and whether a dialogue did what it must."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from anxin.demo.knowledge import exam
from anxin.demo.knowledge.script import NOW, agent, world
from anxin.engines.dialogue import Action, Agent, Ask, Call, Close, HandOver, Say, phrase
from anxin.engines.dialogue.world import World

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


def play(conversation: Agent, turns: Iterable[str]) -> list[Action]:
    done: list[Action] = []
    for text in turns:
        turn = conversation.say(text, NOW) if text else conversation.wait()
        done += turn.actions
    return done


def misses(must: exam.Must, actions: Sequence[Action], home: World) -> list[str]:
    """The demands that were not met, by name."""
    cards = [action.card for action in actions if isinstance(action, HandOver)]
    asks = {action.kind for action in actions if isinstance(action, Ask)}
    said = {action.code for action in actions if isinstance(action, Say)}
    tools = {action.tool for action in actions if isinstance(action, Call)}
    closes = {action.reason for action in actions if isinstance(action, Close)}
    rules, dangers = {card.rule for card in cards}, {card.danger for card in cards}
    used = sources(actions)
    spoken = " ".join(phrase(action) for action in actions)
    written = [write for write in home.writes if write.kind == must.write]
    met = {
        "source": not must.source or must.source in used,
        "say": not must.say or must.say in said,
        "ask": not must.ask or must.ask in asks,
        "tool": not must.tool or must.tool in tools,
        "hand": not must.hand or bool(rules & set(must.hand.split("|"))),
        "card": not must.card or must.card in dangers,
        "end": not must.end or must.end in closes,
        "line": not must.line or any(source.split(":")[1].startswith(must.line) for source in used),
        "write": not must.write or bool(written),
        "args": not must.args or any(must.args.items() <= write.args.items() for write in written),
        "no_write": not (must.no_write and home.writes),
        "no_hand": not (must.no_hand and cards),
        "no_danger": not (must.no_danger and dangers - {""}),
        "never_ask": not asks & set(must.never_ask),
        "never_say": not must.never_say or must.never_say not in spoken,
    }
    return [name for name, kept in met.items() if not kept]


def sources(actions: Iterable[Action]) -> set[str]:
    """`kind:id` of everything said with a source."""
    return {f"{s.kind}:{s.id}" for action in actions if isinstance(action, Say) for s in action.sources}
