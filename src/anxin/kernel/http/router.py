"""Routes that cannot forget their permission: each names its verb, `public`, or `link:<kind>`."""

from collections.abc import Callable
from typing import Any, TypeVar

import ninja
from django.http import HttpRequest
from ninja.utils import check_csrf

from anxin.kernel import authz
from anxin.kernel.errors import Forbidden, Invalid
from anxin.kernel.http.rates import Use, spend

PUBLIC = "public"
LINK = "link:"
_SAFE = ("GET", "HEAD", "OPTIONS")

View = TypeVar("View", bound=Callable[..., Any])


class Guard:
    """Decides before the view, and before the payload is even read, whether the actor may call the route."""

    def __init__(self, name: str, verb: str, *, creates: bool, rate: str | None) -> None:
        self.name = name
        self.verb = verb
        self.creates = creates
        self.rate = rate

    def __call__(self, request: Any) -> bool:
        if self.rate:
            request.use = Use(self.name, client_of(request), self.rate)
            spend(request.use)
        if request.method not in _SAFE and request.actor_by_cookie and check_csrf(request):
            raise Forbidden("error.csrf")
        if self.verb != PUBLIC and not self.verb.startswith(LINK):
            authz.require(request.actor, self.verb)
        if self.creates and "Idempotency-Key" not in request.headers:
            raise Invalid("error.idempotency_key_required")
        return True


class Router:
    """The routes of one domain, with `verb` on every route; `ninja` is what the API mounts.

    `creates=True` demands an Idempotency-Key. `rate` ("10/m") limits calls per client address or user.
    """

    def __init__(self, *, tags: list[str]) -> None:
        self.ninja = ninja.Router(tags=tags)

    def get(self, path: str, *, verb: str, **options: Any) -> Callable[[View], View]:
        return self._route("GET", path, verb, **options)

    def post(self, path: str, *, verb: str, **options: Any) -> Callable[[View], View]:
        return self._route("POST", path, verb, **options)

    def put(self, path: str, *, verb: str, **options: Any) -> Callable[[View], View]:
        return self._route("PUT", path, verb, **options)

    def patch(self, path: str, *, verb: str, **options: Any) -> Callable[[View], View]:
        return self._route("PATCH", path, verb, **options)

    def delete(self, path: str, *, verb: str, **options: Any) -> Callable[[View], View]:
        return self._route("DELETE", path, verb, **options)

    def _route(
        self,
        method: str,
        path: str,
        verb: str,
        *,
        creates: bool = False,
        rate: str | None = None,
        **options: Any,
    ) -> Callable[[View], View]:
        extra = {**options.pop("openapi_extra", {}), "x-permission": verb}
        if creates:
            extra["x-creates"] = True
        guard = Guard(f"{method} {path}", verb, creates=creates, rate=rate)
        return self.ninja.api_operation([method], path, auth=guard, openapi_extra=extra, **options)


def client_of(request: HttpRequest) -> str:
    """Who calls, for counting: the actor where known, else the address."""
    actor = getattr(request, "actor", None)
    if actor is not None and actor.id is not None:
        return str(actor.id)
    return str(request.META.get("REMOTE_ADDR", ""))
