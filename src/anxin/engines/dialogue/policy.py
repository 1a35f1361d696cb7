"""The policy: `step(state, event, book)` → new state, actions, why. Pure; see docs/algorithms/dialogue.md.

Order of every message: danger → rules → open proposal or question → exact code → business → knowledge → abstain."""

import re
from collections.abc import Callable
from dataclasses import replace

from anxin.engines.language import Interval

from . import replies, results, trouble
from .answers import answer, named_lines, other_wish
from .card import hand_over
from .forms import finish, go_on, put_aside
from .model import (
    Action,
    Book,
    Call,
    Close,
    Event,
    Heard,
    Lang,
    Learned,
    Rule,
    Say,
    Silence,
    Source,
    State,
    Step,
    Suggested,
    Why,
)
from .topics import new_topic

REMEMBERED = 8
PATIENCE = 2


def step(state: State, event: Event, book: Book) -> Step:
    """One step. After `Call`s the caller runs the tools and steps again with `Learned`."""
    if isinstance(event, Silence):
        return results.silence(state)
    if isinstance(event, Learned):
        return results.learn(state, event, book)
    if isinstance(event, Suggested):
        return results.suggested(state, event.call, book)
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
    lines = named_lines(told.get("model"), heard.text, book)
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
    if other_wish(state, heard):
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


def _asked(state: State, heard: Heard, book: Book) -> Step | None:
    """The answer to our open question, if it is one."""
    if state.asked is None:
        return None
    taken = answer(state, state.asked, heard, book)
    if taken is not None:
        return taken.after(why=Why("answered", {"kind": state.asked.kind}))
    if _new_matter(state, heard):
        return None
    return _not_understood(state, state.asked)


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
