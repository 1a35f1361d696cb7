from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from anxin.kernel import clock, jobs
from anxin.kernel.jobs import tasks as task_module
from anxin.kernel.jobs.backend import resolve
from anxin.kernel.jobs.models import CronRow, Job, JobState
from anxin.kernel.jobs.worker import Worker, back_off, finish, prolong, purge, tick
from anxin.kernel.numbers import next_number

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 14, 4, 0, tzinfo=UTC)
heard: list[str] = []


@jobs.task(max_attempts=2)
def say(word: str) -> None:
    heard.append(word)


@jobs.task(max_attempts=2)
def break_after_writing(word: str) -> None:
    next_number("written-by-a-failing-job")
    raise ValueError(f"told {word}")


def every_minute() -> None:
    heard.append("minute")


def every_hour() -> None:
    heard.append("hour")


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    heard.clear()
    monkeypatch.setattr(task_module, "_crons", {})
    with clock.frozen(NOON):
        yield


@pytest.fixture
def real_time(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """Real time held in a cell a test may move."""
    cell = [NOON]
    monkeypatch.setattr(clock, "real_now", lambda: cell[0])
    return cell


def run_all(worker: Worker | None = None) -> None:
    worker = worker or Worker()
    while worker.run_once():
        pass


def test_a_job_runs_once_and_is_done() -> None:
    result = say.enqueue(word="hello")
    run_all()
    assert heard == ["hello"]
    assert say.get_result(result.id).is_finished
    assert Job.objects.get().state == JobState.DONE


def test_rollback_leaves_no_job() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        say.enqueue(word="lost")
        raise RuntimeError
    assert not Job.objects.exists()


def test_a_waiting_twin_is_merged_and_a_running_one_is_not() -> None:
    first = say.enqueue(word="a", dedupe_key="k")
    assert say.enqueue(word="b", dedupe_key="k").id == first.id
    Worker().claim()
    assert say.enqueue(word="c", dedupe_key="k").id != first.id
    assert Job.objects.count() == 2


def test_run_at_waits_for_business_time() -> None:
    say.enqueue(word="later", run_at=NOON + timedelta(hours=1))
    run_all()
    assert heard == []
    with clock.frozen(NOON + timedelta(hours=1)):
        run_all()
    assert heard == ["later"]


def test_a_failing_job_keeps_nothing_waits_and_is_buried(real_time: list[datetime]) -> None:
    break_after_writing.enqueue(word="secret")
    run_all()
    job = Job.objects.get()
    assert (job.state, job.attempts) == (JobState.WAITING, 1)
    assert job.held_until is not None and job.held_until >= NOON + timedelta(seconds=5)
    assert next_number("written-by-a-failing-job") == 1
    real_time[0] = job.held_until
    run_all()
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.DEAD, 2)
    assert job.error.startswith("builtins.ValueError at test_jobs.py:")
    assert "secret" not in job.error
    assert Worker().claim() is None


def test_a_dead_worker_s_job_runs_again_after_its_lease(real_time: list[datetime]) -> None:
    say.enqueue(word="again")
    first = Worker(lease=timedelta(seconds=10)).claim()
    assert first is not None
    run_all()
    assert heard == []  # the lease holds
    real_time[0] = NOON + timedelta(seconds=10)
    run_all()
    assert heard == ["again"]
    assert Job.objects.get().attempts == 2


def test_a_slow_worker_that_lost_its_lease_changes_nothing(real_time: list[datetime]) -> None:
    break_after_writing.enqueue(word="x")
    slow = Worker(lease=timedelta(seconds=10))
    job = slow.claim()
    assert job is not None
    real_time[0] = NOON + timedelta(seconds=10)
    assert Worker().claim() is not None
    assert not prolong(job.pk, job.lease, NOON)  # type: ignore[arg-type]
    slow.run(job)
    assert Job.objects.get().state == JobState.RUNNING  # still the second worker's
    with pytest.raises(Exception, match=str(job.pk)):
        finish(job)


def test_a_job_whose_every_worker_died_is_buried(real_time: list[datetime]) -> None:
    say.enqueue(word="killer")
    for attempt in range(3):
        real_time[0] = NOON + attempt * timedelta(minutes=1)
        Worker().claim()
    assert Job.objects.values_list("state", "error").get() == (JobState.DEAD, "the worker died")


def test_a_worker_takes_only_its_queues() -> None:
    say.enqueue(word="default")
    assert not Worker(queues=("mail",)).run_once()
    assert Worker(queues=("default",)).run_once()


def test_cron_runs_when_due_and_never_beside_itself() -> None:
    task = jobs.cron("test.minute", every=timedelta(minutes=1))(every_minute)
    monkey = {"every_minute": task}
    globals().update(monkey)
    tick()
    tick()
    assert Job.objects.count() == 1
    assert CronRow.objects.get().next_at == NOON + timedelta(minutes=1)
    with clock.frozen(NOON + timedelta(minutes=1)):
        tick()
        assert Job.objects.count() == 1  # the first has not finished
        run_all()
    with clock.frozen(NOON + timedelta(minutes=2)):
        run_all()
    assert heard == ["minute", "minute"]


def test_names_that_are_no_tasks_are_refused() -> None:
    with pytest.raises(TypeError):
        resolve("os.getcwd")


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 5), (2, 20), (3, 80), (9, 1800)])
def test_back_off_grows_to_half_an_hour(attempts: int, seconds: int) -> None:
    assert timedelta(seconds=seconds) <= back_off(attempts) <= timedelta(seconds=seconds * 1.2)


def test_purge_keeps_the_dead_and_the_fresh(real_time: list[datetime]) -> None:
    say.enqueue(word="old")
    run_all()
    Job.objects.create(task="x", run_at=NOON, enqueued_at=NOON, state=JobState.DEAD, finished_at=NOON)
    assert purge() == 0
    real_time[0] = NOON + timedelta(days=1, seconds=1)
    assert purge() == 1
    assert Job.objects.get().state == JobState.DEAD


def test_a_repeated_task_that_died_goes_after_a_day(real_time: list[datetime]) -> None:
    task = jobs.cron("test.hour", every=timedelta(hours=1))(every_hour)
    for path in (task.module_path, "x"):
        Job.objects.create(task=path, run_at=NOON, enqueued_at=NOON, state=JobState.DEAD, finished_at=NOON)
    real_time[0] = NOON + timedelta(days=1, seconds=1)
    assert purge() == 1
    assert Job.objects.get().task == "x"
