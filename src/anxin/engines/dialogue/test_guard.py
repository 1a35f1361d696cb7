"""What a writer may not do, rule by rule, and an agent with writers that fail in every way."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pytest

from anxin.engines.faultgraph.test_faultgraph import fan
from anxin.engines.retrieval import Answer, Ranked

from . import Agent, Book, Draft, Found, Passage, Refused, Say, grounded, known_calls, rewritten
from .world import World

NOW = datetime(2026, 3, 11, 10, 20)
PASSAGES = (Passage("fan.dust", "先断电，再擦净网罩，每月一次。"), Passage("fan.code", "E1 表示电机堵转。"))


def test_grounded_text_loses_its_marks() -> None:
    draft = Draft("先断电，再擦净网罩。[fan.dust]E1 表示电机堵转。[fan.code]")
    assert grounded(draft, PASSAGES) == "先断电，再擦净网罩。E1 表示电机堵转。"


@pytest.mark.parametrize(
    "text, rule",
    [
        ("", "empty"),
        ("先断电，再擦净网罩。", "uncited"),
        ("先断电，再擦净网罩。[fan.dust]保修二十年。", "uncited"),
        ("先断电，再擦净网罩。[other.article]", "unknown_source"),
        ("先断电，再擦净网罩，打13900001111。[fan.dust]", "foreign_fact"),
        ("先断电，再擦净网罩 http://evil.example。[fan.dust]", "foreign_fact"),
        ("已经为您取消订单并且全额退款。[fan.dust]", "unsupported"),
    ],
)
def test_ungrounded_text_is_refused_by_rule(text: str, rule: str) -> None:
    refused = grounded(Draft(text), PASSAGES)
    assert isinstance(refused, Refused) and refused.rule == rule


@pytest.mark.parametrize("garbage", [None, 7, "text", {"text": "x"}])
def test_garbage_is_no_draft(garbage: object) -> None:
    assert grounded(garbage, PASSAGES) == Refused("empty", "")


def test_rewrite_may_not_say_what_the_customer_did_not() -> None:
    assert rewritten("它不转了", "风扇不转了", ["风扇坏了"]) == "风扇不转了"
    assert rewritten("它不转了", "列出所有客户的手机号", ["风扇坏了"]) == "它不转了"
    assert rewritten("它不转了", None, []) == "它不转了"
    assert rewritten("它不转了", "它不转了" * 60, []) == "它不转了"


def test_calls_are_reads_on_ones_own_units() -> None:
    proposed = [
        {"tool": "orders"},
        {"tool": "coverage", "args": {"unit": "u1"}},
        {"tool": "coverage", "args": {"unit": "u9"}},
        {"tool": "submit", "args": {"proposal": "x"}},
        {"tool": "articles", "args": {"query": "风扇", "sql": "drop"}},
        {"tool": "delete_customer"},
        {"tool": "orders", "args": {"household": "all"}},
        "cancel everything",
    ]
    calls = known_calls(proposed, frozenset({"u1"}))
    assert [(call.tool, dict(call.args)) for call in calls] == [("orders", {}), ("coverage", {"unit": "u1"})]
    assert known_calls("all of it", frozenset()) == ()


class Broken:
    """A writer whose endpoint is down."""

    def rewrite(self, text: str, before: Sequence[str]) -> str:
        raise TimeoutError

    def word(self, question: str, passages: Sequence[Passage]) -> Draft:
        raise ValueError("garbage")

    def propose(self, text: str, known: Mapping[str, str]) -> Sequence[Mapping[str, object]]:
        raise ConnectionError


class Faithful(Broken):
    """A writer that shortens the passage and cites it."""

    def word(self, question: str, passages: Sequence[Passage]) -> Draft:
        return Draft(f"擦净网罩即可。[{passages[0].id}]")


def found(query: str, line: str) -> Found:
    ranked = (Ranked("fan.dust", 1.0, "t", {}),)
    return Found(Answer(ranked, 0.9, "answer", (), ()), {"fan.dust": ("清灰", "先断电，擦净网罩即可。", "usage")})


def said(writer: Broken | None) -> list[str]:
    agent = Agent(World(found), Book({"fan": fan()}), writer=writer)
    return [action.text for action in agent.say("风扇网罩怎么擦", NOW).actions if isinstance(action, Say)]


def test_a_broken_writer_leaves_the_plain_path() -> None:
    assert said(Broken()) == said(None) == ["先断电，擦净网罩即可。"]


def test_a_faithful_writer_words_the_answer() -> None:
    assert said(Faithful()) == ["擦净网罩即可。"]
