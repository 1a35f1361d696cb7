"""F5: a host in another zone, a clock set back or on, a year's end, a change to summer time: what was promised does
not move, nothing is held late that is not, and what a wrong clock did is undone by the right one."""

import json
from typing import Any

from tests.faults.installation import Installation

_OPEN = """
import sys
from datetime import datetime
from anxin.domains.fieldwork import testing as make
from anxin.domains.people.models import OrgUnit
from anxin.kernel import clock
with clock.frozen(datetime.fromisoformat(sys.argv[1])):
    at = make.house()
    OrgUnit.objects.update(timezone=sys.argv[2])
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
    installation.script(_OPEN, "2026-12-31T15:50:00+00:00", "Asia/Shanghai")  # ten minutes before midnight there
    before = _read(installation, "2026-12-31T15:51:00+00:00", "UTC")
    assert before["read"] and before["breached"] == 0
    assert [_read(installation, now, zone) for now, zone in _AGAIN] == [before] * len(_AGAIN)


def test_a_day_ahead_by_mistake_is_forgotten_when_the_clock_is_right_again(installation: Installation) -> None:
    installation.script(_OPEN, "2026-07-14T01:00:00+00:00", "Asia/Shanghai")
    before = _read(installation, "2026-07-14T01:01:00+00:00", "UTC")
    wrong = _read(installation, "2026-07-15T01:01:00+00:00", "UTC")
    assert (wrong["stored"], wrong["read"]) == (before["stored"], before["read"])
    assert wrong["breached"] > 0
    assert _read(installation, "2026-07-14T01:02:00+00:00", "UTC") == before


def test_the_hour_that_summer_time_takes_is_no_hour_of_service(installation: Installation) -> None:
    """New York, the night of 8 March 2026: two o'clock is three. An hour counted is an hour lived."""
    installation.script(_OPEN, "2026-03-08T06:30:00+00:00", "America/New_York")  # 01:30
    before = _read(installation, "2026-03-08T06:31:00+00:00", "America/New_York")
    assert "2026-03-08 07:00:00+00:00" in before["stored"]  # a person within 30 minutes: at 03:00, not 02:00
    assert "2026-03-08 14:00:00+00:00" in before["stored"]  # two hours of service from 08:00 on: 10:00 there
    assert _read(installation, "2026-03-08T06:59:00+00:00", "Asia/Shanghai") == before
