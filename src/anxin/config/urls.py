"""URLs: the API, the live stream, and the pages of the web build."""

from django.urls import path, re_path

from anxin.config import pages
from anxin.config.api import api
from anxin.kernel.stream import stream

urlpatterns = [
    path("api/health", pages.health),
    path("api/stream", stream),
    path("api/", api.urls),
    re_path(r"^(?:q|t|r|portal)(?:/.*)?$", pages.portal),
    re_path(r"^field(?:/.*)?$", pages.field),
    re_path(r"^(?!api/|static/).*$", pages.console),
]
