"""From evidence: ranked causes, the best question, the safe step, and what a visit needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log2
from typing import Literal

from .model import LEVELS, Cause, Code, Graph, Level, Part, Question, Remedy

UNSEEN = 0.005  # P(symptom | a cause that does not list it): people misname what they see
CODE_TRUST = 0.92  # share of cases in which a shown code points at one of its listed causes
TRIED_RELIABILITY = 0.95  # a customer who says "did that" has done it properly this often
WORTH_ASKING = 0.08  # bits; below it a question only annoys
WORTH_TRYING = 0.12  # P(solved by the step); below it a step only costs time
TRY_FIRST = 0.40  # P(solved by the step) from which it beats another question
DANGER_SHARE = 0.30  # probability mass on dangerous causes from which no self-help is offered
COVERED = 0.80  # a visit is equipped for this share of the probability

Move = Literal["danger", "help", "ask", "visit"]
Why = Literal["symptom", "code", "answer", "age", "tried"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one unit. `answers`: question id → yes; `tried`: remedy ids done without success;
    `unsure`: questions the customer could not answer, not to be asked again."""

    symptoms: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    model: str = ""
    age_years: float | None = None
    answers: Mapping[str, bool] = field(default_factory=dict)
    tried: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence and how many times likelier it makes the cause than an average one."""

    why: Why
    ref: str
    factor: float


@dataclass(frozen=True, slots=True)
class Likely:
    cause: Cause
    probability: float
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A step that was not offered. `why`: cover, danger_symptom, danger_cause, stop_code."""

    remedy: str
    why: str


@dataclass(frozen=True, slots=True)
class Need:
    """What to bring: parts with the probability of use, the lowest level, legal certificates."""

    parts: tuple[tuple[Part, float], ...]
    level: Level
    certs: frozenset[str]
    minutes: int
    sops: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """`move` says what to do now; `question`, `step` and `need` are filled whenever they exist."""

    move: Move
    causes: tuple[Likely, ...]
    danger: str
    question: Question | None
    gain_bits: float
    step: Remedy | None
    step_solves: float
    need: Need
    refused: tuple[Refusal, ...]


def diagnose(graph: Graph, evidence: Evidence) -> Diagnosis:
    """Posterior by naive Bayes over single causes; unknown ids in the evidence raise KeyError."""
    causes = _rank(graph, evidence)
    danger = _danger(graph, evidence, causes)
    step, solves, refused = _step(graph, evidence, causes, danger)
    question, gain = _question(graph, evidence, causes)
    return Diagnosis(
        move=_move(danger, step, solves, question),
        causes=causes,
        danger=danger[1] if danger else "",
        question=question,
        gain_bits=gain,
        step=step,
        step_solves=solves,
        need=_need(graph, evidence, causes),
        refused=refused,
    )


def _rank(graph: Graph, evidence: Evidence) -> tuple[Likely, ...]:
    series = graph.series_of(evidence.model)
    possible = [c for c in graph.causes.values() if not series or not c.series or series in c.series]
    codes = [code for shown in evidence.codes for code in graph.find_codes(shown, evidence.model)]
    weighed = [(cause, _reasons(graph, evidence, cause, codes)) for cause in possible]
    weights = [cause.prior * _product(reasons) for cause, reasons in weighed]
    total = sum(weights)
    likely = [Likely(cause, weight / total, reasons) for (cause, reasons), weight in zip(weighed, weights, strict=True)]
    return tuple(sorted(likely, key=lambda found: (-found.probability, found.cause.id)))


def _reasons(graph: Graph, evidence: Evidence, cause: Cause, codes: list[Code]) -> tuple[Reason, ...]:
    found = [Reason("symptom", name, cause.on.get(graph.symptoms[name].id, UNSEEN)) for name in evidence.symptoms]
    if codes:
        found.append(Reason("code", codes[0].code, _code_factor(graph, cause, codes)))
    for name, yes in evidence.answers.items():
        chance = cause.yes.get(name, graph.questions[name].base)
        found.append(Reason("answer", name, chance if yes else 1 - chance))
    if evidence.age_years is not None and cause.wear != 1.0:
        found.append(Reason("age", "wear", _age_factor(cause.wear, evidence.age_years, graph.life_years)))
    for name in sorted(evidence.tried & set(cause.fix)):
        failed = 1 - graph.remedies[name].success * TRIED_RELIABILITY
        found.append(Reason("tried", name, failed))
    return tuple(found)


def _code_factor(graph: Graph, cause: Cause, codes: list[Code]) -> float:
    """Listed causes share CODE_TRUST by weights 1, 1/2, 1/3 …; all others share what remains."""
    places = [code.causes.index(cause.id) for code in codes if cause.id in code.causes]
    if places:
        listed = sum(1 / (place + 1) for place in range(max(len(code.causes) for code in codes)))
        return CODE_TRUST / (min(places) + 1) / listed
    return (1 - CODE_TRUST) / len(graph.causes)


def _age_factor(shape: float, age: float, life: float) -> float:
    """Weibull hazard relative to half the design life, (2 age / life) ** (shape - 1), within 1/4 … 4."""
    relative = max(age, 0.25) / (life / 2)
    return float(min(4.0, max(0.25, relative ** (shape - 1))))


def _product(reasons: tuple[Reason, ...]) -> float:
    product = 1.0
    for reason in reasons:
        product *= reason.factor
    return product


def _danger(graph: Graph, evidence: Evidence, causes: tuple[Likely, ...]) -> tuple[str, str] | None:
    """(why, card) when self-help must not be offered; the card may be empty for a stop code."""
    for name in evidence.symptoms:
        if card := graph.symptoms[name].danger:
            return "danger_symptom", card
    for shown in evidence.codes:
        if any(code.act == "stop" for code in graph.find_codes(shown, evidence.model)):
            return "stop_code", _heaviest(causes)
    if sum(found.probability for found in causes if found.cause.danger) >= DANGER_SHARE:
        return "danger_cause", _heaviest(causes)
    return None


def _heaviest(causes: tuple[Likely, ...]) -> str:
    return next((found.cause.danger for found in causes if found.cause.danger), "")


def _step(
    graph: Graph, evidence: Evidence, causes: tuple[Likely, ...], danger: tuple[str, str] | None
) -> tuple[Remedy | None, float, tuple[Refusal, ...]]:
    solves: dict[str, float] = {}
    for found in causes:
        for name in found.cause.fix:
            if graph.remedies[name].by == "customer" and name not in evidence.tried:
                solves[name] = solves.get(name, 0.0) + found.probability * graph.remedies[name].success
    worth = sorted((name for name in solves if solves[name] >= WORTH_TRYING), key=lambda n: (-solves[n], n))
    refused = [Refusal(name, why) for name in worth if (why := _refusal(graph, name, danger))]
    allowed = [name for name in worth if not _refusal(graph, name, danger)]
    if not allowed:
        return None, 0.0, tuple(refused)
    return graph.remedies[allowed[0]], solves[allowed[0]], tuple(refused)


def _refusal(graph: Graph, remedy: str, danger: tuple[str, str] | None) -> str:
    """Checked again though `Graph` refuses such data: no guard may stand on another file alone."""
    if graph.components[graph.remedies[remedy].at].cover == "dangerous":
        return "cover"
    return danger[0] if danger else ""


def _question(graph: Graph, evidence: Evidence, causes: tuple[Likely, ...]) -> tuple[Question | None, float]:
    best: tuple[float, str] = (0.0, "")
    for question in graph.questions.values():
        if question.id in evidence.answers or question.id in evidence.unsure:
            continue
        gain = _gain(question, causes)
        if gain > best[0] + 1e-12:
            best = (gain, question.id)
    if best[0] < WORTH_ASKING:
        return None, best[0]
    return graph.questions[best[1]], best[0]


def _gain(question: Question, causes: tuple[Likely, ...]) -> float:
    """Expected information about the cause in bits: H(answer) - Σ p(cause) H(answer | cause)."""
    yes = [found.cause.yes.get(question.id, question.base) for found in causes]
    overall = sum(found.probability * chance for found, chance in zip(causes, yes, strict=True))
    inside = sum(found.probability * _entropy(chance) for found, chance in zip(causes, yes, strict=True))
    return _entropy(overall) - inside


def _entropy(chance: float) -> float:
    if chance <= 0 or chance >= 1:
        return 0.0
    return -chance * log2(chance) - (1 - chance) * log2(1 - chance)


def _move(danger: tuple[str, str] | None, step: Remedy | None, solves: float, question: Question | None) -> Move:
    if danger:
        return "danger"
    if step and solves >= TRY_FIRST:
        return "help"
    if question:
        return "ask"
    return "help" if step else "visit"


def _need(graph: Graph, evidence: Evidence, causes: tuple[Likely, ...]) -> Need:
    """For the likeliest causes that together reach COVERED of the probability."""
    series = graph.series_of(evidence.model)
    parts: dict[str, float] = {}
    remedies: dict[str, Remedy] = {}
    mass = 0.0
    for found in causes:
        if mass >= COVERED:
            break
        mass += found.probability
        for remedy in _engineers(graph, found.cause):
            remedies[remedy.id] = remedy
            for name in remedy.parts:
                if not series or series in graph.parts[name].series:
                    parts[name] = parts.get(name, 0.0) + found.probability
    ordered = sorted(parts.items(), key=lambda item: (-item[1], item[0]))
    chosen = remedies.values()
    return Need(
        parts=tuple((graph.parts[name], share) for name, share in ordered),
        level=max((r.level for r in chosen), key=LEVELS.index, default="junior"),
        certs=frozenset(cert for r in chosen for cert in r.certs),
        minutes=max((r.minutes for r in chosen), default=30),
        sops=tuple(sorted({r.sop for r in chosen if r.sop})),
    )


def _engineers(graph: Graph, cause: Cause) -> list[Remedy]:
    return [graph.remedies[name] for name in cause.fix if graph.remedies[name].by == "engineer"]
