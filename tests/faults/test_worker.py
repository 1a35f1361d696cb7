"""F2: the worker killed with -9 in the middle of what it really does: mails, deliveries, escalations."""

import json
import signal
import threading

import pytest

from anxin.kernel.jobs.worker import LEASE
from tests.faults.installation import Installation, killed_at_end
from tests.faults.smtp import sink

MAILS, TICKETS = 12, 12
PATIENCE = 300  # seconds: a busy machine is slow, not wrong

_MAILS = f"""
from anxin.kernel import outbound
for n in range({MAILS}):
    outbound.mail(to=f"customer{{n}}@example.invalid", subject="x", body="y", purpose="test", verified=True)
"""
_TICKETS = f"""
from anxin.domains.catalog import testing as catalog
from anxin.domains.fieldwork import testing as make
from anxin.domains.tickets import testing as tickets
from anxin.kernel import clock
with clock.frozen(make.MORNING):
    at = make.house()
    for n in range({TICKETS}):
        make.ticket(at)
"""
#: One turn of all the worker's loops, at an hour when clocks are late; leases of a second, so that nobody waits.
_TURN = """
import os, sys
from datetime import timedelta
from anxin.domains.fieldwork.testing import MORNING
from anxin.domains.processes import services as processes
from anxin.kernel import clock
from anxin.kernel.events.handling import deliver_due
from anxin.kernel.events.sequencer import sequence
from anxin.kernel.jobs.models import Job
from anxin.kernel.jobs.worker import Worker
worker = Worker(lease=timedelta(seconds=1))
def turn():
    sequence()
    with clock.frozen(MORNING + timedelta(hours=6)):
        processes.escalate_due(limit=2)
    deliver_due(limit=2)
    return worker.run_once()
"""
_WORK = _TURN + "\nprint('begun', flush=True)\nwhile True: turn()\n"
_FINISH = (
    _TURN
    + """
import json
from collections import Counter
from anxin.kernel.events.models import Delivery, EventRecord
from anxin.kernel.events.verification import verify
from anxin.kernel.outbound.models import OutboundMessage
def busy():
    open_jobs = Job.objects.filter(task__contains="outbound", state__in=["waiting", "running"])
    return Delivery.objects.filter(state="pending").exists() or open_jobs.exists()
idle = 0
while idle < 2:
    turn()
    idle = 0 if busy() else idle + 1
told = EventRecord.objects.filter(name="ClockEscalated").values_list("payload", flat=True)
opened = OutboundMessage.objects.filter(purpose="notice.customer.opened")
print(json.dumps({
    "mails": sorted(OutboundMessage.objects.filter(channel="mail").values_list("state", "provider_id")),
    "acknowledged": sorted(Counter(opened.values_list("about_id", flat=True)).values()),
    "acknowledged_sent": opened.filter(state="sent").count(),
    "escalated": sorted(Counter((row["clock_id"], row["step"]) for row in told).values()),
    "dead": Delivery.objects.filter(state="dead").count() + Job.objects.filter(state="dead").count(),
    "verified": verify().ok,
}))
"""
)


#: Twenty kills, over houses: a restarted worker takes up first what the last one died of, and a job of which more
#: workers die than it has attempts (five) is set aside for a person to look at.
_OFTEN = [pytest.param(4, marks=pytest.mark.soak, id=f"house {n}") for n in range(1, 6)]


@pytest.mark.parametrize("kills", [2, *_OFTEN])
def test_a_mail_goes_out_again_only_under_its_own_id(installation: Installation, kills: int) -> None:
    installation.script(_MAILS)
    with sink() as server:
        installation.environment["ANXIN_SMTP_URL"] = f"smtp://127.0.0.1:{server.server_address[1]}"
        for _ in range(kills):  # killed with its mail handed over and not yet noted
            server.arriving.clear()
            worker = installation.start_script(_WORK)
            with killed_at_end(worker):
                assert server.arriving.wait(PATIENCE)
                worker.send_signal(signal.SIGKILL)
        facts = json.loads(installation.script(_FINISH))
        assert [state for state, _ in facts["mails"]] == ["sent"] * MAILS
        assert len(server.taken) >= MAILS
        assert set(server.taken) == {mail_id for _, mail_id in facts["mails"]}  # again = the same id
        assert facts["dead"] == 0


@pytest.mark.parametrize("kills", [2, *_OFTEN])
def test_each_customer_and_each_rung_is_told_once(installation: Installation, kills: int) -> None:
    installation.script(_TICKETS)
    for kill in range(kills):
        worker = installation.start_script(_WORK)
        with killed_at_end(worker):
            assert worker.stdout is not None
            assert worker.stdout.readline() == "begun\n"
            threading.Event().wait(0.02 + 0.03 * (kill % 7))  # somewhere else each time
            worker.send_signal(signal.SIGKILL)
    facts = json.loads(installation.script(_FINISH))
    assert facts["acknowledged"] == [1] * TICKETS
    assert facts["acknowledged_sent"] == TICKETS
    assert set(facts["escalated"]) == {1} and len(facts["escalated"]) >= TICKETS
    assert (facts["dead"], facts["verified"]) == (0, True)


def test_no_job_is_stuck_longer_than_a_minute() -> None:
    assert LEASE.total_seconds() < 60
