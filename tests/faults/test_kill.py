"""A process killed with -9 in the middle of writing loses nothing it had acknowledged and leaves nothing half."""

import signal

from tests.faults.installation import Installation, killed_at_end
from tests.faults.test_writers import _ALL, _NEW_CASE, _WRITER

_CHECK = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("PRAGMA integrity_check"); print(cursor.fetchone()[0])
"""


def test_a_killed_writer_keeps_what_it_acknowledged(installation: Installation) -> None:
    case = installation.script(_NEW_CASE).strip()
    acknowledged: list[int] = []
    for _ in range(2):
        writer = installation.start_script(_WRITER, case, "100000", "1")
        with killed_at_end(writer):
            assert writer.stdout is not None
            acknowledged += [int(writer.stdout.readline()) for _ in range(20)]
            writer.send_signal(signal.SIGKILL)
            rest, _ = writer.communicate()
            acknowledged += [int(line) for line in rest.split("\n")[:-1] if line]
    assert installation.script(_CHECK).strip() == "ok"
    rows = [tuple(map(int, line.split())) for line in installation.script(_ALL).splitlines()]
    numbers = [number for _, number in rows]
    assert set(acknowledged) <= set(numbers)
    assert len(numbers) == len(set(numbers))
    assert [seq for seq, _ in rows] == list(range(1, len(rows) + 1))
