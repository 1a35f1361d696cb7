"""F23: after a person was erased, no file of the installation holds his name, number or door."""

import json
from pathlib import Path

from tests.faults.installation import Installation

_WORDS = ("13711112222", "欧阳铁柱", "文三西路 88 号", "孩子在家很着急")
_OPEN = """
import sys
from anxin.domains.catalog import testing as catalog
from anxin.domains.customers import testing as customers
from anxin.domains.tickets import testing
from anxin.kernel.events.handling import deliver_due
from anxin.kernel.events.sequencer import sequence
phone, name, door, said = sys.argv[1:]
noted = customers.noted(name, number=phone, address=f"浙江省杭州市西湖区文新街道{door}")
catalog.category()
testing.ticket(text=said, customer_id=noted.customer_id, household_id=noted.household_id)
while sequence() or deliver_due(): pass
print(noted.customer_id)
"""
_ERASE = """
import sys
from uuid import UUID
from anxin.domains.customers import jobs, testing
from anxin.kernel.events.handling import deliver_due
from anxin.kernel.events.sequencer import sequence
from anxin.kernel.events.verification import verify
testing.erased(UUID(sys.argv[1]))
while sequence() or deliver_due(): pass
jobs.wipe_log.call()
print(verify().ok)
"""


def _found(folder: Path) -> set[str]:
    held = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    spellings = {word: (word, json.dumps(word)[1:-1]) for word in _WORDS}  # JSON may hold \\u6b27 for 欧
    return {word for word, ways in spellings.items() if any(way.encode() in held for way in ways)}


def test_erased_person_is_in_no_file(installation: Installation) -> None:
    customer = installation.script(_OPEN, *_WORDS).strip()
    assert _found(installation.folder) == set(_WORDS)
    assert installation.script(_ERASE, customer).strip() == "True"
    assert _found(installation.folder) == set()
