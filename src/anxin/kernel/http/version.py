"""Lost updates: rows carry a version, responses an ETag, edits an If-Match."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse

from anxin.kernel.errors import Invalid, NeedsVersion, Stale

_NUMBER = re.compile("[0-9]{1,18}")


def etag(response: HttpResponse, version: int) -> None:
    """Name the version in the response."""
    response["ETag"] = f'"{version}"'


def expect_version(request: HttpRequest, version: int, *, current: Any = None) -> None:
    """Raises NeedsVersion without If-Match, Stale (with `current`) when it names another version than `version`."""
    wanted = request.headers.get("If-Match")
    if wanted is None:
        raise NeedsVersion
    value = wanted.strip().removeprefix("W/").strip('"')
    if not _NUMBER.fullmatch(value):
        raise Invalid("error.bad_version")
    if int(value) != version:
        raise Stale(current=current)
