"""Edits: what they ask for, and none that overwrites another (rows carry a version, responses an ETag, edits an
If-Match)."""

import re
from collections.abc import Callable, Collection
from typing import Any

from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel

from anxin.kernel.errors import Invalid, NeedsVersion, Stale

_NUMBER = re.compile("[0-9]{1,18}")


def etag(response: HttpResponse, version: int) -> None:
    """Name the version in the response."""
    response["ETag"] = f'"{version}"'


def expect_version(request: HttpRequest, version: int, *, current: Callable[[], Any]) -> None:
    """Raises NeedsVersion without If-Match, Stale (with what `current` tells) when it names another version than
    `version`."""
    wanted = request.headers.get("If-Match")
    if wanted is None:
        raise NeedsVersion
    value = wanted.strip().removeprefix("W/").strip('"')
    if not _NUMBER.fullmatch(value):
        raise Invalid("error.bad_version")
    if int(value) != version:
        raise Stale(current=current())


def changes(wanted: BaseModel, *, may_be_empty: Collection[str] = ()) -> dict[str, Any]:
    """What an edit asks for: what is not sent stays, and null changes nothing but what may be empty."""
    sent = wanted.model_dump(exclude_unset=True)
    return {name: value for name, value in sent.items() if value is not None or name in may_be_empty}
