"""Product – component – symptom – cause – remedy – part – SOP. See docs/algorithms/faultgraph.md.

>>> from anxin.demo.knowledge import load
>>> from anxin.engines.faultgraph import Evidence, diagnose
>>> found = diagnose(load().graphs["ac"], Evidence(symptoms=("no-cool",), model="KFR-35GW/AX-N8"))
>>> found.move, found.causes[0].cause.id
('ask', 'filter-dirty')
"""

from .diagnose import Diagnosis, Evidence, Likely, Need, Reason, Refusal, diagnose
from .hear import Heard, heard_symptoms, named_line
from .learn import Solved, learn
from .model import (
    Cause,
    Code,
    Component,
    Graph,
    GraphError,
    Part,
    Question,
    Remedy,
    Series,
    Sop,
    Symptom,
)

__all__ = [
    "Cause",
    "Code",
    "Component",
    "Diagnosis",
    "Evidence",
    "Graph",
    "GraphError",
    "Heard",
    "Likely",
    "Need",
    "Part",
    "Question",
    "Reason",
    "Refusal",
    "Remedy",
    "Series",
    "Solved",
    "Sop",
    "Symptom",
    "diagnose",
    "heard_symptoms",
    "learn",
    "named_line",
]
