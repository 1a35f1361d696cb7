"""The floor's routes beside ours: mounted before the API's addresses are made."""

from anxin.config.api import api
from bench.ticket_sides.floor.api import router

api.add_router("", router.ninja)

from anxin.config.urls import urlpatterns  # noqa: E402

__all__ = ["urlpatterns"]
