"""F5: a host in another zone, a clock set back, a year's end: what was promised does not move."""

import json
from typing import Any

from tests.faults.installation import Installation

_OPEN = """
from datetime import UTC, datetime
from anxin.domains.fieldwork import testing as make
from anxin.kernel import clock
with clock.frozen(datetime(2026, 12, 31, 15, 50, tzinfo=UTC)):  # ten minutes before midnight in Hangzhou
    at = make.house()
    for n in range(3):
        make.opened(at)
"""
_READ = """
import json, sys
from datetime import datetime
from anxin.domains.processes import reading, services
from anxin.domains.processes.models import Clock
from anxin.kernel import clock
with clock.frozen(datetime.fromisoformat(sys.argv[1])):
    services.replay_changed()
    services.escalate_due()
    rows = [row for row in Clock.objects.select_related("run").order_by("pk")]
    read = [reading.read(row, reading.inputs_of(row.run), clock.now()) for row in rows]
print(json.dumps({
    "stored": [str(row.due_at) for row in rows],
    "read": [str(reading.moment(state.reading.due)) if state.reading else "None" for state in read],
    "breached": sum(row.state == "breached" for row in rows),
}))
"""


def _read(installation: Installation, now: str, zone: str) -> dict[str, Any]:
    installation.environment["TZ"] = zone
    found: dict[str, Any] = json.loads(installation.script(_READ, now))
    return found


#: When and where it is read again: (instant, zone of the host).
_AGAIN = (
    ("2026-12-31T14:50:00+00:00", "Asia/Shanghai"),  # set back an hour: before the cases were opened
    ("2026-12-31T15:55:00+00:00", "America/New_York"),
    ("2026-12-31T16:05:00+00:00", "Pacific/Kiritimati"),  # the new year has begun where the customer is
)


def test_no_promise_moves_and_none_is_broken(installation: Installation) -> None:
    installation.environment["TZ"] = "UTC"
    installation.script(_OPEN)
    before = _read(installation, "2026-12-31T15:51:00+00:00", "UTC")
    assert before["read"] and before["breached"] == 0
    assert [_read(installation, now, zone) for now, zone in _AGAIN] == [before] * len(_AGAIN)
