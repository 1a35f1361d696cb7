"""Rows that leave the house: each export is a fact in the ledger, and too many rows are an alarm.

A stolen log-in or a leaked key takes records as files or by turning pages (Salesloft-Drift, 2025). All files go
through `export` and all lists through `paginate`, and both tell it here.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from threading import Lock
from uuid import UUID

from pydantic import Field

from anxin.kernel import events, policies
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.http.rates import add

#: Pages are counted in memory and written down in such portions: reading a list stays free of writing. What a
#: process holds when it ends is forgotten.
PORTION = 500

_DAY = timedelta(days=1)
_held: Counter[UUID] = Counter()
_lock = Lock()


@policies.policy("house.taking")
class Taking(policies.Policy):
    """How many rows may leave before the auditors hear of it."""

    used_in = ("taking",)

    rows_a_file: int = Field(default=2000, gt=0)
    rows_a_day: int = Field(default=5000, gt=0)


@dataclass(frozen=True)
class RowsExported(events.Event):
    """A list left as a file. `what`: a code of `enum.what`; `way`: `session` or `key`."""

    user_id: UUID
    what: str
    rows: int
    format: str
    way: str


@dataclass(frozen=True)
class TooMuchTaken(events.Event):
    """More rows than the policy's `limit`: by the rule `file` in one export, by `day` within a day from the first,
    files and turned pages together; `what` was taken last."""

    user_id: UUID
    what: str
    rule: str
    rows: int
    limit: int
    way: str


@atomic
def exported(actor: Actor, what: str, rows: int, format: str) -> None:
    """Tell of a file of `rows` rows."""
    assert actor.id is not None, "only staff export"
    _record(actor, RowsExported(actor.id, what, rows, format, _way(actor)))
    limit = policies.current(Taking).rows_a_file
    if rows > limit:
        _record(actor, TooMuchTaken(actor.id, what, "file", rows, limit, _way(actor)))
    _count(actor, actor.id, what, rows)


def paged(actor: Actor, what: str, rows: int) -> None:
    """Tell of a page that was turned, or read by a key; customers read only what is theirs."""
    if not actor.is_staff or actor.id is None:
        return
    with _lock:
        _held[actor.id] += rows
        portion = _held.pop(actor.id) if _held[actor.id] >= PORTION else 0
    if portion:
        with atomic():
            _count(actor, actor.id, what, portion)


def _count(actor: Actor, user_id: UUID, what: str, rows: int) -> None:
    """The alarm of the day rings once: at the rows that cross the limit."""
    limit = policies.current(Taking).rows_a_day
    taken = add("rows taken", str(user_id), rows, _DAY).count
    if taken - rows <= limit < taken:
        _record(actor, TooMuchTaken(user_id, what, "day", taken, limit, _way(actor)))


def _record(actor: Actor, event: RowsExported | TooMuchTaken) -> None:
    events.record(event, actor=actor, subject=("user", event.user_id), case_id=event.user_id)


def _way(actor: Actor) -> str:
    return "session" if actor.only_verbs is None else "key"
