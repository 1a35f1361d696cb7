"""Is this message the answer to our open question, and what then?"""

import re
from dataclasses import replace

from anxin.engines.faultgraph import named_line
from anxin.engines.language import Interval

from . import replies, trouble
from .forms import finish, go_on
from .model import Ask, Book, Close, Heard, Say, State, Step
from .topics import TOPICS, look_up, new_topic, say_article


def answer(state: State, asked: Ask, heard: Heard, book: Book) -> Step | None:
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
    if said is None or other_wish(state, heard):
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
    return len(named_lines(model, heard.text, book)) == 1


def _like_address(text: str) -> bool:
    return len(text) >= 6 and bool(re.search(r"[路街道巷村镇乡号栋幢楼室单元小区苑园]", text))


def _told_problem(state: State, heard: Heard, book: Book) -> Step:
    told = f"{state.query}，{heard.text}" if state.query else heard.text
    state = replace(state, query=told, asked=None, failed=0)
    if state.topic in ("answer", "trouble"):
        return new_topic(state, heard, book)
    return go_on(state, book)


def other_wish(state: State, heard: Heard) -> bool:
    wishes = {TOPICS[i.name] for i in heard.analysis.intents if i.name in TOPICS} - {state.topic, "book"}
    return bool(wishes) or heard.analysis.intent == "usage_question"


def named_lines(model: str | Interval | None, text: str, book: Book) -> tuple[str, ...]:
    by_model = tuple(name for name, g in book.graphs.items() if isinstance(model, str) and g.series_of(model))
    return by_model or named_line(book.graphs.values(), text)
