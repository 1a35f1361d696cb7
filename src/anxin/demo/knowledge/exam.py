"""The bench's own texts. Never indexed; the index is never written from them."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter

from .load import DATA

Texts = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Utterance:
    """A text, when it was said (local ISO minutes), and the slots it means; a list where several are meant."""

    text: str
    now: str
    slots: Mapping[str, str | dict[str, str] | list[str] | list[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class Message:
    """A whole message and all it means: `intents` main one first, `slots` as of an utterance."""

    text: str
    now: str
    danger: bool
    person: bool
    intents: list[str]
    slots: Mapping[str, str | dict[str, str] | list[str] | list[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class Must:
    """What must have happened at the end of a dialogue; an empty field demands nothing.

    `hand` and `source` may list alternatives with |. `args` are arguments the write must carry."""

    source: str = ""
    say: str = ""
    ask: str = ""
    tool: str = ""
    hand: str = ""
    card: str = ""
    end: str = ""
    line: str = ""
    write: str = ""
    args: Mapping[str, str] | None = None
    no_write: bool = False
    no_hand: bool = False
    no_danger: bool = False
    never_ask: tuple[str, ...] = ()
    never_say: str = ""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Customer turns in order; an empty one is silence."""

    id: str
    say: tuple[str, ...]
    must: Must


def questions() -> Texts:
    """Article id → questions it must answer."""
    return _texts("questions.toml")


def unanswerable() -> list[str]:
    return [text for texts in _texts("unanswerable.toml").values() for text in texts]


def dangers() -> Texts:
    """Danger kind → texts that must be stopped."""
    return _texts("dangers.toml")


def harmless() -> list[str]:
    return _texts("harmless.toml")["texts"]


def wishes() -> tuple[list[str], list[str]]:
    """Texts that wish for a person, and texts that do not."""
    texts = _texts("person.toml")
    return texts["wish"], texts["not_wish"]


def second_set() -> Texts:
    """`danger`, `harmless`, `wish`, `none`: the gates' texts once more, written after the rules."""
    return _texts("second.toml")


FRESH = ("a", "b", "c", "d", "e", "f", "g", "h")
"""Sets written before their writer had run them: then mended on. README.md has the figures unseen."""
FRESH_WISHES = ("a", "b", "c")
"""Of these there are also `intents_`."""
FRESH_SLOTS = ("a", "b", "c", "d", "j")
"""And of these `slots_`."""
FRESH_MESSAGES = ("k", "l", "m", "n")
"""Sets of whole messages, written and mended on likewise."""


def fresh_gates(which: str) -> Texts:
    """`danger`, `harmless`, `wish`, `none` of a fresh set."""
    return _texts(f"fresh_{which}.toml")


UNSEEN = ("unseen", "unseen_i", "unseen_j")
"""The half of set h that nobody has read since it was written; sets i and j, written before the tuning of their day."""


def unseen_gates(which: str = "unseen") -> Texts:
    """`danger`, `harmless`, `wish`, `none`: nothing learns from them."""
    return _texts(f"{which}.toml")


def unseen_messages() -> list[dict[str, str | bool]]:
    """Messages of set i: `text`, `sentiment`, `upset`, most with their main `intent`."""
    return [json.loads(line) for line in _lines("unseen_i.jsonl")]


def unseen_utterances() -> list[Utterance]:
    return [TypeAdapter(Utterance).validate_json(line) for line in _lines("unseen_i_slots.jsonl")]


def taught() -> Texts:
    """`danger` and `harmless` texts written to learn from; never measured on."""
    return _texts("taught.toml")


def composed() -> Texts:
    """`danger`, `harmless`, `wish` and `none` to learn from. Every fact is told in three ways as happening and in
    three as not, so that a way of telling is learnt apart from what it tells."""
    told = _texts("composed.toml")
    now, not_now = told["now"], told["not_now"]
    danger = [
        _way(now, i * 5 + j * 11 if j else 0).format(fact) for i, fact in enumerate(told["facts"]) for j in range(3)
    ]
    harmless = [_way(not_now, i * 3 + j * 13).format(fact) for i, fact in enumerate(told["facts"]) for j in range(3)]
    harmless += [_way(now, i * 5 + j * 9).format(fact) for i, fact in enumerate(told["everyday"]) for j in range(3)]
    harmless += [_way(not_now, i).format(fact) for i, fact in enumerate(told["everyday"])]
    harmless += told["harmless"] + told["chatter"]
    return {"danger": danger, "harmless": harmless, "wish": told["wish"], "none": told["none"]}


def _way(ways: list[str], at: int) -> str:
    return ways[at % len(ways)]


def fresh_intents(which: str) -> list[tuple[str, list[str]]]:
    """Messages of a fresh set with their wishes, main one first."""
    rows = [json.loads(line) for line in _lines(f"intents_{which}.jsonl")]
    return [(row["text"], row["intents"]) for row in rows]


def fresh_utterances(which: str) -> list[Utterance]:
    return [TypeAdapter(Utterance).validate_json(line) for line in _lines(f"slots_{which}.jsonl")]


def fresh_messages(which: str) -> list[Message]:
    return [TypeAdapter(Message).validate_json(line) for line in _lines(f"messages_{which}.jsonl")]


def message_gates(which: str) -> Texts:
    """The same messages as `danger` and `harmless`, `wish` and `none`."""
    said = fresh_messages(which)
    return {
        "danger": [one.text for one in said if one.danger],
        "harmless": [one.text for one in said if not one.danger],
        "wish": [one.text for one in said if one.person],
        "none": [one.text for one in said if not one.person],
    }


def injections() -> Texts:
    """Place the text comes from → hostile texts."""
    table = tomllib.loads((DATA / "exam" / "injections.toml").read_text("utf-8"))
    rows = TypeAdapter(list[dict[str, str | list[str]]]).validate_python(table["text"])
    return {str(row["place"]): list(row["say"]) for row in rows}


def utterances() -> list[Utterance]:
    return [TypeAdapter(Utterance).validate_json(line) for line in _lines("slots.jsonl")]


def dialogues() -> list[Dialogue]:
    return [TypeAdapter(Dialogue).validate_python(json.loads(line)) for line in _lines("dialogues.jsonl")]


def _texts(name: str) -> Texts:
    table = tomllib.loads((DATA / "exam" / name).read_text("utf-8"))
    return TypeAdapter(dict[str, list[str]]).validate_python(table)


def _lines(name: str) -> list[str]:
    return [line for line in (DATA / "exam" / name).read_text("utf-8").splitlines() if line.strip()]
