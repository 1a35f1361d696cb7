"""Write transactions.

`atomic` is one transaction from the outermost to its end: an inner one is simply part of it and costs nothing. Who
wants to go on after a part has failed runs that part in `attempt`, the only savepoint; after an error of an
inner `atomic` was swallowed without it the next statement is refused, and nothing is committed.

PostgreSQL serialises by row locks. SQLite has one writer: without order, waiting writers poll and the unlucky
one starves ("database is locked"). So a write transaction on SQLite first takes one file lock, which the
operating system hands out first come, first served, over threads and processes alike.

Rows that are new (`store`) wait until the transaction ends or asks the database anything, and are written together:
whoever reads finds them, and whoever only writes does it once.
"""

import fcntl
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar, overload

from django.db import DEFAULT_DB_ALIAS, connection, transaction
from django.db.models import Model, QuerySet

from anxin.kernel.statements.writing import Values, insert_together

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")
M = TypeVar("M", bound=Model)
R = TypeVar("R")


@dataclass(slots=True)
class _Waiting:
    """What the open transaction still writes: before it ends, as (how, what); before its next statement, new rows."""

    tasks: list[tuple[Callable[..., None], Any]] = field(default_factory=list)
    rows: dict[type[Model], list[Values]] = field(default_factory=dict)

    def write_rows(self) -> None:
        if self.rows:
            rows, self.rows = self.rows, {}
            insert_together(rows)

    def clear(self) -> None:
        self.tasks.clear()
        self.rows.clear()


#: Of the open transaction; None outside any.
_waiting: ContextVar[_Waiting | None] = ContextVar("anxin_waiting", default=None)


@overload
def atomic(function: F) -> F: ...
@overload
def atomic(function: None = None) -> "Any": ...
def atomic(function: F | None = None) -> Any:
    """One write transaction, as a decorator or a context manager; inside another, a part of that."""
    return _transaction() if function is None else _transaction()(function)


def sole(rows: QuerySet[M, R]) -> R | None:
    """The row a unique key finds, or None. Unlike `first()` it asks for no order: on a wide row Django spends more
    time on sorting one row than on everything else."""
    return next(iter(rows.order_by()[:1]), None)


def is_sqlite() -> bool:
    """Whether the default database is SQLite."""
    return connection.vendor == "sqlite"


def one_at_a_time(key: str) -> None:
    """Whoever asks for the same key waits until this transaction has ended. SQLite has one writer anyhow."""
    if not is_sqlite():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])


def wipe_log() -> None:
    """Empty SQLite's write-ahead log into the file, where erased text is overwritten; outside any transaction."""
    if is_sqlite():
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def attempt() -> Iterator[None]:
    """A part that may fail alone: an exception takes back what was done inside, and the rest may go on."""
    waiting = _waiting.get()
    if waiting is None:
        with _transaction():
            yield
        return
    write_deferred()  # what was recorded before stays, whatever becomes of this part
    try:
        with transaction.atomic():
            yield
            waiting.write_rows()  # what they break is this part's failure
    except BaseException:
        waiting.clear()
        raise


def store(row: M) -> M:
    """A new row, with a key of its own (a UUID), written with all others of the transaction: right before it ends, or
    before the next statement of any kind. What breaks a unique key is therefore refused there: who wants to hear of
    it at once uses `insert`. Outside `atomic` it is written at once."""
    store_all([row])
    return row


def store_all(rows: Sequence[Model]) -> None:
    """The same of many, of one model."""
    if not rows:
        return
    store_values(type(rows[0]), [dict(row.__dict__) for row in rows])
    for row in rows:
        row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def store_values(model: type[Model], rows: Sequence[Values]) -> None:
    """The same of rows nobody looks at afterwards: their values by name, every column of them."""
    if not rows:
        return
    waiting = _waiting.get()
    if waiting is None:
        insert_together({model: rows})
    else:
        waiting.rows.setdefault(model, []).extend(rows)


def defer(write: Callable[[Sequence[T]], None], items: Sequence[T]) -> None:
    """Hand `items` to `write` once, with all others deferred for it, right before the transaction commits.

    What is rolled back is never written. Outside `atomic` it is written at once.
    """
    waiting = _waiting.get()
    if waiting is None:
        write(items)
    else:
        waiting.tasks.extend((write, item) for item in items)


def write_deferred() -> None:
    """Write now what waits for the end of the transaction: before reading it back."""
    waiting = _waiting.get()
    if waiting is None or connection.needs_rollback:
        return
    everything, waiting.tasks = waiting.tasks, []
    for write, pairs in groupby(everything, itemgetter(0)):
        write([item for _, item in pairs])
    waiting.write_rows()


def _rows_first(execute: Callable[..., T], *statement: Any) -> T:
    """Whatever is asked of the database finds the rows that were stored before."""
    waiting = _waiting.get()
    if waiting is not None:
        waiting.write_rows()
    return execute(*statement)


@contextmanager
def _transaction() -> Iterator[None]:
    if _waiting.get() is not None:
        try:
            yield
        except BaseException:
            transaction.set_rollback(True)  # whoever swallows this without `attempt` shall not commit half of it
            raise
        return
    with _alone(), transaction.atomic(), connection.execute_wrapper(_rows_first):
        token = _waiting.set(_Waiting())
        try:
            yield
            write_deferred()
        finally:
            _waiting.reset(token)


@contextmanager
def _alone() -> Iterator[None]:
    """On SQLite, the one writer; inside a foreign transaction (a test's) that has begun writing already."""
    if connection.in_atomic_block or not is_sqlite():
        yield
        return
    with _writer(str(connection.settings_dict["NAME"])):
        yield


@contextmanager
def _writer(database: str) -> Iterator[None]:
    if ":memory:" in database or "mode=memory" in database:
        yield
        return
    handle = os.open(f"{Path(database)}.writer", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
