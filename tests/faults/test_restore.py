"""An older backup brings back what was lost since, and nobody who was erased since: on the database of this run."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.faults.installation import Installation, killed_at_end
from tests.faults.test_erasure import _ERASE, _OPEN, _WORDS, _found

_CLI = "-m", "anxin.config.cli"
_CLUSTER = os.environ.get("ANXIN_DATABASE_URL", "")
on_cluster = pytest.mark.skipif(not _CLUSTER, reason="of PostgreSQL's own programs: make test-cluster runs it")

_KEPT = "李长留", "13922223333"
_READ = """
import sys
from anxin.domains.customers.models import Customer
from anxin.kernel.events.models import EventRecord
from anxin.kernel.events.verification import verify
rows = Customer.objects.order_by("pk").values_list("name", flat=True)
print(verify().ok, EventRecord.objects.filter(name="BackupRestored").count(), *(name or "-" for name in rows))
"""
_FILE = """
import sys
from django.core.files.uploadedfile import SimpleUploadedFile
from anxin.domains.fieldwork.testing import PNG
from anxin.domains.tickets.models import Ticket
from anxin.kernel import files
from anxin.kernel.actor import SYSTEM
ticket = Ticket.objects.get(customer_id=sys.argv[1])
upload = SimpleUploadedFile("p.png", PNG + sys.argv[2].encode())
print(files.store(SYSTEM, upload, bound_to=("ticket", ticket.pk)).pk)
"""
_SEAL = "from anxin.kernel.events.sequencer import seal, sequence; sequence(); print(seal().position)"


#: The archive put back as it is; each table's rows and a checksum of them.
_PUT_BACK = "import sys; from pathlib import Path; from anxin.kernel import backup; backup.read(Path(sys.argv[1]))"
_TABLES = """
import hashlib, json
from django.db import connection
def told(table):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        rows = sorted(map(repr, cursor.fetchall()))
    return len(rows), hashlib.sha256("\\n".join(rows).encode()).hexdigest()
print(json.dumps({table: told(table) for table in connection.introspection.table_names()}))
"""
#: A later version's table, in the way of everything it refers to.
_LATER = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("CREATE TABLE kernel_later (id uuid PRIMARY KEY, case_id uuid REFERENCES kernel_case (id))")
"""
_OPEN_MANY = """
import sys
from uuid import UUID
from anxin.domains.catalog import testing as catalog
from anxin.domains.customers import testing as customers
from anxin.domains.tickets import testing
catalog.category()
customer = customers.noted().customer_id
while True:
    print(testing.ticket(customer_id=customer).number, flush=True)
"""
_STORED = """
import json
from anxin.domains.tickets.models import Ticket
from anxin.kernel.events.models import EventRecord
from anxin.kernel.events.verification import verify
print(json.dumps({
    "verified": verify().ok,
    "tickets": list(Ticket.objects.values_list("number", flat=True)),
    "told": EventRecord.objects.filter(name="TicketOpened").count(),
}))
"""


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    """A migrated database on PostgreSQL, to be copied: its name; empty on SQLite."""
    name = f"anxin_migrated_{worker_id}" if _CLUSTER else ""
    if not name:
        yield ""
        return
    _in_cluster(f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}")
    try:
        Installation(tmp_path_factory.mktemp("migrated"), ANXIN_DATABASE_URL=_url(name)).run(*_CLI, "migrate")
        yield name
    finally:
        _in_cluster(f"DROP DATABASE {name}")


@pytest.fixture
def installation(tmp_path: Path, migrated: str) -> Iterator[Installation]:
    """A migrated installation on the kind of database this run is of."""
    folder = tmp_path / "house"
    folder.mkdir()
    if not migrated:
        made = Installation(folder)
        made.run(*_CLI, "migrate")
        yield made
        return
    name = migrated.replace("migrated", "restore")
    _in_cluster(f"CREATE DATABASE {name} TEMPLATE {migrated}")
    try:
        yield Installation(folder, ANXIN_DATABASE_URL=_url(name))
    finally:
        _in_cluster(f"DROP DATABASE {name} WITH (FORCE)")


def _url(database: str) -> str:
    return urlsplit(_CLUSTER)._replace(path=f"/{database}").geturl()


def _in_cluster(*statements: str) -> None:
    subprocess.run(["psql", "-Xq", _CLUSTER, *(f"--command={one}" for one in statements)], check=True)


def _held(installation: Installation) -> set[str]:
    """Which of the person's words the database or the files hold; of PostgreSQL what its rows say."""
    url, rows = installation.environment.get("ANXIN_DATABASE_URL"), installation.folder / "rows.sql"
    if url:
        subprocess.run(["pg_dump", "--inserts", f"--file={rows}", url], check=True)
    found = _found(installation.folder)
    rows.unlink(missing_ok=True)
    return found


def _refused(installation: Installation, *arguments: str) -> str:
    """What a command that failed told the person at the terminal."""
    process = installation.start(*_CLI, *arguments)
    out, why = process.communicate(timeout=120)
    assert (process.returncode, out) == (1, "")
    return why.strip()


def _cli(installation: Installation, *arguments: str) -> str:
    return installation.run(*_CLI, *arguments)


def test_restored_from_before_the_erasure_the_person_is_erased_again(installation: Installation) -> None:
    backup = installation.folder.parent / "backup.tar.gz"
    customer = installation.script(_OPEN, *_WORDS).strip()
    installation.script(_FILE, customer, _WORDS[1])
    _cli(installation, "backup", str(backup))
    later = _KEPT[1], _KEPT[0], "学院路 1 号", "修好了"
    installation.script(_OPEN, *later)
    assert _held(installation) == set(_WORDS)
    assert installation.script(_ERASE, customer).strip() == "True"
    last = int(installation.script(_SEAL))
    assert _held(installation) == set()

    told = _cli(installation, "restore", str(backup))
    assert "; 1 erased again" in told
    assert installation.script(_READ).split() == ["True", "1", "-"]
    assert _held(installation) == set()
    *_, sealed, restored, anew = (installation.folder / "ledger.anchor").read_text().splitlines()
    assert int(sealed.split()[0]) == last > int(anew.split()[0])
    assert restored.startswith("restored ")
    assert re.fullmatch(r"ok: \d+ events verified\n", _cli(installation, "events", "verify"))


def test_while_a_server_is_connected_nothing_is_restored(installation: Installation) -> None:
    backup = installation.folder.parent / "backup.tar"
    _cli(installation, "backup", str(backup))
    connected = "from django.db import connection; connection.ensure_connection()"
    reader = installation.start_script(
        f"{connected}; connection.cursor().execute('SELECT 1 FROM kernel_case'); print('in', flush=True); input()",
        stdin=subprocess.PIPE,
    )
    assert reader.stdout is not None
    assert reader.stdout.readline() == "in\n"
    assert _refused(installation, "restore", str(backup)) == "The database is in use: stop the server first."
    assert _cli(installation, "events", "verify") == "ok: 0 events verified\n"
    reader.communicate("\n", timeout=60)
    assert reader.returncode == 0


def test_an_archive_is_never_overwritten(installation: Installation) -> None:
    backup = installation.folder.parent / "kept.tar"
    backup.write_text("older")
    assert "is not overwritten" in _refused(installation, "backup", str(backup))
    assert backup.read_text() == "older"


def test_each_table_comes_back_row_by_row_also_under_a_later_version(installation: Installation) -> None:
    backup = installation.folder.parent / "backup.tar"
    installation.script(_OPEN, *_WORDS)
    before = json.loads(installation.script(_TABLES))
    assert before["tickets_ticket"][0] == 1
    _cli(installation, "backup", str(backup))
    installation.script(_OPEN, _KEPT[1], _KEPT[0], "学院路 1 号", "修好了")
    installation.script(_LATER)
    assert json.loads(installation.script(_TABLES)) != before
    installation.script(_PUT_BACK, str(backup))
    assert json.loads(installation.script(_TABLES)) == before


def test_a_copy_made_while_tickets_are_opened_is_of_one_moment(installation: Installation) -> None:
    backup = installation.folder.parent / "backup.tar"
    opening = installation.start_script(_OPEN_MANY)
    with killed_at_end(opening):
        assert opening.stdout is not None
        before = [opening.stdout.readline().strip() for _ in range(5)]
        _cli(installation, "backup", str(backup))
        assert opening.stdout.readline().strip()  # it went on
    _cli(installation, "restore", str(backup))
    stored = json.loads(installation.script(_STORED))
    assert stored["verified"]
    assert set(before) <= set(stored["tickets"])
    assert len(stored["tickets"]) == stored["told"]


def test_what_is_no_backup_is_told_and_changes_nothing(installation: Installation) -> None:
    backup, other = installation.folder.parent / "backup.tar", installation.folder.parent / "other.tar"
    installation.script(_OPEN, *_WORDS)
    before = json.loads(installation.script(_TABLES))
    assert "is no backup that can be read" in _refused(installation, "restore", str(backup))
    other.write_bytes(b"no archive")
    assert "is no backup that can be read" in _refused(installation, "restore", str(other))
    assert json.loads(installation.script(_TABLES)) == before


@on_cluster
def test_a_copy_cut_short_changes_nothing(installation: Installation) -> None:
    backup, folder = installation.folder.parent / "backup.tar", installation.folder.parent / "cut"
    installation.script(_OPEN, *_WORDS)
    before = json.loads(installation.script(_TABLES))
    _cli(installation, "backup", str(backup))
    folder.mkdir()
    subprocess.run(["tar", "xf", str(backup), "-C", str(folder)], check=True)
    copy = (folder / "database").read_bytes()
    (folder / "database").write_bytes(copy[: len(copy) * 9 // 10])
    subprocess.run(["tar", "cf", str(backup), "-C", str(folder), "about.json", "database"], check=True)
    assert "pg_restore failed, the database is as it was: " in _refused(installation, "restore", str(backup))
    assert json.loads(installation.script(_TABLES)) == before


@on_cluster
@pytest.mark.parametrize(
    ("program", "why"), [("", "is not there"), ("echo 'pg_dump (PostgreSQL) 9.6.24'", "of version 9")]
)
def test_a_missing_or_old_program_is_named(installation: Installation, tmp_path: Path, program: str, why: str) -> None:
    programs, backup = tmp_path / "bin", installation.folder.parent / "backup.tar"
    programs.mkdir()
    if program:
        (programs / "pg_dump").write_text(f"#!/bin/sh\n{program}\n")
        (programs / "pg_dump").chmod(0o755)
    installation.environment["PATH"] = str(programs)
    told = _refused(installation, "backup", str(backup))
    assert "pg_dump" in told and why in told and "install PostgreSQL's client" in told
    assert not backup.exists()
