"""The API: one NinjaAPI, each domain's router mounted by name."""

from importlib import import_module
from importlib.util import find_spec

import structlog
from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.core.exceptions import ValidationError as UnfitForField
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from anxin import __version__
from anxin.kernel.errors import DomainError, Malformed, NotFound
from anxin.kernel.http.middleware import refuse
from anxin.kernel.http.problems import problem

log = structlog.get_logger(__name__)

api = NinjaAPI(
    title="Anxin",
    version=__version__,
    description="After-sales service, from the first question to the archive.",
    urls_namespace="api",
    docs_url=None,
    openapi_url="/openapi.json",
)


@api.exception_handler(DomainError)
def _refused(request: HttpRequest, error: DomainError) -> HttpResponse:
    return refuse(request, error)


@api.exception_handler(ValidationError)
def _malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return refuse(request, Malformed(fields=[problem(one) for one in error.errors]))


@api.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """A body that is no JSON, or is nested beyond reading."""
    return refuse(request, Malformed(fields=[]) if error.status_code == 400 else DomainError())


@api.exception_handler(Http404)
@api.exception_handler(ObjectDoesNotExist)
def _nothing_there(request: HttpRequest, error: Exception) -> HttpResponse:
    """Also what a body names and is not there: a place, a person, a part."""
    return refuse(request, NotFound())


@api.exception_handler(UnfitForField)
@api.exception_handler(DataError)
@api.exception_handler(UnicodeEncodeError)
@api.exception_handler(OverflowError)
def _held_by_no_column(request: HttpRequest, error: Exception) -> HttpResponse:
    """A value no column can hold (half a surrogate pair, a number or a text too long): the caller's mistake."""
    log.warning("value no column can hold", path=request.path, error=type(error).__name__)
    return refuse(request, Malformed(fields=[]))


def _mount() -> None:
    ours = [app for app in settings.INSTALLED_APPS if app.startswith("anxin.")]
    for app in (app for app in [*ours, "anxin.demo"] if find_spec(f"{app}.api")):
        for router in import_module(f"{app}.api").routers:
            api.add_router("", router.ninja)


_mount()
