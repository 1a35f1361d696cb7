from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from anxin.kernel import clock
from anxin.kernel.errors import NotFound
from anxin.kernel.ids import new_id
from anxin.kernel.links import Link, read, revoke, sign

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 14, 4, 0, tzinfo=UTC)
TOMORROW = NOON + timedelta(days=1)


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with clock.frozen(NOON):
        yield


def test_a_link_opens_its_object_until_it_ends() -> None:
    ticket = new_id()
    token = sign("track", ticket, TOMORROW)
    assert len(token) == 43
    assert read("track", token).object_id == ticket
    with clock.frozen(TOMORROW), pytest.raises(NotFound):
        read("track", token)


def test_the_living_link_is_prolonged() -> None:
    ticket = new_id()
    token = sign("track", ticket, TOMORROW)
    assert sign("track", ticket, TOMORROW + timedelta(days=1)) == token
    assert Link.objects.get().expires_at == TOMORROW + timedelta(days=1)


def test_a_revoked_link_opens_nothing_and_the_next_is_another() -> None:
    ticket = new_id()
    token = sign("track", ticket, TOMORROW)
    assert revoke("track", ticket) == 1
    with pytest.raises(NotFound):
        read("track", token)
    assert sign("track", ticket, TOMORROW) != token


def test_forged_foreign_and_malformed_tokens() -> None:
    token = sign("track", new_id(), TOMORROW)
    flipped = ("B" if token[-2] != "B" else "C").join([token[:-2], token[-1]])
    for bad in (flipped, token[:-4], "", "漏水", "%%%", token + "AAAA"):
        with pytest.raises(NotFound):
            read("track", bad)
    with pytest.raises(NotFound):
        read("rate", token)


def test_the_database_without_the_key_opens_nothing(settings: object) -> None:
    token = sign("track", new_id(), TOMORROW)
    settings.SECRET_KEY = "another"  # type: ignore[attr-defined]
    with pytest.raises(NotFound):
        read("track", token)
