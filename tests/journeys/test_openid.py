"""Staff log in by an OpenID provider: the honest way in, and every lie refused with nothing changed."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from pytest_django import Settings

from anxin.config.environment import Environment
from anxin.domains.people import services
from anxin.domains.people import testing as people
from anxin.kernel import events
from anxin.kernel.actor import SYSTEM
from tests.journeys.provider import CLIENT, SECRET, Provider, provider

pytestmark = pytest.mark.django_db
JSON = "application/json"


@pytest.fixture
def idp(settings: Settings) -> Iterator[Provider]:
    with provider() as server:
        told = {"openid_issuer": server.issuer, "openid_client_id": CLIENT, "openid_client_secret": SECRET}
        settings.ANXIN = settings.ANXIN.model_copy(update={**told, "openid_name": "公司账号"})
        yield server


@pytest.fixture
def lin() -> Any:
    user = services.add_user(actor=SYSTEM, username="lin", name="林晓", email="lin@anxin.example")
    services.give_role(actor=SYSTEM, user_id=user.id, role="agent", org_id=people.brand().id)
    return user


def go(browser: Client) -> str:
    answer = browser.get("/api/session/openid")
    assert answer.status_code == 302
    return str(answer["Location"])


def come_back(browser: Client, query: str) -> str:
    answer = browser.get(f"/api/session/openid/return?{query}")
    assert answer.status_code == 302
    return str(answer["Location"])


def walked(idp: Provider) -> tuple[Client, str]:
    """A browser sent to the provider and back, and where it lands."""
    browser = Client()
    return browser, come_back(browser, idp.authorize(go(browser)))


def user_of(browser: Client) -> Any:
    return browser.get("/api/session").json()["user"]


def test_a_person_comes_in_with_the_roles_he_has_here(idp: Provider, lin: Any) -> None:
    browser = Client()
    shown = browser.get("/api/session").json()
    assert (shown["user"], shown["openid"]) == (None, "公司账号")
    location = go(browser)
    assert location.startswith(f"{idp.issuer}/authorize?")
    assert come_back(browser, idp.authorize(location)) == "/"
    inside = browser.get("/api/session").json()
    assert (inside["user"]["username"], [one["role"] for one in inside["user"]["roles"]]) == ("lin", ["agent"])
    assert inside["openid"] is None
    told = events.of_case(lin.id)[-1]
    assert (told.name, told.assurance, told.payload["mfa"]) == ("LoggedIn", "openid", False)
    digest = hashlib.sha256(idp.redeemed["code_verifier"].encode()).digest()
    assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == idp.asked["code_challenge"]
    assert (idp.redeemed["client_secret"], idp.asked["code_challenge_method"]) == (SECRET, "S256")
    assert urlsplit(idp.asked["redirect_uri"]).path == "/api/session/openid/return"


LIES: list[dict[str, Any]] = [
    {"iss": "https://evil.example"},
    {"nonce": "of another browser"},
    {"nonce": None},
    {"aud": "another client"},
    {"aud": [CLIENT, "another"], "azp": "another"},
    {"exp": 1},
]


@pytest.mark.parametrize("lie", LIES, ids=str)
def test_a_token_that_does_not_hold_is_refused(idp: Provider, lin: Any, lie: dict[str, Any]) -> None:
    idp.lies = lie
    browser, landed = walked(idp)
    assert (landed, user_of(browser)) == ("/?refused=people.openid_refused", None)


@pytest.mark.parametrize(
    "lie", [{"email": "stranger@anxin.example"}, {"email_verified": False}, {"email": None}], ids=str
)
def test_an_address_unknown_or_not_verified_opens_nothing(idp: Provider, lin: Any, lie: dict[str, Any]) -> None:
    idp.lies = lie
    browser, landed = walked(idp)
    assert (landed, user_of(browser)) == ("/?refused=people.openid_unknown", None)
    assert "LoggedIn" not in [event.name for event in events.of_case(lin.id)]


def test_who_left_and_who_shares_an_address_stay_outside(idp: Provider, lin: Any) -> None:
    services.change_user(actor=SYSTEM, user_id=lin.id, is_active=False)
    assert walked(idp)[1] == "/?refused=people.openid_unknown"
    services.change_user(actor=SYSTEM, user_id=lin.id, is_active=True)
    services.add_user(actor=SYSTEM, username="lin2", name="林小", email="LIN@anxin.example")
    assert walked(idp)[1] == "/?refused=people.openid_unknown"


@pytest.mark.parametrize("how", ["forged", "unsigned"])
def test_a_signature_of_nobody_is_refused(idp: Provider, lin: Any, how: str) -> None:
    setattr(idp, how, True)
    browser, landed = walked(idp)
    assert (landed, user_of(browser)) == ("/?refused=people.openid_refused", None)


def test_a_provider_that_names_itself_otherwise_is_not_asked(idp: Provider, lin: Any) -> None:
    idp.named = "https://evil.example"
    assert go(Client()) == "/?refused=people.openid_refused"


def test_an_answer_counts_once_and_only_in_the_browser_that_asked(idp: Provider, lin: Any) -> None:
    browser, thief = Client(), Client()
    query = idp.authorize(go(browser))
    assert come_back(thief, query) == "/?refused=people.openid_refused"
    assert come_back(browser, f"{query}x") == "/?refused=people.openid_refused"
    assert come_back(browser, query) == "/?refused=people.openid_refused"
    assert user_of(browser) is None


def test_where_nothing_is_configured_there_is_no_button_and_no_way(lin: Any) -> None:
    browser = Client()
    assert browser.get("/api/session").json()["openid"] is None
    assert go(browser) == "/?refused=people.openid_off"
    assert come_back(browser, "code=x&state=y") == "/?refused=people.openid_refused"


def test_a_provider_that_is_away_is_said_to_be(settings: Settings, lin: Any) -> None:
    told = {"openid_issuer": "http://127.0.0.1:9", "openid_client_id": CLIENT}
    settings.ANXIN = settings.ANXIN.model_copy(update=told)
    assert go(Client()) == "/?refused=people.openid_unreachable"


def test_a_provider_without_encryption_is_not_configured() -> None:
    with pytest.raises(ValueError, match="https"):
        Environment(openid_issuer="http://sso.example")


def totp(secret: str) -> str:
    counters = list(yield_hotp_counters_from_time())
    return str(format_hotp_value(hotp_value(secret, counters[len(counters) // 2])))


@pytest.fixture
def recovery(idp: Provider, lin: Any) -> list[str]:
    """The recovery codes of a user who switched the second factor on."""
    browser, _ = walked(idp)
    secret = browser.post("/api/session/mfa/setup").json()["secret"]
    told = browser.post("/api/session/mfa/confirm", {"code": totp(secret)}, content_type=JSON)
    return list(told.json()["recovery_codes"])


def test_the_second_factor_of_this_house_is_asked_after_openid_too(
    idp: Provider, lin: Any, recovery: list[str]
) -> None:
    browser, landed = walked(idp)
    assert (landed, user_of(browser)) == ("/?refused=people.mfa_needed", None)
    for code, refused in (("", "people.mfa_needed"), ("000000", "people.login_failed")):
        answer = browser.post("/api/session", {"username": "", "password": "", "code": code}, content_type=JSON)
        assert (answer.status_code, answer.json()["code"], user_of(browser)) == (401, refused, None)
    done = {"username": "", "password": "", "code": recovery[0]}
    assert browser.post("/api/session", done, content_type=JSON).json()["user"]["username"] == "lin"
    told = events.of_case(lin.id)[-1]
    assert (told.name, told.assurance, told.payload["mfa"]) == ("LoggedIn", "openid", True)
    assert Client().post("/api/session", {**done, "code": recovery[1]}, content_type=JSON).status_code == 401


@pytest.mark.parametrize("claim", [{"amr": ["pwd", "otp", "mfa"]}, {"acr": "urn:example:multi-factor"}], ids=str)
def test_a_provider_that_asked_for_it_is_believed(
    idp: Provider, lin: Any, recovery: list[str], claim: dict[str, Any]
) -> None:
    idp.lies = claim
    browser, landed = walked(idp)
    assert (landed, user_of(browser)["username"]) == ("/", "lin")


def test_a_provider_that_asked_for_a_password_alone_is_not_enough(idp: Provider, lin: Any, recovery: list[str]) -> None:
    idp.lies = {"amr": ["pwd"], "acr": "0"}
    assert walked(idp)[1] == "/?refused=people.mfa_needed"
