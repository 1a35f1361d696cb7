"""Walking a customer through the fault graph: codes, questions, safe steps, and the visit when they end."""

import re
from dataclasses import replace

from anxin.engines.faultgraph import Code, Diagnosis, Evidence, Graph, diagnose, heard_symptoms, named_line

from .card import hand_over
from .forms import asking, candidates, start
from .model import Ask, Book, Call, Choice, Heard, Say, Source, State, Step, Trouble, Why

MOST_QUESTIONS = 4
_ANNOUNCED = re.compile(
    r"(?:显示|报警?|代码|故障码|错误码?|提示|出现|屏上|code|shows?)[是为了：: ]*([A-Za-z0-9]{1,4})(?![A-Za-z0-9])", re.I
)
CARDS = frozenset({"gas", "co", "fire", "battery"})


def begin(state: State, book: Book, text: str) -> Step | None:
    """Start from the symptoms the text names; None when it names none or the product is unknown."""
    if not state.line:
        return None
    heard = tuple(h.symptom for h in heard_symptoms(book.graphs[state.line], text))
    if not heard:
        return None
    return go_on(replace(state, trouble=_about(state, Evidence(symptoms=heard))), book)


def go_on(state: State, book: Book) -> Step:
    """The next move of the running diagnosis."""
    trouble = state.trouble
    assert trouble
    found = diagnose(book.graphs[trouble.line], trouble.evidence)
    state = replace(state, topic="trouble", asked=None)
    why = Why("diagnose", {found.causes[0].cause.id: round(found.causes[0].probability, 3), "move": found.move})
    if found.move == "danger":
        return _stop(state, book, found).after(why=why)
    if found.move == "help" or (found.step and trouble.questions >= MOST_QUESTIONS):
        return _offer_step(state, found).after(why=why)
    if found.move == "ask" and trouble.questions < MOST_QUESTIONS:
        return _ask(state, found).after(why=why)
    return start(state, "book", book).after(why=why)


def _about(state: State, evidence: Evidence) -> Trouble:
    unit = state.known_unit()
    model = state.slots.get("model")
    named = model if isinstance(model, str) else ""
    return Trouble(
        state.line,
        replace(evidence, model=unit.model if unit else named, age_years=unit.age_years if unit else None),
    )


def _stop(state: State, book: Book, found: Diagnosis) -> Step:
    if found.danger in CARDS and any(r.why == "danger_symptom" for r in found.refused):
        card = Say(f"danger.{found.danger}", sources=(Source("safety", found.danger),))
        return hand_over(state, "danger", found.danger, card)
    return start(state, "book", book).after(Say("stop", sources=(Source("safety", found.danger or "stop"),)))


def _offer_step(state: State, found: Diagnosis) -> Step:
    assert found.step and state.trouble
    text = found.step.step if state.lang == "zh" or not found.step.step_en else found.step.step_en
    say = Say("step", {"text": text}, sources=(Source("remedy", f"{state.trouble.line}.{found.step.id}"),))
    return asking(state, Ask("solved", "solved?", ref=found.step.id), "trouble.step").after(say)


def _ask(state: State, found: Diagnosis) -> Step:
    assert found.question and state.trouble
    text = found.question.text if state.lang == "zh" else found.question.en
    trouble = replace(state.trouble, questions=state.trouble.questions + 1)
    ask = Ask("yes_no", "question", {"text": text}, ref=found.question.id)
    return asking(replace(state, trouble=trouble), ask, "trouble.question")


def answered(state: State, book: Book, question: str, yes: bool | None) -> Step:
    """The customer answered a question, or could not."""
    assert state.trouble
    old = state.trouble.evidence
    if yes is None:
        new = replace(old, unsure=old.unsure | {question})
    else:
        new = replace(old, answers={**old.answers, question: yes})
    return go_on(replace(state, trouble=replace(state.trouble, evidence=new), failed=0), book)


def not_solved(state: State, book: Book, tried: str) -> Step:
    """A step or an article did not help: count it against its cause and go on, or send someone."""
    state = replace(state, tried=(*state.tried, tried), failed=0, asked=None)
    if state.trouble is None:
        return begin(state, book, state.query) or start(state, "book", book)
    old = state.trouble.evidence
    if tried in book.graphs[state.trouble.line].remedies:
        old = replace(old, tried=old.tried | {tried})
    return go_on(replace(state, trouble=replace(state.trouble, evidence=old)), book)


# Codes


def shown_code(state: State, heard: Heard, book: Book) -> str:
    """The code a message shows. Letters or figures alone (EC, 07) count only where the product is known, behind a
    word that announces a code, and if that product has it; elsewhere they are words and numbers."""
    if read := heard.analysis.value("fault_code"):
        return str(read)
    model = _model(state)
    if not model and not state.line:
        return ""
    known = {code.code.upper() for graph in _graphs(state, book, model) for code in graph.codes}
    said = (found.group(1).upper() for found in _ANNOUNCED.finditer(heard.text))
    return next((code for code in said if code in known), "")


def on_code(state: State, book: Book, shown: str) -> Step:
    """A code is looked up exactly; several meanings are asked back, an unknown one is never explained."""
    model = _model(state)
    if not model and state.household is None:
        return Step(replace(state, topic="trouble"), (Call("units"),), (Why("code.whose"),))
    hits = _of_home(state, book, shown) or [
        (g, c) for g in _graphs(state, book, model) for c in g.find_codes(shown, model)
    ]
    if not hits:
        return Step(state, (Say("code_unknown", {"code": shown}),), (Why("code.unknown", {"code": shown}),))
    hits = _of_product(state, book, hits)
    if len(hits) > 1:
        return _which_code(state, shown, hits)
    return explain(state, book, *hits[0])


def _of_product(state: State, book: Book, hits: list[tuple[Graph, Code]]) -> list[tuple[Graph, Code]]:
    """Meanings on the products the message names, even if its word fits several lines (热水器: gas, electric)."""
    lines = named_line(book.graphs.values(), state.said[-1]) if state.said else ()
    told = [hit for hit in hits if hit[0].line in lines]
    heard = [(graph, code) for graph, code in told if heard_symptoms(graph, state.said[-1])]
    return heard or told or hits


def _of_home(state: State, book: Book, shown: str) -> list[tuple[Graph, Code]]:
    """Meanings on the customer's own machines, those of the room or product named if any is."""
    if _model(state):
        return []
    found = [
        (book.graphs[u.line], c) for u in candidates(state) for c in book.graphs[u.line].find_codes(shown, u.model)
    ]
    return [hit for place, hit in enumerate(found) if hit not in found[:place]]


def _model(state: State) -> str:
    unit = state.known_unit()
    said = state.slots.get("model")
    return said if isinstance(said, str) else unit.model if unit else ""


def _graphs(state: State, book: Book, model: str) -> list[Graph]:
    owners = [g for g in book.graphs.values() if model and g.series_of(model)]
    if owners:
        return owners
    return [book.graphs[state.line]] if state.line else list(book.graphs.values())


def _which_code(state: State, shown: str, hits: list[tuple[Graph, Code]]) -> Step:
    choices = tuple(Choice(_key(graph, code), f"{graph.name} {_series(graph, code)}") for graph, code in hits)
    ask = Ask("code", "code?", {"code": shown}, choices)
    return asking(replace(state, topic="trouble"), ask, "code.ambiguous")


def _key(graph: Graph, code: Code) -> str:
    return f"{graph.line}/{'+'.join(sorted(code.series))}/{code.code}"


def _series(graph: Graph, code: Code) -> str:
    return "、".join(graph.series[name].name for name in sorted(code.series))


def chosen_code(state: State, book: Book, key: str) -> Step:
    line, series, shown = key.split("/")
    graph = book.graphs[line]
    code = next(c for c in graph.find_codes(shown) if c.series == frozenset(series.split("+")))
    return explain(state, book, graph, code)


def explain(state: State, book: Book, graph: Graph, code: Code) -> Step:
    """Say what the code means, then do what it asks for."""
    params = {"code": code.code, "name": code.name, "en": code.en}
    say = Say("code", params, sources=(Source("code", f"{graph.line}/{code.code}"),))
    why = Why("code.exact", {"code": code.code, "act": code.act})
    state = replace(state, line=graph.line, query=state.query or f"{code.code} {code.name}", failed=0, asked=None)
    if code.act == "info":
        return Step(replace(state, topic=None), (say, Say("code.info")), (why,))
    about = _about(state, Evidence(codes=(code.code,)))
    model = about.evidence.model or graph.series[min(code.series)].models[0]
    trouble = replace(about, evidence=replace(about.evidence, model=model))
    return go_on(replace(state, trouble=trouble), book).after(say, why=why)
