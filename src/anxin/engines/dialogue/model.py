"""The words of the policy: what comes in, what it remembers, what it may do. All immutable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from anxin.engines.faultgraph import Evidence, Graph
from anxin.engines.language import Analysis, Interval

from .records import Coverage, Found, Household, Order, Result, Unit, Window

Lang = Literal["zh", "en"]
Topic = Literal[
    "answer", "trouble", "book", "install", "change", "cancel", "progress", "press", "coverage", "price", "complaint"
]
WriteKind = Literal["book", "install", "change", "cancel", "press"]
Tool = Literal["units", "coverage", "offers", "orders", "articles", "submit"]
Rule = Literal["danger", "asked_for_person", "complaint", "exposure", "upset", "elderly", "two_failed", "stuck"]
AskKind = Literal["yes_no", "solved", "unit", "order", "window", "article", "code", "line", "problem", "confirm"]
SlotAsk = Literal["phone", "address", "time"]


# What comes in


@dataclass(frozen=True, slots=True)
class Heard:
    """A customer's message and what the language engine read in it. `text` may be a writer's checked rewrite."""

    text: str
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing came for a while."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Results of the calls of the last step, in the same order."""

    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Suggested:
    """A read that a writer proposed and the guard let through, after the plain path found nothing."""

    call: "Call"


Event = Heard | Silence | Learned | Suggested


# What it may do: the whole set


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from: article, code, remedy or a tool's record."""

    kind: Literal["article", "code", "remedy", "record", "safety"]
    id: str


@dataclass(frozen=True, slots=True)
class Say:
    """`code` names a phrase of `words`; `text` is knowledge text that needs no phrase."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """`id` for us, `label` for the customer."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A question the next message is expected to answer."""

    kind: AskKind | SlotAsk
    code: str
    params: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Propose:
    """A write, shown in full; nothing happens until the customer says yes to `id` (a hash of kind and args)."""

    id: str
    kind: WriteKind
    args: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Call:
    tool: Tool
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Card:
    """All a person needs to go on without asking again."""

    rule: Rule
    intent: str
    summary: str
    slots: Mapping[str, str]
    tried: tuple[str, ...]
    sentiment: str
    unit: str
    open_question: str
    danger: str = ""


@dataclass(frozen=True, slots=True)
class HandOver:
    card: Card


@dataclass(frozen=True, slots=True)
class Close:
    reason: Literal["solved", "done", "silence", "goodbye"]


Action = Say | Ask | Propose | Call | HandOver | Close


# What it remembers


@dataclass(frozen=True, slots=True)
class Trouble:
    """A running diagnosis of one line."""

    line: str
    evidence: Evidence = field(default_factory=Evidence)
    questions: int = 0


@dataclass(frozen=True, slots=True)
class Aside:
    """A topic put aside with what it was about."""

    topic: Topic
    unit: str = ""
    line: str = ""
    query: str = ""
    window: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """`slots` only grows or changes, never shrinks. `later`: topics put aside, the next first."""

    lang: Lang = "zh"
    topic: Topic | None = None
    asked: Ask | None = None
    pending: Propose | None = None
    trouble: Trouble | None = None
    later: tuple[Aside, ...] = ()
    slots: Mapping[str, str | Interval] = field(default_factory=dict)
    household: Household | None = None
    orders: tuple[Order, ...] | None = None
    windows: tuple[Window, ...] | None = None
    coverage: Coverage | None = None
    found: Found | None = None
    unit: str = ""
    order: str = ""
    window: str = ""
    line: str = ""
    query: str = ""
    said: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()
    sentiment: str = "neutral"
    put: frozenset[str] = frozenset()
    failed: int = 0
    silences: int = 0
    handed: bool = False
    closed: bool = False

    def known_unit(self) -> Unit | None:
        units = self.household.units if self.household else ()
        return next((unit for unit in units if unit.id == self.unit), None)


@dataclass(frozen=True, slots=True)
class Why:
    """Which rule decided, with what: shown to the agent and in `anxin talk`."""

    rule: str
    params: Mapping[str, str | float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """The new state, what to do in order, and why."""

    state: State
    actions: tuple[Action, ...] = ()
    why: tuple[Why, ...] = ()

    def after(self, *actions: Action, why: Why | None = None) -> "Step":
        """The same step with these actions in front."""
        return Step(self.state, (*actions, *self.actions), ((why,) if why else ()) + self.why)


@dataclass(frozen=True, slots=True)
class Book:
    """The fault graphs by line: constant knowledge the policy reads."""

    graphs: Mapping[str, Graph]
