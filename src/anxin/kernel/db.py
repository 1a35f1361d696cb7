"""Write transactions.

PostgreSQL serialises by row locks. SQLite has one writer: without order, waiting writers poll and the unlucky
one starves ("database is locked"). So a write transaction on SQLite first takes one file lock, which the
operating system hands out first come, first served, over threads and processes alike.
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar, overload

from django.db import connection, transaction

F = TypeVar("F", bound=Callable[..., Any])


@overload
def atomic(function: F) -> F: ...
@overload
def atomic(function: None = None) -> "Any": ...
def atomic(function: F | None = None) -> Any:
    """One write transaction, as a decorator or a context manager; nests as savepoints."""
    return _transaction() if function is None else _transaction()(function)


def is_sqlite() -> bool:
    """Whether the default database is SQLite."""
    return connection.vendor == "sqlite"


def wipe_log() -> None:
    """Empty SQLite's write-ahead log into the file, where erased text is overwritten; outside any transaction."""
    if is_sqlite():
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def _transaction() -> Iterator[None]:
    if connection.in_atomic_block or not is_sqlite():
        with transaction.atomic():
            yield
        return
    with _writer(str(connection.settings_dict["NAME"])), transaction.atomic():
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
