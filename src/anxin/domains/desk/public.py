"""What other domains may ask of the desks."""

from .rules import Claim, Needs, Turn
from .selectors import Desk, desk_of, queue_names, turns
from .services import RouteDecision, end, keep, put_back, resume, route, take, take_turn
from .viewing import Viewer, look, look_away

__all__ = [
    "Claim",
    "Desk",
    "Needs",
    "RouteDecision",
    "Turn",
    "Viewer",
    "desk_of",
    "end",
    "keep",
    "look",
    "look_away",
    "put_back",
    "queue_names",
    "resume",
    "route",
    "take",
    "take_turn",
    "turns",
]
