"""Whose an idempotency key is."""

from dataclasses import replace
from typing import Any

from django.test import RequestFactory

from anxin.kernel.actor import ANONYMOUS
from anxin.kernel.http.middleware import _who
from anxin.kernel.ids import new_id

LONG = str(new_id())


def request(key: str, *, session: str = "", address: str = "127.0.0.2", who: Any = None) -> Any:
    made: Any = RequestFactory().post("/api/x", headers={"Idempotency-Key": key}, REMOTE_ADDR=address)
    made.actor = replace(ANONYMOUS, session=session, id=who)
    return made


def test_a_retry_after_the_first_answer_gave_a_session_is_the_same_request() -> None:
    assert _who(request(LONG)) == _who(request(LONG, session="s1", address="127.0.0.9"))


def test_a_short_key_of_a_stranger_is_another_request() -> None:
    assert _who(request("1")) != _who(request("1", address="127.0.0.3"))
    assert _who(request("1", session="s1")) != _who(request("1", session="s2"))


def test_a_known_person_keeps_keys_apart_from_everybody() -> None:
    one, two = new_id(), new_id()
    assert len({_who(request(LONG, who=one)), _who(request(LONG, who=two)), _who(request(LONG))}) == 3
