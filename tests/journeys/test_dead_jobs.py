"""Dead jobs over HTTP: who sees them, what is told, and that another try is a real one."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from anxin.config.roles import STAFF
from anxin.domains.people import testing
from anxin.kernel import clock, jobs
from anxin.kernel.events.models import EventRecord
from anxin.kernel.ids import new_id
from anxin.kernel.jobs.models import Job, JobState
from anxin.kernel.jobs.worker import Worker

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 14, 4, 0, tzinfo=UTC)
JSON = "application/json"
SEND = "anxin.kernel.outbound.messages.send"
heard: list[str] = []


@jobs.task(max_attempts=2)
def say(word: str) -> None:
    heard.append(word)


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    heard.clear()
    with clock.frozen(NOON):
        yield


@pytest.fixture
def admin() -> Client:
    return testing.browser("admin")


def dead(task: str = SEND, *, minutes: int = 0, error: str = "builtins.ValueError at x.py:3", **args: str) -> Job:
    return Job.objects.create(
        task=task,
        args=args,
        state=JobState.DEAD,
        attempts=2,
        max_attempts=2,
        error=error,
        run_at=NOON,
        enqueued_at=NOON,
        finished_at=NOON + timedelta(minutes=minutes),
    )


def test_the_dead_are_told_in_words_the_latest_first(admin: Client) -> None:
    dead(minutes=1)
    later = dead(say.module_path, minutes=2, error="the worker died")
    Job.objects.create(task=SEND, run_at=NOON, enqueued_at=NOON)
    page = admin.get("/api/jobs/dead", headers={"Accept-Language": "en"}).json()
    assert page["count"] == 2
    assert page["items"][0] == {
        "id": str(later.pk),
        "task": say.module_path,
        "name": say.module_path,
        "attempts": 2,
        "max_attempts": 2,
        "cause": "The process that ran it was killed",
        "error": "the worker died",
        "died_at": "2026-07-14T04:02:00Z",
    }
    assert [page["items"][1][name] for name in ("name", "cause")] == [
        "Send a text message or mail",
        "A fault in the program",
    ]
    assert admin.get(f"/api/jobs/dead?task={SEND}").json()["count"] == 1


def test_kinds_are_counted(admin: Client) -> None:
    assert admin.get("/api/jobs/dead/kinds").json() == []
    for minute in (1, 3):
        dead(minutes=minute)
    dead(say.module_path, minutes=2)
    told = admin.get("/api/jobs/dead/kinds").json()
    assert [(kind["task"], kind["count"], kind["last_at"]) for kind in told] == [
        (SEND, 2, "2026-07-14T04:03:00Z"),
        (say.module_path, 1, "2026-07-14T04:02:00Z"),
    ]


def test_a_revived_job_runs_with_all_its_attempts_and_the_ledger_knows(admin: Client) -> None:
    job = dead(say.module_path, word="again")
    assert admin.post(f"/api/jobs/{job.pk}/revive").json() == {"revived": 1}
    job.refresh_from_db()
    assert (job.state, job.attempts, job.finished_at) == (JobState.WAITING, 0, None)
    while Worker().run_once():
        pass
    assert heard == ["again"]
    payload = EventRecord.objects.get(name="JobsRevived").payload
    assert (payload["task"], payload["jobs"]) == (say.module_path, 1)


def test_what_is_not_dead_is_left_alone(admin: Client) -> None:
    job = dead()
    admin.post(f"/api/jobs/{job.pk}/revive")
    again = admin.post(f"/api/jobs/{job.pk}/revive")
    assert (again.status_code, again.json()["code"]) == (409, "error.job_not_dead")
    assert admin.post(f"/api/jobs/{new_id()}/revive").status_code == 404
    assert EventRecord.objects.filter(name="JobsRevived").count() == 1


def test_all_of_a_kind_are_revived_and_no_others(admin: Client) -> None:
    ours, other = {dead().pk, dead(minutes=1).pk}, dead(say.module_path)
    told = admin.post("/api/jobs/dead/revive", {"task": SEND}, content_type=JSON)
    assert told.json() == {"revived": 2}
    assert set(Job.objects.filter(state=JobState.WAITING).values_list("pk", flat=True)) == ours
    other.refresh_from_db()
    assert other.state == JobState.DEAD
    assert admin.post("/api/jobs/dead/revive", {"task": SEND}, content_type=JSON).status_code == 404


@pytest.mark.parametrize("role", [role for role in STAFF.split() if role != "admin"])
def test_only_the_administrator_sees_and_revives(role: str) -> None:
    job = dead()
    browser = testing.browser(role)
    refused = [
        browser.get("/api/jobs/dead"),
        browser.get("/api/jobs/dead/kinds"),
        browser.post(f"/api/jobs/{job.pk}/revive"),
        browser.post("/api/jobs/dead/revive", {"task": SEND}, content_type=JSON),
    ]
    assert [answer.status_code for answer in refused] == [403] * 4
    job.refresh_from_db()
    assert job.state == JobState.DEAD
