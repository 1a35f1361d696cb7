"""The API: one NinjaAPI, each domain's router mounted by name."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from anxin import __version__
from anxin.kernel.errors import DomainError
from anxin.kernel.http.middleware import refuse

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
    fields = [{"field": ".".join(map(str, e["loc"])), "problem": e["msg"]} for e in error.errors]
    return refuse(request, _Malformed(fields=fields))


class _Malformed(DomainError):
    status, code = 422, "error.malformed"

    def __init__(self, *, fields: list[dict[str, Any]]) -> None:
        super().__init__(fields=fields)


def _mount() -> None:
    ours = [app for app in settings.INSTALLED_APPS if app.startswith("anxin.")]
    for app in (app for app in [*ours, "anxin.demo"] if find_spec(f"{app}.api")):
        for router in import_module(f"{app}.api").routers:
            api.add_router("", router.ninja)


_mount()
