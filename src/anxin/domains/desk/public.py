"""What other domains may ask of the desks."""

from .rules import Needs
from .selectors import Desk, desk_of
from .services import RouteDecision, end, keep, route, take

__all__ = ["Desk", "Needs", "RouteDecision", "desk_of", "end", "keep", "route", "take"]
