"""A real installation's first moment: `anxin found`."""

import io

import pytest
from django.test import Client

from anxin.config.cli import main
from anxin.domains.people.models import OrgUnit, User

pytestmark = pytest.mark.django_db

SECRET = "a long enough secret"


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{SECRET}\n"))


def found(*more: str) -> int:
    return main(["found", "安泰空调", "--admin", "Wang", "--name", "王静", *more, "--password-stdin"])


@pytest.mark.usefixtures("say")
def test_first_administrator_logs_in_and_may_set_up_the_house(
    client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    assert found() == 0
    told = capsys.readouterr().out
    assert "wang may log in" in told and SECRET not in told
    answer = client.post("/api/session", {"username": "wang", "password": SECRET}, content_type="application/json")
    assert {"user.manage", "policy.publish"} <= set(answer.json()["verbs"])
    root = OrgUnit.objects.get()
    outlet = {"kind": "outlet", "code": "W1", "name": "静安网点", "parent_id": str(root.id)}
    made = client.post("/api/orgs", outlet, content_type="application/json", headers={"Idempotency-Key": "W1"})
    assert made.status_code == 201


@pytest.mark.usefixtures("say")
def test_second_founding_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert found() == 0
    assert found("--lang", "en") == 1
    assert capsys.readouterr().err == "There is a brand here already; a first administrator is made only once.\n"
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "more", "told"), [("short", (), "密码太弱"), (SECRET, ("--timezone", "Mars/Olympus"), "no time zone")]
)
def test_bad_input_makes_nothing(
    typed: str, more: tuple[str, ...], told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
    assert found(*more) == 1
    assert told in capsys.readouterr().err
    assert not OrgUnit.objects.exists() and not User.objects.exists()


def test_two_passwords_that_differ(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    typed = iter([SECRET, "another long secret"])
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))
    assert main(["found", "安泰空调", "--admin", "wang"]) == 1
    assert "不一样" in capsys.readouterr().err
    assert not User.objects.exists()
