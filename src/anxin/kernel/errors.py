"""Refusals as typed errors: each has a status, a code that is a message key, and parameters."""

from collections.abc import Collection, Iterable
from typing import Any


class DomainError(Exception):
    """Base. `code` is a key of the message catalogue; `current` may carry the state that refused."""

    status = 400
    code = "error.invalid"

    def __init__(self, code: str | None = None, *, current: Any = None, **params: Any) -> None:
        self.code = code or self.code
        self.params = params
        self.current = current
        super().__init__(self.code, params)


class Invalid(DomainError):
    """The request is well-formed but cannot be done so."""


def refuse_others(changes: Iterable[str], changeable: Collection[str]) -> None:
    """Raises Invalid naming the fields that are never changed so."""
    if others := set(changes).difference(changeable):
        raise Invalid("error.cannot_change", field=", ".join(sorted(others)))


class NeedsLogin(DomainError):
    status, code = 401, "error.needs_login"


class Forbidden(DomainError):
    status, code = 403, "error.forbidden"


class NotFound(DomainError):
    """Not there, or not for this actor: nobody can tell which."""

    status, code = 404, "error.not_found"


class Conflict(DomainError):
    status, code = 409, "error.conflict"


class Stale(DomainError):
    status, code = 412, "error.stale"


class TooLarge(DomainError):
    status, code = 413, "error.too_large"


class NeedsVersion(DomainError):
    status, code = 428, "error.needs_version"


class Malformed(DomainError):
    """Not a request of ours at all; `fields` says what is wrong where, as far as it is known."""

    status, code = 422, "error.malformed"


class TooMany(DomainError):
    """`retry_after` (seconds) becomes the header."""

    status, code = 429, "error.too_many"


class Unavailable(DomainError):
    status, code = 503, "error.unavailable"
