"""Writes of tickets: one function, one use-case, one transaction, its events."""

from anxin.domains.tickets.services.guiding import end_video, offer_video
from anxin.domains.tickets.services.keeping import define_canned, drop_view, save_view
from anxin.domains.tickets.services.many import bulk
from anxin.domains.tickets.services.opening import Opened, Request, note_danger, open_ticket
from anxin.domains.tickets.services.shaping import come_back, finish_merge, link, merge, split
from anxin.domains.tickets.services.solving import (
    archive_due,
    cancel,
    close,
    close_undoable,
    reopen,
    solve,
    solved_by_orders,
    try_remote,
)
from anxin.domains.tickets.services.turn import Next, take_next
from anxin.domains.tickets.services.working import (
    assign,
    change,
    hold_clocks,
    note,
    press,
    reply,
    resume_clocks,
    set_aside,
    take,
    transfer,
)

__all__ = [
    "Next",
    "Opened",
    "Request",
    "archive_due",
    "assign",
    "bulk",
    "cancel",
    "change",
    "close",
    "close_undoable",
    "come_back",
    "define_canned",
    "drop_view",
    "end_video",
    "finish_merge",
    "hold_clocks",
    "link",
    "merge",
    "note",
    "note_danger",
    "offer_video",
    "open_ticket",
    "press",
    "reopen",
    "reply",
    "resume_clocks",
    "save_view",
    "set_aside",
    "solve",
    "solved_by_orders",
    "split",
    "take",
    "take_next",
    "transfer",
    "try_remote",
]
