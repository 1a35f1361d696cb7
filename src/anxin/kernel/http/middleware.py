"""What surrounds every request: its id, its actor, and once-only creation."""

import json
from collections.abc import Callable
from typing import Any

import structlog
from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.module_loading import import_string

from anxin.kernel.actor import ANONYMOUS, Actor
from anxin.kernel.errors import DomainError, TooLarge, Unavailable
from anxin.kernel.http.idempotency import created_once
from anxin.kernel.i18n import language, t
from anxin.kernel.ids import new_id

log = structlog.get_logger(__name__)

Next = Callable[[HttpRequest], HttpResponseBase]

#: Answers here hold secrets, and a refusal here must count (wrong passwords and codes): neither kept nor rolled back.
NEVER_KEPT = ("/api/session", "/api/otp", "/api/me/", "/api/people/api-keys")

MAX_JSON = 1_000_000  # bytes
#: Of any body; a file has its own, lower limit. Who sends more is not read to the end.
MAX_BODY = 24_000_000


class RequestMiddleware:
    """Gives the request an id and an actor, answers refusals raised outside a view, guards size and retries."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response
        self.resolve: Callable[[HttpRequest], tuple[Actor, bool]] = import_string(settings.ANXIN_ACTOR_RESOLVER)

    def __call__(self, request: Any) -> HttpResponseBase:
        request.request_id = new_id().hex
        structlog.contextvars.bind_contextvars(request_id=request.request_id)
        try:
            request.actor, request.actor_by_cookie = self.resolve(request)
            response = self._answer(request)
        except DomainError as error:
            response = refuse(request, error)
        except OperationalError as error:
            log.error("database unavailable", exc_info=error)
            response = refuse(request, Unavailable(retry_after=5))
        finally:
            structlog.contextvars.unbind_contextvars("request_id")
        response["X-Request-ID"] = request.request_id
        return response

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        length = request.META.get("CONTENT_LENGTH") or "0"
        limit = MAX_JSON if request.content_type == "application/json" else MAX_BODY
        if length.isdigit() and int(length) > limit:
            raise TooLarge(limit=limit)
        if request.method == "POST" and "Idempotency-Key" in request.headers and _repeatable(request.path):
            return created_once(request, _who(request), lambda: self.get_response(request))
        return self.get_response(request)


def _repeatable(path: str) -> bool:
    return path.startswith("/api/") and not path.startswith(NEVER_KEPT)


def no_one(request: HttpRequest) -> tuple[Actor, bool]:
    """The resolver before anybody can log in: everyone is anonymous."""
    return ANONYMOUS, False


def refuse(request: Any, error: DomainError) -> HttpResponse:
    """A refusal as JSON, in the reader's language."""
    actor = getattr(request, "actor", None)
    lang = actor.lang if actor is not None else language(request.headers.get("Accept-Language"))
    body: dict[str, Any] = {
        "code": error.code,
        "message": t(error.code, lang, **error.params),
        "params": error.params,
        "request_id": getattr(request, "request_id", ""),
    }
    if error.current is not None:
        body["current"] = error.current
    # A refusal repeats what it refuses; half a surrogate pair has no UTF-8.
    content = json.dumps(body, ensure_ascii=False, default=_plain).encode(errors="replace")
    response = HttpResponse(content, status=error.status, content_type="application/json")
    if "retry_after" in error.params:
        response["Retry-After"] = str(error.params["retry_after"])
    return response


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else str(value)


#: A random UUID has 36 characters: so long a key is a secret by itself.
_UNGUESSABLE = 32


def _who(request: Any) -> str:
    """An idempotency key belongs to who sent it.

    Somebody unknown is known by the key alone if nobody could guess it: the first answer may have given the
    browser a session, and a phone may have changed its network, before the retry comes.
    """
    actor: Actor = request.actor
    if actor.id is not None:
        return str(actor.id)
    if len(request.headers["Idempotency-Key"]) >= _UNGUESSABLE:
        return "whoever holds the key"
    return actor.session or str(request.META.get("REMOTE_ADDR", ""))
