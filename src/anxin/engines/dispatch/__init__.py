"""The dispatch engine: plans a day of visits, inserts, offers, repairs, explains and checks. See
docs/algorithms.
"""

from anxin.engines.dispatch.board import Board, lay_board
from anxin.engines.dispatch.cells import plan_cells
from anxin.engines.dispatch.changing import drop, take
from anxin.engines.dispatch.checker import Fault, Verdict, check
from anxin.engines.dispatch.explaining import Difference, Explanation, Row, compare, explain
from anxin.engines.dispatch.from_vroom import plan_by_vroom
from anxin.engines.dispatch.horizon import plan_horizon
from anxin.engines.dispatch.inserter import Insertion, Option, insert
from anxin.engines.dispatch.model import (
    Chain,
    Engineer,
    Job,
    Link,
    Lock,
    Lunch,
    Problem,
    Route,
    Shift,
    Visit,
    Weights,
    over_days,
    with_helper,
)
from anxin.engines.dispatch.offering import Offer, Opening, choose, hold, offer, openings, release
from anxin.engines.dispatch.outlets import Authorisation, Choice, Order, choose_outlet
from anxin.engines.dispatch.picture import draw
from anxin.engines.dispatch.planner import Budget, plan
from anxin.engines.dispatch.repairing import (
    Absent,
    Cancelled,
    Change,
    Declined,
    Ended,
    Repair,
    Storm,
    changes,
    freeze,
    repair,
)
from anxin.engines.dispatch.result import Cost, Plan, Reason, Unserved
from anxin.engines.dispatch.travel import GreatCircle, Pace, Place, Planar, Table, Travel
from anxin.engines.dispatch.words import say

__all__ = [
    "Absent", "Authorisation", "Board", "Budget", "Cancelled", "Chain", "Change", "Choice", "Cost", "Declined",
    "Difference", "Ended", "Engineer", "Explanation", "Fault", "GreatCircle", "Insertion", "Job", "Link",
    "Lock", "Lunch", "Offer", "Opening", "Option", "Order", "Pace", "Place", "Plan", "Planar", "Problem", "Reason",
    "Repair", "Route", "Row", "Shift", "Storm", "Table", "Travel", "Unserved", "Verdict", "Visit", "Weights", "changes",
    "check", "choose", "choose_outlet", "compare", "draw", "drop", "explain", "freeze", "hold", "insert", "lay_board",
    "offer", "openings", "over_days", "plan", "plan_by_vroom", "plan_cells",
    "plan_horizon", "release", "repair", "say", "take", "with_helper",
]  # fmt: skip
