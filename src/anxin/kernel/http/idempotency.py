"""A retry creates nothing new.

The answer is stored in the same transaction as its effect, so a process killed at any moment leaves both or
neither, and the retry with the same Idempotency-Key either does the work or hears the first answer again.
"""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from anxin.kernel import clock
from anxin.kernel.db import atomic, one_at_a_time, store
from anxin.kernel.errors import Conflict, Invalid
from anxin.kernel.http.models import CreatedOnce
from anxin.kernel.http.rates import count
from anxin.kernel.statements import prepared

KEPT = timedelta(days=1)
_MAX_KEY = 200


def created_once(request: HttpRequest, who: str, respond: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """Answer `request` by `respond()`, or by the stored answer of an earlier one with the same key.

    Raises Invalid for an overlong key and Conflict when the key was used for another body.
    """
    wanted = request.headers["Idempotency-Key"]
    if not 0 < len(wanted) <= _MAX_KEY:
        raise Invalid("error.idempotency_key")
    key = _hash(who, request.method or "", request.get_full_path(), wanted)
    content = _hash(request.content_type or "", hashlib.sha256(_content(request)).hexdigest())
    response = _once(key, content, respond)
    if response.status_code >= 400 and (use := getattr(request, "use", None)):
        count(use)  # a refusal counts all the same: what was counted inside went with the transaction
    return response


def _content(request: HttpRequest) -> bytes:
    """The body; of a form without its boundary, which a browser draws anew for every attempt."""
    boundary = (request.content_params or {}).get("boundary", "")
    return request.body.replace(boundary.encode(), b"") if boundary else request.body


@atomic
def _once(key: str, content: str, respond: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    one_at_a_time(key)  # a twin waits here, and hears what this one answered
    if earlier := _kept(key):
        return _again(earlier[0], content)
    response = respond()
    if response.status_code >= 400 or not isinstance(response, HttpResponse):
        transaction.set_rollback(True)
        return response
    answer = CreatedOnce(
        key=key,
        request_hash=content,
        status=response.status_code,
        content_type=response.headers.get("Content-Type", ""),
        body=response.content,
        created_at=clock.real_now(),
    )
    store(answer)
    return response


@prepared
def _kept(key: str) -> QuerySet[CreatedOnce]:
    return CreatedOnce.objects.filter(key=key)


def _again(earlier: CreatedOnce, content: str) -> HttpResponse:
    if earlier.request_hash != content:
        raise Conflict("error.idempotency_reused")
    response = HttpResponse(bytes(earlier.body), status=earlier.status, content_type=earlier.content_type)
    response["Idempotency-Replayed"] = "true"
    return response


def forget_old() -> int:
    """Drop answers older than `KEPT`; returns how many."""
    return CreatedOnce.objects.filter(created_at__lt=clock.real_now() - KEPT).delete()[0]


@atomic
def forget_mentioning(words: Iterable[str]) -> int:
    """Drop the answers that hold one of these words, as it is written or as JSON spells it; returns how many."""
    ways = {way.encode() for word in words if word for way in (word, json.dumps(word)[1:-1])}
    kept = CreatedOnce.objects.values_list("key", "body").iterator()
    found = [key for key, body in kept if any(way in bytes(body) for way in ways)]
    return CreatedOnce.objects.filter(pk__in=found).delete()[0]


def _hash(*parts: str) -> str:
    # Keyed: a body may hold a new user's password, which a stolen database must not let anybody guess at.
    key = f"idempotency:{settings.SECRET_KEY}".encode()
    return hmac.new(key, "\n".join(parts).encode(), hashlib.sha256).hexdigest()
