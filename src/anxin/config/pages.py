"""The entry pages of the web build."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token

from anxin import __version__


def health(request: HttpRequest) -> JsonResponse:
    """200 once the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok", "version": __version__})


def console(request: HttpRequest) -> HttpResponse:
    return _entry(request, "console")


def field(request: HttpRequest) -> HttpResponse:
    return _entry(request, "field")


def portal(request: HttpRequest) -> HttpResponse:
    return _entry(request, "portal")


def _entry(request: HttpRequest, name: str) -> HttpResponse:
    """The page, and with it the cookie against forged posts, before its first questions leave side by side."""
    get_token(request)
    page = settings.ASSETS / f"{name}.html"
    if not page.exists():
        return HttpResponse("The web pages are not built yet: run `make web`.", status=503, content_type="text/plain")
    response = HttpResponse(page.read_bytes(), content_type="text/html; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response
