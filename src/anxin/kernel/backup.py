"""A copy of the database and the stored files in one archive, and the way back.

Keys, the ledger's anchor and the list of erasures stay outside: who finds a backup can neither forge nor unerase.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db import connection

from anxin.kernel import backup_postgresql, clock, events
from anxin.kernel.actor import SYSTEM
from anxin.kernel.db import atomic, is_sqlite
from anxin.kernel.errors import Conflict
from anxin.kernel.events import sequencer, verification
from anxin.kernel.ids import new_id

_DATABASE, _FILES, _ABOUT = "database", "files", "about.json"


@dataclass(frozen=True)
class BackupRestored(events.Event):
    """The house went back to a backup; `anchored` is how far the ledger had come before, which is gone since."""

    made_at: str
    position: int
    anchored: int


@dataclass(frozen=True, slots=True)
class About:
    """What an archive says of itself: the database's kind, when it was made (ISO, UTC)."""

    database: str
    made_at: str


def write(target: Path) -> About:
    """Copy database and files to `target` (tar, gzipped if it ends so) while the house works. Raises FileExistsError.

    The database is copied first: every file it names was there before, and none is changed later.
    """
    if target.exists():
        raise FileExistsError(target)
    about = About(connection.vendor, clock.real_now().isoformat())
    with _beside(target) as folder:
        _dump(folder / _DATABASE)
        (folder / _ABOUT).write_text(json.dumps({"database": about.database, "made_at": about.made_at}))
        part = folder / "archive"
        with tarfile.open(part, "w:gz" if target.suffix in (".gz", ".tgz") else "w") as archive:
            for name in (_ABOUT, _DATABASE):
                archive.add(folder / name, name)
            if settings.STORED_FILES.exists():
                archive.add(settings.STORED_FILES, _FILES)
        part.chmod(0o600)
        part.replace(target)
    return about


def read(source: Path) -> About:
    """Put database and files back as they were. Raises Conflict while anybody is connected to the database, or when
    the archive cannot be read or is of another kind of database; then nothing is changed."""
    with _beside(Path(settings.ANXIN.data) / _DATABASE) as folder:
        try:
            with tarfile.open(source) as archive:
                archive.extractall(folder, filter="data")
            about = About(**json.loads((folder / _ABOUT).read_text()))
        except (OSError, EOFError, tarfile.TarError, ValueError, TypeError) as error:
            raise Conflict("backup.unreadable", file=str(source), why=str(error)) from error
        if about.database != connection.vendor:
            raise Conflict("backup.other_database", database=about.database)
        _load(folder / _DATABASE)
        shutil.rmtree(settings.STORED_FILES, ignore_errors=True)
        if (folder / _FILES).exists():
            (folder / _FILES).replace(settings.STORED_FILES)
    return about


@atomic
def tell_restored(about: About) -> None:
    """Let the ledger say that it goes on from a backup, and from how far it had come."""
    anchor = verification.read_anchor()
    sequencer.anchor_restored(sequencer.head_position())
    sequencer.sequence()
    told = BackupRestored(about.made_at, sequencer.head_position(), anchor[0] if anchor else 0)
    case = new_id()
    events.record(told, actor=SYSTEM, subject=("ledger", case), case_id=events.new_case(case))


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A folder of our own on the target's disk, gone at the end."""
    with TemporaryDirectory(dir=target.resolve().parent, prefix=".anxin-") as folder:
        yield Path(folder)


def _dump(target: Path) -> None:
    if not is_sqlite():
        backup_postgresql.dump(target)
        return
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy, pages=1000)


def _load(source: Path) -> None:
    connection.close()
    if not is_sqlite():
        backup_postgresql.load(source)
        return
    present = Path(str(settings.DATABASES["default"]["NAME"]))
    _refuse_if_used(present)
    for file in (present, Path(f"{present}-wal"), Path(f"{present}-shm")):
        file.unlink(missing_ok=True)
    source.replace(present)


def _refuse_if_used(database: Path) -> None:
    """SQLite gives up its log only to who is alone."""
    if not database.exists():
        return
    try:
        with closing(sqlite3.connect(database, timeout=1)) as alone:
            alone.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as used:
        raise Conflict("backup.in_use") from used
