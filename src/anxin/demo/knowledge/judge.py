"""Plays a dialogue and says which of its demands were missed: for tests and the bench."""

from collections.abc import Iterable, Sequence

from anxin.engines.dialogue import Action, Agent, Ask, Call, Close, HandOver, Say, phrase
from anxin.engines.dialogue.world import World

from .exam import Must
from .script import NOW


def play(conversation: Agent, turns: Iterable[str]) -> list[Action]:
    done: list[Action] = []
    for text in turns:
        turn = conversation.say(text, NOW) if text else conversation.wait()
        done += turn.actions
    return done


def misses(must: Must, actions: Sequence[Action], home: World) -> list[str]:
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
