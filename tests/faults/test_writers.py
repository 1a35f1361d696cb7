"""SQLite under many writers, in many processes: nobody is told "database is locked", nothing is lost or doubled."""

import pytest

from tests.faults.installation import Installation, killed_at_end

_WRITER = """
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from uuid import UUID
from anxin.kernel import events, ids
from anxin.kernel.actor import SYSTEM
from anxin.kernel.db import atomic
from anxin.kernel.numbers import next_number

@dataclass(frozen=True)
class Written(events.Event):
    number: int

case = UUID(sys.argv[1])

def write(times):
    for _ in range(times):
        with atomic():
            number = next_number("fault")
            events.record(Written(number), actor=SYSTEM, subject=("fault", ids.new_id()), case_id=case)
        os.write(1, f"{number}\\n".encode())  # one write, so that threads do not mix

with ThreadPoolExecutor(int(sys.argv[3])) as pool:
    for done in [pool.submit(write, int(sys.argv[2])) for _ in range(int(sys.argv[3]))]:
        done.result()
"""
_NEW_CASE = "from anxin.kernel import events; print(events.new_case())"
_ALL = """
from anxin.kernel.events.models import EventRecord
for row in EventRecord.objects.order_by("case_seq"): print(row.case_seq, row.payload["number"])
"""


@pytest.mark.parametrize(("processes_wanted", "threads", "each"), [(2, 4, 40), (4, 8, 15)])
def test_many_writers_get_their_turn_and_numbers_are_given_once(
    installation: Installation, processes_wanted: int, threads: int, each: int
) -> None:
    case = installation.script(_NEW_CASE).strip()
    processes = [installation.start_script(_WRITER, case, str(each), str(threads)) for _ in range(processes_wanted)]
    with killed_at_end(*processes):
        results = [process.communicate(timeout=240) for process in processes]
    assert [err for _, err in results if "locked" in err] == []
    assert [process.returncode for process in processes] == [0] * processes_wanted
    numbers = sorted(int(line) for out, _ in results for line in out.split())
    assert numbers == list(range(1, processes_wanted * threads * each + 1))
    rows = [tuple(map(int, line.split())) for line in installation.script(_ALL).splitlines()]
    assert [seq for seq, _ in rows] == numbers
    assert sorted(number for _, number in rows) == numbers
