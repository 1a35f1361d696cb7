"""An older backup brings back what was lost since, and nobody who was erased since."""

import re
import subprocess

from tests.faults.installation import Installation
from tests.faults.test_erasure import _ERASE, _OPEN, _WORDS, _found

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


def _cli(installation: Installation, *arguments: str) -> str:
    return installation.run("-m", "anxin.config.cli", *arguments)


def test_restored_from_before_the_erasure_the_person_is_erased_again(installation: Installation) -> None:
    backup = installation.folder.parent / "backup.tar.gz"
    customer = installation.script(_OPEN, *_WORDS).strip()
    installation.script(_FILE, customer, _WORDS[1])
    _cli(installation, "backup", str(backup))
    later = _KEPT[1], _KEPT[0], "学院路 1 号", "修好了"
    installation.script(_OPEN, *later)
    assert installation.script(_ERASE, customer).strip() == "True"
    last = int(installation.script(_SEAL))
    assert _found(installation.folder) == set()

    told = _cli(installation, "restore", str(backup))
    assert "; 1 erased again" in told
    assert installation.script(_READ).split() == ["True", "1", "-"]
    assert _found(installation.folder) == set()
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
    refused = installation.start("-m", "anxin.config.cli", "restore", str(backup))
    _, why = refused.communicate(timeout=120)
    assert (refused.returncode, why.strip()) == (1, "The database is in use: stop the server first.")
    assert _cli(installation, "events", "verify") == "ok: 0 events verified\n"
    reader.communicate("\n", timeout=60)
    assert reader.returncode == 0


def test_an_archive_is_never_overwritten(installation: Installation) -> None:
    backup = installation.folder.parent / "kept.tar"
    backup.write_text("older")
    process = installation.start("-m", "anxin.config.cli", "backup", str(backup))
    process.communicate(timeout=120)
    assert (process.returncode, backup.read_text()) == (1, "older")
