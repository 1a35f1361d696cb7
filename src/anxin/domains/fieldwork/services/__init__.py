"""Writes of fieldwork: one function is one use-case, in one transaction, with its events."""

from anxin.domains.fieldwork.services.assigning import assign
from anxin.domains.fieldwork.services.contacting import agree_window, log_contact
from anxin.domains.fieldwork.services.finishing import cannot_complete, complete, parts_arrived
from anxin.domains.fieldwork.services.offering import accept, offer_next, offer_to, return_order
from anxin.domains.fieldwork.services.opening import cancel_order, close_order, open_order, reopen_order
from anxin.domains.fieldwork.services.steps import state_of
from anxin.domains.fieldwork.services.undoing import (
    accept_undoable,
    assign_undoable,
    cancel_undoable,
    offer_undoable,
    return_undoable,
)
from anxin.domains.fieldwork.services.visiting import (
    Place,
    Tick,
    add_evidence,
    arrive,
    depart,
    name_cause,
    scan,
    settle_coverage,
    sign,
    tick,
    tick_many,
    use_part,
)

__all__ = [
    "Place",
    "Tick",
    "accept",
    "accept_undoable",
    "add_evidence",
    "agree_window",
    "arrive",
    "assign",
    "assign_undoable",
    "cancel_order",
    "cancel_undoable",
    "cannot_complete",
    "close_order",
    "complete",
    "depart",
    "log_contact",
    "name_cause",
    "offer_next",
    "offer_to",
    "offer_undoable",
    "open_order",
    "parts_arrived",
    "reopen_order",
    "return_order",
    "return_undoable",
    "scan",
    "settle_coverage",
    "sign",
    "state_of",
    "tick",
    "tick_many",
    "use_part",
]
