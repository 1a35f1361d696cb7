"""F2: the worker killed with -9 in the middle of jobs, again and again: each job has its effect exactly once."""

import signal

import pytest

from tests.faults.installation import Installation, killed_at_end

JOBS = 12

_WORK = """
import sys, threading, types
from datetime import timedelta
from anxin.kernel import jobs
from anxin.kernel.numbers import next_number

jobs_of_test = types.ModuleType("jobs_of_test")
sys.modules["jobs_of_test"] = jobs_of_test

def count_slowly(name):
    next_number(f"effect:{name}")
    print("begun", flush=True)
    threading.Event().wait(0.2)  # long enough to be killed in

count_slowly.__module__ = "jobs_of_test"
jobs_of_test.count_slowly = jobs.task(max_attempts=50)(count_slowly)
"""
_ENQUEUE = (
    _WORK
    + f"""
from anxin.kernel.db import atomic
with atomic():
    for n in range({JOBS}):
        jobs_of_test.count_slowly.enqueue(name=str(n))
"""
)
_WORKER = (
    _WORK
    + """
from anxin.kernel.jobs.worker import Worker
Worker(lease=timedelta(seconds=1)).run_forever(threading.Event())
"""
)
_FINISH = (
    _WORK
    + """
from anxin.kernel.jobs.models import Job
from anxin.kernel.jobs.worker import Worker
from anxin.kernel.models import NumberSeries

ours = Job.objects.filter(task__startswith="jobs_of_test")
while ours.filter(state__in=["waiting", "running"]).exists():
    Worker(lease=timedelta(seconds=1)).run_once()
print(ours.filter(state="done").count())
print(*NumberSeries.objects.filter(series__startswith="effect:").values_list("last", flat=True))
"""
)


def _killed_in_the_middle(installation: Installation, times: int) -> list[str]:
    """Kill a worker inside a job so many times, let another finish; what it printed at the end."""
    installation.script(_ENQUEUE)
    for _ in range(times):
        worker = installation.start_script(_WORKER)
        with killed_at_end(worker):
            assert worker.stdout is not None
            assert worker.stdout.readline() == "begun\n"
            worker.send_signal(signal.SIGKILL)
    return installation.script(_FINISH).splitlines()[-2:]


def test_a_killed_worker_s_jobs_run_again_and_have_one_effect(installation: Installation) -> None:
    assert _killed_in_the_middle(installation, 3) == [str(JOBS), " ".join(["1"] * JOBS)]


@pytest.mark.soak
def test_twenty_times(installation: Installation) -> None:
    assert _killed_in_the_middle(installation, 20) == [str(JOBS), " ".join(["1"] * JOBS)]
