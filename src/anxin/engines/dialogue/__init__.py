"""The policy of the conversation: a pure function from state and event to new state and actions.

See docs/algorithms/dialogue.md. `Agent` runs it against tools; `world.World` is a scripted set of them.
"""

from .driver import Agent, Tools, Turn
from .guard import Draft, Passage, Refused, grounded, known_calls, rewritten
from .model import (
    Action,
    Ask,
    Book,
    Call,
    Card,
    Choice,
    Close,
    Event,
    HandOver,
    Heard,
    Learned,
    Propose,
    Say,
    Silence,
    Source,
    State,
    Step,
    Why,
)
from .policy import step
from .records import Coverage, Found, Household, Offers, Order, Orders, Receipt, Result, Unit, Window
from .words import phrase
from .writer import Writer

__all__ = [
    "Action",
    "Agent",
    "Ask",
    "Book",
    "Call",
    "Card",
    "Choice",
    "Close",
    "Coverage",
    "Draft",
    "Event",
    "Found",
    "HandOver",
    "Heard",
    "Household",
    "Learned",
    "Offers",
    "Order",
    "Orders",
    "Passage",
    "Propose",
    "Receipt",
    "Refused",
    "Result",
    "Say",
    "Silence",
    "Source",
    "State",
    "Step",
    "Tools",
    "Turn",
    "Unit",
    "Why",
    "Window",
    "Writer",
    "grounded",
    "known_calls",
    "phrase",
    "rewritten",
    "step",
]
