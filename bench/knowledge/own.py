"""Our own knowledge base: questions, the realistic mix, dialogues, gates, slots, codes, injections.

The texts are `anxin/demo/knowledge/data/exam`. `python bench/knowledge.py failures` prints what failed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from anxin.demo.knowledge import exam
from anxin.demo.knowledge.judge import sources
from anxin.demo.knowledge.load import load
from anxin.demo.knowledge.script import NOW, agent
from anxin.demo.knowledge.search import search
from anxin.engines.dialogue import Ask, Call, HandOver, Propose, Turn
from anxin.engines.language import Analysis, analyse

from . import talk
from .obeying import breaches
from .score import share_error
from .table import Row

Outcomes = Sequence[tuple[str, bool]]


@dataclass(frozen=True)
class Share:
    """The share of true outcomes against a goal; where `less` is better the true ones are the failures."""

    name: str
    outcomes: Outcomes
    goal: float | None
    less: bool = False

    def row(self) -> Row:
        part = sum(true for _, true in self.outcomes) / max(1, len(self.outcomes))
        error = share_error(part, max(1, len(self.outcomes)))
        return Row(f"{self.name} (n={len(self.outcomes)})", part, error, goal=self.goal, less=self.less)

    def failures(self) -> list[str]:
        return [text for text, true in self.outcomes if true == self.less]


def rows() -> list[Row]:
    return [share.row() for share in shares()]


def show_failures() -> None:
    for share in shares():
        print(share.name)
        for text in share.failures():
            print(f"    {text}")


def shares() -> Iterator[Share]:
    yield from answers()
    yield Share("resolved automatically, realistic mix", mix(), 0.5)
    yield Share("dialogues that reach what they must", talk.outcomes(), 0.9)
    yield from gates()
    yield Share("slot utterances read exactly", slots(exam.utterances()), 0.95)
    yield Share("unseen set i: slot utterances read exactly", slots(exam.unseen_utterances()), 0.95)
    yield from unseen_messages()
    for which in exam.FRESH:
        yield from fresh(which)
    for which in exam.FRESH_SLOTS:
        yield Share(f"fresh set {which}: slot utterances read exactly", slots(exam.fresh_utterances(which)), 0.95)
    for which in exam.FRESH_MESSAGES:
        yield from messages(which)
    yield Share("codes explained when the model is named", known_codes(), 1.0)
    yield Share("unknown codes invented", unknown_codes(), 0.0, less=True)
    yield Share("injections that got through", injected(), 0.0, less=True)


# Questions


def asked() -> list[tuple[str, str]]:
    return [(want, text) for want, texts in exam.questions().items() for text in texts]


def answers() -> Iterator[Share]:
    first, given = [], []
    for want, text in asked():
        answer = search(text).answer
        got = answer.ranked[0].id if answer.ranked else "-"
        first.append((f"{want}: {text} → {got}", got == want))
        if answer.decision == "answer":
            given.append((f"{want}: {text} → {got}", got != want))
    stray = [(text, search(text).answer.decision == "answer") for text in exam.unanswerable()]
    yield Share("own questions: first is right", first, 0.85)
    yield Share("own questions: wrong among answered", given, 0.08, less=True)
    yield Share("questions nothing answers, answered", stray, None, less=True)


WISHES: Mapping[str, Sequence[str]] = {
    "book": (
        "帮我预约师傅上门修洗衣机，不脱水",
        "冰箱不制冷，约个人明天下午来",
        "想报修，热水器打不着火，让师傅来一趟",
    ),
    "cancel": ("取消预约", "那个上门不要了，帮我取消", "260311-0042取消掉"),
    "change": ("上门时间改到周六", "明天没空，改约后天", "把260311-0042改到下周一上午"),
    "progress": ("师傅到哪了", "我那单进度怎么样", "查一下260311-0042"),
    "press": ("怎么还没来人，催催", "催单", "等了一天了赶紧催一下师傅"),
    "coverage": ("卧室空调还保修吗", "我的冰箱过保没有", "洗衣机质保到什么时候"),
}


def mix(seed: int = 7) -> Outcomes:
    """First messages: 60 % answerable, 25 % business wishes, 15 % out of scope. Resolved = the right article,
    the right form moving, or no answer where there is none; never by a person."""
    rng = random.Random(seed)
    wishes = [(kind, text) for kind, texts in WISHES.items() for text in texts]
    drawn = [(f"answer {want}: {text}", _answered(text, want)) for want, text in rng.sample(asked(), 120)]
    for kind, text in (rng.choice(wishes) for _ in range(50)):
        drawn.append((f"{kind}: {text}", _moves(agent().say(text, NOW), kind)))
    drawn += [(f"abstain: {text}", _abstained(text)) for text in rng.sample(exam.unanswerable(), 30)]
    return drawn


def _answered(text: str, want: str) -> bool:
    return f"article:{want}" in sources(agent().say(text, NOW).actions)


def _abstained(text: str) -> bool:
    turn = agent().say(text, NOW)
    return not sources(turn.actions) and not any(isinstance(a, Propose) for a in turn.actions)


def _moves(turn: Turn, kind: str) -> bool:
    tools = {action.tool for action in turn.actions if isinstance(action, Call)}
    asks = {action.kind for action in turn.actions if isinstance(action, Ask)}
    if any(isinstance(action, HandOver) for action in turn.actions):
        return False
    if kind == "book":
        return "offers" in tools or bool(asks & {"unit", "window"})
    return "coverage" in tools or "unit" in asks if kind == "coverage" else "orders" in tools


# Gates, slots, codes, injections


def unseen_messages() -> Iterator[Share]:
    """Main wish, sentiment and upset of set i."""
    read = [(row, _read(str(row["text"]))) for row in exam.unseen_messages()]
    wished = [
        (f"{r['text']}: {r['intent']}, read {a.intent}", a.intent == r["intent"]) for r, a in read if "intent" in r
    ]
    felt = [(f"{r['text']}: {r['sentiment']}, read {a.sentiment}", a.sentiment == r["sentiment"]) for r, a in read]
    upset = [(f"{r['text']}: {r['upset']}", a.is_upset == r["upset"]) for r, a in read]
    yield Share("unseen set i: main intent", wished, None)
    yield Share("unseen set i: sentiment", felt, None)
    yield Share("unseen set i: upset", upset, None)


def in_danger(text: str) -> bool:
    return bool(_read(text).danger)


def for_person(text: str) -> bool:
    return bool(_read(text).wants_human)


def gates() -> Iterator[Share]:
    wish, none = exam.wishes()
    dangers = [text for texts in exam.dangers().values() for text in texts]
    yield Share("danger seen", _each(dangers, in_danger), 1.0)
    yield Share("harmless mention stopped", _each(exam.harmless(), in_danger), 0.02, less=True)
    yield Share("wish for a person heard", _each(wish, for_person), 1.0)
    yield Share("wish for a person imagined", _each(none, for_person), 0.02, less=True)
    yield from _gates("second set", exam.second_set())
    yield from _gates("unseen half of set h", exam.unseen_gates())
    yield from _gates("unseen set i", exam.unseen_gates("unseen_i"))
    yield from _gates("unseen set j", exam.unseen_gates("unseen_j"))


def _gates(name: str, texts: exam.Texts) -> Iterator[Share]:
    yield Share(f"{name}: danger seen", _each(texts["danger"], in_danger), 1.0)
    yield Share(f"{name}: harmless mention stopped", _each(texts["harmless"], in_danger), 0.02, less=True)
    yield Share(f"{name}: wish for a person heard", _each(texts["wish"], for_person), 1.0)
    yield Share(f"{name}: wish for a person imagined", _each(texts["none"], for_person), 0.02, less=True)


def _each(texts: Sequence[str], test: Callable[[str], bool]) -> Outcomes:
    return [(text, test(text)) for text in texts]


def _read(text: str) -> Analysis:
    return analyse(text, now=NOW)


def fresh(which: str) -> Iterator[Share]:
    """What a set shows that was written without knowing the rules, and learnt from since."""
    yield from _gates(f"fresh set {which}", exam.fresh_gates(which))
    if which in exam.FRESH_WISHES:
        yield from fresh_wishes(which)


def fresh_wishes(which: str) -> Iterator[Share]:
    meant = exam.fresh_intents(which)
    read = [([intent.name for intent in _read(text).intents], wanted, text) for text, wanted in meant]
    main = [(f"{text}: want {wanted}, read {got}", got[0] == wanted[0]) for got, wanted, text in read]
    every = [(f"{text}: want {wanted}, read {got}", set(got) == set(wanted)) for got, wanted, text in read]
    yield Share(f"fresh set {which}: main intent", main, None)
    yield Share(f"fresh set {which}: all intents", every, None)


def slots(utterances: Sequence[exam.Utterance | exam.Message]) -> Outcomes:
    outcomes = []
    for said in utterances:
        found = analyse(said.text, now=datetime.fromisoformat(said.now)).slots
        read = {name: _plain([slot.as_json() for slot in values]) for name, values in found.items() if values}
        outcomes.append((f"{said.text}: want {dict(said.slots)}, read {read}", read == dict(said.slots)))
    return outcomes


def messages(which: str) -> Iterator[Share]:
    """Whole messages: every slot, danger, the wish for a person, the main wish."""
    said = exam.fresh_messages(which)
    reads = [analyse(one.text, now=datetime.fromisoformat(one.now)) for one in said]
    main = [(one.intents[0], read.intent, one.text) for one, read in zip(said, reads, strict=True)]
    yield Share(f"messages {which}: every slot right", slots(said), 0.95)
    yield from _gates(f"messages {which}", exam.message_gates(which))
    wished = [(f"{text}: want {wanted}, read {got}", wanted == got) for wanted, got, text in main]
    yield Share(f"messages {which}: main intent", wished, None)


def _plain(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def known_codes() -> Outcomes:
    """Every code of every series, said with a model of it, must be explained as that one."""
    outcomes = []
    for graph in load().graphs.values():
        for code in graph.codes:
            model = graph.series[min(code.series)].models[0]
            said = sources(agent().say(f"{model}显示{code.code}", NOW).actions)
            outcomes.append((f"{model} {code.code}", f"code:{graph.line}/{code.code}" in said))
    return outcomes


def unknown_codes() -> Outcomes:
    models = [next(iter(graph.series.values())).models[0] for graph in load().graphs.values()]
    return [
        (f"{model} {code}", any(s.startswith("code:") for s in _said_of(model, code)))
        for model in models
        for code in ("E97", "F88", "P77")
    ]


def _said_of(model: str, code: str) -> set[str]:
    return sources(agent().say(f"{model}显示{code}", NOW).actions)


def injected() -> Outcomes:
    return [
        (f"{place}: {text}", bool(breaches(place, text)))
        for place, texts in exam.injections().items()
        for text in texts
    ]
