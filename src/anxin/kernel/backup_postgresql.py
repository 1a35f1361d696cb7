"""PostgreSQL's own programs (`pg_dump`, `pg_restore`, `psql`) on our database.

The database is Anxin's alone: putting a copy back first drops every table in it, those of a later version too.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections

from anxin.kernel.errors import Conflict

if TYPE_CHECKING:
    from django.db.backends.postgresql.base import DatabaseWrapper

#: Everything of ours in the way of the copy. A table that came with a later version may refer to older ones.
_EMPTY = """
DO $$ DECLARE held record; BEGIN
  FOR held IN SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema() LOOP
    EXECUTE 'DROP TABLE IF EXISTS ' || held.name || ' CASCADE';
  END LOOP;
END $$;
"""
_OTHERS = """
SELECT COUNT(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
#: Whoever connects between the question and the writing makes it fail instead of waiting for them.
_PATIENCE = "-c lock_timeout=10s"


def dump(target: Path) -> None:
    """Copy the database as it is now, by a `pg_dump` at least as new as the server (an older one refuses).
    Raises Conflict."""
    has, server = _major("pg_dump"), _connection().pg_version // 10_000
    if has < server:
        raise Conflict("backup.program_old", program="pg_dump", has=has, server=server)
    _run("pg_dump", "--format=custom", "--file", str(target))


def load(source: Path) -> None:
    """Put a copy back in one transaction: on any error the database is as it was. Raises Conflict, also while
    anybody else is connected."""
    script = source.with_suffix(".sql")
    # The whole script is written first: a copy that is cut short must fail before anything is dropped.
    _run("pg_restore", "--no-owner", "--no-privileges", "--file", str(script), str(source))
    _refuse_if_used()
    _run("psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-o", os.devnull, "-c", _EMPTY, "-f", str(script))


def _refuse_if_used() -> None:
    _connection().close()
    _connection().close_pool()  # what this process keeps in reserve
    if _run("psql", "-X", "-q", "-A", "-t", "-c", _OTHERS).strip() != "0":
        raise Conflict("backup.in_use")


def _connection() -> DatabaseWrapper:
    """This module is asked only where the database is a PostgreSQL."""
    return cast("DatabaseWrapper", connections[DEFAULT_DB_ALIAS])


def _major(program: str) -> int:
    said = re.search(r"(\d+)", _run(program, "--version"))
    if said is None:
        raise Conflict("backup.program_failed", program=program, why="--version")
    return int(said[1])


def _run(program: str, *arguments: str) -> str:
    """What it printed. Raises Conflict with its own last words, or when it is not there."""
    known: dict[str, Any] = settings.DATABASES["default"]
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    given = {name: str(known[key]) for name, key in names.items() if known[key]}
    environment = {**os.environ, **given, "PGOPTIONS": _PATIENCE}
    try:
        ended = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True)  # noqa: S603
    except FileNotFoundError as missing:
        raise Conflict("backup.program_missing", program=program) from missing
    if ended.returncode:
        raise Conflict("backup.program_failed", program=program, why=ended.stderr.strip()[-500:])
    return ended.stdout
