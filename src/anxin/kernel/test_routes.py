"""The kernel's own routes, as an actor of each kind meets them."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from anxin.kernel import clock, files, outbound, policies
from anxin.kernel.actor import ANONYMOUS, Actor, ActorKind, Assignment, Assurance
from anxin.kernel.files.models import StoredFile
from anxin.kernel.files.test_files import png
from anxin.kernel.http.models import RateWindow
from anxin.kernel.ids import new_id
from anxin.kernel.policies.models import PolicyVersion

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 14, 4, 0, tzinfo=UTC)
ADMIN = Actor(
    kind=ActorKind.PERSON,
    id=new_id(),
    assurance=Assurance.VERIFIED,
    name="管理员",
    assignments=(Assignment("admin", None, frozenset()),),
)
who: list[Actor] = [ANONYMOUS]


@policies.policy("test.routes")
class Sample(policies.Policy):
    minutes: int = 10


def resolver(request: object) -> tuple[Actor, bool]:
    return who[0], False


@pytest.fixture
def api(settings: Settings) -> Iterator[Client]:
    settings.ANXIN_ACTOR_RESOLVER = f"{__name__}.resolver"
    who[0] = ANONYMOUS
    with clock.frozen(NOON):
        yield Client()


def post(api: Client, path: str, body: dict[str, Any]) -> Any:
    return api.post(path, json.dumps(body), content_type="application/json", headers={"Idempotency-Key": "k1"})


def test_a_refused_request_with_a_key_counts_against_its_rate(api: Client) -> None:
    for _ in range(2):
        assert post(api, "/api/files", {}).status_code == 422
    assert RateWindow.objects.get().count == 2


def test_publishing_a_policy_needs_the_verb_and_a_fitting_document(api: Client) -> None:
    document = {"document": {"minutes": 5}, "note": "faster"}
    assert post(api, "/api/policies/test.routes", document).status_code == 401
    who[0] = ADMIN
    bad = post(api, "/api/policies/test.routes", {"document": {"minutes": "soon"}})
    assert (bad.status_code, bad.json()["params"]["field"]) == (400, "minutes")
    assert not PolicyVersion.objects.exists()
    made = api.post(
        "/api/policies/test.routes",
        json.dumps(document),
        content_type="application/json",
        headers={"Idempotency-Key": "k2"},
    )
    assert (made.status_code, made.json()["verdict"]) == (201, "binds")
    shown = api.get("/api/policies/test.routes").json()
    assert shown["current"] == {"minutes": 5}
    assert [v["verdict"] for v in shown["versions"]] == ["binds", "replaced"]


def test_a_file_goes_in_and_comes_out_in_a_sandbox(api: Client) -> None:
    ticket = new_id()
    files.bind("test_route", may_add=lambda a, o: a == ADMIN, may_read=lambda a, o: a == ADMIN)
    form = {"file": SimpleUploadedFile("a.png", png()), "bound_type": "test_route", "bound_id": str(ticket)}
    assert api.post("/api/files", form).status_code == 403
    assert not StoredFile.objects.exists()
    who[0] = ADMIN
    form["file"] = SimpleUploadedFile("a.png", png())
    made = api.post("/api/files", form)
    assert made.status_code == 201
    shown = api.get(f"/api/files/{made.json()['id']}")
    assert shown["Content-Disposition"] == 'inline; filename="file.png"'
    assert b"".join(shown) == png()
    assert shown["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert shown["X-Content-Type-Options"] == "nosniff"
    who[0] = ANONYMOUS
    assert api.get(f"/api/files/{made.json()['id']}").status_code == 404


def test_the_outbox_exists_in_a_demo_only(api: Client, settings: Settings) -> None:
    outbound.sms(to="13812345678", body="验证码 123456", purpose="otp", verified=False)
    assert api.get("/api/demo/outbox").status_code == 404
    settings.ANXIN = settings.ANXIN.model_copy(update={"demo": True})
    assert api.get("/api/demo/outbox").json()[0]["recipient"] == "13812345678"


def test_undo_needs_a_log_in(api: Client) -> None:
    assert api.post(f"/api/undo/{new_id()}").status_code == 401
