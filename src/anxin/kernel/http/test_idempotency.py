"""A retry creates nothing new."""

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from anxin.kernel import clock, housekeeping
from anxin.kernel.errors import Conflict, Invalid
from anxin.kernel.http.idempotency import KEPT, created_once, forget_mentioning
from anxin.kernel.http.models import CreatedOnce, RateWindow

pytestmark = pytest.mark.django_db


def post(body: str = "{}", key: str = "k1") -> HttpRequest:
    return RequestFactory().post("/api/x", data=body, content_type="application/json", headers={"Idempotency-Key": key})


class Maker:
    """A view that counts its effect in a table, so that rollback shows."""

    def __init__(self, status: int = 201) -> None:
        self.status = status

    def __call__(self) -> HttpResponse:
        RateWindow.objects.create(key=f"made {RateWindow.objects.count()}", started_at="2026-01-01T00:00Z", count=1)
        return HttpResponse(b'{"made": 1}', status=self.status, content_type="application/json")


def test_a_retry_hears_the_first_answer_and_does_nothing() -> None:
    first = created_once(post(), "u1", Maker())
    second = created_once(post(), "u1", Maker())
    assert isinstance(first, HttpResponse) and isinstance(second, HttpResponse)
    assert (second.status_code, second.content) == (201, first.content)
    assert second["Idempotency-Replayed"] == "true"
    assert RateWindow.objects.count() == 1


def test_the_same_key_for_another_body_is_refused() -> None:
    created_once(post(), "u1", Maker())
    with pytest.raises(Conflict):
        created_once(post('{"other": 1}'), "u1", Maker())
    assert RateWindow.objects.count() == 1


def upload(content: str, boundary: str) -> HttpRequest:
    part = 'Content-Disposition: form-data; name="file"; filename="a.jpg"'
    body = f"--{boundary}\r\n{part}\r\n\r\n{content}\r\n--{boundary}--\r\n"
    kind = f"multipart/form-data; boundary={boundary}"
    return RequestFactory().post("/api/files", data=body, content_type=kind, headers={"Idempotency-Key": "k1"})


def test_an_upload_sent_again_is_the_same_upload_though_its_boundary_is_new() -> None:
    created_once(upload("photo", "----one"), "u1", Maker())
    again = created_once(upload("photo", "----two"), "u1", Maker())
    assert again["Idempotency-Replayed"] == "true"
    with pytest.raises(Conflict):
        created_once(upload("another", "----two"), "u1", Maker())
    assert RateWindow.objects.count() == 1


def test_the_same_key_of_another_caller_is_another_request() -> None:
    created_once(post(), "u1", Maker())
    created_once(post(), "u2", Maker())
    assert RateWindow.objects.count() == 2


def test_a_refusal_leaves_nothing_and_may_be_tried_again() -> None:
    refused = created_once(post(), "u1", Maker(status=409))
    assert refused.status_code == 409
    assert (RateWindow.objects.count(), CreatedOnce.objects.count()) == (0, 0)
    assert created_once(post(), "u1", Maker()).status_code == 201


def test_a_crash_leaves_neither_effect_nor_answer() -> None:
    def crash() -> Any:
        Maker()()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        created_once(post(), "u1", crash)
    assert (RateWindow.objects.count(), CreatedOnce.objects.count()) == (0, 0)


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_an_odd_key_is_refused(key: str) -> None:
    with pytest.raises(Invalid):
        created_once(post(key=key), "u1", Maker())


def answers(*bodies: bytes) -> None:
    for number, body in enumerate(bodies):
        CreatedOnce.objects.create(
            key=str(number), request_hash="", status=200, content_type="", body=body, created_at=clock.real_now()
        )


def test_answers_that_name_a_person_are_forgotten_however_json_spells_the_name() -> None:
    answers(b'{"name": "other"}', '{"name": "欧阳"}'.encode(), b'{"name": "\\u6b27\\u9633"}')
    assert forget_mentioning(["欧阳", ""]) == 2
    assert list(CreatedOnce.objects.values_list("key", flat=True)) == ["0"]


def test_answers_are_forgotten_after_a_day() -> None:
    answers(b"a day old", b"of now")
    CreatedOnce.objects.filter(key="0").update(created_at=clock.real_now() - 2 * KEPT)
    housekeeping.forget_answers.call()
    assert list(CreatedOnce.objects.values_list("key", flat=True)) == ["1"]
