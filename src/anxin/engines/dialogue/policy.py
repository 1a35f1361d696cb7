"""The policy: `step(state, event, book)` → new state, actions, why. Pure; see docs/algorithms/dialogue.md.

Order of every message: danger → rules → open proposal or question → exact code → business → knowledge → abstain."""

import re
from collections.abc import Callable
from dataclasses import replace

from anxin.engines.faultgraph import named_line
from anxin.engines.language import Interval

from . import replies, trouble
from .card import hand_over
from .forms import finish, go_on, only_fit, put_aside, said_coverage, start
from .model import (
    Action,
    Ask,
    Book,
    Call,
    Close,
    Coverage,
    Event,
    Found,
    Heard,
    Household,
    Lang,
    Learned,
    Offers,
    Orders,
    Receipt,
    Result,
    Rule,
    Say,
    Silence,
    Source,
    State,
    Step,
    Suggested,
    Why,
)
from .topics import TOPICS, look_up, new_topic, on_found, say_article

REMEMBERED = 8
PATIENCE = 2


def step(state: State, event: Event, book: Book) -> Step:
    """One step. After `Call`s the caller runs the tools and steps again with `Learned`."""
    if isinstance(event, Silence):
        return _silence(state)
    if isinstance(event, Learned):
        return _learn(state, event, book)
    if isinstance(event, Suggested):
        return _suggested(state, event.call, book)
    return _hear(_absorb(state, event, book), event, book)


def _hear(state: State, heard: Heard, book: Book) -> Step:
    gates: tuple[Callable[[State, Heard, Book], Step | None], ...] = (
        _danger,
        _handed,
        _rules,
        _corrected,
        _proposal,
        _asked,
        _greeting,
        _goodbye,
    )
    for gate in gates:
        if (decided := gate(state, heard, book)) is not None:
            return decided
    return new_topic(state, heard, book)


def _absorb(state: State, heard: Heard, book: Book) -> State:
    """Remember what the message tells; a slot is replaced by a newer value, never dropped."""
    told: dict[str, str | Interval] = {n: found[0].value for n, found in heard.analysis.slots.items() if found}
    if state.asked and state.asked.kind == "window" and replies.pick_hour(heard.text, state.asked.choices):
        told.pop("time", None)  # 10点那个 names an offer, it is no new wish
    lines = _lines(told.get("model"), heard.text, book)
    line = lines[0] if len(lines) == 1 else state.line
    moved = line != state.line and bool(state.line)
    if moved and state.unit and not replies.is_correction(heard.text):
        state = replace(put_aside(state), topic=None)
    return replace(
        state,
        slots={**state.slots, **told},
        line=line,
        unit="" if moved else state.unit,
        coverage=None if moved else state.coverage,
        windows=None if "time" in told else state.windows,
        window="" if "time" in told else state.window,
        said=(*state.said, heard.text)[-REMEMBERED:],
        sentiment=heard.analysis.sentiment,
        lang=_language(state, heard.text),
        silences=0,
        closed=False,
    )


def _lines(model: str | Interval | None, text: str, book: Book) -> tuple[str, ...]:
    by_model = tuple(name for name, g in book.graphs.items() if isinstance(model, str) and g.series_of(model))
    return by_model or named_line(book.graphs.values(), text)


def _language(state: State, text: str) -> Lang:
    if re.search(r"[一-鿿]", text):
        return "zh"
    return "en" if len(re.findall(r"[A-Za-z]{2,}", text)) >= 3 else state.lang


# Gates


def _danger(state: State, heard: Heard, book: Book) -> Step | None:
    kinds = tuple(dict.fromkeys(danger.kind for danger in heard.analysis.danger))
    if not kinds:
        return None
    cards = tuple(Say(f"danger.{kind}", sources=(Source("safety", kind),)) for kind in kinds)
    if state.handed:
        return Step(state, cards, (Why("danger", {"kind": kinds[0]}),))
    return hand_over(state, "danger", kinds[0], *cards).after(why=Why("danger", {"kind": kinds[0]}))


def _handed(state: State, heard: Heard, book: Book) -> Step | None:
    return Step(state, (Say("handed"),), (Why("handed"),)) if state.handed else None


def _rules(state: State, heard: Heard, book: Book) -> Step | None:
    checks: tuple[tuple[Rule, bool], ...] = (
        ("asked_for_person", bool(heard.analysis.wants_human)),
        ("exposure", replies.threatens_exposure(heard.text)),
        ("complaint", heard.analysis.intent == "complaint"),
        ("upset", heard.analysis.is_upset),
        ("elderly", replies.is_elderly(heard.text)),
    )
    return next((hand_over(state, rule) for rule, holds in checks if holds), None)


def _corrected(state: State, heard: Heard, book: Book) -> Step | None:
    """ "不对，是上次那台": choose the other unit and go on with the same form."""
    units = state.household.units if state.household else ()
    if not state.unit or len(units) < 2 or not replies.is_correction(heard.text):
        return None
    said = state.known_unit()
    others = [u for u in units if u.id != state.unit]
    if replies.means_last_time(heard.text) and state.orders:
        recent = [u for u in others if u.id in {o.unit for o in state.orders}]
        others = recent or others
    same = [u for u in others if said and u.line == said.line] or others
    other = same[0] if len(same) == 1 else None
    moved = replace(
        state, unit=other.id if other else "", line=other.line if other else "", coverage=None, pending=None,
        asked=None, topic=state.topic or "book",
    )  # fmt: skip
    why = Why("corrected", {"unit": moved.unit})
    if state.topic == "trouble" and state.trouble and other:
        evidence = replace(state.trouble.evidence, model=other.model, age_years=other.age_years)
        return trouble.go_on(replace(moved, trouble=replace(state.trouble, evidence=evidence)), book).after(why=why)
    return go_on(moved, book).after(why=why)


def _proposal(state: State, heard: Heard, book: Book) -> Step | None:
    if state.pending is None:
        return None
    if _changes_it(state, heard):
        return go_on(replace(state, pending=None), book).after(why=Why("proposal.changed"))
    if _other_wish(state, heard):
        return None
    said = replies.agrees(heard.text)
    if said is None:
        return _not_understood(state, state.pending)
    if said:
        call = Call("submit", {"proposal": state.pending.id})
        return Step(replace(state, failed=0), (call,), (Why("proposal.confirmed"),))
    dropped = replace(state, later=())
    return finish(dropped, book, Say("dropped")).after(why=Why("proposal.refused"))


def _changes_it(state: State, heard: Heard) -> bool:
    return any(name in heard.analysis.slots for name in ("time", "phone", "address"))


def _other_wish(state: State, heard: Heard) -> bool:
    wishes = {TOPICS[i.name] for i in heard.analysis.intents if i.name in TOPICS} - {state.topic, "book"}
    return bool(wishes) or heard.analysis.intent == "usage_question"


def _asked(state: State, heard: Heard, book: Book) -> Step | None:
    """The answer to our open question, if it is one."""
    if state.asked is None:
        return None
    taken = _answer(state, state.asked, heard, book)
    if taken is not None:
        return taken.after(why=Why("answered", {"kind": state.asked.kind}))
    if _new_matter(state, heard):
        return None
    return _not_understood(state, state.asked)


def _answer(state: State, asked: Ask, heard: Heard, book: Book) -> Step | None:
    if asked.kind in ("yes_no", "solved"):
        return _yes_no(state, asked, heard, book)
    if asked.choices:
        by_hour = replies.pick_hour(heard.text, asked.choices) if asked.kind == "window" else ""
        chosen = by_hour or replies.pick(heard.text, asked.choices)
        return _chosen(state, asked, chosen, book) if chosen else _resumed(state, asked, heard, book)
    if asked.kind == "problem":
        return _told_problem(state, heard, book)
    return _resumed(state, asked, heard, book)


def _yes_no(state: State, asked: Ask, heard: Heard, book: Book) -> Step | None:
    said = replies.yes_no(heard.text)
    if replies.is_solved(heard.text):
        return _solved(state, book)
    if asked.kind == "yes_no" and (said is not None or replies.unsure(heard.text)):
        return trouble.answered(state, book, asked.ref, said)
    if said is None or _other_wish(state, heard):
        return None
    return _solved(state, book) if said else trouble.not_solved(state, book, asked.ref)


def _solved(state: State, book: Book) -> Step:
    done = finish(replace(state, trouble=None), book, Say("solved"))
    return done if done.state.topic else Step(replace(done.state, closed=True), (*done.actions, Close("solved")))


def _chosen(state: State, asked: Ask, chosen: str, book: Book) -> Step:
    state = replace(state, asked=None, failed=0)
    if asked.kind == "article":
        assert state.found
        return say_article(state, state.found, chosen)
    if asked.kind == "code":
        return trouble.chosen_code(state, book, chosen)
    if asked.kind == "line":
        return _chose_line(replace(state, line=chosen), book)
    if asked.kind == "unit":
        line = next(u.line for u in (state.household.units if state.household else ()) if u.id == chosen)
        return go_on(replace(state, unit=chosen, line=line, coverage=None), book)
    if asked.kind == "order":
        return go_on(replace(state, order=chosen), book)
    return go_on(replace(state, window=chosen), book)


def _chose_line(state: State, book: Book) -> Step:
    if state.topic in (None, "answer", "trouble"):
        return look_up(state, state.query, book)
    return go_on(state, book)


def _resumed(state: State, asked: Ask, heard: Heard, book: Book) -> Step | None:
    """The message told a slot we asked for in words of its own; an address may be anything that looks like one."""
    if asked.kind == "address" and "address" not in heard.analysis.slots and _like_address(heard.text):
        state = replace(state, slots={**state.slots, "address": heard.text.strip()})
        return go_on(replace(state, asked=None, failed=0), book)
    wanted = {"phone": "phone", "address": "address", "time": "time", "window": "time", "unit": "model"}
    slot = wanted.get(asked.kind, "order_number" if asked.kind == "order" else "")
    if slot in heard.analysis.slots:
        return go_on(replace(state, asked=None, failed=0), book)
    if asked.kind in ("unit", "line", "code") and state.line and _named_now(heard, book):
        code = asked.params.get("code", "")
        fresh = replace(state, asked=None, failed=0)
        return trouble.on_code(fresh, book, code) if asked.kind == "code" else _chose_line(fresh, book)
    return None


def _named_now(heard: Heard, book: Book) -> bool:
    model = heard.analysis.value("model")
    return len(_lines(model, heard.text, book)) == 1


def _like_address(text: str) -> bool:
    return len(text) >= 6 and bool(re.search(r"[路街道巷村镇乡号栋幢楼室单元小区苑园]", text))


def _told_problem(state: State, heard: Heard, book: Book) -> Step:
    told = f"{state.query}，{heard.text}" if state.query else heard.text
    state = replace(state, query=told, asked=None, failed=0)
    if state.topic in ("answer", "trouble"):
        return new_topic(state, heard, book)
    return go_on(state, book)


def _new_matter(state: State, heard: Heard) -> bool:
    names = {intent.name for intent in heard.analysis.intents} - {"out_of_scope"}
    return bool(names) or "fault_code" in heard.analysis.slots or len(heard.text) >= 6


def _not_understood(state: State, repeat: Action) -> Step:
    failed = state.failed + 1
    if failed >= PATIENCE:
        return hand_over(replace(state, failed=failed), "two_failed")
    return Step(replace(state, failed=failed), (Say("again"), repeat), (Why("not_understood"),))


def _greeting(state: State, heard: Heard, book: Book) -> Step | None:
    return Step(state, (Say("hello"),), (Why("greeting"),)) if replies.is_greeting(heard.text) else None


def _goodbye(state: State, heard: Heard, book: Book) -> Step | None:
    if state.topic or not replies.is_goodbye(heard.text):
        return None
    return Step(replace(state, closed=True), (Say("bye"), Close("goodbye")), (Why("goodbye"),))


# Silence and results


def _silence(state: State) -> Step:
    if state.handed or state.closed:
        return Step(state)
    waited = replace(state, silences=state.silences + 1)
    if waited.silences >= PATIENCE:
        return Step(replace(waited, closed=True), (Close("silence"),), (Why("silence"),))
    return Step(waited, (Say("still_there"),), (Why("silence"),))


def _learn(state: State, learned: Learned, book: Book) -> Step:
    for result in learned.results:
        state = _note(state, result)
    last = learned.results[-1]
    if isinstance(last, Found):
        return on_found(state, last, book)
    if isinstance(last, Household) and state.topic == "trouble":
        return trouble.on_code(state, book, str(state.slots.get("fault_code", "")))
    if isinstance(last, Receipt):
        return _receipt(state, last, book)
    if isinstance(last, Coverage) and state.topic in ("book", "install"):
        return go_on(state, book).after(said_coverage(state))
    return go_on(state, book)


def _suggested(state: State, call: Call, book: Book) -> Step:
    """A writer's idea starts one of our own topics; it never skips a question or a proposal of theirs."""
    why = Why("writer.suggested", {"tool": call.tool})
    if call.tool == "articles":
        return Step(replace(state, topic="answer", found=None), (call,), (why,))
    return start(state, "progress" if call.tool == "orders" else "coverage", book).after(why=why)


def _note(state: State, result: Result) -> State:
    if isinstance(result, Household):
        return replace(state, household=result)
    if isinstance(result, Coverage):
        return replace(state, coverage=result)
    if isinstance(result, Found):
        return replace(state, found=result)
    if isinstance(result, Offers):
        return only_fit(replace(state, windows=result.windows))
    if isinstance(result, Orders):
        return replace(state, orders=result.orders)
    return state


def _receipt(state: State, receipt: Receipt, book: Book) -> Step:
    """Only a receipt for the proposal that is open counts; orders are read anew after a write."""
    if state.pending is None or receipt.proposal != state.pending.id:
        return Step(state, (), (Why("receipt.stray"),))
    if receipt.error:
        return hand_over(state, "stuck", "", Say("refused", {"error": receipt.error}))
    said = Say("done", {"number": receipt.number}, sources=(Source("record", receipt.number),))
    return finish(replace(state, orders=None, windows=None, trouble=None), book, said)
