"""Statements said once.

Django builds the SQL of a query anew every time: for one row by its key that takes several times as long as the
database takes to answer. What is asked or written at every request is therefore put into SQL once per process and
kind of database, and only its values change:

    @prepared
    def _open_runs(case_id: UUID) -> QuerySet[Run]:
        return Run.objects.filter(case_id=case_id, state="open")

    _open_runs(case_id)  # → list[Run]
    by_key(Run, run_id)  # → Run

    insert(Check(run=run, code=code, at=at))
    update(run, "stage", "target_at")

The SQL follows from the code alone (models, the function's body), never from rows, so nothing can go stale.
"""

from anxin.kernel.statements.asking import by_key, count_of, follow, prepared
from anxin.kernel.statements.listing import Listing, Order
from anxin.kernel.statements.writing import insert, insert_all, update, update_all

__all__ = [
    "Listing",
    "Order",
    "by_key",
    "count_of",
    "follow",
    "insert",
    "insert_all",
    "prepared",
    "update",
    "update_all",
]
