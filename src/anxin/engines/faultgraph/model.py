"""The graph of one product line. Immutable; a `Graph` that does not hold together cannot be made."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeVar

Cover = Literal["none", "opened", "dangerous"]
By = Literal["customer", "engineer"]
Act = Literal["self", "visit", "stop", "info"]
Level = Literal["junior", "intermediate", "senior", "expert"]
LEVELS: tuple[Level, ...] = ("junior", "intermediate", "senior", "expert")


class GraphError(ValueError):
    """The graph names something it does not hold, or lets a customer behind a dangerous cover."""


class Named(Protocol):
    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Series:
    """Models built alike. `since` is the first year of sale."""

    id: str
    name: str
    en: str
    since: int
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Component:
    """`cover`: none = outside, opened = a lid for the user, dangerous = live, hot, gas, height, pressure."""

    id: str
    name: str
    en: str
    cover: Cover


@dataclass(frozen=True, slots=True)
class Symptom:
    """What the customer notices. `say`: as people put it. `danger`: the safety card it calls for."""

    id: str
    name: str
    en: str
    say: tuple[str, ...]
    danger: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A yes/no question. `base`: probability of yes under a cause that says nothing about it."""

    id: str
    text: str
    en: str
    base: float


@dataclass(frozen=True, slots=True)
class Cause:
    """`prior`: cases per 1,000 of the line; `wear`: Weibull shape of its failure rate over age (1 = none);
    `on`: symptom → P(symptom | cause); `yes`: question → P(yes | cause); `fix`: remedies, safest first."""

    id: str
    name: str
    en: str
    component: str
    prior: float
    wear: float
    on: Mapping[str, float]
    yes: Mapping[str, float]
    fix: tuple[str, ...]
    series: frozenset[str] = frozenset()
    danger: str = ""


@dataclass(frozen=True, slots=True)
class Remedy:
    """`at`: the component where hands go. `success`: P(solved | the cause is right)."""

    id: str
    name: str
    en: str
    by: By
    at: str
    success: float
    minutes: int
    step: str
    step_en: str = ""
    parts: tuple[str, ...] = ()
    level: Level = "junior"
    certs: frozenset[str] = frozenset()
    sop: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A stocked item and the series it fits. `price` in yuan, tax included."""

    id: str
    sku: str
    name: str
    en: str
    component: str
    price: int
    series: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sop:
    id: str
    name: str
    en: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A code shown by machines of `series`. `act`: self, visit, stop (switch off first), info (no fault)."""

    code: str
    series: frozenset[str]
    name: str
    en: str
    causes: tuple[str, ...]
    act: Act


@dataclass(frozen=True, slots=True)
class Graph:
    """All that is known of one line. Look-ups are by id; `codes` may hold one code for several series."""

    line: str
    name: str
    en: str
    life_years: float
    words: tuple[str, ...]
    series: Mapping[str, Series]
    components: Mapping[str, Component]
    symptoms: Mapping[str, Symptom]
    questions: Mapping[str, Question]
    causes: Mapping[str, Cause]
    remedies: Mapping[str, Remedy]
    parts: Mapping[str, Part]
    sops: Mapping[str, Sop]
    codes: tuple[Code, ...] = field(default=())

    def __post_init__(self) -> None:
        if problems := list(_problems(self)):
            raise GraphError(f"{self.line}: " + "; ".join(problems))

    def series_of(self, model: str) -> str:
        """Series of a model name, any case; empty when the model is unknown."""
        wanted = model.upper()
        return next((s.id for s in self.series.values() if wanted in (m.upper() for m in s.models)), "")

    def find_codes(self, code: str, model: str = "") -> tuple[Code, ...]:
        """Exact matches of a code, narrowed by the model; several mean: ask back. Nothing is ever guessed."""
        hits = [c for c in self.codes if c.code.upper() == code.strip().upper()]
        series = self.series_of(model) if model else ""
        return tuple(c for c in hits if not series or series in c.series)


Item = TypeVar("Item", bound=Named)


def by_id(items: Iterable[Item]) -> dict[str, Item]:
    """Items by id; a doubled id is an error."""
    found: dict[str, Item] = {}
    for item in items:
        if item.id in found:
            raise GraphError(f"id {item.id!r} twice")
        found[item.id] = item
    return found


def _problems(graph: Graph) -> Iterator[str]:
    yield from _cause_problems(graph)
    yield from _remedy_problems(graph)
    for part in graph.parts.values():
        yield from _unknown(f"part {part.id}", {part.component}, graph.components)
        yield from _unknown(f"part {part.id}", part.series, graph.series)
    for code in graph.codes:
        yield from _unknown(f"code {code.code}", code.causes, graph.causes)
        yield from _unknown(f"code {code.code}", code.series, graph.series)


def _cause_problems(graph: Graph) -> Iterator[str]:
    for cause in graph.causes.values():
        owner = f"cause {cause.id}"
        yield from _unknown(owner, {cause.component}, graph.components)
        yield from _unknown(owner, cause.on, graph.symptoms)
        yield from _unknown(owner, cause.yes, graph.questions)
        yield from _unknown(owner, cause.fix, graph.remedies)
        yield from _unknown(owner, cause.series, graph.series)
        if not all(0 < p < 1 for p in (*cause.on.values(), *cause.yes.values())):
            yield f"{owner}: a probability outside (0, 1)"


def _remedy_problems(graph: Graph) -> Iterator[str]:
    for remedy in graph.remedies.values():
        owner = f"remedy {remedy.id}"
        yield from _unknown(owner, {remedy.at}, graph.components)
        yield from _unknown(owner, remedy.parts, graph.parts)
        yield from _unknown(owner, {remedy.sop} - {""}, graph.sops)
        place = graph.components.get(remedy.at)
        if remedy.by == "customer" and place and place.cover == "dangerous":
            yield f"{owner}: sends a customer behind a dangerous cover"


def _unknown(owner: str, names: Iterable[str], known: Mapping[str, object]) -> Iterator[str]:
    for name in names:
        if name not in known:
            yield f"{owner} names unknown {name!r}"
