"""Rows that leave the house: each export is a fact in the ledger, and too many rows are an alarm.

A stolen log-in or a leaked key takes records as files, by turning pages, or page by page under one filter after
another (Salesloft-Drift, 2025). All files go through `export` and all lists through `paginate`, and both tell it here.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from threading import Lock
from typing import Any
from uuid import UUID

from pydantic import Field

from anxin.kernel import clock, events, policies
from anxin.kernel.actor import Actor
from anxin.kernel.db import atomic
from anxin.kernel.http.rates import add

#: Pages are counted in memory and written down in such portions: reading a list stays free of writing. What a
#: process holds when it ends is forgotten.
PORTION = 500

#: So many rows of first pages are remembered for each person and day; beyond, a row counts as often as it is read.
REMEMBERED = 20_000

_DAY = timedelta(days=1)
_held: Counter[UUID] = Counter()
_seen: dict[UUID, tuple[date, set[int]]] = {}
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


def paged(actor: Actor, what: str, keys: Collection[Any], *, on_screen: bool) -> None:
    """Tell of a page; customers read only what is theirs.

    `on_screen`: the first page in a browser. A screen reads it anew with everything that happens, so that each of its
    rows counts once a day (in each process); every other page counts whole.
    """
    if not actor.is_staff or actor.id is None:
        return
    with _lock:
        _held[actor.id] += _unseen(actor.id, what, keys) if on_screen else len(keys)
        portion = _held.pop(actor.id) if _held[actor.id] >= PORTION else 0
    if portion:
        with atomic():
            _count(actor, actor.id, what, portion)


def _unseen(user_id: UUID, what: str, keys: Collection[Any]) -> int:
    """How many of these rows the person has not had on a screen today; they are remembered."""
    today = clock.real_now().date()
    day, seen = _seen.get(user_id, (today, set[int]()))
    if day != today or len(seen) > REMEMBERED:
        seen = set()
    before = len(seen)
    seen.update(hash((what, key)) for key in keys)
    _seen[user_id] = today, seen
    return len(seen) - before


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
