"""The dispatch engine: plans a day of visits, inserts, offers, repairs, explains and checks. See
docs/algorithms.
"""

from anxin.engines.dispatch.checker import Fault, Verdict, check
from anxin.engines.dispatch.model import (
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
)
from anxin.engines.dispatch.planner import Budget, plan
from anxin.engines.dispatch.result import Cost, Plan, Reason, Unserved
from anxin.engines.dispatch.travel import GreatCircle, Place, Planar, Table, Travel

__all__ = [
    "Budget",
    "Cost",
    "Engineer",
    "Fault",
    "GreatCircle",
    "Job",
    "Link",
    "Lock",
    "Lunch",
    "Place",
    "Plan",
    "Planar",
    "Problem",
    "Reason",
    "Route",
    "Shift",
    "Table",
    "Travel",
    "Unserved",
    "Verdict",
    "Visit",
    "Weights",
    "check",
    "plan",
]
