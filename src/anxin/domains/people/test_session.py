"""Log-in, second factor, keys: what attackers try (threats 15-20, 22) and what honest people need."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client

from anxin.domains.people import services, testing
from anxin.domains.people.models import ApiKey, User
from anxin.kernel import clock, events
from anxin.kernel.actor import SYSTEM
from anxin.kernel.http.models import CreatedOnce

pytestmark = pytest.mark.django_db

JSON = "application/json"


@pytest.fixture
def user() -> Iterator[User]:
    cache.clear()
    person = testing.user("林晓", password=testing.PASSWORD)
    services.give_role(actor=SYSTEM, user_id=person.id, role="agent", org_id=testing.brand().id)
    yield person
    cache.clear()


def log_in(client: Client, username: str, password: str = testing.PASSWORD, **more: str) -> Any:
    return client.post("/api/session", {"username": username, "password": password, **more}, content_type=JSON)


def me(client: Client) -> Any:
    return client.get("/api/session").json()["user"]


def test_session_tells_who_and_what(client: Client, user: User) -> None:
    assert me(client) is None
    told = log_in(client, user.username.upper()).json()
    assert (told["user"]["name"], told["user"]["roles"][0]["role"]) == ("林晓", "agent")
    assert "customer.see" in told["verbs"] and "user.manage" not in told["verbs"]
    assert (told["demo"], told["customer"], told["mfa_required"]) == (None, None, False)
    assert [e.name for e in events.of_case(user.id)][-1] == "LoggedIn"


def test_session_tells_whose_service_it_is_once_there_is_a_house() -> None:
    before = Client().get("/api/session").json()
    testing.brand()
    told = Client().get("/api/session").json()
    assert [(each["brand"], each["time_zone"]) for each in (before, told)] == [("", ""), ("安心电器", "Asia/Shanghai")]


def test_log_out_kills_the_session_on_the_server(client: Client, user: User) -> None:
    log_in(client, user.username)
    stolen = client.cookies["anxin_session"].value
    assert client.delete("/api/session").status_code == 204
    thief = Client()
    thief.cookies["anxin_session"] = stolen
    assert me(thief) is None
    assert not Session.objects.exists()


def test_planted_session_id_is_not_taken_over(client: Client, user: User) -> None:
    client.session.save()
    session = client.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    assert planted is not None
    client.cookies["anxin_session"] = planted
    log_in(client, user.username)
    assert client.cookies["anxin_session"].value != planted
    assert "planted" not in client.session


@pytest.mark.parametrize(("who", "password"), [("nobody", testing.PASSWORD), ("", "wrong"), ("", "x" * 129)])
def test_every_refusal_reads_the_same(client: Client, user: User, who: str, password: str) -> None:
    refused = log_in(client, who or user.username, password)
    assert (refused.status_code, refused.json()["code"]) == (401, "people.login_failed")
    assert me(client) is None


def test_somebody_who_left_cannot_log_in_and_is_cut_off(client: Client, user: User) -> None:
    log_in(client, user.username)
    services.change_user(actor=SYSTEM, user_id=user.id, is_active=False)
    assert me(client) is None
    assert log_in(Client(), user.username).status_code == 401


@pytest.mark.parametrize("headers", [{}, {"Idempotency-Key": "same"}])
def test_guessing_is_limited_even_with_a_retry_key(client: Client, user: User, headers: dict[str, str]) -> None:
    body = {"username": user.username, "password": "wrong"}
    answers = [client.post("/api/session", body, content_type=JSON, headers=headers).status_code for _ in range(11)]
    assert answers == [401] * 10 + [429]
    assert log_in(client, user.username).status_code == 429


def test_no_answer_with_a_secret_is_kept(client: Client, user: User) -> None:
    body = {"username": user.username, "password": testing.PASSWORD}
    client.post("/api/session", body, content_type=JSON, HTTP_IDEMPOTENCY_KEY="k")
    assert not CreatedOnce.objects.exists()


def test_foreign_page_cannot_log_its_visitor_in(user: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    refused = log_in(strict, user.username)
    assert (refused.status_code, refused.json()["code"]) == (403, "error.csrf")
    token = strict.get("/api/session").json()["csrf"]
    body = {"username": user.username, "password": testing.PASSWORD}
    accepted = strict.post("/api/session", body, content_type=JSON, HTTP_X_CSRFTOKEN=token)
    assert accepted.status_code == 200
    assert strict.patch("/api/me", {"lang": "en"}, content_type=JSON).status_code == 403


def test_password_change_needs_the_old_one_and_ends_other_sessions(client: Client, user: User) -> None:
    other = Client()
    log_in(client, user.username)
    log_in(other, user.username)
    new = "quite another secret"
    wrong = client.post("/api/me/password", {"old": "wrong", "new": new}, content_type=JSON)
    assert wrong.status_code == 400
    assert me(other) is not None
    right = client.post("/api/me/password", {"old": testing.PASSWORD, "new": new}, content_type=JSON)
    assert right.status_code == 204
    assert me(client) is not None
    assert me(other) is None


def totp(secret: str) -> str:
    counters = list(yield_hotp_counters_from_time())
    return str(format_hotp_value(hotp_value(secret, counters[len(counters) // 2])))


def second_factor(client: Client, user: User) -> tuple[str, list[str]]:
    log_in(client, user.username)
    secret = client.post("/api/session/mfa/setup").json()["secret"]
    codes = client.post("/api/session/mfa/confirm", {"code": totp(secret)}, content_type=JSON).json()
    return secret, codes["recovery_codes"]


def test_second_factor_is_asked_once_on(client: Client, user: User) -> None:
    secret, codes = second_factor(client, user)
    assert len(set(codes)) == 10
    fresh = Client()
    asked = log_in(fresh, user.username)
    assert (asked.status_code, asked.json()["code"]) == (401, "people.mfa_needed")
    assert fresh.get("/api/session").json()["mfa_required"] is True
    assert log_in(fresh, user.username, code="000000" if totp(secret) != "000000" else "111111").status_code == 401
    assert me(fresh) is None
    code = totp(secret)
    assert log_in(fresh, user.username, code=code).json()["user"]["mfa"] is True
    cache.clear()  # what another process would know
    assert log_in(Client(), user.username, code=code).status_code == 401  # each code works once


def test_code_is_good_for_the_half_minute_around_its_own_and_once(client: Client, user: User) -> None:
    secret, _ = second_factor(client, user)
    start = datetime(2026, 3, 2, 1, 0, 29, 900_000, tzinfo=UTC)
    with time_machine.travel(start, tick=False) as traveller:
        typed = totp(secret)
        traveller.shift(timedelta(seconds=1))  # the next step has begun
        assert log_in(Client(), user.username, code=typed).status_code == 200
        traveller.shift(timedelta(seconds=28))
        cache.clear()
        assert log_in(Client(), user.username, code=typed).status_code == 401
    with time_machine.travel(start + timedelta(hours=2), tick=False) as traveller:
        late = totp(secret)
        traveller.shift(timedelta(seconds=31))
        assert log_in(Client(), user.username, code=late).status_code == 401  # two steps on


def test_recovery_code_works_once(client: Client, user: User) -> None:
    _, codes = second_factor(client, user)
    assert log_in(Client(), user.username, code=codes[0]).status_code == 200
    assert log_in(Client(), user.username, code=codes[0]).status_code == 401


def test_second_factor_needs_a_code_to_go(client: Client, user: User) -> None:
    _, codes = second_factor(client, user)
    assert client.post("/api/session/mfa/disable", {"code": "12"}, content_type=JSON).status_code == 400
    assert Authenticator.objects.count() == 2
    assert client.post("/api/session/mfa/disable", {"code": codes[1]}, content_type=JSON).status_code == 204
    assert log_in(Client(), user.username).status_code == 200


def test_secrets_of_the_second_factor_are_encrypted_at_rest(client: Client, user: User) -> None:
    secret, _ = second_factor(client, user)
    assert not any(secret in str(row.data) for row in Authenticator.objects.all())


def key(user: User, **more: Any) -> services.NewKey:
    wanted = {"name": "till", "scopes": ["customer.see"], "days": 30, **more}
    return services.create_api_key(actor=SYSTEM, user_id=user.id, **wanted)


def by_key(token: str, path: str = "/api/session", **more: Any) -> Any:
    return Client().get(path, HTTP_AUTHORIZATION=f"Bearer {token}", **more)


def test_key_has_its_scopes_and_no_more(user: User) -> None:
    made = key(user)
    assert by_key(made.token).json()["verbs"] == ["customer.see"]
    assert by_key(made.token, "/api/orgs").status_code == 403


def test_key_is_kept_as_a_hash_only(user: User) -> None:
    made = key(user)
    assert re.fullmatch(r"anxin_[0-9a-f]{12}_[\w-]{43}", made.token)
    row = ApiKey.objects.get()
    assert not any(made.token.split("_", 2)[2] in str(value) for value in vars(row).values())


def test_key_never_falls_back_to_being_anonymous(user: User) -> None:
    made = key(user)
    for token in (made.token[:-1] + "!", "anxin_", "anxin__", "anxin_000000000000_x"):
        assert by_key(token).status_code == 401
    services.revoke_api_key(actor=SYSTEM, key_id=made.key.id)
    assert by_key(made.token).json()["code"] == "people.key_refused"


def test_key_expires(user: User) -> None:
    noon = datetime(2026, 7, 14, 4, 0, tzinfo=UTC)
    with clock.frozen(noon):
        made = key(user, days=1)
    with clock.frozen(noon + timedelta(days=1, seconds=-1)):
        assert by_key(made.token).status_code == 200
    with clock.frozen(noon + timedelta(days=1)):
        assert by_key(made.token).status_code == 401


def test_key_works_only_from_its_networks(user: User) -> None:
    made = key(user, allow_from=["10.1.0.0/16"])
    assert by_key(made.token, REMOTE_ADDR="10.1.2.3").status_code == 200
    assert by_key(made.token, REMOTE_ADDR="10.2.2.3").status_code == 401
    forged = by_key(made.token, REMOTE_ADDR="10.2.2.3", HTTP_X_FORWARDED_FOR="10.1.2.3")
    assert forged.status_code == 401


def test_nobody_makes_a_key_that_can_do_more_than_its_owner(client: Client, user: User) -> None:
    admin = testing.user("管理", password=testing.PASSWORD)
    services.give_role(actor=SYSTEM, user_id=admin.id, role="admin", org_id=testing.brand().id)
    log_in(client, admin.username)
    for scopes in (["user.manage"], ["no.such"], []):
        body = {"name": "k", "user_id": str(user.id), "scopes": scopes}
        assert client.post("/api/people/api-keys", body, content_type=JSON).status_code in (400, 403)
    assert not ApiKey.objects.exists()
    made = client.post(
        "/api/people/api-keys",
        {"name": "k", "user_id": str(user.id), "scopes": ["customer.see"]},
        content_type=JSON,
    )
    assert made.status_code == 201
    assert "token" not in str(client.get("/api/people/api-keys").json())


def test_a_page_is_answered_in_its_own_language_whatever_the_persons_messages_are_in(user: User) -> None:
    client = Client()
    client.force_login(user)
    refused = {
        asked: client.get("/api/policies", headers={"Accept-Language": asked} if asked else {}).json()["message"]
        for asked in ("en-US,en;q=0.9", "zh-CN", "")
    }
    assert refused["en-US,en;q=0.9"].isascii()
    assert refused["zh-CN"] == refused[""] != refused["en-US,en;q=0.9"]


def test_the_demo_tells_no_password_that_was_changed(client: Client, user: User, settings: Any) -> None:
    settings.ANXIN = settings.ANXIN.model_copy(update={"demo": True})

    def told() -> list[str]:
        return [account["username"] for account in client.get("/api/session").json()["demo"]["accounts"]]

    assert told() == [user.username]
    services.change_password(actor=SYSTEM, user_id=user.id, new="ein-anderes-Wort-7")
    assert told() == []


def test_the_auditor_takes_the_ledger_along_as_listed(user: User) -> None:
    answer = testing.browser("auditor").get("/api/ledger/export?format=csv&name=RoleGiven")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert answer.status_code == 200
    assert len(lines) > 1 and all("RoleGiven" in line for line in lines[1:])


def test_the_demo_shows_nobody_an_administrator_added(client: Client, user: User, settings: Any) -> None:
    settings.ANXIN = settings.ANXIN.model_copy(update={"demo": True})
    admin = testing.staff("admin", testing.brand())
    added = services.add_user(actor=admin, username="newcomer", name="新来", password=testing.PASSWORD)
    services.give_role(actor=admin, user_id=added.id, role="agent", org_id=testing.brand().id)
    names = {account["username"] for account in client.get("/api/session").json()["demo"]["accounts"]}
    assert user.username in names and "newcomer" not in names


def test_the_ledger_calls_people_places_and_lines_of_goods_by_their_names(user: User) -> None:
    centre = testing.centre("宁波服务中心")
    services.give_role(actor=SYSTEM, user_id=user.id, role="agent", org_id=centre.id)
    auditor = testing.browser("auditor")
    (row,) = auditor.get(f"/api/ledger/events?name=RoleGiven&case={user.id}").json()["items"][:1]
    told = {field["name"]: (field["label"], field["value"], field["raw"]) for field in row["told"]}
    assert told["org_id"] == ("机构", "宁波服务中心", str(centre.id))
    assert told["user_id"] == ("人员", user.name, str(user.id))
    engineer = testing.engineer(testing.outlet("海曙网点"))
    (row,) = auditor.get(f"/api/ledger/events?name=EngineerEnrolled&case={engineer.pk}").json()["items"]
    assert [field["value"] for field in row["told"]][:2] == ["陈师傅", "海曙网点"]
