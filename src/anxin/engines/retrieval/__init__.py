"""Finds the entry that answers a question, and knows how sure it is. numpy, no I/O, no clock.

See docs/algorithms/retrieval.md.
"""

from .duplicates import Twin, near_duplicates
from .embed import Embedder
from .exact import Codes, code_key
from .index import Index
from .model import DOCUMENTS, Answer, Decision, Entry, Ranked, Reason, Visible, Weights
from .passages import passages
from .ranker import Ranker
from .verdict import Thresholds, thresholds_for

__all__ = [
    "DOCUMENTS",
    "Answer",
    "Codes",
    "Decision",
    "Embedder",
    "Entry",
    "Index",
    "Ranked",
    "Ranker",
    "Reason",
    "Thresholds",
    "Twin",
    "Visible",
    "Weights",
    "code_key",
    "near_duplicates",
    "passages",
    "thresholds_for",
]
