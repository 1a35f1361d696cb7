"""Edits: what is asked for, and what is told to whoever is too late."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import RequestFactory
from pydantic import BaseModel

from anxin.kernel.errors import Stale
from anxin.kernel.http import changes, expect_version


class Wanted(BaseModel):
    name: str | None = None
    until: int | None = None


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def current(asked: list[str]) -> Callable[[], dict[str, Any]]:
    def tell() -> dict[str, Any]:
        asked.append("once")
        return {"name": "new"}

    return tell


def test_only_who_is_refused_is_told_the_present_state(asked: list[str], current: Callable[[], Any]) -> None:
    expect_version(RequestFactory().patch("/", headers={"If-Match": '"3"'}), 3, current=current)
    assert asked == []
    with pytest.raises(Stale) as refused:
        expect_version(RequestFactory().patch("/", headers={"If-Match": '"2"'}), 3, current=current)
    assert (asked, refused.value.current) == (["once"], {"name": "new"})


@pytest.mark.parametrize(
    ("sent", "asked_for"),
    [({}, {}), ({"name": "x"}, {"name": "x"}), ({"name": None, "until": None}, {"until": None})],
)
def test_null_changes_only_what_may_be_empty(sent: dict[str, Any], asked_for: dict[str, Any]) -> None:
    assert changes(Wanted(**sent), may_be_empty=("until",)) == asked_for
