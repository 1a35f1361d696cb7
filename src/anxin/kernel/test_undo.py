from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from anxin.kernel import clock, undo
from anxin.kernel.actor import Actor, ActorKind
from anxin.kernel.errors import Conflict, NotFound
from anxin.kernel.ids import new_id

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 7, 14, 4, 0, tzinfo=UTC)
ME = Actor(kind=ActorKind.PERSON, id=new_id())
LAMP = new_id()
lamp = {"version": 1, "on": False}


@undo.inverse("test.switch")
def switch_back(actor: Actor, args: Mapping[str, Any]) -> None:
    lamp["on"] = args["was"]


@pytest.fixture(autouse=True)
def _lamp() -> Iterator[None]:
    undo.versioned("lamp", lambda lamp_id: int(lamp["version"]))
    lamp.update(version=2, on=True)
    with clock.frozen(NOON):
        yield


def offered() -> UUID:
    return UUID(undo.offer(ME, "test.switch", {"was": False}, {f"lamp:{LAMP}": 2}))


def test_undo_within_sixty_seconds() -> None:
    token = offered()
    with clock.frozen(NOON + timedelta(seconds=60)):
        assert undo.redeem(ME, token) == "test.switch"
    assert lamp["on"] is False


def refused(token: UUID, code: str) -> None:
    with pytest.raises(Conflict) as refusal:
        undo.redeem(ME, token)
    assert refusal.value.code == code
    assert lamp["on"] is True


def test_too_late() -> None:
    token = offered()
    with clock.frozen(NOON + timedelta(seconds=61)):
        refused(token, "error.undo_too_late")


def test_something_changed_since() -> None:
    token = offered()
    lamp["version"] = 3
    refused(token, "error.undo_changed_since")


def test_only_once() -> None:
    token = offered()
    undo.redeem(ME, token)
    lamp["on"] = True
    refused(token, "error.undo_used")


def test_not_by_another() -> None:
    with pytest.raises(NotFound):
        undo.redeem(Actor(kind=ActorKind.PERSON, id=new_id()), offered())
    assert lamp["on"] is True


def test_what_nobody_can_take_up_is_forgotten_after_a_day() -> None:
    token = offered()
    with clock.frozen(NOON + timedelta(seconds=60, days=1)):
        assert undo.forget_old() == 0
    with clock.frozen(NOON + timedelta(seconds=61, days=1)):
        assert undo.forget_old() == 1
    with pytest.raises(NotFound):
        undo.redeem(ME, token)
