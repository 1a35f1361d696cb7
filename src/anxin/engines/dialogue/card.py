"""Handing over: the card, and the state that says it happened."""

from collections.abc import Mapping
from dataclasses import replace

from anxin.engines.language import Interval

from .model import Action, Card, HandOver, Rule, State, Step, Why
from .words import phrase

SUMMARY_TURNS = 4


def hand_over(state: State, rule: Rule, danger: str = "", *before: Action) -> Step:
    """Pass the conversation on with everything known; what was open stays on the card."""
    card = Card(
        rule=rule,
        intent=state.topic or (state.later[0].topic if state.later else "answer"),
        summary="；".join(state.said[-SUMMARY_TURNS:]),
        slots=plain(state.slots),
        tried=state.tried,
        sentiment=state.sentiment,
        unit=state.unit or state.line,
        open_question=_open_question(state),
        danger=danger,
    )
    gone = replace(state, handed=True, asked=None, pending=None)
    return Step(gone, (*before, HandOver(card)), (Why("hand_over", {"rule": rule}),))


def plain(slots: Mapping[str, str | Interval]) -> dict[str, str]:
    """Slots as text; a time as from/to."""
    return {name: value if isinstance(value, str) else span(value) for name, value in slots.items()}


def span(wanted: Interval) -> str:
    """`from/to` in ISO, the form the offers tool takes."""
    pair = wanted.as_json()
    return f"{pair['from']}/{pair['to']}"


def _open_question(state: State) -> str:
    if state.pending:
        return phrase(state.pending, state.lang)
    return phrase(state.asked, state.lang) if state.asked else ""
