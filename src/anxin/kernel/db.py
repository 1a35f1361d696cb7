"""Write transactions.

`atomic` is one transaction from the outermost to its end: an inner one is simply part of it and costs nothing. Who
wants to go on after a part has failed runs that part in `attempt`, the only savepoint; after an error of an
inner `atomic` was swallowed without it the next statement is refused, and nothing is committed.

PostgreSQL serialises by row locks. SQLite has one writer: without order, waiting writers poll and the unlucky
one starves ("database is locked"). So a write transaction on SQLite first takes one file lock, which the
operating system hands out first come, first served, over threads and processes alike.
"""

import fcntl
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar, overload

from django.db import connection, transaction
from django.db.models import Model, QuerySet

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")
M = TypeVar("M", bound=Model)
R = TypeVar("R")

#: What the open transaction writes before it ends, as (how, what); None outside any.
_waiting: ContextVar[list[tuple[Callable[..., None], Any]] | None] = ContextVar("anxin_waiting", default=None)


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
    except BaseException:
        waiting.clear()
        raise


def defer(write: Callable[[Sequence[T]], None], items: Sequence[T]) -> None:
    """Hand `items` to `write` once, with all others deferred for it, right before the transaction commits.

    What is rolled back is never written. Outside `atomic` it is written at once.
    """
    waiting = _waiting.get()
    if waiting is None:
        write(items)
    else:
        waiting.extend((write, item) for item in items)


def write_deferred() -> None:
    """Write now what waits for the end of the transaction: before reading it back."""
    waiting = _waiting.get()
    if not waiting or connection.needs_rollback:
        return
    everything, waiting[:] = list(waiting), []
    for write, pairs in groupby(everything, itemgetter(0)):
        write([item for _, item in pairs])


@contextmanager
def _transaction() -> Iterator[None]:
    if _waiting.get() is not None:
        try:
            yield
        except BaseException:
            transaction.set_rollback(True)  # whoever swallows this without `attempt` shall not commit half of it
            raise
        return
    with _alone(), transaction.atomic():
        token = _waiting.set([])
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
