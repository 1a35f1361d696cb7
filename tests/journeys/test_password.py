"""A member of staff forgot the password: a real mail server, the link in its mail, and who gains nothing by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from anxin.domains.people import services
from anxin.domains.people import testing as people
from anxin.kernel import clock, events
from anxin.kernel.actor import SYSTEM
from anxin.kernel.jobs.models import Job
from anxin.kernel.jobs.worker import Worker
from anxin.kernel.outbound.models import OutboundMessage
from tests.faults.smtp import Sink, sink

pytestmark = pytest.mark.django_db
NEW, JSON = "quite another one 7", "application/json"


@pytest.fixture
def mails(settings: Settings) -> Iterator[Sink]:
    with sink() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address[:2]
        settings.EMAIL_USE_TLS, settings.EMAIL_HOST_USER = False, ""
        settings.OUTBOUND_PROVIDERS = {"mail": "anxin.kernel.outbound.providers.Smtp"}
        yield server


@pytest.fixture
def lin() -> Any:
    user = services.add_user(
        actor=SYSTEM, username="lin", name="林晓", password=people.PASSWORD, email="lin@anxin.example", lang="en"
    )
    services.give_role(actor=SYSTEM, user_id=user.id, role="agent", org_id=people.brand().id)
    return user


def ask(who: str) -> tuple[int, bytes]:
    answer = Client().post("/api/session/password", {"who": who}, content_type=JSON)
    while Worker().run_once():
        pass
    return answer.status_code, answer.content


def set_new(token: str, new: str = NEW) -> Any:
    return Client().post(f"/api/session/password/{token}", {"new": new}, content_type=JSON)


def log_in(browser: Client, password: str, code: str = "") -> Any:
    wanted = {"username": "lin", "password": password, "code": code}
    return browser.post("/api/session", wanted, content_type=JSON)


def link(mail: bytes) -> str:
    """The token of the link in a mail."""
    read = message_from_bytes(mail, policy=policy.default)
    found = re.search(r"http://\S+/password/(\S+)", read.get_content())
    assert found, read.get_content()
    return found.group(1)


def test_the_link_sets_a_password_once_and_every_session_ends(mails: Sink, lin: Any) -> None:
    at_home = Client()
    log_in(at_home, people.PASSWORD)
    assert ask("LIN") == (204, b"")
    sent = message_from_bytes(mails.mails[0], policy=policy.default)
    assert (sent["To"], sent["Subject"]) == ("lin@anxin.example", "Anxin: set a new password")
    token = link(mails.mails[0])
    weak = set_new(token, "password")
    assert (weak.status_code, weak.json()["code"]) == (400, "people.password_weak")
    assert set_new(token).status_code == 204
    again = set_new(token, "a third one altogether")
    assert (again.status_code, again.json()["code"]) == (404, "error.link_not_valid")
    assert at_home.get("/api/session").json()["user"] is None
    assert log_in(Client(), people.PASSWORD).status_code == 401
    assert log_in(Client(), NEW).json()["user"]["username"] == "lin"
    told = [e.name for e in events.of_case(lin.id)]
    assert told[-3:] == ["PasswordResetAsked", "PasswordChanged", "LoggedIn"]


def test_the_owner_hears_of_the_change(mails: Sink, lin: Any) -> None:
    ask("lin@anxin.example")
    set_new(link(mails.mails[0]))
    while Worker().run_once():
        pass
    assert message_from_bytes(mails.mails[1], policy=policy.default)["Subject"] == "Anxin: your password was changed"


def test_nobody_learns_who_has_an_account(mails: Sink, lin: Any) -> None:
    services.change_user(actor=SYSTEM, user_id=people.user("无邮箱").id, email="")
    gone = services.add_user(actor=SYSTEM, username="gone", name="离职", email="gone@anxin.example")
    services.change_user(actor=SYSTEM, user_id=gone.id, is_active=False)
    answers = {ask(who) for who in ("lin", "nobody", "gone", "gone@anxin.example", "x@y.example", "")}
    assert answers == {(204, b"")}
    assert len(mails.mails) == 1
    assert Job.objects.filter(task__endswith="answer_forgotten").count() == 6


def test_the_link_ends_after_an_hour_and_with_the_next_one(mails: Sink, lin: Any) -> None:
    ask("lin")
    ask("lin")
    first, second = map(link, mails.mails)
    assert set_new(first).status_code == 404
    with clock.later(timedelta(hours=1)):
        assert set_new(second).status_code == 404
    assert set_new(second).status_code == 204


def test_asking_is_limited_for_each_account(mails: Sink, lin: Any) -> None:
    assert [ask("lin")[0] for _ in range(4)] == [204, 204, 204, 429]
    assert OutboundMessage.objects.filter(purpose="people.reset").count() == 3
    assert [ask("nobody")[0] for _ in range(4)] == [204, 204, 204, 429]


def test_the_second_factor_is_asked_for_all_the_same(mails: Sink, lin: Any) -> None:
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(lin, generate_totp_secret())
    ask("lin")
    assert set_new(link(mails.mails[0])).status_code == 204
    assert log_in(Client(), NEW).json()["code"] == "people.mfa_needed"


def test_a_link_of_another_kind_sets_no_password(lin: Any) -> None:
    from anxin.kernel import links

    token = links.sign("track", lin.id, clock.now() + timedelta(days=1))
    assert set_new(token).status_code == 404
    assert log_in(Client(), people.PASSWORD).status_code == 200
